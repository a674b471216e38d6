//===- WholePage.h - uses of struct page as a whole -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Accesses that name no field: copies, memset, sizeof, pointer arithmetic and
/// casts; and what an offsetof is part of.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_AST_WHOLEPAGE_H
#define PAGESPLIT_LIB_AST_WHOLEPAGE_H

#include "pagesplit/AST/AccessWalker.h"

#include <optional>

namespace pagesplit {

/// The site that \p E, on top of \p Enclosing, is by itself. The callee's
/// effect on memory comes from \p Known.
std::optional<AccessSite> findWholePageUse(const clang::Expr *E,
                                           const EnclosingStack &Enclosing,
                                           const Knowledge &Known,
                                           const clang::ASTContext &Context);

/// A plain offsetof, or the inner part of container_of(), or that of a macro
/// that walks a list.
SiteForm offsetForm(const clang::OffsetOfExpr *E,
                    const EnclosingStack &Enclosing,
                    const clang::ASTContext &Context);

} // namespace pagesplit

#endif
