//===- FunctionPaths.h - what may run after what ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows the paths of one function forward from an expression. Every
/// expression is shown on its own, in the order of evaluation.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_FUNCTIONPATHS_H
#define PAGESPLIT_CHECKS_FUNCTIONPATHS_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <memory>

namespace pagesplit::checks {

/// The variable that \p E is, without parentheses and casts; null: another
/// expression.
const clang::VarDecl *variableIn(const clang::Expr *E);

class FunctionPaths {
public:
  /// The paths of \p Function, which has a body.
  FunctionPaths(const clang::FunctionDecl *Function,
                clang::ASTContext &Context);

  /// Whether \p S is anywhere on the paths.
  bool has(const clang::Stmt *S) const { return Places.contains(S); }

  /// Visit what can run after \p From until \p Visit answers false, which ends
  /// that path. A condition that decides where to go on is shown again, at its
  /// end, with true as the second argument.
  void after(const clang::Stmt *From,
             llvm::function_ref<bool(const clang::Stmt *, bool IsCondition)>
                 Visit) const;

  /// Every statement and expression, in no order.
  void all(llvm::function_ref<void(const clang::Stmt *)> Visit) const;

private:
  struct Place {
    const clang::CFGBlock *Block = nullptr;
    unsigned Index = 0;
  };
  std::unique_ptr<clang::CFG> Graph;
  llvm::DenseMap<const clang::Stmt *, Place> Places;
};

} // namespace pagesplit::checks

#endif
