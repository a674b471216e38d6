//===- OtherPaths.cpp - what a test leaves to the other paths -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OtherPaths.h"

using namespace llvm;
using namespace pagesplit;

OtherPathsIndex::OtherPathsIndex(const FactSet &Facts, const FlowGraph &Graph,
                                 const EvidenceIndex &Known)
    : Graph(Graph), Known(Known) {
  for (const auto &[F, In] : Facts.flows())
    if (F.To.Kind == PlaceKind::Param && Known.asserts(F.To.Owner))
      Asserted.insert(F.Where);
  for (const auto &[F, In] : Facts.flows())
    if (isUse(F))
      ProvedAt[keyOf(F.From)].insert(Graph.proven(F.Guards));
}

// To ask what a page is, or to print it before stopping, is not to do something
// with it; and what a call hands on is used where that goes. The use of a word
// has a flow of its own beside what is put there or taken from there.
bool OtherPathsIndex::isUse(const Flow &F) const {
  if (F.Kind >= FlowKind::Store || Asserted.count(F.Where))
    return false;
  if (F.To.Kind != PlaceKind::Param || !hasSharedName(F.To))
    return true;
  return !Known.guard(F.To.Owner) && !Known.passes(F.To.Owner, F.To.Position);
}

// PageUptodate() is only asked of folios: whoever calls it has one already, and
// the answer is not what kind of page it is.
bool OtherPathsIndex::isState(StringRef Test, StringRef Proved) const {
  const Claim *Asked = Known.call(Test, 0);
  return Asked && Asked->Descriptor == Proved && Asked->How >= Strength::Strong;
}

OtherPaths OtherPathsIndex::of(const Flow &Tested) const {
  const Guard *By = nullptr;
  StringRef Proved = Graph.proven(Tested.Guards, &By);
  if (!By || isState(By->Test, Proved))
    return OtherPaths::Alike;
  auto Found = ProvedAt.find(keyOf(Tested.From));
  if (Found == ProvedAt.end())
    return OtherPaths::Nothing;
  const std::set<StringRef> &All = Found->second;
  return All.size() == 1 && *All.begin() == Proved ? OtherPaths::Nothing
                                                   : OtherPaths::Others;
}
