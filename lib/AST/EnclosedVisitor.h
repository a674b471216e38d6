//===- EnclosedVisitor.h - visit nodes, know what is around -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The visitor of walkers that judge an expression by the statements around it.
/// Types are not walked where they are written, declarations are.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_AST_ENCLOSEDVISITOR_H
#define PAGESPLIT_LIB_AST_ENCLOSEDVISITOR_H

#include "pagesplit/AST/EnclosingStack.h"
#include "clang/AST/RecursiveASTVisitor.h"

namespace pagesplit {

template <typename Derived>
class EnclosedVisitor : public clang::RecursiveASTVisitor<Derived> {
public:
  bool shouldWalkTypesOfTypeLocs() const { return false; }
  bool dataTraverseStmtPre(clang::Stmt *S) {
    Enclosing.push(S);
    return true;
  }
  bool dataTraverseStmtPost(clang::Stmt *) {
    Enclosing.pop();
    return true;
  }

protected:
  EnclosingStack Enclosing;
};

} // namespace pagesplit

#endif
