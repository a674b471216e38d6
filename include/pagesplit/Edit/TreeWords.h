//===- TreeWords.h - names in all files of a tree ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds where names stand in the C and assembler files of a source tree,
/// whatever compiles them. What is in comments and strings is not found.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EDIT_TREEWORDS_H
#define PAGESPLIT_EDIT_TREEWORDS_H

#include "pagesplit/Edit/Finding.h"
#include "llvm/Support/Error.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace pagesplit {

/// Where a name stands.
struct WordPlace {
  SourcePlace Where; ///< the file is relative to the root
  unsigned Offset = 0;
  /// The word that is called with the name as its only argument, as in
  /// EXPORT_SYMBOL(name); else empty.
  std::string Around;
};

/// The places of \p Names in the tree at \p Root, in the order of files. Hidden
/// and linked directories are passed over. An error names a file or directory
/// that cannot be read.
llvm::Expected<std::map<std::string, std::vector<WordPlace>>>
findWords(llvm::StringRef Root, const std::set<std::string> &Names);

} // namespace pagesplit

#endif
