//===- SessionState.h - what is kept between two runs -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// BUILD/.pagesplit. make runs a command only when something about it changed,
/// so records must outlive the run that made them, and must go when the
/// configuration or a Makefile changes. Both follow from one thing: the
/// session has a name, the name is part of the path of the stand-in compiler,
/// and kbuild runs a command again when its text has changed. A new name is a
/// fresh start.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_KBUILD_SESSIONSTATE_H
#define PAGESPLIT_LIB_KBUILD_SESSIONSTATE_H

#include "Records.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>

namespace pagesplit {

/// The sessions of one build directory; one process at a time has it.
class SessionState {
public:
  SessionState(SessionState &&Other);
  SessionState(const SessionState &) = delete;
  ~SessionState();

  /// Open that of \p Build (absolute, exists), with the session of the last
  /// run when there is one. An error when another process has it, or
  /// when the directory cannot be written to.
  static llvm::Expected<SessionState> open(llvm::StringRef Build,
                                           llvm::StringRef StandIn);

  /// The session directory of StandIn.h.
  std::string directory() const { return Root + "/" + Name; }
  std::string program(llvm::StringRef StandInName) const;
  std::string records() const { return directory() + "/records"; }

  /// Commands recorded since open() or renew().
  size_t recorded() const;

  /// Whether the present session was saved under \p Stamp, so that its records
  /// are still true.
  bool isSavedAs(llvm::StringRef Stamp) const { return SavedStamp == Stamp; }

  /// Begin a session without records, in the place of the present one.
  llvm::Error renew();

  /// Keep the present session for the next run, under \p Stamp.
  llvm::Error save(llvm::StringRef Stamp);

private:
  SessionState() = default;
  llvm::Error makeDirectories();

  std::string Root, StandIn, Name, SavedStamp;
  int Lock = -1;
};

/// A text that changes whenever a record might no longer be true: with the
/// configuration, with \p Salt, and with the time of any Makefile that had a
/// part in \p Records.
llvm::Expected<std::string> stampOf(const std::vector<CompileRecord> &Records,
                                    const BuildRoots &Roots,
                                    llvm::StringRef Salt);

} // namespace pagesplit

#endif
