//===- Conflicts.h - edits that do not go together --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EDIT_CONFLICTS_H
#define PAGESPLIT_LIB_EDIT_CONFLICTS_H

#include "pagesplit/Edit/Edit.h"
#include "llvm/ADT/ArrayRef.h"

#include <vector>

namespace pagesplit {

/// For each of \p Edits, which are all different and in their order, the index
/// of one other it does not go with, or -1. These do not go together:
/// - replacements that overlap;
/// - a replacement and an insertion strictly inside it;
/// - insertions for one expression at one offset with different texts;
/// - insertions around two expressions of which neither holds the other.
/// Takes n log n steps.
std::vector<int> findConflicts(llvm::ArrayRef<const Edit *> Edits);

} // namespace pagesplit

#endif
