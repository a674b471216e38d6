//===- PageTypes.h - which types can carry a page ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Answers of pageDepth(), remembered: the walk over moves asks for every
/// expression of a unit.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_AST_PAGETYPES_H
#define PAGESPLIT_LIB_AST_PAGETYPES_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Type.h"
#include "llvm/ADT/DenseMap.h"

namespace pagesplit {

class PageTypes {
public:
  explicit PageTypes(const clang::ASTContext &Context) : Context(Context) {}

  /// pageDepth(), or -1.
  int depth(clang::QualType Type);

  /// Whether a value of \p Type is or points to a page: at least one pointer,
  /// array or reference around struct page.
  bool isPage(clang::QualType Type);

  /// Whether a pointer to a page fits into \p Type: pointers and integers.
  bool canHide(clang::QualType Type) const;

  /// Whether \p Type points to a function that has a page in its signature.
  bool isSlot(clang::QualType Type);

  /// Whether \p Type is what lists are linked by, or points to it at any depth:
  /// a struct of nothing but pointers to itself, as struct list_head.
  bool isLink(clang::QualType Type);

  /// The struct that \p Type points to, at any depth, without qualifiers; null
  /// for void, integers, functions and structs that are not pointed to.
  static clang::QualType pointedRecord(clang::QualType Type);

private:
  const clang::ASTContext &Context;
  llvm::DenseMap<const clang::Type *, int> Depths;
  llvm::DenseMap<const clang::Type *, bool> Slots;
  llvm::DenseMap<const clang::Type *, bool> Links;
};

} // namespace pagesplit

#endif
