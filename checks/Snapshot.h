//===- Snapshot.h - what solve concluded, for checks ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Answers what a solved database says of a declaration or of an access. The
/// database may be older than the source: a declaration is found by its owner
/// and name, never by its line, and an access only while its file is the one
/// that was solved.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_SNAPSHOT_H
#define PAGESPLIT_CHECKS_SNAPSHOT_H

#include "pagesplit/Solve/Sqlite.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace pagesplit::checks {

/// One conclusion.
struct SnapshotVerdict {
  std::string Word; ///< a descriptor, "page", "mixed" or "unknown"
  double Confidence = 0;
  std::string Why; ///< the word of a Reason (Solve/Verdicts.h)
  /// Whether only the first page of an allocation comes there.
  bool IsHead = false;

  bool isDescriptor() const {
    return Word != "page" && Word != "mixed" && Word != "unknown";
  }
};

/// Whose verdict is wanted; the words of the table `entity`.
struct SnapshotKey {
  std::string Kind; ///< "param", "return", "local", "member", "global"
  std::string Owner;
  std::string File; ///< where it is declared, below the source root
  int Position = -1;
  std::string Name;

  bool operator<(const SnapshotKey &Other) const {
    return std::tie(Kind, Owner, File, Position, Name) <
           std::tie(Other.Kind, Other.Owner, Other.File, Other.Position,
                    Other.Name);
  }
};

class Snapshot {
public:
  /// Open the database \p Path; an error says why that cannot be done.
  static llvm::Expected<Snapshot> open(llvm::StringRef Path);

  /// Nothing when it is not known, or when the database has several of that
  /// name and they disagree.
  std::optional<SnapshotVerdict> declaration(const SnapshotKey &Key);

  /// Of the access to \p Field whose name is spelled at byte \p Offset of
  /// \p File. Nothing when the file with the hash \p Hash is not the one that
  /// was solved.
  std::optional<SnapshotVerdict> access(llvm::StringRef File,
                                        llvm::StringRef Hash, unsigned Offset,
                                        llvm::StringRef Field);

private:
  explicit Snapshot(Sqlite Db) : Db(std::move(Db)) {}
  using Accesses = std::map<std::pair<unsigned, std::string>, SnapshotVerdict>;
  const Accesses &accessesOf(llvm::StringRef File, llvm::StringRef Hash);

  Sqlite Db;
  std::map<SnapshotKey, std::optional<SnapshotVerdict>> Asked;
  std::map<std::pair<std::string, std::string>, Accesses> Files;
};

} // namespace pagesplit::checks

#endif
