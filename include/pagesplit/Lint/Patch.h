//===- Patch.h - what a diff adds and removes -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads unified diffs: those of git with their renames, plain ones, and mails
/// made by `git format-patch`. The tree holds what the diff leads to; a diff
/// that the tree does not agree with is refused.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LINT_PATCH_H
#define PAGESPLIT_LINT_PATCH_H

#include "pagesplit/Lint/LintFinding.h"
#include "pagesplit/Lint/SourceTexts.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace pagesplit {

/// One line of a hunk.
struct PatchLine {
  char Kind = ' '; ///< ' ', '+' or '-'
  std::string Text;
};

struct PatchHunk {
  unsigned OldLine = 0; ///< of the first line; 0 when there is none
  unsigned NewLine = 0;
  std::vector<PatchLine> Lines;
  unsigned PatchLineNumber = 0; ///< of its head in the diff
};

/// What happens to one file.
struct FilePatch {
  std::string OldName; ///< empty: it is new
  std::string NewName; ///< empty: it is removed
  std::vector<PatchHunk> Hunks;
};

struct Patch {
  std::vector<FilePatch> Files;
  std::string Name; ///< what errors call the diff
};

/// Read \p Text, which errors call \p Name. Text around the diffs is skipped.
/// Nothing that is a diff, a hunk that is cut off, and a file that is changed
/// twice are errors.
llvm::Expected<Patch> parsePatch(llvm::StringRef Text, llvm::StringRef Name);

/// A diff against the tree: which lines are new, and what the removed ones
/// were.
class PatchedTree {
public:
  /// An error when a file of the tree is not what \p From leads to.
  static llvm::Expected<PatchedTree> make(const Patch &From,
                                          SourceTexts &Texts);

  /// The files that have lines that the diff adds.
  std::set<std::string> files() const;

  /// Whether the diff adds one of the lines \p First to \p Last.
  bool adds(llvm::StringRef File, unsigned First, unsigned Last) const;

  /// Give each of \p Findings that no added line has, or that was only moved
  /// from a removed line, the state Elsewhere. A removed line that has the
  /// finding's expression (of a call: the call's name) makes up for one.
  void judge(std::vector<LintFinding> &Findings) const;

private:
  std::map<std::string, std::set<unsigned>> Added;
  /// A file as it was, and the lines of it that are gone.
  struct RemovedFile {
    std::shared_ptr<SourceText> Text;
    std::set<unsigned> Lines;
  };
  std::vector<RemovedFile> Removed;
  unsigned timesRemoved(llvm::StringRef Wanted) const;
};

} // namespace pagesplit

#endif
