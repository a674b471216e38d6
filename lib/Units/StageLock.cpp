//===- StageLock.cpp - one run at a time in a directory -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StageLock.h"

#include "llvm/ADT/Twine.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace llvm;
using namespace pagesplit;

// Without O_CLOEXEC: the lock goes with its last holder, which may be an
// action.
StageLock::StageLock(StringRef Directory)
    : File(open((Directory + "/.lock").str().c_str(), O_RDWR | O_CREAT, 0666)) {
  if (File < 0 || !flock(File, LOCK_EX | LOCK_NB) || errno != EWOULDBLOCK)
    return;
  errs() << "pagesplit: " << Directory
         << ": another run is at work there; waiting for its end\n";
  while (flock(File, LOCK_EX) && errno == EINTR) {
  }
}

StageLock::~StageLock() {
  if (File >= 0)
    close(File);
}
