//===- OpenEnds.h - what would decide an unknown place ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Where sight ends, for each place of which nothing is known: the nearest
/// function of which no body was seen, to which its page goes, and the nearest
/// source out of sight from which it comes. To know what a page is there is to
/// know the place.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_OPENENDS_H
#define PAGESPLIT_LIB_SOLVE_OPENENDS_H

#include "Inference.h"

namespace pagesplit {

/// What there is at the end. A closed list: databases, `explain` and
/// docs/file-formats.md know every word of it.
enum class EndKind {
  Argument, ///< parameter of a function of which no body was seen
  Slot,     ///< parameter of a slot in which nothing was seen to be stored
  Result,   ///< of a function of which no body was seen
  Caller,   ///< parameter of a function that nobody was seen to call
  Value,    ///< a variable or member that nobody was seen to set
  Origin,   ///< the value was out of sight before: an integer, a list entry
  Cast,     ///< from a type that says nothing
  Any,      ///< the knowledge files say that any page comes from there
};

/// The word of \p Kind: "argument".
llvm::StringRef endWord(EndKind Kind);

/// The end of one path from a place.
struct OpenEnd {
  Side Which = Side::Demand; ///< Demand: where its page goes
  EndKind Kind = EndKind::Argument;
  PlaceId At = 0;
  /// The last move on the way to At; null: the place is the end itself. Of a
  /// cast the cast.
  const Flow *Last = nullptr;
  /// The place on the way that is next to At.
  PlaceId Next = 0;
  /// How many other origins would still be unknown, so that this one alone does
  /// not decide; 0 when it does.
  unsigned StillOpen = 0;
};

class OpenEnds {
public:
  explicit OpenEnds(const Inference &Known);

  /// Where the page of \p Id goes out of sight: the end with the fewest moves.
  std::optional<OpenEnd> use(PlaceId Id) const;

  /// Where it comes from, when that is out of sight; and else who might have
  /// put something there.
  std::optional<OpenEnd> origin(PlaceId Id) const;

  /// The source at the far end of what is not known at \p Id; nothing when all
  /// that comes there is known.
  std::optional<OpenEnd> source(PlaceId Id) const;

private:
  /// For each place the edge towards the nearest end; a place without one is
  /// an end itself or leads to none.
  struct Way {
    std::optional<unsigned> Edge;
    bool Leads = false;
  };
  void findUses();
  void findRoots();
  OpenEnd follow(const std::vector<Way> &Ways, PlaceId Id) const;
  bool isUnseenUse(PlaceId Id) const;
  bool isRoot(PlaceId Id) const;

  const Inference &Known;
  std::vector<Way> Uses;
  std::vector<Way> Roots;
};

} // namespace pagesplit

#endif
