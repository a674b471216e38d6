//===- KernelText.h - what a kernel tree has, read as text ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One pass over the shared parts of a kernel tree: which of the wanted words
/// occur outside comments and strings, which members the wanted structs have,
/// and what the tree asserts about the fields of struct page.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_KNOWLEDGE_KERNELTEXT_H
#define PAGESPLIT_LIB_KNOWLEDGE_KERNELTEXT_H

#include "pagesplit/Knowledge/TreeCheck.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace pagesplit {

/// What one pass has seen.
struct KernelText {
  /// Filled by the caller before the pass: words to look for, and names of
  /// structs or unions of which the members are wanted.
  llvm::StringMap<bool> Words; ///< to: seen
  llvm::StringMap<llvm::StringSet<>> Members;

  /// Those of Words that are declared or defined with a parameter of struct
  /// page, and none of a descriptor.
  llvm::StringSet<> TakePages;

  std::vector<FieldAssertion> Assertions;

  /// Read the tree. An error when it is none.
  llvm::Error read(llvm::StringRef Tree);

  /// Read one file of it, known as \p Name ("mm/slab.h").
  void readText(llvm::StringRef Text, llvm::StringRef Name);
};

/// The names that the macros of a header make by pasting, where it uses them:
/// PAGEFLAG(Dirty, ...) makes PageDirty. \p Text has no comments.
llvm::StringSet<> pastedNames(llvm::StringRef Text);

/// The assertions in one file that has no comments any more.
std::vector<FieldAssertion> fieldAssertions(llvm::StringRef Text,
                                            llvm::StringRef Name);

} // namespace pagesplit

#endif
