//===- SlotStores.h - functions put where they are called from --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Ops tables and callbacks: which functions a value may be, and the slot it
/// is put into.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_AST_SLOTSTORES_H
#define PAGESPLIT_LIB_AST_SLOTSTORES_H

#include "PageTypes.h"
#include "pagesplit/AST/FlowWalker.h"
#include "clang/AST/Expr.h"

#include <vector>

namespace pagesplit {

/// The slot that a member or variable is, or that a parameter of a function
/// with a body here is.
FlowPlace slotPlace(const clang::NamedDecl *Declaration);

/// Whether \p Value is a function, or points to one, that has a page in its
/// signature, and \p To is a pointer to functions.
bool mayBeStored(clang::QualType To, const clang::Expr *Value,
                 PageTypes &Types);

/// The functions and slots that \p Value may be.
std::vector<FlowPlace> storedFunctions(const clang::Expr *Value);

} // namespace pagesplit

#endif
