//===- Verdicts.h - what was concluded about a page -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The conclusion about one entity or one access: which memory descriptor the
/// struct page stands for, and the path that leads there. Facts (Facts/Facts.h)
/// are what was seen; nothing here is ever written to a fact file.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SOLVE_VERDICTS_H
#define PAGESPLIT_SOLVE_VERDICTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace pagesplit {

/// Why a verdict is what it is. A closed list: databases, tables and
/// docs/file-formats.md know every word of it.
enum class Reason {
  NotInferred, ///< no inference has looked at it
  // A descriptor:
  Named,     ///< the knowledge files name the place
  UsedAs,    ///< by what is done with it
  ComesFrom, ///< by where it comes from
  Confirmed, ///< by both
  Guarded,   ///< a test proves it where the access stands
  // page:
  Neutral, ///< the interface is about bare pages
  Bare,    ///< allocated without a type, and never used as anything
  // mixed:
  Conflict,      ///< comes from one thing and is used as another
  UsesDiffer,    ///< used as two things
  OriginsDiffer, ///< different things come here
  // unknown:
  NotMoved,     ///< declared, but never seen in any move
  NoEvidence,   ///< seen in moves, but nothing says anything
  WeakEvidence, ///< only evidence that says too little by itself
  OutOfSight,  ///< what comes here was out of sight before (blockers say where)
  PartlyKnown, ///< most of what comes here is not known
};

/// The word of \p Why: "not-inferred".
llvm::StringRef reasonWord(Reason Why);

/// All words, in the order of the enum.
llvm::ArrayRef<llvm::StringLiteral> reasonWords();

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
