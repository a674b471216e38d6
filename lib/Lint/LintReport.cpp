//===- LintReport.cpp - what lint has to say ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/LintReport.h"

#include "LintForms.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

using namespace llvm;
using namespace pagesplit;

bool pagesplit::isFailure(const LintFinding &F, const LintReport &In) {
  return F.State == FindingState::New && (!F.IsSuppressed || In.HasBaseline);
}

bool pagesplit::isFailure(const LintReport &Report) {
  return any_of(Report.Findings,
                [&](const LintFinding &F) { return isFailure(F, Report); }) ||
         any_of(Report.Problems,
                [](const CoverageProblem &P) { return !P.IsKnown; });
}

std::string pagesplit::fullMessage(const LintFinding &F, const LintReport &In) {
  std::string Text = F.Message;
  if (!F.Verdict.empty())
    Text += formatv("; here it is a {0} ({1:f2})", F.Verdict, F.Confidence);
  if (F.IsSuppressed && In.HasBaseline && F.State == FindingState::New)
    Text += "; the baseline does not have that it is suppressed";
  return Text;
}

static void printSource(const LintFinding &F, SourceTexts &Texts,
                        raw_ostream &Out) {
  const SourceText *Text = Texts.find(F.Where.File);
  if (!Text)
    return;
  StringRef Line = Text->line(F.Where.Line);
  std::string Number = std::to_string(F.Where.Line);
  Out << formatv("{0,5} | {1}\n", Number, Line) << "      | ";
  for (char C : Line.take_front(F.Where.Column - 1))
    Out << (C == '\t' ? '\t' : ' ');
  Out << "^\n";
}

static raw_ostream &operator<<(raw_ostream &Out, const LintPlace &P) {
  return Out << P.File << ':' << P.Line << ':' << P.Column << ": ";
}

void pagesplit::printLintText(const LintReport &Report, SourceTexts &Texts,
                              raw_ostream &Out) {
  for (const LintFinding &F : Report.Findings) {
    if (!isFailure(F, Report))
      continue;
    Out << F.Where << "warning: " << fullMessage(F, Report) << " [" << F.Check
        << "]\n";
    printSource(F, Texts, Out);
    if (F.Body)
      Out << *F.Body << "note: the body of the macro has it here\n";
    for (const LintNote &Note : F.Notes)
      if (Note.Where.Line)
        Out << Note.Where << "note: " << Note.Text << '\n';
    for (const LintNote &Step : reverse(F.Why))
      if (Step.Where.Line)
        Out << Step.Where << "note: " << Step.Text << '\n';
  }
  for (const CoverageProblem &P : Report.Problems)
    if (!P.IsKnown)
      Out << P.File << ": error: " << P.Text << '\n';
}

// GitLab shows one issue for each fingerprint.
void pagesplit::printLintGitlab(const LintReport &Report, raw_ostream &Out) {
  json::OStream Json(Out, 2);
  FindingNames Names;
  auto Issue = [&](StringRef Text, StringRef Check, StringRef Name,
                   StringRef Severity, StringRef File, unsigned Line) {
    Json.object([&] {
      Json.attribute("description", Text);
      Json.attribute("check_name", Check);
      Json.attribute("fingerprint", Name);
      Json.attribute("severity", Severity);
      Json.attributeObject("location", [&] {
        Json.attribute("path", File);
        Json.attributeObject("lines", [&] { Json.attribute("begin", Line); });
      });
    });
  };
  Json.array([&] {
    for (const LintFinding &F : Report.Findings) {
      std::string Name = Names.next(F);
      if (isFailure(F, Report))
        Issue(fullMessage(F, Report), F.Check, Name, "minor", F.Where.File,
              F.Where.Line);
    }
    for (const CoverageProblem &P : Report.Problems)
      if (!P.IsKnown)
        Issue(P.Text, "pagesplit-lint",
              fingerprintOf("pagesplit-lint", P.File, "", ""), "critical",
              P.File, 1);
  });
  Out << '\n';
}

// In a property the separators of properties are escaped as well.
static std::string escaped(StringRef Text, bool IsProperty) {
  std::string Out;
  for (char C : Text) {
    if (C == '%' || C == '\n' || C == '\r' ||
        (IsProperty && (C == ':' || C == ',')))
      Out += formatv("%{0:X-2}", static_cast<unsigned char>(C)).str();
    else
      Out += C;
  }
  return Out;
}

void pagesplit::printLintGithub(const LintReport &Report, raw_ostream &Out) {
  for (const LintFinding &F : Report.Findings)
    if (isFailure(F, Report))
      Out << "::warning file=" << escaped(F.Where.File, true)
          << ",line=" << F.Where.Line << ",col=" << F.Where.Column
          << ",title=" << escaped(F.Check, true)
          << "::" << escaped(fullMessage(F, Report), false) << '\n';
  for (const CoverageProblem &P : Report.Problems)
    if (!P.IsKnown)
      Out << "::error file=" << escaped(P.File, true)
          << ",title=pagesplit lint::" << escaped(P.Text, false) << '\n';
}

void pagesplit::printLint(const LintReport &Report, LintFormat Format,
                          SourceTexts &Texts, raw_ostream &Out) {
  switch (Format) {
  case LintFormat::Text:
    return printLintText(Report, Texts, Out);
  case LintFormat::Sarif:
    return printLintSarif(Report, Texts, Out);
  case LintFormat::Gitlab:
    return printLintGitlab(Report, Out);
  case LintFormat::Github:
    return printLintGithub(Report, Out);
  }
}
