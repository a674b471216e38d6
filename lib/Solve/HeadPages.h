//===- HeadPages.h - which page of its allocation it is ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The second lattice: order-0 below head below maybe-tail. A place is a head
/// page only when everything that comes there is one. A conversion by cast is
/// right for a head page only, so what is not proved is maybe-tail. Descriptors
/// are not looked at (Inference.h).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_HEADPAGES_H
#define PAGESPLIT_LIB_SOLVE_HEADPAGES_H

#include "FlowGraph.h"

#include <vector>

namespace pagesplit {

/// The headness of every place of \p Graph, by its index. A parameter that
/// nobody was seen to call, and what comes from out of sight, is Any.
std::vector<Headness> solveHeadness(const FlowGraph &Graph,
                                    const EvidenceIndex &Known);

/// "order-0", "head" or "maybe-tail".
llvm::StringRef headnessWord(Headness H);

} // namespace pagesplit

#endif
