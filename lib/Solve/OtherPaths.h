//===- OtherPaths.h - what a test leaves to the other paths -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Whoever asks of what kind a page is may have pages of other kinds in hand.
/// Here it is decided whether anything is done with those. Nothing is concluded
/// here (Inference.h).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_OTHERPATHS_H
#define PAGESPLIT_LIB_SOLVE_OTHERPATHS_H

#include "FlowGraph.h"
#include "llvm/ADT/StringMap.h"

#include <set>

namespace pagesplit {

class OtherPathsIndex {
public:
  /// All arguments must outlive the index.
  OtherPathsIndex(const FactSet &Facts, const FlowGraph &Graph,
                  const EvidenceIndex &Known);

  /// What is done with the page of \p Tested, a flow under a test that proves
  /// a descriptor, on the other paths.
  OtherPaths of(const Flow &Tested) const;

private:
  bool isUse(const Flow &F) const;
  bool isState(llvm::StringRef Test, llvm::StringRef Proved) const;

  const FlowGraph &Graph;
  const EvidenceIndex &Known;
  /// Places of the sources with an assertion.
  std::set<llvm::StringRef> Asserted;
  /// For each place, what tests prove where something is done with it; empty:
  /// it is done without a test.
  llvm::StringMap<std::set<llvm::StringRef>> ProvedAt;
};

} // namespace pagesplit

#endif
