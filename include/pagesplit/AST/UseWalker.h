//===- UseWalker.h - every expression that is a page ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Shows each expression of type `struct page *` in the bodies of functions,
/// and those of `struct page **` and deeper that are not just a part of one,
/// and what is done with the value; what else goes to where a page is expected;
/// and each mention of a function that takes or gives a page. Knows the AST,
/// not the text (Extract/UseCollector.h). One written expression is shown as
/// often as a macro evaluates it. C only: a page in a C++ template has no one
/// meaning.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_AST_USEWALKER_H
#define PAGESPLIT_AST_USEWALKER_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace pagesplit {

/// What is done with a page; the kinds of Uses/Uses.h in their order, without
/// the last, MacroArgument, which is a matter of text.
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
  Foreign,
};

/// One expression.
struct UseSite {
  UseForm Form = UseForm::Value;
  const clang::Expr *Value = nullptr; ///< null: only the name stands there
  unsigned Depth = 1;                 ///< pagePointerDepth() of it
  /// Value, or the parentheses around it.
  const clang::Expr *Whole = nullptr;
  /// The variable, parameter or member that Value is or assigns to, is an
  /// element of or leads to: pages of "pages[i]" and of "&pages[i]"; else null.
  const clang::NamedDecl *Declared = nullptr;
  clang::SourceLocation Name; ///< of the word that names Declared
  /// Value is a call of it, or an element of what it gives; as calledBy().
  const clang::NamedDecl *Called = nullptr;
  const clang::FunctionDecl *Function = nullptr;
  /// Field: the member of struct page, and the expression down to the last
  /// member, as page->lru.next.
  const clang::MemberExpr *Member = nullptr;
  const clang::Expr *Access = nullptr;
  const clang::Expr *AccessWhole = nullptr; ///< with parentheses around it
  /// Field: "read", "write", "change" or "address". Others as in Uses/Uses.h.
  const char *Mode = "";
  const clang::Expr *Written = nullptr;  ///< Field, Target: by a plain "="
  const clang::CallExpr *Call = nullptr; ///< Argument; Foreign, when it is one
  int Position = -1;                     ///< of the argument
  /// Assign, Foreign: what the value goes to; Compare: what it is compared
  /// with; null when that is no declaration.
  const clang::NamedDecl *Other = nullptr;
};

/// Whether \p F has a page as a parameter or as its result, at any depth.
bool concernsPages(const clang::FunctionDecl *F);

/// The same of a member that points to a function.
bool concernsPages(const clang::FieldDecl *Slot);

/// What \p Call calls: a function, or a member that points to one; else null.
const clang::NamedDecl *calledBy(const clang::CallExpr *Call);

/// A name of a function, or of a member that points to one, that concerns
/// pages.
struct MentionSite {
  const clang::NamedDecl *Named = nullptr;
  clang::SourceLocation Name;
  /// Its value goes elsewhere than into a call or a test, or what is put into
  /// it is neither a function nor such a member nor NULL.
  bool IsStored = false;
  /// It is stored in this member, where calls can be followed; else null.
  const clang::FieldDecl *Into = nullptr;
};

/// What is shown.
struct UseCallbacks {
  /// Functions to look into, by the place of their body, and whether the
  /// initialisers at the place of a file-level declaration are wanted.
  llvm::function_ref<bool(const clang::FunctionDecl *)> IsWanted;
  llvm::function_ref<bool(const clang::VarDecl *)> IsWantedVariable;
  llvm::function_ref<void(const UseSite &)> Show;
  llvm::function_ref<void(const MentionSite &)> ShowMention;
  /// Any other name of a variable, member or function, where it is declared or
  /// used.
  llvm::function_ref<void(const clang::NamedDecl *D,
                          clang::SourceLocation Name)>
      ShowName;
};

/// Show what stands in \p Context, in AST order.
void walkUses(clang::ASTContext &Context, const UseCallbacks &Callbacks);

} // namespace pagesplit

#endif
