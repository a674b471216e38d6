//===- Progress.h - how far long work has come ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// On a terminal one line that is rewritten: done, total, rate, time left.
/// Elsewhere a plain line now and then. Always on standard error.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SUPPORT_PROGRESS_H
#define PAGESPLIT_SUPPORT_PROGRESS_H

#include "llvm/ADT/StringRef.h"

#include <chrono>
#include <string>

namespace pagesplit {

class Progress {
public:
  /// \p What is a word for the work ("extract"), \p Noun for what is counted
  /// ("units").
  Progress(llvm::StringRef What, llvm::StringRef Noun);

  /// \p Done of \p Total are finished; a Total of 0 is not known. \p Latest is
  /// shown behind the figures.
  void update(unsigned Done, unsigned Total, llvm::StringRef Latest = "");

  /// Take the line off a terminal; a plain log gets nothing.
  void finish();

  /// Seconds since the work began.
  double seconds() const;

private:
  std::string What;
  std::string Noun;
  bool IsTerminal;
  bool Shown = false;
  std::chrono::steady_clock::time_point Begin;
  std::chrono::steady_clock::time_point LastShown;
};

} // namespace pagesplit

#endif
