//===- AccessWalker.h - every place that touches struct page ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Walks an AST once and shows each access to struct page to a callback. The
/// walker knows forms and modes; it does not know files, macros or facts
/// (Extract/FactCollector.h), and it shows the same spelled expression once per
/// evaluation, as the AST has it.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_AST_ACCESSWALKER_H
#define PAGESPLIT_AST_ACCESSWALKER_H

#include "pagesplit/AST/MemoryUse.h"
#include "pagesplit/AST/PageRecord.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace pagesplit {

/// The construct of a site; the forms of a fact (Facts/Facts.h) seen from the
/// AST.
enum class SiteForm {
  Member,
  Offsetof,
  Container,
  ListWalk,
  Designator,
  Copy,
  MemoryCall,
  Sizeof,
  Arithmetic,
  Embedded,
  Cast,
};

/// One access as the AST shows it. Locations may lie in macros.
struct AccessSite {
  SiteForm Form = SiteForm::Member;
  /// Empty Field: the struct as a whole.
  FieldPlace Place;
  MemoryUse Use;
  /// The token that names the field, or that the construct is known by.
  clang::SourceLocation Token;
  /// The whole expression.
  clang::SourceRange Range;
  /// The expression up to the field; null when there is none.
  const clang::Expr *Base = nullptr;
  /// What the form says besides Use.Via: the other type of a cast, the member
  /// of an embedded page.
  std::string Detail;
  /// The function or file-level variable around it; null outside both.
  const clang::NamedDecl *Owner = nullptr;
};

/// Show every access in \p Context to \p Show, in AST order.
void walkAccesses(clang::ASTContext &Context, const Knowledge &Known,
                  llvm::function_ref<void(const AccessSite &)> Show);

} // namespace pagesplit

#endif
