//===- SarifForm.cpp - findings as SARIF 2.1.0 ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LintForms.h"
#include "pagesplit/Support/Version.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class Sarif {
public:
  Sarif(const LintReport &Report, SourceTexts &Texts, raw_ostream &Out)
      : Report(Report), Texts(Texts), Json(Out, 2) {}
  void print();

private:
  void text(StringRef Name, StringRef Text);
  void tool();
  void invocation();
  void artifact(StringRef File);
  void region(const LintPlace &Begin, const LintPlace *End);
  void physicalLocation(const LintPlace &Begin, const LintPlace *End);
  void result(const LintFinding &F, StringRef Name);
  void absent(const BaselineEntry &Entry);
  void suppression(const LintFinding &F);
  void location(const LintPlace &At, StringRef Text);
  void notes(const LintFinding &F);
  void flow(const LintFinding &F);
  void fix(const LintFinding &F);
  void properties(const LintFinding &F);
  unsigned column(const LintPlace &At);

  const LintReport &Report;
  SourceTexts &Texts;
  json::OStream Json;
};

} // namespace

void Sarif::text(StringRef Name, StringRef Text) {
  Json.attributeObject(Name, [&] { Json.attribute("text", Text); });
}

// Ours count bytes, SARIF knows characters only.
unsigned Sarif::column(const LintPlace &At) {
  const SourceText *Text = Texts.find(At.File);
  if (!Text)
    return At.Column;
  StringRef Before = Text->line(At.Line).take_front(At.Column - 1);
  return 1 + count_if(Before, [](char C) { return (C & 0xC0) != 0x80; });
}

static std::string uriOf(StringRef Path) {
  std::string Uri;
  for (char C : Path) {
    if (isAlnum(C) || StringRef("-._~/@+").contains(C))
      Uri += C;
    else
      Uri += formatv("%{0:X-2}", static_cast<unsigned char>(C)).str();
  }
  return Uri;
}

void Sarif::artifact(StringRef File) {
  Json.attributeObject("artifactLocation", [&] {
    Json.attribute("uri", uriOf(File));
    Json.attribute("uriBaseId", "SOURCE_ROOT");
  });
}

void Sarif::region(const LintPlace &Begin, const LintPlace *End) {
  Json.attribute("startLine", Begin.Line);
  Json.attribute("startColumn", column(Begin));
  if (End) {
    Json.attribute("endLine", End->Line);
    Json.attribute("endColumn", column(*End));
  }
}

void Sarif::physicalLocation(const LintPlace &Begin, const LintPlace *End) {
  Json.attributeObject("physicalLocation", [&] {
    artifact(Begin.File);
    Json.attributeObject("region", [&] { region(Begin, End); });
  });
}

void Sarif::tool() {
  Json.attributeObject("tool", [&] {
    Json.attributeObject("driver", [&] {
      Json.attribute("name", "pagesplit lint");
      Json.attribute("version", versionText());
      Json.attributeArray("rules", [&] {
        for (const std::string &Check : Report.Conditions.Checks)
          Json.object([&] {
            Json.attribute("id", Check);
            if (auto Found = Report.Summaries.find(Check);
                Found != Report.Summaries.end())
              text("shortDescription", Found->second);
            Json.attributeObject("defaultConfiguration",
                                 [&] { Json.attribute("level", "warning"); });
          });
      });
    });
  });
}

void Sarif::invocation() {
  Json.attributeArray("invocations", [&] {
    Json.object([&] {
      Json.attribute("executionSuccessful", Report.Problems.empty());
      Json.attributeArray("toolExecutionNotifications", [&] {
        for (const CoverageProblem &P : Report.Problems)
          Json.object([&] {
            Json.attribute("level", P.IsKnown ? "note" : "error");
            text("message", P.Text);
            Json.attributeArray("locations", [&] {
              Json.object([&] {
                Json.attributeObject("physicalLocation",
                                     [&] { artifact(P.File); });
              });
            });
          });
      });
    });
  });
}

void Sarif::suppression(const LintFinding &F) {
  Json.attributeArray("suppressions", [&] {
    if (!F.IsSuppressed)
      return;
    Json.object([&] {
      Json.attribute("kind", "inSource");
      Json.attribute("status",
                     isFailure(F, Report) ? "underReview" : "accepted");
      Json.attributeObject("location",
                           [&] { physicalLocation(F.Comment, nullptr); });
    });
  });
}

void Sarif::location(const LintPlace &At, StringRef Text) {
  if (At.Line)
    physicalLocation(At, nullptr);
  text("message", Text);
}

void Sarif::notes(const LintFinding &F) {
  if (F.Notes.empty())
    return;
  Json.attributeArray("relatedLocations", [&] {
    for (const LintNote &Note : F.Notes)
      Json.object([&] { location(Note.Where, Note.Text); });
  });
}

void Sarif::flow(const LintFinding &F) {
  if (F.Why.empty())
    return;
  auto Step = [&](const LintPlace &At, StringRef Text) {
    Json.object(
        [&] { Json.attributeObject("location", [&] { location(At, Text); }); });
  };
  Json.attributeArray("codeFlows", [&] {
    Json.object([&] {
      text("message", "why it is a " + F.Verdict);
      Json.attributeArray("threadFlows", [&] {
        Json.object([&] {
          Json.attributeArray("locations", [&] {
            for (const LintNote &Why : F.Why)
              Step(Why.Where, Why.Text);
            Step(F.Where, "here");
          });
        });
      });
    });
  });
}

void Sarif::fix(const LintFinding &F) {
  if (!F.Fix)
    return;
  Json.attributeArray("fixes", [&] {
    Json.object([&] {
      text("description", "use " + F.Fix->Text);
      Json.attributeArray("artifactChanges", [&] {
        Json.object([&] {
          artifact(F.Where.File);
          Json.attributeArray("replacements", [&] {
            Json.object([&] {
              Json.attributeObject("deletedRegion",
                                   [&] { region(F.Fix->Begin, &F.Fix->End); });
              text("insertedContent", F.Fix->Text);
            });
          });
        });
      });
    });
  });
}

void Sarif::properties(const LintFinding &F) {
  Json.attributeObject("properties", [&] {
    Json.attribute("expression", F.Expression);
    Json.attribute("subject", F.Subject);
    if (!F.Verdict.empty()) {
      Json.attribute("verdict", F.Verdict);
      Json.attribute("confidence", F.Confidence);
    }
  });
}

void Sarif::result(const LintFinding &F, StringRef Name) {
  Json.object([&] {
    Json.attribute("ruleId", F.Check);
    Json.attribute("ruleIndex",
                   std::distance(Report.Conditions.Checks.begin(),
                                 Report.Conditions.Checks.find(F.Check)));
    Json.attribute("level", "warning");
    text("message", fullMessage(F, Report));
    Json.attributeArray("locations", [&] {
      Json.object([&] {
        physicalLocation(F.Where, nullptr);
        if (!F.Function.empty())
          Json.attributeArray("logicalLocations", [&] {
            Json.object([&] {
              Json.attribute("name", F.Function);
              Json.attribute("kind", "function");
            });
          });
      });
    });
    Json.attributeObject("partialFingerprints",
                         [&] { Json.attribute("pagesplit/v1", Name); });
    if (Report.HasBaseline)
      Json.attribute("baselineState",
                     F.State == FindingState::New ? "new" : "unchanged");
    suppression(F);
    notes(F);
    flow(F);
    fix(F);
    properties(F);
  });
}

void Sarif::absent(const BaselineEntry &Entry) {
  Json.object([&] {
    Json.attribute("ruleId", Entry.Check);
    Json.attribute("level", "none");
    text("message", Entry.Expression + " is gone");
    Json.attributeArray("locations", [&] {
      Json.object([&] {
        Json.attributeObject("physicalLocation", [&] { artifact(Entry.File); });
      });
    });
    Json.attribute("baselineState", "absent");
  });
}

void Sarif::print() {
  FindingNames Names;
  Json.object([&] {
    Json.attribute("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    Json.attribute("version", "2.1.0");
    Json.attributeArray("runs", [&] {
      Json.object([&] {
        tool();
        invocation();
        Json.attribute("columnKind", "unicodeCodePoints");
        Json.attributeObject("originalUriBaseIds", [&] {
          Json.attributeObject("SOURCE_ROOT", [&] {
            text("description", "the root of the source tree");
          });
        });
        Json.attributeArray("results", [&] {
          for (const LintFinding &F : Report.Findings) {
            std::string Name = Names.next(F);
            if (F.State != FindingState::Elsewhere)
              result(F, Name);
          }
          for (const auto &[Entry, Count] : Report.Absent)
            absent(Entry);
        });
      });
    });
  });
}

void pagesplit::printLintSarif(const LintReport &Report, SourceTexts &Texts,
                               raw_ostream &Out) {
  Sarif(Report, Texts, Out).print();
  Out << '\n';
}
