//===- Culprits.h - which groups break a unit -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Bisects the groups of a unit. What is tried is always a set in which every
/// group has what it needs. The same groups and answers give the same result.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_VERIFY_CULPRITS_H
#define PAGESPLIT_LIB_VERIFY_CULPRITS_H

#include "pagesplit/Edit/EditSet.h"
#include "pagesplit/Verify/UnitProof.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace pagesplit {

using GroupList = std::vector<const EditGroup *>;

/// \p Groups of several patches in the order in which they can be added one by
/// one: by patch, what is needed first, then by name. \p Ends gets how many
/// there are up to the end of each patch.
GroupList orderGroups(llvm::ArrayRef<GroupList> Patches,
                      std::vector<unsigned> &Ends);

/// The first problem of the unit with the groups applied; "" when there is
/// none. Without any group there is none.
using ProblemWith = llvm::function_ref<std::string(const GroupList &)>;

/// The groups, of \p Ordered, to leave out so that there is no problem behind
/// any patch. Whoever needs a culprit is not named.
std::vector<Culprit> findCulprits(llvm::ArrayRef<const EditGroup *> Ordered,
                                  llvm::ArrayRef<unsigned> Ends,
                                  ProblemWith Problem);

/// \p Groups without those that need one that is not among them.
GroupList withNeedsMet(llvm::ArrayRef<const EditGroup *> Groups);

} // namespace pagesplit

#endif
