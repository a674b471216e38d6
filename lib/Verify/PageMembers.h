//===- PageMembers.h - the members of one unit's struct page ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds struct page and its members in a tree. As AST/PageRecord.h does, but
/// without layout, and of a struct that may have errors.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_VERIFY_PAGEMEMBERS_H
#define PAGESPLIT_LIB_VERIFY_PAGEMEMBERS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace pagesplit {

/// Null when the unit has no definition of it.
const clang::RecordDecl *pageDefinition(clang::ASTContext &Context);

/// Each member with a name, those of anonymous structs and unions too.
void forEachMember(const clang::RecordDecl *Record,
                   llvm::function_ref<void(const clang::FieldDecl *)> See);

} // namespace pagesplit

#endif
