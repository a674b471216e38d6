//===- TreeCheck.h - knowledge held against a kernel tree -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Proves that what the knowledge files name is there in a kernel tree, and
/// that their field maps agree with the tree's own assertions. Reads text, not
/// C: nothing has to be configured or compiled.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_KNOWLEDGE_TREECHECK_H
#define PAGESPLIT_KNOWLEDGE_TREECHECK_H

#include "pagesplit/Knowledge/Layer.h"
#include "llvm/ADT/ArrayRef.h"

#include <string>
#include <vector>

namespace pagesplit {

/// An assertion of the tree that a field of struct page and one of another type
/// have the same place.
struct FieldAssertion {
  std::string Page;  ///< "index"; "page[1].flags" when it is of the next page
  std::string Type;  ///< "struct slab", "union niu_page"
  std::string Field; ///< of Type
  std::string Where; ///< "mm/slab.h:73"
};

/// What checkAgainstTree() found.
struct TreeCheck {
  /// "FILE:LINE:COLUMN: error: ...", in the order of the files.
  std::vector<std::string> Findings;
  unsigned Names = 0;      ///< that were looked for
  unsigned Assertions = 0; ///< about a descriptor's type
  /// Those about types that no descriptor has.
  std::vector<FieldAssertion> Private;
};

/// Look for every name that \p Layers have in force in the kernel tree \p Tree.
/// Calls to memory are left out: base.yaml names those of every architecture.
/// An error when \p Tree has no include/linux/mm_types.h.
llvm::Expected<TreeCheck>
checkAgainstTree(llvm::ArrayRef<KnowledgeLayer> Layers, llvm::StringRef Tree);

/// "6.12.117", from the Makefile of \p Tree; an error when it has none.
llvm::Expected<std::string> kernelVersionOf(llvm::StringRef Tree);

} // namespace pagesplit

#endif
