//===- BlockStatements.h - the statements of blocks as text -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Gives what AST/BlockWalker.h shows its places in the file.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EXTRACT_BLOCKSTATEMENTS_H
#define PAGESPLIT_LIB_EXTRACT_BLOCKSTATEMENTS_H

#include "TextSpans.h"
#include "pagesplit/Knowledge/Knowledge.h"

namespace pagesplit {

/// Add the statements of the blocks in \p F that no macro makes.
void addStatements(const clang::FunctionDecl *F,
                   const clang::ASTContext &Context, const Knowledge &Known,
                   TextSpans &Spans, UseSet &Into);

} // namespace pagesplit

#endif
