//===- EnclosingStack.h - the statements around a node ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The path from the body of a function (or an initialiser) down to the
/// expression being visited. Cheaper than clang's ParentMap, which would cover
/// every header before the first question.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_AST_ENCLOSINGSTACK_H
#define PAGESPLIT_AST_ENCLOSINGSTACK_H

#include "clang/AST/Stmt.h"
#include "llvm/ADT/SmallVector.h"

namespace pagesplit {

class EnclosingStack {
public:
  void push(const clang::Stmt *S) { Stack.push_back(S); }
  void pop() { Stack.pop_back(); }

  /// The statement \p Up levels above the one being visited; 0 is that one.
  /// Null above the outermost.
  const clang::Stmt *up(unsigned Up) const {
    return Up < Stack.size() ? Stack[Stack.size() - 1 - Up] : nullptr;
  }

private:
  llvm::SmallVector<const clang::Stmt *, 64> Stack;
};

} // namespace pagesplit

#endif
