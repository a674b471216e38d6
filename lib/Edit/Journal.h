//===- Journal.h - the state of an update, on disk --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The directory .pagesplit-apply of a source tree:
///
///   lock      held (flock) by whoever works on the update
///   0, 1, …   new texts
///   list      what goes where; there once all texts are
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EDIT_JOURNAL_H
#define PAGESPLIT_LIB_EDIT_JOURNAL_H

#include "pagesplit/Edit/TreeUpdate.h"

namespace pagesplit {

struct JournalEntry {
  std::string File;
  std::string Before; ///< content hash, or NoFileYet
  std::string After;
};

class Journal {
public:
  /// Whether \p Tree has one.
  static bool isIn(const SourceTree &Tree);

  /// Begin one. An error when there is one, or none can be made.
  static llvm::Expected<Journal> create(const SourceTree &Tree);

  /// Take over what another run has left. An error when that run still works.
  static llvm::Expected<Journal> open(const SourceTree &Tree);

  Journal(Journal &&Other);
  Journal &operator=(Journal &&) = delete;
  ~Journal(); ///< gives the lock back; the directory stays

  /// Whether the update is to be finished rather than undone.
  bool isCommitted() const;

  /// Write all texts and then the list.
  llvm::Error write(llvm::ArrayRef<JournalEntry> Entries,
                    llvm::ArrayRef<std::string> Texts, UpdateStep Step);

  /// Put the texts of the list in their places and take the directory away.
  llvm::Error finish(UpdateStep Step);

  /// Take the directory away.
  llvm::Error discard();

  /// Whether an UpdateStep has said to stop.
  bool wasStopped() const { return Stopped; }

private:
  Journal(const SourceTree &Tree, int Lock) : Tree(&Tree), Lock(Lock) {}
  std::string path(llvm::StringRef Name) const;
  static std::string directoryOf(const SourceTree &Tree);
  static llvm::Expected<Journal> locked(const SourceTree &Tree);
  llvm::Expected<std::vector<JournalEntry>> read() const;
  llvm::Error check(llvm::ArrayRef<JournalEntry> Entries) const;
  llvm::Error put(const JournalEntry &Entry, unsigned Number);
  llvm::Error stop(UpdateStep Step, const llvm::Twine &Word);

  const SourceTree *Tree;
  int Lock;
  bool Stopped = false;
};

} // namespace pagesplit

#endif
