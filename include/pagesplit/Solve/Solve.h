//===- Solve.h - from facts to a database -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads fact files, merges them and writes the SQLite database that
/// docs/file-formats.md describes. How facts are found is not here (Extract),
/// nor how the database is shown (Report).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SOLVE_SOLVE_H
#define PAGESPLIT_SOLVE_SOLVE_H

#include "pagesplit/Facts/Facts.h"
#include "pagesplit/Knowledge/EvidenceIndex.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pagesplit {

/// What solving needs to know besides the facts.
struct SolveOptions {
  /// The tree whose MAINTAINERS names the subsystems; empty: directories do.
  /// The path itself does not get into the database.
  std::string SourceRoot;
  /// The kernel the facts are about, for headings: "Linux 6.12.1". May be
  /// empty.
  std::string Kernel;
  /// What names say about pages; null: nothing is inferred.
  const EvidenceIndex *Evidence = nullptr;
  /// Look in SourceRoot for lines that mention struct page, in these paths or,
  /// when there are none, everywhere; nothing: do not look.
  std::optional<std::vector<std::string>> CoveragePaths;
  /// Put the lines that reports quote into the database, from SourceRoot.
  bool SourceLines = false;
  /// Members that struct page still has when it is one word.
  std::set<std::string> StayingFields;
};

/// What extract left in the directories it wrote, besides facts.
struct ExtractNotes {
  std::vector<std::string> SourceRoots; ///< different ones, in order
  std::vector<std::string> Kernels;
};

/// Merge all facts of \p Paths into \p Into: fact files, and directories with
/// *.facts anywhere below. \p Notes gets what their extract.json say. An error
/// names the file; \p Into then holds part of the facts. What comes out can be
/// merged again: neither order nor grouping makes a difference.
llvm::Error uniteFacts(llvm::ArrayRef<std::string> Paths, FactSet &Into,
                       ExtractNotes &Notes);

/// The same for solving: of a configuration with several layouts of struct page
/// only the largest stays. The others are those of code for user space.
llvm::Error readFacts(llvm::ArrayRef<std::string> Paths, FactSet &Into,
                      ExtractNotes &Notes);

/// Write the database of \p Facts to \p DbPath in one step: on an error an
/// earlier database is as it was. The bytes depend only on \p Facts, \p Options
/// and the SQLite library. \p Warnings, if given, gets one line for each thing
/// that was left out, such as a MAINTAINERS pattern that cannot be understood.
llvm::Error solveFacts(const FactSet &Facts, const SolveOptions &Options,
                       llvm::StringRef DbPath,
                       std::vector<std::string> *Warnings = nullptr);

} // namespace pagesplit

#endif
