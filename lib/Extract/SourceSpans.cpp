//===- SourceSpans.cpp - Clang's locations as facts write them ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceSpans.h"

#include "clang/AST/Expr.h"
#include "clang/Basic/FileEntry.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/xxhash.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

SourceSpans::SourceSpans(const ASTContext &Context, const SourceRoots &Roots,
                         StringRef Directory)
    : Context(Context), Sources(Context.getSourceManager()), Roots(Roots),
      Directory(Directory) {}

StringRef SourceSpans::fileName(FileID File) {
  std::string &Name = Names[File];
  if (!Name.empty())
    return Name;
  OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
  if (!Entry)
    return Name = "@outside/(built-in)";
  Name = json::fixUTF8(Roots.portable(Entry->getName(), Directory));
  Files.try_emplace(Name, File);
  return Name;
}

SourceSpan SourceSpans::spanAt(SourceLocation FileLoc, unsigned Length) {
  SourceSpan Span;
  auto [File, Offset] = Sources.getDecomposedLoc(FileLoc);
  Span.File = fileName(File).str();
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

std::string SourceSpans::text(const Expr *E) const {
  CharSourceRange Range = Lexer::makeFileCharRange(
      CharSourceRange::getTokenRange(E->getSourceRange()), Sources,
      Context.getLangOpts());
  bool Missing = Range.isInvalid();
  StringRef Written;
  if (!Missing)
    Written =
        Lexer::getSourceText(Range, Sources, Context.getLangOpts(), &Missing);
  if (!Missing && !Written.empty())
    return foldSpace(Written);
  std::string Printed;
  raw_string_ostream Out(Printed);
  PrintingPolicy Policy = Context.getPrintingPolicy();
  Policy.AnonymousTagLocations = false; // a path of this machine
  E->printPretty(Out, nullptr, Policy);
  return foldSpace(Out.str());
}

std::map<std::string, std::string> SourceSpans::hashes() const {
  std::map<std::string, std::string> Result;
  for (const auto &[Name, File] : Files) {
    StringRef Text = Sources.getBufferData(File);
    Result[Name] = utohexstr(xxh3_64bits(Text), /*LowerCase=*/true,
                             /*Width=*/16);
  }
  return Result;
}

std::string SourceSpans::firstNonUtf8() const {
  for (const auto &[Name, File] : Files) {
    size_t Offset = 0;
    if (json::isUTF8(Sources.getBufferData(File), &Offset))
      continue;
    return Name + ":" + std::to_string(Sources.getLineNumber(File, Offset)) +
           ":" + std::to_string(Sources.getColumnNumber(File, Offset)) +
           ": not UTF-8; the bytes are replaced in quoted text";
  }
  return "";
}
