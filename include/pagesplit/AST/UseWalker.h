//===- UseWalker.h - every expression that is a page ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Shows each expression of type `struct page *` in the bodies of functions,
/// and what is done with its value. Knows the AST, not the text
/// (Extract/UseCollector.h). One written expression is shown as often as a
/// macro evaluates it. C only: a page in a C++ template has no one meaning.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_AST_USEWALKER_H
#define PAGESPLIT_AST_USEWALKER_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace pagesplit {

/// What is done with a page; the kinds of Uses/Uses.h without MacroArgument,
/// which is a matter of text.
enum class UseForm {
  Field,
  Argument,
  Assign,
  Return,
  Test,
  Compare,
  Target,
  Value,
  Object,
};

/// One expression.
struct UseSite {
  UseForm Form = UseForm::Value;
  const clang::Expr *Value = nullptr;
  /// The variable, parameter or member that Value is; else null.
  const clang::NamedDecl *Declared = nullptr;
  clang::SourceLocation Name; ///< of the word that names Declared
  const clang::FunctionDecl *Function = nullptr;
  /// Field: the member of struct page, and the expression down to the last
  /// member, as page->lru.next.
  const clang::MemberExpr *Member = nullptr;
  const clang::Expr *Access = nullptr;
  /// Field: "read", "write", "change" or "address".
  const char *Mode = "";
  const clang::Expr *Written = nullptr;  ///< Field, Target: by a plain "="
  const clang::CallExpr *Call = nullptr; ///< Argument
  int Position = -1;                     ///< Argument
  /// Assign: what the value goes to; Compare: what it is compared with; null
  /// when that is no declaration.
  const clang::NamedDecl *Other = nullptr;
};

/// Show every such expression in functions that \p IsWanted (by the place of
/// their body) to \p Show, in AST order.
void walkUses(clang::ASTContext &Context,
              llvm::function_ref<bool(const clang::FunctionDecl *)> IsWanted,
              llvm::function_ref<void(const UseSite &)> Show);

} // namespace pagesplit

#endif
