//===- FunctionPaths.cpp - what may run after what ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionPaths.h"

#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace pagesplit::checks {

const VarDecl *variableIn(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenCasts());
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

FunctionPaths::FunctionPaths(const FunctionDecl *Function,
                             ASTContext &Context) {
  CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  Graph = CFG::buildCFG(Function, Function->getBody(), &Context, Options);
  if (!Graph)
    return;
  for (const CFGBlock *Block : *Graph) {
    unsigned Index = 0;
    for (const CFGElement &Element : *Block) {
      ++Index;
      if (auto Statement = Element.getAs<CFGStmt>())
        Places.try_emplace(Statement->getStmt(), Place{Block, Index});
    }
  }
}

void FunctionPaths::all(function_ref<void(const Stmt *)> Visit) const {
  if (!Graph)
    return;
  for (const CFGBlock *Block : *Graph)
    for (const CFGElement &Element : *Block)
      if (auto Statement = Element.getAs<CFGStmt>())
        Visit(Statement->getStmt());
}

void FunctionPaths::after(const Stmt *From,
                          function_ref<bool(const Stmt *, bool)> Visit) const {
  auto Start = Places.find(From);
  if (Start == Places.end())
    return;
  SmallVector<Place, 16> Open = {Start->second};
  SmallPtrSet<const CFGBlock *, 32> Seen;
  while (!Open.empty()) {
    Place Here = Open.pop_back_val();
    bool GoesOn = true;
    unsigned Index = 0;
    for (const CFGElement &Element : *Here.Block) {
      if (Index++ < Here.Index)
        continue;
      auto Statement = Element.getAs<CFGStmt>();
      if (Statement && !Visit(Statement->getStmt(), false)) {
        GoesOn = false;
        break;
      }
    }
    const Stmt *Condition = Here.Block->getTerminatorCondition();
    if (!GoesOn || (Condition && !Visit(Condition, true)))
      continue;
    for (const CFGBlock *Next : Here.Block->succs())
      if (Next && Seen.insert(Next).second)
        Open.push_back({Next, 0});
  }
}

} // namespace pagesplit::checks
