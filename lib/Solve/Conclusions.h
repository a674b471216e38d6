//===- Conclusions.h - beliefs become verdicts ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Weighs what a place is used as against what comes there, and says one word
/// about it. docs/inference.md has the rules in prose.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_CONCLUSIONS_H
#define PAGESPLIT_LIB_SOLVE_CONCLUSIONS_H

#include "Inference.h"
#include "pagesplit/Solve/Verdicts.h"

namespace pagesplit {

/// A verdict and the beliefs it stands on. The beliefs are of the place At.
struct Conclusion {
  Verdict V;
  std::optional<PlaceId> At; ///< nothing: no place is known
  /// What speaks for the verdict; for `mixed` the first of the two witnesses.
  const Belief *For = nullptr;
  Side ForSide = Side::Demand;
  /// "order-0", "head", "maybe-tail"; empty when no place is known.
  llvm::StringRef Head;
  /// For Reason::Guarded: the test ("PageSlab", "!PageSlab").
  std::string Test;
  /// A supply that says the same as For, which is a demand.
  const Belief *Also = nullptr;
  /// What speaks against it; for `mixed` the second witness.
  const Belief *Against = nullptr;
  Side AgainstSide = Side::Demand;
};

/// The values that come to a place, by what is known of them.
struct Arrivals {
  unsigned Kinds = 0; ///< some descriptor
  unsigned Bare = 0;
  unsigned Open = 0; ///< nobody knows
};

/// Counts each value once, however many facts describe it.
Arrivals arrivalsAt(const Inference &Known, PlaceId Id);

/// Which share of \p Confidence is left when only some of what comes is known.
double shareOf(const Arrivals &Count);

/// Whether that share is enough for a verdict, were all else sure.
bool isEnough(const Arrivals &Count);

/// The verdict about a place.
Conclusion conclude(const Inference &Known, PlaceId Id);

/// The verdicts about all accesses of \p Facts, in their order.
std::vector<Conclusion> concludeAccesses(const Inference &Known,
                                         const FactSet &Facts);

} // namespace pagesplit

#endif
