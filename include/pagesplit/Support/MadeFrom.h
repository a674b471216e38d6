//===- MadeFrom.h - whether a result still stands ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A record beside a result of what it was made from: files by size and time of
/// change, and a text for all else. It answers whether making it again would
/// give the same, without reading any of the files. Where ninja runs the
/// actions, ninja knows that itself; this is for what is made in one process.
///
/// A record is a text: a line with its version, a hash of the key, a hash of
/// the states and the length of the note; the note; the paths, a line each.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SUPPORT_MADEFROM_H
#define PAGESPLIT_SUPPORT_MADEFROM_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace pagesplit {

/// What can be said of a path without reading it.
struct FileState {
  bool IsFile = false; ///< a regular file is there, and may be read
  uint64_t Size = 0;   ///< in bytes
  int64_t Changed = 0; ///< in nanoseconds, by the file system's clock
  friend bool operator==(const FileState &A, const FileState &B) {
    return A.IsFile == B.IsFile && A.Size == B.Size && A.Changed == B.Changed;
  }
};

/// The state of \p Path now; links are followed.
FileState fileState(llvm::StringRef Path);

/// Collects what a result is made from.
class MadeFrom {
public:
  /// \p Path, that has the state \p Before it is read. One that is not there
  /// counts too: the result may be another when it is.
  void add(llvm::StringRef Path, FileState Before) {
    States.try_emplace(Path.str(), Before);
  }
  void add(llvm::StringRef Path) { add(Path, fileState(Path)); }

  /// Write \p Record. \p Key is all that the result depends on besides files;
  /// \p Note is given back when it still stands. No path may have a newline.
  llvm::Error write(llvm::StringRef Record, llvm::StringRef Key,
                    llvm::StringRef Note) const;

private:
  std::map<std::string, FileState> States;
};

/// The note of \p Record when nothing that it names has changed. Nothing when
/// something has, or when there is no such record or another version of it.
std::optional<std::string> noteIfUnchanged(llvm::StringRef Record,
                                           llvm::StringRef Key);

} // namespace pagesplit

#endif
