//===- Baseline.h - what was there before -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The findings that a tree had when somebody last agreed to them, and under
/// which conditions they were found. One sorted line each, so that version
/// control merges it; described in docs/file-formats.md.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LINT_BASELINE_H
#define PAGESPLIT_LINT_BASELINE_H

#include "pagesplit/Lint/LintFinding.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

#include <map>
#include <set>

namespace pagesplit {

/// Raised whenever a reader of the old format would misread the new one.
inline constexpr unsigned BaselineVersion = 1;

/// Equal findings of one file.
struct BaselineEntry {
  std::string File;
  std::string Check;
  std::string Function;
  std::string Subject;
  std::string Expression;
  bool IsSuppressed = false;

  std::string fingerprint() const;
  auto key() const {
    return std::tie(IsSuppressed, File, Check, Function, Subject, Expression);
  }
  bool operator<(const BaselineEntry &Other) const {
    return key() < Other.key();
  }
  bool operator==(const BaselineEntry &Other) const {
    return key() == Other.key();
  }
};

/// Under which conditions findings are looked for.
struct LintConditions {
  std::set<std::string> Checks;
  std::string Layer;  ///< of the knowledge files: "linux-6.12"
  std::string Digest; ///< of what they say: Knowledge/Layer.h
  /// Whether checks were told what the whole program does.
  bool HasSnapshot = false;
};

/// The entry that stands for \p F.
BaselineEntry entryOf(const LintFinding &F);

struct Baseline {
  LintConditions Conditions;
  std::map<BaselineEntry, unsigned> Entries; ///< with how often
  /// Units that do not parse, and files that no unit compiles. A name that ends
  /// in "/" stands for everything below.
  std::set<std::string> Unparsed;
  std::set<std::string> Unseen;

  unsigned findings() const;
  unsigned suppressions() const;
};

/// Read \p Text; a line that is no line of a baseline, or whose fingerprint is
/// not that of its words, is an error with line.
llvm::Expected<Baseline> parseBaseline(llvm::StringRef Text,
                                       llvm::StringRef Name);

void printBaseline(const Baseline &From, llvm::raw_ostream &Out);

/// An error that names what is not the same, when findings under \p Now cannot
/// be compared with \p Old, which errors call \p Name.
llvm::Error compareConditions(const Baseline &Old, const LintConditions &Now,
                              llvm::StringRef Name);

/// What became of a file that the baseline names.
enum class FileFate {
  Examined,
  Gone,     ///< it is not in the tree any more
  NotLooked ///< this run was not about it
};

/// How findings and a baseline fit together.
struct BaselineMatch {
  /// What is left of the baseline: entries that are still there, where they
  /// are now, and those of files that were not looked at.
  std::map<BaselineEntry, unsigned> Kept;
  /// Entries that are not there any more.
  std::map<BaselineEntry, unsigned> Absent;
};

/// Give those of \p Findings that \p Old has the state Unchanged. An entry
/// stands for as many findings as it was counted; first for those of its own
/// file and function, then for the same expression elsewhere, when the file of
/// the entry is gone or was examined and has fewer now. A suppressed finding
/// needs the entry of a suppressed one. Of equal findings those with the state
/// Elsewhere come first, and keep it.
BaselineMatch matchBaseline(const Baseline &Old,
                            std::vector<LintFinding> &Findings,
                            llvm::function_ref<FileFate(llvm::StringRef)> Fate);

/// Whether \p Names has \p File or a directory that it is in.
bool coversFile(const std::set<std::string> &Names, llvm::StringRef File);

} // namespace pagesplit

#endif
