//===- Inference.h - which descriptor each place stands for -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Carries the seeds of a FlowGraph along its edges. Two things are kept apart
/// at every place: what it is *used as* (a demand, carried against the flow)
/// and what *comes* there (a supply, carried with it). A caller that passes the
/// wrong page so never changes what the callee demands. For each descriptor
/// only the cheapest support is kept, with the edge it came over; costs add up
/// along edges, so the result does not depend on any order.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_INFERENCE_H
#define PAGESPLIT_LIB_SOLVE_INFERENCE_H

#include "FlowGraph.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

#include <set>
#include <string>
#include <vector>

namespace pagesplit {

/// The best support of one descriptor at one place, on one side.
struct Belief {
  llvm::StringRef Descriptor; ///< or "page", or "unknown"
  /// In thousandths: a confidence of exp(-Cost / 1000).
  unsigned Cost = 0;
  /// The edge it came over, or the seed it is: one of them is set.
  std::optional<unsigned> Edge;
  std::optional<unsigned> Seed;
  /// On which side the place at the other end of Edge holds it.
  Side From = Side::Demand;
  /// How much the seed at the far end says by itself.
  Strength How = Strength::Establishing;
  /// It came over Edge because a test there proves it.
  bool ByGuard = false;
  /// A demand of pages of one kind among others: who passes a page here may
  /// have any.
  bool StaysHere = false;
};

/// From 0 to 1.
double confidenceOf(unsigned Cost);

/// What evidence of this strength costs, before it has gone anywhere.
unsigned costOf(Strength How);

/// What is left of a confidence of 1 when of some that should agree only
/// \p Known are known to, and \p Open are not known at all.
double shareOf(unsigned Known, unsigned Open);

/// \p Confidence as it is written down: with four decimals, which is more than
/// it means.
double rounded(double Confidence);

/// A belief of less than this says too little for a verdict: 0.5.
inline constexpr unsigned ConvincingCost = 690;

/// What a test proves costs this.
inline constexpr unsigned GuardCost = 40;

/// The place at the end of \p E that is not \p At. A demand is followed to
/// where the value goes, a supply to where it came from.
inline PlaceId otherEnd(const FlowEdge &E, PlaceId At) {
  return E.To == At ? E.From : E.To;
}

class Inference {
public:
  explicit Inference(const FlowGraph &Graph);

  /// The beliefs of a place, the cheapest first.
  llvm::ArrayRef<Belief> beliefs(PlaceId Id, Side Which) const {
    return Beliefs[static_cast<int>(Which)][Id];
  }

  /// What \p Id is used as: the cheapest convincing demand, or null.
  const Belief *demand(PlaceId Id) const;

  /// The belief in \p Descriptor; null: there is none.
  const Belief *find(PlaceId Id, Side Which, llvm::StringRef Descriptor) const;

  /// Whether what the end of \p Edge is used as, its beginning is used as too.
  bool carriesDemand(unsigned Edge) const;
  /// Whether what comes to the beginning of \p Edge comes to its end too.
  bool carriesSupply(unsigned Edge) const;

  const FlowGraph &graph() const { return Graph; }

private:
  struct Task;
  class Queue;
  void findBare();
  bool isOutdone(const Task &T) const;
  void carryDemands();
  bool settleDemand(const Task &T);
  void carrySupplies();
  void runSupplies(Queue &Tasks);
  void agreeOnSlots(Queue &Tasks);
  bool comesBack(const Task &T) const;
  bool agreeOnResults(Queue &Tasks);
  void demandOver(unsigned Edge, const Task &T, Queue &Tasks);
  void supplyOver(unsigned Edge, const Task &T, Side From, Queue &Tasks);
  bool settle(const Task &T, Side Which);
  bool isHandedDown(const Belief &B, PlaceId At) const;

  const FlowGraph &Graph;
  std::vector<llvm::SmallVector<Belief, 1>> Beliefs[2];
  /// Places whose page nobody describes, by establishing evidence.
  std::vector<bool> Bare;
  /// What came to a place otherwise than from a caller.
  std::set<std::pair<PlaceId, llvm::StringRef>> Filled;
};

} // namespace pagesplit

#endif
