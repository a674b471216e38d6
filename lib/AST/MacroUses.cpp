//===- MacroUses.cpp - which macros an expression came through ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MacroUses.h"

#include "clang/Lex/Lexer.h"
#include "clang/Lex/MacroInfo.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

MacroUses::MacroUses(const ASTContext &Context, const Preprocessor &Macros)
    : Sources(Context.getSourceManager()), Language(Context.getLangOpts()),
      Macros(Macros) {}

SourceLocation MacroUses::expansionStart(FileID Expansion) const {
  return Sources.getSLocEntry(Expansion).getExpansion().getExpansionLocStart();
}

std::string MacroUses::text(SourceLocation Loc) const {
  SmallString<32> Buffer;
  return Lexer::getSpelling(Sources.getSpellingLoc(Loc), Buffer, Sources,
                            Language)
      .str();
}

bool MacroUses::isAtEnd(SourceLocation Loc) const {
  unsigned Length =
      Lexer::MeasureTokenLength(Sources.getSpellingLoc(Loc), Sources, Language);
  return Length &&
         Sources.isAtEndOfImmediateMacroExpansion(Loc.getLocWithOffset(Length));
}

MacroAround MacroUses::value(FileID Invocation) const {
  return {Invocation, text(expansionStart(Invocation)), true, -1};
}

// \p Parameter is the place in a macro's body that an argument took.
MacroAround MacroUses::argument(SourceLocation Parameter) const {
  MacroAround Use = value(Sources.getFileID(Parameter));
  Use.IsValue = false;
  const IdentifierInfo *Name = Macros.getIdentifierInfo(Use.Name);
  // What the macro meant where it was used; it may mean another thing by now.
  const MacroDirective *Latest = Macros.getLocalMacroDirectiveHistory(Name);
  if (!Latest)
    return Use;
  const MacroDirective::DefInfo Definition =
      Latest->findDirectiveAtLoc(Sources.getExpansionLoc(Parameter), Sources);
  if (Definition && Definition.getMacroInfo())
    Use.Argument = Definition.getMacroInfo()->getParameterNum(
        Macros.getIdentifierInfo(text(Parameter)));
  return Use;
}

bool MacroUses::climbArgument(SourceLocation &Begin, SourceLocation &End,
                              Uses &Found) const {
  if (!Sources.isMacroArgExpansion(Begin) || !Sources.isMacroArgExpansion(End))
    return false;
  SourceLocation Parameter = expansionStart(Sources.getFileID(Begin));
  if (Parameter != expansionStart(Sources.getFileID(End)) ||
      !Parameter.isMacroID())
    return false;
  if (Sources.isAtStartOfImmediateMacroExpansion(Begin) && isAtEnd(End))
    Found.push_back(argument(Parameter));
  Begin = Sources.getImmediateSpellingLoc(Begin);
  End = Sources.getImmediateSpellingLoc(End);
  return true;
}

// One step out of the macro in which an end of the range lies. The two ends may
// lie in different ones: in `pfn_to_page(n)`, defined as the name of another
// macro, the begin is one deeper.
bool MacroUses::climb(SourceLocation &Begin, SourceLocation &End, bool IsCall,
                      Uses &Found) const {
  if (climbArgument(Begin, End, Found))
    return true;
  FileID First = Sources.getFileID(Begin), Last = Sources.getFileID(End);
  if (First == Last) {
    if (Begin.isFileID() ||
        !Sources.isAtStartOfImmediateMacroExpansion(Begin) || !isAtEnd(End))
      return false;
    Found.push_back(value(First));
    CharSourceRange Outer = Sources.getImmediateExpansionRange(Begin);
    Begin = Outer.getBegin();
    End = Outer.getEnd();
    return true;
  }
  bool IsBeginDeeper =
      Begin.isMacroID() &&
      (End.isFileID() || Sources.isBeforeInSLocAddrSpace(End, Begin));
  if (!IsBeginDeeper) {
    if (!isAtEnd(End))
      return false;
    End = Sources.getImmediateExpansionRange(End).getEnd();
    return true;
  }
  if (!Sources.isAtStartOfImmediateMacroExpansion(Begin))
    return false;
  bool IsName = !Sources.isMacroArgExpansion(Begin) && isAtEnd(Begin);
  if (IsName && (IsCall || (!Found.empty() && Found.back().IsValue)))
    Found.push_back(value(First));
  Begin = expansionStart(First);
  return true;
}

ArrayRef<MacroAround> MacroUses::around(const Expr *E) {
  SourceLocation Begin = E->getBeginLoc(), End = E->getEndLoc();
  if (!Begin.isMacroID() || End.isInvalid())
    return {};
  auto [Entry, IsNew] = Known.try_emplace({Begin, End});
  if (IsNew)
    while (
        climb(Begin, End, isa<CallExpr>(E->IgnoreImplicit()), Entry->second)) {
    }
  return Entry->second;
}

const Expr *MacroUses::argumentOf(const Stmt *Whole, FileID Invocation,
                                  int Argument) {
  for (const Stmt *Child : Whole->children()) {
    if (!Child)
      continue;
    const auto *E = dyn_cast<Expr>(Child);
    if (E && !isa<ImplicitCastExpr>(E))
      for (const MacroAround &Use : around(E))
        if (!Use.IsValue && Use.Invocation == Invocation &&
            Use.Argument == Argument)
          return E;
    if (const Expr *Below = argumentOf(Child, Invocation, Argument))
      return Below;
  }
  return nullptr;
}

bool MacroUses::isWrittenBy(SourceLocation Loc,
                            function_ref<bool(StringRef)> Fits) const {
  while (Loc.isMacroID()) {
    if (Sources.isMacroArgExpansion(Loc)) {
      Loc = Sources.getImmediateSpellingLoc(Loc);
      continue;
    }
    Loc = expansionStart(Sources.getFileID(Loc));
    if (Fits(text(Loc)))
      return true;
  }
  return false;
}
