//===- Edit.h - one change to one file --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A stretch of a file that is replaced, or a text that is inserted. Edits of
/// one file all count in the bytes of the unchanged file, so they can be
/// gathered from many translation units in any order.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EDIT_EDIT_H
#define PAGESPLIT_EDIT_EDIT_H

#include "llvm/ADT/StringRef.h"

#include <string>
#include <utility>

namespace pagesplit {

/// Make one with replacement(), insertion() or wrap().
struct Edit {
  std::string File;    ///< relative to the source root
  unsigned Offset = 0; ///< bytes from the start of the unchanged file
  std::string Was;     ///< what stands there; empty: an insertion
  std::string Text;    ///< what stands there afterwards
  /// The other end of the expression an insertion belongs to: behind Offset
  /// when this one opens it, before Offset when it closes it. Offset itself for
  /// every other edit.
  unsigned Reach = 0;

  unsigned end() const { return Offset + Was.size(); }
  bool isInsertion() const { return Was.empty(); }
};

/// By file and offset. At one offset: what closes an expression, the inner one
/// first; then plain insertions; then what opens one, the outer one first; then
/// the replacement that begins there.
bool operator<(const Edit &A, const Edit &B);
bool operator==(const Edit &A, const Edit &B);

/// \p Was at \p Offset becomes \p Text.
Edit replacement(llvm::StringRef File, unsigned Offset, llvm::StringRef Was,
                 llvm::StringRef Text);

/// \p Text in front of \p Offset.
Edit insertion(llvm::StringRef File, unsigned Offset, llvm::StringRef Text);

/// \p Open and \p Close around the expression from \p Begin to \p End. Either
/// may be empty; then leave that edit out.
std::pair<Edit, Edit> wrap(llvm::StringRef File, unsigned Begin, unsigned End,
                           llvm::StringRef Open, llvm::StringRef Close);

} // namespace pagesplit

#endif
