//===- UseCollector.h - sites of one AST become uses ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Gathers what AST/UseWalker.h shows, with the places of the words.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EXTRACT_USECOLLECTOR_H
#define PAGESPLIT_LIB_EXTRACT_USECOLLECTOR_H

#include "pagesplit/Knowledge/Knowledge.h"
#include "pagesplit/Support/SourceRoots.h"
#include "pagesplit/Uses/Uses.h"
#include "clang/AST/ASTContext.h"

namespace pagesplit {

/// The uses in functions whose body is in one of \p Files (portable names), and
/// the members of the types that describe pages. \p Directory is that of the
/// compile command.
UseSet collectUses(clang::ASTContext &Context, llvm::StringRef Directory,
                   const SourceRoots &Roots, const Knowledge &Known,
                   const std::set<std::string> &Files);

} // namespace pagesplit

#endif
