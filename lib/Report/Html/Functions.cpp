//===- Functions.cpp - the accesses of a subsystem, line by line ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Functions.h"

#include "../MissingFacts.h"
#include "RowTable.h"
#include "WitnessGraph.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"

#include <set>

using namespace llvm;
using namespace pagesplit;

static constexpr int64_t LinesAround = 2;

static std::string confidence(double Value) {
  std::string Text;
  raw_string_ostream(Text) << format("%.2f", Value);
  return Text;
}

FunctionPages::FunctionPages(const HtmlSource &From) : From(From) {
  readAccesses();
  if (From.Options.WithSource)
    readLines();
}

void FunctionPages::readLines() {
  Statement Query(From.Db, "SELECT file, line, text FROM source_line "
                           "JOIN source ON source.id = source_id");
  while (Query.step())
    Lines[Query.text(0).str()][Query.integer(1)] = Query.text(2).str();
}

void FunctionPages::readAccesses() {
  Statement Query(From.Db, R"sql(
SELECT v.subsystem, v.file, v.function, access_id, v.line, v.column, v.field,
       v.mode, v.form, v.base, descriptor, confidence, reason, test, headness,
       place_id, configs, macros
FROM access_verdict AS v JOIN access_full ON access_full.id = access_id
ORDER BY v.subsystem, v.file, min(v.line) OVER (PARTITION BY v.file, v.function),
         v.function, v.line, v.column, access_id)sql");
  while (Query.step()) {
    std::vector<FunctionRow> &In = OfSubsystem[Query.text(0).str()];
    if (In.empty() || In.back().File != Query.text(1) ||
        In.back().Name != Query.text(2))
      In.push_back({Query.text(1).str(), Query.text(2).str(), {}});
    AccessRow A;
    A.Id = Query.integer(3);
    A.Line = Query.integer(4);
    A.Column = Query.integer(5);
    std::string *Texts[] = {&A.Field, &A.Mode, &A.Form, &A.Base, &A.Descriptor};
    for (const auto &[I, Text] : enumerate(Texts))
      *Text = Query.text(6 + I).str();
    A.Confidence = Query.real(11);
    A.Reason = Query.text(12).str();
    A.Test = Query.text(13).str();
    A.Headness = Query.text(14).str();
    if (!Query.isNull(15))
      A.Place = Query.integer(15);
    A.Configs = Query.text(16).str();
    A.Macros = Query.text(17).str();
    In.back().Accesses.push_back(std::move(A));
  }
}

const std::string *FunctionPages::lineOf(const std::string &File,
                                         int64_t Line) const {
  auto In = Lines.find(File);
  if (In == Lines.end())
    return nullptr;
  auto Found = In->second.find(Line);
  return Found == In->second.end() ? nullptr : &Found->second;
}

void FunctionPages::printAccess(const AccessRow &A, HtmlStream &Html) {
  Html << "<span class='acc' id='a"_html << A.Id << "' data-field='"_html
       << A.Field << "'><b>"_html << (A.Field == "*" ? "whole struct" : A.Field)
       << "</b> "_html << A.Mode;
  if (A.Form != "member")
    Html << " <i>"_html << A.Form << "</i>"_html;
  Html << " <code>"_html << A.Base << "</code> "_html;
  printChip(From.Colours, A.Descriptor, confidence(A.Confidence), Html);
  Html << " "_html;
  if (A.Place)
    Html << "<a href='#f"_html << LastFunction << "p"_html << *A.Place
         << "'>"_html << A.Reason << "</a>"_html;
  else
    Html << A.Reason;
  if (!A.Test.empty())
    Html << ", "_html << A.Test << " holds"_html;
  if (!A.Headness.empty() && A.Headness != "maybe-tail")
    Html << ", "_html << A.Headness;
  if (!A.Macros.empty())
    Html << " <span class='dim'>through "_html << A.Macros << "</span>"_html;
  if (From.Model.Configs.size() > 1)
    Html << " <span class='dim'>"_html << A.Configs << "</span>"_html;
  Html << "</span>"_html;
}

void FunctionPages::printLine(const FunctionRow &F, int64_t Line,
                              ArrayRef<const AccessRow *> Here,
                              HtmlStream &Html) {
  const std::string *Text = lineOf(F.File, Line);
  Html << (Here.empty() ? "<tr>"_html : "<tr class='hit'>"_html)
       << "<th scope='row'>"_html << Line << "</th>"_html;
  if (!Lines.empty()) {
    Html << "<td><pre>"_html;
    if (Text)
      Html << *Text;
    Html << "</pre></td>"_html;
  }
  Html << "<td>"_html;
  for (const AccessRow *A : Here)
    printAccess(*A, Html);
  Html << "</td></tr>\n"_html;
}

void FunctionPages::printSource(const FunctionRow &F, HtmlStream &Html) {
  Html << "<div class='wide'><table class='source'><caption>"_html << F.File
       << "</caption><thead><tr><th scope='col'>Line</th>"_html;
  if (!Lines.empty())
    Html << "<th scope='col'>Source</th>"_html;
  Html << "<th scope='col'>What is touched, and what the page is</th></tr>"
          "</thead><tbody>\n"_html;
  std::map<int64_t, std::vector<const AccessRow *>> Shown;
  for (const AccessRow &A : F.Accesses) {
    Shown[A.Line].push_back(&A);
    for (int64_t L = A.Line - LinesAround; L <= A.Line + LinesAround; ++L)
      if (lineOf(F.File, L))
        Shown[L];
  }
  int64_t Last = 0;
  for (const auto &[Line, Here] : Shown) {
    if (Last && Line > Last + 1 && !Lines.empty())
      Html << "<tr class='gap'><td colspan='3'>\u22ef</td></tr>\n"_html;
    printLine(F, Line, Here, Html);
    Last = Line;
  }
  Html << "</tbody></table></div>\n"_html;
}

static void printMissingFacts(Sqlite &Db, int64_t Place, HtmlStream &Html) {
  std::vector<MissingFact> Missing = missingFacts(Db, Place);
  if (Missing.empty())
    return;
  Html << "<ul class='missing'>"_html;
  for (const MissingFact &M : Missing) {
    Html << "<li>would "_html << (M.Decides ? "decide it: " : "help: ")
         << M.Text;
    if (!M.Where.empty())
      Html << " <code>"_html << M.Where << "</code>"_html;
    Html << "</li>"_html;
  }
  Html << "</ul>\n"_html;
}

void FunctionPages::printReasons(const FunctionRow &F, HtmlStream &Html) {
  std::map<int64_t, const AccessRow *> Places;
  for (const AccessRow &A : F.Accesses)
    if (A.Place)
      Places.try_emplace(*A.Place, &A);
  for (const auto &[Place, A] : Places) {
    std::string Name = placeInWords(From.Db, Place);
    Html << "<figure class='why' id='f"_html << LastFunction << "p"_html
         << Place << "'><figcaption>"_html << Name << ": "_html;
    printChip(From.Colours, A->Descriptor, confidence(A->Confidence), Html);
    Html << " "_html << A->Reason << "</figcaption>\n<div class='wide'>"_html;
    printWitnessGraph(Name, witnessPaths(From.Db, Place), From.Colours, Html);
    Html << "</div>"_html;
    if (A->Descriptor == "unknown")
      printMissingFacts(From.Db, Place, Html);
    Html << "</figure>\n"_html;
  }
}

// A line of a diff in its colour.
static void printDiffLine(StringRef Line, HtmlStream &Html) {
  if (Line.starts_with("+"))
    Html << "<ins>"_html << Line << "</ins>\n"_html;
  else if (Line.starts_with("-"))
    Html << "<del>"_html << Line << "</del>\n"_html;
  else
    Html << Line << "\n"_html;
}

void FunctionPages::printProposals(const FunctionRow &F, HtmlStream &Html) {
  std::set<std::string> Done;
  for (const AccessRow &A : F.Accesses) {
    auto Found = From.Options.Proposals.find(
        F.File + ":" + std::to_string(A.Line) + ":" + std::to_string(A.Column));
    if (Found == From.Options.Proposals.end() ||
        !Done.insert(Found->second.Diff).second)
      continue;
    const Proposal &P = Found->second;
    Html << "<figure class='diff'><figcaption>proposed in "_html << P.Patch
         << ": "_html << P.Subject << "; "_html
         << (P.Proof.empty() ? "not verified" : "proof " + P.Proof)
         << "</figcaption>"_html;
    if (From.Options.WithSource) {
      Html << "<pre>"_html;
      for (StringRef Rest = P.Diff; !Rest.empty();) {
        auto [Line, Tail] = Rest.split('\n');
        printDiffLine(Line, Html);
        Rest = Tail;
      }
      Html << "</pre>"_html;
    }
    Html << "</figure>\n"_html;
  }
}

void FunctionPages::printFunction(const FunctionRow &F, HtmlStream &Html) {
  ++LastFunction;
  std::map<std::string, unsigned> Fields;
  std::map<std::string, unsigned> Descriptors;
  for (const AccessRow &A : F.Accesses) {
    ++Fields[A.Field];
    ++Descriptors[A.Descriptor];
  }
  Html << "<details class='function' id='f"_html << LastFunction
       << "'><summary><code>"_html
       << (F.Name.empty() ? "(no function)" : F.Name) << "</code> "_html;
  for (const auto &[Field, Count] : Fields)
    Html << "<span class='use'>"_html << (Field == "*" ? "struct" : Field)
         << " "_html << Count << "</span> "_html;
  for (const auto &[Descriptor, Count] : Descriptors)
    printChip(From.Colours, Descriptor, std::to_string(Count), Html);
  Html << "<span class='dim'>"_html << F.File << ":"_html
       << F.Accesses.front().Line << "</span></summary>\n"_html;
  printSource(F, Html);
  printReasons(F, Html);
  printProposals(F, Html);
  Html << "</details>\n"_html;
}

static bool isWholeOnly(const FunctionRow &F) {
  return all_of(F.Accesses, [](const AccessRow &A) { return A.Field == "*"; });
}

void FunctionPages::print(size_t Index, HtmlStream &Html) {
  const SubsystemUse &S = From.Model.Subsystems[Index];
  const std::vector<FunctionRow> &Functions = OfSubsystem[S.Name];
  Html << "<details class='subsystem' id='s"_html << Index << "'><summary>"_html
       << S.Name << " <span class='dim'>"_html << S.Uses.total() - S.WholeStruct
       << " to fields, "_html << S.WholeStruct
       << " to the whole struct, in "_html << Functions.size()
       << " functions</span></summary>\n"_html;
  size_t Whole = 0;
  for (const FunctionRow &F : Functions)
    if (isWholeOnly(F))
      ++Whole;
    else
      printFunction(F, Html);
  if (Whole) {
    Html << "<details class='whole'><summary>"_html << Whole
         << (Whole == 1 ? " function" : " functions")
         << " with the struct as a whole only: casts, arithmetic, "
            "<code>sizeof</code></summary>\n"_html;
    for (const FunctionRow &F : Functions)
      if (isWholeOnly(F))
        printFunction(F, Html);
    Html << "</details>\n"_html;
  }
  Html << "</details>\n"_html;
}
