//===- BlockStatements.cpp - the statements of blocks as text -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BlockStatements.h"

#include "pagesplit/AST/BlockWalker.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

static void sortUnique(std::vector<unsigned> &Offsets) {
  llvm::sort(Offsets);
  Offsets.erase(llvm::unique(Offsets), Offsets.end());
}

namespace {

class Spelled {
public:
  Spelled(const FunctionDecl *F, const ASTContext &Context, TextSpans &Spans)
      : Sources(Context.getSourceManager()), Spans(Spans),
        File(Spans.fileOf(F->getBody()->getBeginLoc())) {}

  bool isInFile(SourceLocation Loc) {
    return Spans.fileOf(Sources.getExpansionLoc(Loc)) == File;
  }
  unsigned offset(SourceLocation Loc) const {
    return Sources.getFileOffset(Sources.getExpansionLoc(Loc));
  }
  std::vector<unsigned> offsets(ArrayRef<SourceLocation> Locations);
  std::vector<unsigned> names(ArrayRef<const DeclRefExpr *> Names);
  BlockStatement statement(const BlockStep &Step);

private:
  const SourceManager &Sources;
  TextSpans &Spans;
  std::string File;
};

} // namespace

std::vector<unsigned> Spelled::offsets(ArrayRef<SourceLocation> Locations) {
  std::vector<unsigned> Offsets;
  for (SourceLocation Loc : Locations)
    if (isInFile(Loc))
      Offsets.push_back(offset(Loc));
  sortUnique(Offsets);
  return Offsets;
}

std::vector<unsigned> Spelled::names(ArrayRef<const DeclRefExpr *> Names) {
  std::vector<unsigned> Offsets;
  for (const DeclRefExpr *Name : Names)
    if (TextSpan Word =
            Spans.word(Name->getLocation(), Name->getDecl()->getName()))
      Offsets.push_back(Word.Begin);
  sortUnique(Offsets);
  return Offsets;
}

BlockStatement Spelled::statement(const BlockStep &Step) {
  BlockStatement Record;
  Record.File = File;
  Record.Begin = offset(Step.Statement->getBeginLoc());
  Record.BlockBegin = offset(Step.Block->getLBracLoc()) + 1;
  Record.BlockEnd = offset(Step.Block->getRBracLoc());
  Record.IsDeclaration = isa<DeclStmt>(Step.Statement);
  Record.Always = names(Step.Always);
  Record.Required = names(Step.Required);
  Record.JumpsTo = offsets(Step.JumpsTo);
  Record.JumpsInto = offsets(Step.JumpsInto);
  unsigned End = offset(Step.Statement->getEndLoc());
  llvm::erase_if(Record.JumpsInto, [&](unsigned From) {
    return Record.Begin <= From && From <= End;
  });
  return Record;
}

void pagesplit::addStatements(const FunctionDecl *F, const ASTContext &Context,
                              const Knowledge &Known, TextSpans &Spans,
                              UseSet &Into) {
  Spelled Text(F, Context, Spans);
  walkBlocks(F, Known, [&](const BlockStep &Step) {
    SourceLocation Open = Step.Block->getLBracLoc();
    if (!Open.isMacroID() && Text.isInFile(Open))
      Into.Statements.insert(Text.statement(Step));
  });
}
