//===- SourceTexts.h - the files that findings stand in ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Files of the source tree, read once. A file is a name relative to the root
/// of the tree.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LINT_SOURCETEXTS_H
#define PAGESPLIT_LINT_SOURCETEXTS_H

#include "llvm/ADT/StringRef.h"

#include <map>
#include <memory>
#include <string>

namespace pagesplit {

class SourceTokens;

/// One file. Its tokens point into its text.
struct SourceText {
  std::string Text;
  std::string Hash; ///< contentHash()
  std::unique_ptr<SourceTokens> Tokens;

  explicit SourceText(std::string Text);
  SourceText(const SourceText &) = delete;
  ~SourceText();

  /// Line \p Number, from 1, without its end; empty behind the last.
  llvm::StringRef line(unsigned Number) const;
};

class SourceTexts {
public:
  explicit SourceTexts(llvm::StringRef Root) : Root(Root) {}

  /// The file, or null when it cannot be read. Valid as long as this.
  const SourceText *find(llvm::StringRef File);

  /// Use \p Text for \p File whatever is on the disk.
  void set(llvm::StringRef File, std::string Text);

  /// Whether the file is there.
  bool exists(llvm::StringRef File) { return find(File) != nullptr; }

  llvm::StringRef root() const { return Root; }

private:
  std::string Root;
  std::map<std::string, std::unique_ptr<SourceText>> Files;
};

} // namespace pagesplit

#endif
