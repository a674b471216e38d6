//===- UseParts.h - what an expression leads to -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Takes expressions apart for UseWalker.cpp: which declaration an element or
/// an address belongs to, what a value in braces initialises, what is stored.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_AST_USEPARTS_H
#define PAGESPLIT_LIB_AST_USEPARTS_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"

namespace pagesplit {

/// The part of \p E that leads to the same declaration as E does: pages of
/// "pages[i]", "*pages", "&pages[i]" and "pages + i"; null when there is none.
const clang::Expr *partOf(const clang::Expr *E);

/// What all of \p E leads to: the innermost of its parts.
const clang::Expr *holderOf(const clang::Expr *E);

/// The declaration that \p E leads to, without casts; null when it is none. An
/// assignment is what it assigns to.
const clang::NamedDecl *declared(const clang::Expr *E);

/// What "&function", "(*ops->function)" and the like name.
const clang::Expr *pointedFunction(const clang::Expr *E);

/// The variable that \p Value is the initialiser of; null when it is none of
/// \p Statement.
const clang::VarDecl *variableOf(const clang::DeclStmt &Statement,
                                 const clang::Stmt *Value);

/// The member of a struct that \p Child in its \p Braces is the value of.
const clang::FieldDecl *memberAt(const clang::InitListExpr &Braces,
                                 const clang::Stmt *Child);

/// Whether nobody else knows the memory that \p E is the address of: a function
/// made it that the compiler knows to. A macro may keep it in a variable of its
/// own on the way.
bool isFresh(const clang::Expr *E);

} // namespace pagesplit

#endif
