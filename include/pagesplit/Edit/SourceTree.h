//===- SourceTree.h - the files that may be edited --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads files by their names in edits, and lets no name lead out of the tree.
/// Writes nothing; see TreeUpdate.h.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EDIT_SOURCETREE_H
#define PAGESPLIT_EDIT_SOURCETREE_H

#include "pagesplit/Edit/EditSet.h"
#include "llvm/Support/Error.h"

#include <map>
#include <optional>
#include <string>

namespace pagesplit {

/// Texts of files by their names; none for a file that is not there.
using FileTexts = std::map<std::string, std::optional<std::string>>;

class SourceTree {
public:
  /// The tree at \p Root. An error when it is no directory.
  static llvm::Expected<SourceTree> at(llvm::StringRef Root);

  /// The root, absolute and without symbolic links.
  llvm::StringRef root() const { return Root; }

  /// Where \p File is. An error when it is absolute or generated, has "." or
  /// ".." in it, or goes through a symbolic link: either that leads out of the
  /// tree, or the file has another name in it.
  llvm::Expected<std::string> pathOf(llvm::StringRef File) const;

  /// The text of \p File, none when there is no such file.
  llvm::Expected<std::optional<std::string>> read(llvm::StringRef File) const;

  /// The texts of all files that \p Edits names. An error when one is not the
  /// version that the edits count in.
  llvm::Expected<FileTexts> readAll(const ResolvedEdits &Edits) const;

  /// Refuse the groups of \p Edits that edit a file which cannot be edited or
  /// is not the version they count in, each with a finding.
  void refuseUnfit(EditSet &Edits) const;

private:
  explicit SourceTree(std::string Root) : Root(std::move(Root)) {}

  std::string Root;
};

/// The texts of all files that \p Groups edit, after that; \p Before holds them
/// unchanged. An error when an edit does not fit.
llvm::Expected<FileTexts> rewrittenTexts(const FileTexts &Before,
                                         llvm::ArrayRef<EditGroup> Groups);

} // namespace pagesplit

#endif
