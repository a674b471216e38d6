//===- DescriptorText.h - descriptors as they are written -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What fix-its need: the text of expressions, the descriptor that stands
/// behind `&folio->page` or `ptdesc_page(pt)`, and the field of a descriptor
/// that lies where one of struct page does.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_DESCRIPTORTEXT_H
#define PAGESPLIT_CHECKS_DESCRIPTORTEXT_H

#include "pagesplit/AST/PageRecord.h"
#include "pagesplit/Knowledge/Knowledge.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

#include <optional>
#include <string>

namespace pagesplit::checks {

/// The text of \p Range; empty when a macro writes part of it.
std::string textOf(clang::SourceRange Range, const clang::ASTContext &Context);

/// Where the token that ends \p Range ends.
clang::SourceLocation endOf(clang::SourceRange Range,
                            const clang::ASTContext &Context);

/// The macro in a file whose whole expansion \p E is, and its text there;
/// nothing: E is written otherwise.
struct WrittenMacro {
  std::string Name;
  std::string Arguments; ///< between its parentheses
  clang::CharSourceRange Range;
};
std::optional<WrittenMacro> macroOf(const clang::Expr *E,
                                    const clang::ASTContext &Context);

/// The names of the macros in which \p Loc lies, innermost first.
std::vector<std::string> macrosAround(clang::SourceLocation Loc,
                                      const clang::ASTContext &Context);

/// A descriptor whose page an expression is.
struct DescriptorBehind {
  std::string Descriptor; ///< canonical
  std::string Text;       ///< an expression that points to it
};

/// What \p Page is the first page of: `&folio->page`, `ptdesc_page(pt)`.
/// Nothing when it is written otherwise.
std::optional<DescriptorBehind> descriptorBehind(const clang::Expr *Page,
                                                 const Knowledge &Known,
                                                 clang::ASTContext &Context);

/// The field of the C type of \p Descriptor that lies where \p Place does and
/// has its type, so that one may be written for the other; null: none.
std::string sameField(const FieldPlace &Place, llvm::StringRef Descriptor,
                      const Knowledge &Known, clang::ASTContext &Context);

/// The fields at the place of \p Field in \p Descriptor for people: "pt_list of
/// struct ptdesc"; empty: none.
std::string destinationOf(llvm::StringRef Field, llvm::StringRef Descriptor,
                          const Knowledge &Known);

/// "a folio", "an offline".
std::string withArticle(llvm::StringRef Descriptor);

} // namespace pagesplit::checks

#endif
