//===- TextSpans.cpp - the text an expression was written as --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TextSpans.h"

#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

TextSpans::TextSpans(const ASTContext &Context, const SourceRoots &Roots,
                     StringRef Directory)
    : Context(Context), Files(Context.getSourceManager(), Roots, Directory) {}

TextSpan TextSpans::make(FileID File, unsigned Begin, unsigned End) {
  StringRef Name = Files.name(File);
  if (Name.empty() || !isInSourceTree(Name))
    return {};
  return {Name.str(), Begin, End};
}

std::string TextSpans::fileOf(SourceLocation Loc) {
  auto [File, Offset] = sources().getDecomposedExpansionLoc(Loc);
  return make(File, Offset, Offset).File;
}

TextSpan TextSpans::span(SourceRange Range) {
  CharSourceRange Written = Lexer::makeFileCharRange(
      CharSourceRange::getTokenRange(Range), sources(), Context.getLangOpts());
  if (Written.isInvalid())
    return {};
  auto [File, Begin] = sources().getDecomposedLoc(Written.getBegin());
  auto [Last, End] = sources().getDecomposedLoc(Written.getEnd());
  return File == Last && Begin < End ? make(File, Begin, End) : TextSpan();
}

// What stands in an argument is where it is written.
static SourceLocation outOfArguments(SourceLocation Loc,
                                     const SourceManager &Sources) {
  while (Loc.isMacroID() && Sources.isMacroArgExpansion(Loc))
    Loc = Sources.getImmediateSpellingLoc(Loc);
  return Loc;
}

TextSpan TextSpans::inBody(SourceRange Range) {
  SourceLocation First = outOfArguments(Range.getBegin(), sources());
  SourceLocation Last = outOfArguments(Range.getEnd(), sources());
  if (!First.isMacroID() ||
      sources().getFileID(First) != sources().getFileID(Last))
    return {};
  return span({sources().getImmediateSpellingLoc(First),
               sources().getImmediateSpellingLoc(Last)});
}

TextSpan TextSpans::word(SourceLocation Loc, StringRef Word) {
  if (Loc.isInvalid())
    return {};
  TextSpan Span = span(SourceRange(Loc, Loc));
  return Span && text(Span) == Word ? Span : TextSpan();
}

StringRef TextSpans::text(const TextSpan &Span) {
  return Files.text(Span.File).substr(Span.Begin, Span.length());
}

std::vector<TextSpan> TextSpans::macrosAround(SourceLocation Loc) {
  std::vector<TextSpan> Names;
  while (Loc.isMacroID()) {
    if (!sources().isMacroArgExpansion(Loc))
      return Names;
    SourceLocation Parameter =
        sources().getImmediateExpansionRange(Loc).getBegin();
    // A macro that another one's argument names is written there.
    SourceLocation Name =
        Parameter.isMacroID()
            ? sources().getFileLoc(
                  sources().getImmediateExpansionRange(Parameter).getBegin())
            : SourceLocation();
    if (TextSpan Span =
            Name.isValid() ? span(SourceRange(Name, Name)) : TextSpan())
      Names.push_back(Span);
    Loc = sources().getImmediateSpellingLoc(Loc);
  }
  std::reverse(Names.begin(), Names.end());
  return Names;
}

std::string TextSpans::macroOf(SourceLocation Loc) {
  if (!Loc.isMacroID())
    return "";
  SourceLocation Name = sources().getExpansionLoc(Loc);
  return Lexer::getSourceText(CharSourceRange::getTokenRange(Name), sources(),
                              Context.getLangOpts())
      .str();
}

namespace {
/// Takes the text of a call apart, token by token.
class CallReader {
public:
  CallReader(const TextSpan &Name, StringRef Text, SourceLocation Start,
             const LangOptions &Language)
      : Name(Name),
        Raw(Start, Language, Text.begin(), Text.begin() + Name.End, Text.end()),
        Text(Text) {}

  CallText read() {
    CallText Call;
    if (!next() || Current.isNot(tok::l_paren))
      return Call;
    unsigned Depth = 1;
    TextSpan Argument = {Name.File, 0, 0};
    while (Depth && next()) {
      if (Current.isOneOf(tok::l_paren, tok::l_brace, tok::l_square))
        ++Depth;
      else if (Current.isOneOf(tok::r_paren, tok::r_brace, tok::r_square))
        --Depth;
      if (!Depth || (Depth == 1 && Current.is(tok::comma))) {
        if (Argument.End || Depth)
          Call.Arguments.push_back(Argument);
        Argument = {Name.File, 0, 0};
        continue;
      }
      if (!Argument.End)
        Argument.Begin = At;
      Argument.End = At + Current.getLength();
    }
    if (Depth)
      return {};
    Call.Whole = {Name.File, Name.Begin, At + 1};
    return Call;
  }

private:
  bool next() {
    Raw.LexFromRawLexer(Current);
    At = Raw.getBufferLocation() - Text.begin() - Current.getLength();
    return Current.isNot(tok::eof);
  }

  const TextSpan &Name;
  Lexer Raw;
  StringRef Text;
  Token Current;
  unsigned At = 0;
};
} // namespace

CallText TextSpans::call(const TextSpan &Name) {
  FileID File = Files.find(Name.File);
  if (File.isInvalid())
    return {};
  return CallReader(Name, sources().getBufferData(File),
                    sources().getLocForStartOfFile(File), Context.getLangOpts())
      .read();
}
