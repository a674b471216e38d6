//===- LineCoverage.h - the lines that one unit compiles --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Notes what the preprocessor skips, and makes facts of what it did not, for
/// the files of the source tree that mention struct page.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EXTRACT_LINECOVERAGE_H
#define PAGESPLIT_LIB_EXTRACT_LINECOVERAGE_H

#include "pagesplit/Facts/Facts.h"
#include "pagesplit/Support/SourceRoots.h"
#include "clang/Lex/Preprocessor.h"

#include <map>
#include <vector>

namespace pagesplit {

class LineCoverage {
public:
  /// Begin to listen to \p Reader, which this outlives.
  void watch(clang::Preprocessor &Reader);

  /// Add what was seen to \p Facts, with the hashes of these files. Relative
  /// paths count from \p Directory.
  void addTo(FactSet &Facts, const clang::SourceManager &Sources,
             const SourceRoots &Roots, llvm::StringRef Directory,
             const std::string &Config) const;

private:
  class Listener;
  /// Offsets of the directives around what is skipped.
  using Stretches = std::vector<std::pair<unsigned, unsigned>>;
  /// Each time that a file is read, as the preprocessor numbers them.
  std::map<clang::FileID, Stretches> Skipped;
};

} // namespace pagesplit

#endif
