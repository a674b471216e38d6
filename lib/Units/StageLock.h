//===- StageLock.h - one run at a time in a directory -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Holds the directory of a stage as long as any process of the run lives, also
/// when the one that took the lock was killed: ninja and the actions inherit
/// it. So a run that follows never meets what is left of the one before.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_UNITS_STAGELOCK_H
#define PAGESPLIT_LIB_UNITS_STAGELOCK_H

#include "llvm/ADT/StringRef.h"

namespace pagesplit {

class StageLock {
public:
  /// Waits for the run that is at work in \p Directory, and says so. A file
  /// system without locks has none.
  explicit StageLock(llvm::StringRef Directory);
  ~StageLock();
  StageLock(const StageLock &) = delete;
  StageLock &operator=(const StageLock &) = delete;

private:
  int File;
};

} // namespace pagesplit

#endif
