//===- BlockWalker.h - in which order statements run ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Shows the statements of each block of a function, with what is needed to say
/// which of them run after which: what jumps to them, and which pages they look
/// at whenever they are reached. Knows nothing of what the statements do.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_AST_BLOCKWALKER_H
#define PAGESPLIT_AST_BLOCKWALKER_H

#include "pagesplit/Knowledge/Knowledge.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <vector>

namespace pagesplit {

/// One statement between the braces of a block.
struct BlockStep {
  const clang::CompoundStmt *Block = nullptr;
  const clang::Stmt *Statement = nullptr; ///< without the labels before it
  /// Names of variables that are a `struct page *` and whose value is taken
  /// whenever the statement is reached, whatever conditions in it say.
  std::vector<const clang::DeclRefExpr *> Always;
  /// Names of such variables without which the statement goes elsewhere:
  /// "if (!page) return", and the same for an error code in place of the page.
  std::vector<const clang::DeclRefExpr *> Required;
  /// What jumps to a label before the statement, and from outside of it to a
  /// label inside: gotos, switches. An address taken of a label is a jump from
  /// the beginning of the function.
  std::vector<clang::SourceLocation> JumpsTo;
  std::vector<clang::SourceLocation> JumpsInto;
};

/// Show the steps of all blocks in the body of \p F, outer blocks first. What
/// asks for error codes is \p Known.
void walkBlocks(const clang::FunctionDecl *F, const Knowledge &Known,
                llvm::function_ref<void(const BlockStep &)> Show);

} // namespace pagesplit

#endif
