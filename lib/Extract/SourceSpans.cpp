//===- SourceSpans.cpp - Clang's locations as facts write them ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceSpans.h"

#include "clang/AST/Expr.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

SourceSpans::SourceSpans(const ASTContext &Context, const SourceRoots &Roots,
                         StringRef Directory)
    : Context(Context), Sources(Context.getSourceManager()),
      Files(Sources, Roots, Directory) {}

SourceSpan SourceSpans::spanAt(SourceLocation FileLoc, unsigned Length) {
  SourceSpan Span;
  auto [File, Offset] = Sources.getDecomposedLoc(FileLoc);
  StringRef Name = Files.name(File);
  Span.File = Name.empty() ? "@outside/(built-in)" : Name.str();
  Span.Line = Sources.getLineNumber(File, Offset);
  Span.Column = Sources.getColumnNumber(File, Offset);
  Span.Offset = Offset;
  Span.Length = Length;
  return Span;
}

SourceSpan SourceSpans::spelling(SourceLocation Loc) {
  SourceLocation At = Sources.getSpellingLoc(Loc);
  if (Sources.isWrittenInScratchSpace(At) ||
      !Sources.getFileEntryRefForID(Sources.getFileID(At)))
    At = Sources.getExpansionLoc(Loc);
  return spanAt(At,
                Lexer::MeasureTokenLength(At, Sources, Context.getLangOpts()));
}

SourceSpan SourceSpans::expansion(SourceRange Range) {
  CharSourceRange Whole = Sources.getExpansionRange(Range);
  auto [FirstFile, First] = Sources.getDecomposedLoc(Whole.getBegin());
  auto [LastFile, Last] = Sources.getDecomposedLoc(Whole.getEnd());
  unsigned Length = 0;
  if (FirstFile == LastFile && Last >= First) {
    Length = Last - First;
    if (Whole.isTokenRange())
      Length += Lexer::MeasureTokenLength(Whole.getEnd(), Sources,
                                          Context.getLangOpts());
  }
  return spanAt(Whole.getBegin(), Length);
}

std::vector<std::string> SourceSpans::macros(SourceLocation Loc) const {
  if (!Loc.isMacroID())
    return {};
  const SourceLocation Spelling = Sources.getImmediateSpellingLoc(Loc);
  const SourceLocation Use = Sources.getImmediateExpansionRange(Loc).getBegin();
  std::vector<std::string> Names = macros(Use);
  if (Sources.isMacroArgExpansion(Loc)) {
    // Use is where the macro's body names its parameter; what was handed over
    // may have come through macros of its own, inside the ones around both.
    std::vector<std::string> Own = macros(Spelling);
    auto From =
        std::mismatch(Own.begin(), Own.end(), Names.begin(), Names.end()).first;
    Names.insert(Names.end(), From, Own.end());
  } else if (!Sources.isWrittenInScratchSpace(Spelling)) {
    SmallString<32> Buffer;
    Names.push_back(json::fixUTF8(Lexer::getSpelling(
        Sources.getSpellingLoc(Use), Buffer, Sources, Context.getLangOpts())));
  } // else it was pasted, and Use is in the body that pasted it
  return Names;
}

static std::string foldSpace(StringRef Text) {
  SmallVector<StringRef, 8> Words;
  SplitString(Text, Words, " \t\r\n\f\v\\");
  return json::fixUTF8(join(Words, " "));
}

static bool endsExpansion(SourceLocation End, const SourceManager &Sources,
                          const LangOptions &Language, SourceLocation &Outer) {
  unsigned Length =
      Lexer::MeasureTokenLength(Sources.getSpellingLoc(End), Sources, Language);
  return Sources.isAtEndOfImmediateMacroExpansion(End.getLocWithOffset(Length),
                                                  &Outer);
}

// A range that is all of a macro's expansion was written as the macro's name
// and arguments, one level further out.
static void leaveWholeExpansions(SourceLocation &Begin, SourceLocation &End,
                                 const SourceManager &Sources,
                                 const LangOptions &Language) {
  SourceLocation OuterBegin, OuterEnd;
  while (Begin.isMacroID() && End.isMacroID() &&
         Sources.getFileID(Begin) == Sources.getFileID(End) &&
         Sources.isAtStartOfImmediateMacroExpansion(Begin, &OuterBegin) &&
         endsExpansion(End, Sources, Language, OuterEnd)) {
    Begin = OuterBegin;
    End = OuterEnd;
  }
}

// All places that an end of a range stands for: a token of an argument stands
// where the argument was written and where the body has the parameter.
static SmallVector<SourceLocation, 8> standsAt(SourceLocation Loc, bool IsEnd,
                                               const SourceManager &Sources) {
  SmallVector<SourceLocation, 8> Places = {Loc};
  for (size_t I = 0; I < Places.size() && Places.size() < 32; ++I) {
    SourceLocation Place = Places[I];
    if (Place.isFileID())
      continue;
    if (Sources.isMacroArgExpansion(Place))
      Places.push_back(Sources.getImmediateSpellingLoc(Place));
    CharSourceRange Outer = Sources.getImmediateExpansionRange(Place);
    Places.push_back(IsEnd ? Outer.getEnd() : Outer.getBegin());
  }
  return Places;
}

static bool isBalanced(StringRef Text) {
  int Depth = 0;
  for (char C : Text) {
    Depth += C == '(' || C == '{' || C == '[';
    Depth -= C == ')' || C == '}' || C == ']';
    if (Depth < 0)
      return false;
  }
  return Depth == 0;
}

static StringRef spelledText(SourceLocation From, SourceLocation To,
                             const SourceManager &Sources,
                             const LangOptions &Language) {
  bool Invalid = false;
  StringRef Text = Lexer::getSourceText(
      CharSourceRange::getTokenRange(Sources.getSpellingLoc(From),
                                     Sources.getSpellingLoc(To)),
      Sources, Language, &Invalid);
  return Invalid ? "" : Text;
}

// The text of a range of which not even the ends are in files: as it stands in
// a macro body or argument that has both ends, the shortest of them.
static StringRef textInMacro(SourceRange Range, const SourceManager &Sources,
                             const LangOptions &Language) {
  SourceLocation Begin = Range.getBegin(), End = Range.getEnd();
  leaveWholeExpansions(Begin, End, Sources, Language);
  if (Begin == End)
    return spelledText(Begin, End, Sources, Language);
  StringRef Best;
  auto Ends = standsAt(End, /*IsEnd=*/true, Sources);
  for (SourceLocation From : standsAt(Begin, /*IsEnd=*/false, Sources))
    for (SourceLocation To : Ends) {
      // A parameter that stands for the whole range says nothing about it.
      if (Sources.getFileID(From) != Sources.getFileID(To) || From == To)
        continue;
      StringRef Text = spelledText(From, To, Sources, Language);
      if (!Text.empty() && isBalanced(Text) &&
          (Best.empty() || Text.size() < Best.size()))
        Best = Text;
    }
  return Best;
}

std::string SourceSpans::text(const Expr *E) const {
  const LangOptions &Language = Context.getLangOpts();
  CharSourceRange Range = Lexer::makeFileCharRange(
      CharSourceRange::getTokenRange(E->getSourceRange()), Sources, Language);
  StringRef Written = Range.isValid()
                          ? Lexer::getSourceText(Range, Sources, Language)
                          : textInMacro(E->getSourceRange(), Sources, Language);
  if (!Written.empty())
    return foldSpace(Written);
  std::string Printed;
  raw_string_ostream Out(Printed);
  E->printPretty(Out, nullptr, Context.getPrintingPolicy());
  return foldSpace(Out.str());
}
