//===- MemoryUse.h - what an expression does to a field ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Tells read, write, read-modify-write and address-of apart by climbing from
/// the field's expression through its surroundings: casts, `*&`, assignments,
/// asm operands, builtin atomics, and calls of which the knowledge files say
/// what they do.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_AST_MEMORYUSE_H
#define PAGESPLIT_AST_MEMORYUSE_H

#include "pagesplit/AST/EnclosingStack.h"
#include "pagesplit/Knowledge/Knowledge.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

#include <string>

namespace pagesplit {

/// A set of things done to the memory of one field. Several uses of one
/// spelled expression (a macro that evaluates its argument twice) are joined.
struct MemoryUse {
  bool Reads = false;
  bool Writes = false;
  /// The address leaves to where it is not followed: an unknown callee, a
  /// variable, a return value.
  bool Leaves = false;
  /// The expression is not evaluated: sizeof, typeof, an unchosen branch.
  bool Unevaluated = false;
  /// The callee or operation that decided, if there was one.
  std::string Via;

  static MemoryUse read() { return {true, false, false, false, ""}; }
  static MemoryUse write() { return {false, true, false, false, ""}; }
  static MemoryUse readWrite() { return {true, true, false, false, ""}; }
  static MemoryUse leaves(llvm::StringRef Via = "") {
    return {false, false, true, false, Via.str()};
  }
};

/// What is done to the memory of the lvalue on top of \p Stack.
MemoryUse memoryUse(const EnclosingStack &Stack, const Knowledge &Known,
                    const clang::ASTContext &Context);

/// The same for a pointer on top of \p Stack: what is done to its target.
MemoryUse pointerUse(const EnclosingStack &Stack, const Knowledge &Known,
                     const clang::ASTContext &Context);

} // namespace pagesplit

#endif
