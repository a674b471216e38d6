//===- PageRecord.h - struct page as the compiler laid it out ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Recognises struct page and places its members: byte offset, size and union
/// arm come from the AST of the unit at hand, never from a table.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_AST_PAGERECORD_H
#define PAGESPLIT_AST_PAGERECORD_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

#include <optional>
#include <string>
#include <vector>

namespace pagesplit {

/// Where a member lies in struct page. Offsets and sizes are bytes.
struct FieldPlace {
  std::string Field; ///< the member as spelled: "lru"
  std::string Path;  ///< down to the word: "lru.next"
  std::string Arm;   ///< union arms from the outside in: "8#0/24#1"
  unsigned Offset = 0;
  unsigned Size = 0;
};

/// Whether \p Record is the kernel's struct page: a struct of that name at
/// file scope (or in an extern "C" block), in any redeclaration.
bool isPageRecord(const clang::RecordDecl *Record);

/// Whether \p Type, looking through sugar and qualifiers, is struct page.
bool isPageType(clang::QualType Type);

/// How many pointers, arrays and references lie around struct page in \p Type:
/// 0 for struct page itself, 2 for "struct page **"; nothing for other types.
/// References count nothing.
std::optional<unsigned> pageDepth(clang::QualType Type);

/// Whether \p Type is `struct page *`, through sugar and qualifiers.
bool isPagePointer(clang::QualType Type);

/// How many pointers and arrays lead to a page by way of a `struct page *`: 1
/// for that itself, 2 for `struct page **` and `struct page *[4]`; 0 for all
/// other types, `struct page[4]` among them.
unsigned pagePointerDepth(clang::QualType Type);

/// \p Type as written, without the place of a type that has no name: that would
/// be a path of this machine.
std::string typeText(clang::QualType Type);

/// The member chain of an access, outermost member of struct page first:
/// {lru, next} for page->lru.next, anonymous members included.
using MemberChain = llvm::SmallVector<const clang::FieldDecl *, 4>;

/// The part of a chain of member expressions that lies in struct page.
struct PageMember {
  MemberChain Chain;
  const clang::MemberExpr *Named = nullptr; ///< the expression naming Field
  const clang::Expr *Base = nullptr; ///< of type struct page or pointer to it
};

/// Take \p Outer apart; nothing when no member of struct page is in it.
std::optional<PageMember> findPageMember(const clang::MemberExpr *Outer);

/// Where \p Chain ends. The first field must be one of struct page.
FieldPlace placeOf(const MemberChain &Chain, const clang::ASTContext &Context);

/// A member of struct page and its type as written.
struct MemberPlace {
  FieldPlace Place;
  std::string Type;
};

/// Every named member of struct page, those of anonymous members included, in
/// declaration order. \p Definition is the complete struct.
std::vector<MemberPlace> membersOf(const clang::RecordDecl *Definition,
                                   const clang::ASTContext &Context);

} // namespace pagesplit

#endif
