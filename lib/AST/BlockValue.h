//===- BlockValue.h - what a statement expression gives ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `({ ...; value; })`, GNU's way to write a macro that has a value.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_AST_BLOCKVALUE_H
#define PAGESPLIT_LIB_AST_BLOCKVALUE_H

#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"

namespace pagesplit {

/// The last expression of \p Block; null when it has no value.
inline const clang::Expr *blockValue(const clang::StmtExpr *Block) {
  const clang::CompoundStmt *Body = Block->getSubStmt();
  const auto *Last = Body->body_empty()
                         ? nullptr
                         : llvm::dyn_cast<clang::ValueStmt>(Body->body_back());
  return Last ? Last->getExprStmt() : nullptr;
}

} // namespace pagesplit

#endif
