//===- MemberRemoval.h - compile without members of struct page -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the compiler says of a unit when members of struct page are gone: in
/// the text that it reads, each has another name, one that nobody uses. So all
/// offsets stay, and only what names a member breaks
/// (docs/decisions/0013-a-member-is-gone-by-name.md). The source tree is only
/// read; which units ought to break is not known here.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_VERIFY_MEMBERREMOVAL_H
#define PAGESPLIT_VERIFY_MEMBERREMOVAL_H

#include "pagesplit/Units/ActionGraph.h"
#include "pagesplit/Units/UnitRequest.h"

#include <map>
#include <set>

namespace pagesplit {

/// Where the declaration of a member has its name.
struct MemberName {
  std::string Member;
  std::string File; ///< portable, of the source tree
  std::string Text; ///< the word there; another one when a macro makes it
  uint64_t Offset = 0;
};

/// The names of all members of struct page that \p Request compiles; empty when
/// it does not see one. Those that stand outside the source tree are left out.
std::vector<MemberName> membersOfPage(const UnitRequest &Request);

/// The names that are to go, as UnitRequest::Task, and back.
std::string printRemoval(llvm::ArrayRef<MemberName> Names);
llvm::Expected<std::vector<MemberName>> parseRemoval(llvm::StringRef Text,
                                                     llvm::StringRef Name);

/// An error of the compiler.
struct RemovalError {
  std::string File; ///< where its word is spelled, portable
  unsigned Line = 0;
  std::string Member; ///< that was missed; empty: it is about something else
  std::string Message;
};

/// What became of a unit.
struct RemovalOutcome {
  std::string Unit;
  bool Crashed = false;
  /// Members that it has all the same: its struct page is written elsewhere.
  std::vector<std::string> Kept;
  std::vector<RemovalError> Errors; ///< in the order of the compiler
  std::set<std::string> Files;      ///< that were read, absolute; not written
};

/// Compile \p Request without \p Names. An error when a file is not what it was
/// when the names were found.
llvm::Expected<RemovalOutcome> compileWithout(const UnitRequest &Request,
                                              llvm::ArrayRef<MemberName> Names);

/// The outcome as JSON text, and back; errors name \p Path.
std::string printOutcome(const RemovalOutcome &Outcome);
llvm::Expected<RemovalOutcome> readOutcome(llvm::StringRef Path);

struct RemovalRun {
  std::vector<UnitRequest> Units;
  std::vector<MemberName> Names;
  std::string Directory; ///< for what was compiled before
  std::string Program;   ///< this pagesplit, for ninja to start
  unsigned Jobs = 0;     ///< 0: all cores
};

/// Compile all units without the members, those again whose files changed. A
/// unit whose process died is Crashed.
llvm::Expected<std::vector<RemovalOutcome>>
compileAllWithout(const RemovalRun &Run, UnitProgress OnProgress);

} // namespace pagesplit

#endif
