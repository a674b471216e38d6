//===- Witnesses.h - the paths that verdicts stand on -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Writes places, beliefs and blockers: what `explain` follows, and what
/// `report --blockers` ranks. Only beliefs that some verdict stands on are
/// written.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_WITNESSES_H
#define PAGESPLIT_LIB_SOLVE_WITNESSES_H

#include "Conclusions.h"
#include "OpenEnds.h"
#include "pagesplit/Solve/Sqlite.h"

#include <map>
#include <set>

namespace pagesplit {

/// Collects what conclusions need, then writes it. Rows are in the order of
/// places, so that the same facts give the same bytes.
class Witnesses {
public:
  explicit Witnesses(const Inference &Known) : Known(Known), Ends(Known) {}

  /// Keep what \p C stands on. \p IsEntity: an unknown verdict counts for the
  /// place that holds it back.
  void keep(const Conclusion &C, bool IsEntity);

  /// Fill the tables place, belief, blocker and missing.
  void write(Sqlite &Db) const;

private:
  struct Held {
    PlaceId At;
    Side Which;
    llvm::StringRef Descriptor;
    bool operator<(const Held &Other) const {
      return std::tie(At, Which, Descriptor) <
             std::tie(Other.At, Other.Which, Other.Descriptor);
    }
  };
  /// The place that a belief stands on, and on which side; nothing: a test.
  struct Step {
    std::optional<PlaceId> At;
    std::optional<Side> On;
  };
  Step nextOf(const Belief &B, PlaceId At) const;
  void keepChain(PlaceId At, Side Which, const Belief *B);
  void blame(PlaceId At);
  void keepEnds(PlaceId At);
  void writeBelief(Statement &Insert, const Held &H) const;
  void writeEnds(Sqlite &Db) const;

  const Inference &Known;
  const OpenEnds Ends;
  std::set<Held> Beliefs;
  /// What would decide places that are unknown: uses, then origins.
  std::map<PlaceId, llvm::SmallVector<OpenEnd, 2>> Missing;
  std::set<PlaceId> Places;
  /// How many entities an unknown source holds back: the place, and the move
  /// by which it is first seen.
  std::map<std::pair<PlaceId, std::string>, unsigned> Blockers;
};

} // namespace pagesplit

#endif
