//===- FactFile.h - facts written down --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Fact files: one JSON object a line, described in docs/file-formats.md. The
/// bytes depend on the facts alone, and the last line counts the lines before
/// it, so a truncated file is never taken for a whole one.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_FACTS_FACTFILE_H
#define PAGESPLIT_FACTS_FACTFILE_H

#include "pagesplit/Facts/Facts.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace pagesplit {

/// Raised whenever a reader of the old format would misread the new one.
inline constexpr unsigned FactFileVersion = 4;

/// Write \p Facts to \p Out.
void printFacts(const FactSet &Facts, llvm::raw_ostream &Out);

/// The units that the file \p Path is about, without reading its facts; these
/// are checked when they are read.
llvm::Expected<std::vector<Unit>> readUnits(llvm::StringRef Path);

/// Reads fact files into one set. What a header shows stands in the file of
/// every unit that includes it; a line that was read before is not parsed
/// again.
class FactReader {
public:
  explicit FactReader(FactSet &Into) : Into(Into) {}

  /// Add the facts in \p Text. An error names \p Name, line and column, and
  /// may leave the set with part of the file.
  llvm::Error parse(llvm::StringRef Text, llvm::StringRef Name);

  /// parse() of the file \p Path.
  llvm::Error read(llvm::StringRef Path);

private:
  FactSet &Into;
  /// Hashes of whole lines that were added; 128 bits, so that two different
  /// lines do not meet.
  llvm::DenseSet<std::pair<uint64_t, uint64_t>> Known;
};

} // namespace pagesplit

#endif
