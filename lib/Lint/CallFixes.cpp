//===- CallFixes.cpp - what takes the place of a call ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceTokens.h"
#include "pagesplit/Lint/KnownVerdicts.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

// The call that gives the descriptor of a page, whatever the page.
static std::string lookupOf(const Knowledge &Known, StringRef Descriptor) {
  for (const Conversion *C : Known.conversions("page", Descriptor))
    if (C->Form == ConversionForm::Lookup && C->Otherwise == "never")
      return C->Calls.front();
  return "";
}

// The end of argument 0 of the call at Name; the page of every pair is there
// unless its arguments are in another order.
static size_t firstArgumentEnd(const SourceTokens &Tokens, size_t Name) {
  size_t Close = Tokens.closing(Name + 1);
  for (size_t I = Name + 2; I < Close; ++I) {
    if (Tokens[I].Text == ",")
      return I;
    if (Tokens[I].Text == "(" || Tokens[I].Text == "[" || Tokens[I].Text == "{")
      I = Tokens.closing(I);
  }
  return Close;
}

static std::optional<LintFix>
fixOf(const LintFinding &F, const Knowledge &Known, const SourceText &File) {
  const ApiPair *Pair = Known.replacement(F.Subject, F.Verdict);
  std::string Lookup = lookupOf(Known, F.Verdict);
  if (!Pair || Pair->Call.empty() || Pair->IsResult || !Pair->Differs.empty() ||
      !Pair->Arguments.empty() || Lookup.empty())
    return std::nullopt;
  const SourceTokens &Tokens = *File.Tokens;
  std::optional<size_t> Name = Tokens.at(F.Where.Line, F.Where.Column);
  if (!Name || *Name + 2 >= Tokens.size())
    return std::nullopt;
  size_t First = *Name + 2;
  size_t End = firstArgumentEnd(Tokens, *Name);
  if (End <= First || End >= Tokens.size())
    return std::nullopt;
  const SourceToken &Last = Tokens[End - 1];
  unsigned ArgumentBegin = Tokens[First].Offset;
  unsigned ArgumentEnd = Last.Offset + static_cast<unsigned>(Last.Text.size());
  LintFix Fix;
  Fix.Begin = F.Where;
  Fix.Offset = Tokens[*Name].Offset;
  Fix.Length = ArgumentEnd - Fix.Offset;
  Fix.End = {F.Where.File, Last.Line,
             Last.Column + static_cast<unsigned>(Last.Text.size())};
  StringRef Argument = StringRef(File.Text).slice(ArgumentBegin, ArgumentEnd);
  Fix.Text = Pair->Call + "(" + Lookup + "(" + Argument.str() + ")";
  return Fix;
}

// What rewriting asks for as well.
static constexpr double Sure = 0.8;

void pagesplit::addFixes(std::vector<LintFinding> &Findings,
                         const Knowledge &Known, SourceTexts &Texts) {
  for (LintFinding &F : Findings)
    if (F.Check == PageApiCheck && !F.Fix && !F.Verdict.empty() &&
        F.Confidence >= Sure)
      if (const SourceText *File = Texts.find(F.Where.File))
        F.Fix = fixOf(F, Known, *File);
}
