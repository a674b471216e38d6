//===- Verdicts.h - what was concluded about a page -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The conclusion about one entity or one access: which memory descriptor the
/// struct page stands for. Facts (Facts/Facts.h) are what was seen; nothing
/// here is ever written to a fact file.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SOLVE_VERDICTS_H
#define PAGESPLIT_SOLVE_VERDICTS_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace pagesplit {

/// Why a verdict is what it is. A closed list: databases, tables and
/// docs/file-formats.md know every word of it.
enum class Reason {
  NotInferred, ///< no inference has looked at it
};

/// The word of \p Why: "not-inferred".
llvm::StringRef reasonWord(Reason Why);

/// One conclusion.
struct Verdict {
  /// A descriptor of the knowledge files, "page", "mixed" or "unknown".
  std::string Word = "unknown";
  /// From 0 to 1.
  double Confidence = 0;
  Reason Why = Reason::NotInferred;
};

} // namespace pagesplit

#endif
