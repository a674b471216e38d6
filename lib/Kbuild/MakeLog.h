//===- MakeLog.h - what make's output says ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads make's output line by line (in the C locale) and keeps what a user
/// has to be told. Pure: no file is touched.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_KBUILD_MAKELOG_H
#define PAGESPLIT_LIB_KBUILD_MAKELOG_H

#include "llvm/ADT/StringRef.h"

#include <set>
#include <string>
#include <vector>

namespace pagesplit {

/// A line worth showing.
struct LogLine {
  unsigned Number; ///< from 1, in kbuild.log
  std::string Text;
};

/// Collects over one run of make.
class MakeLog {
public:
  /// The next line, without its newline.
  void read(llvm::StringRef Line, unsigned Number);

  /// Targets whose own recipe failed, or that nothing makes; without the
  /// directories and phony targets that fail only because something in them
  /// did.
  const std::set<std::string> &failed() const { return Failed; }

  /// The first lines that look like the cause of a failure; what make itself
  /// says of it when there is nothing better.
  const std::vector<LogLine> &firstErrors() const {
    return FirstErrors.empty() ? MakeErrors : FirstErrors;
  }

  /// Complaints of pagesplit-cc and of full disks: records are missing.
  const std::vector<LogLine> &lost() const { return Lost; }

private:
  void readMakeError(llvm::StringRef Line);

  std::set<std::string> Failed;
  std::vector<LogLine> FirstErrors, MakeErrors, Lost;
};

} // namespace pagesplit

#endif
