//===- ListMoves.cpp - moves between lists that pages are in --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ListMoves.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

unsigned ListMoves::leader(unsigned List) {
  while (Leaders[List] != List)
    List = Leaders[List] = Leaders[Leaders[List]];
  return List;
}

unsigned ListMoves::listOf(const FlowPlace &Place) {
  if (!Place.IsList || !Place.Declaration)
    return None;
  constexpr int Kinds = static_cast<int>(FlowEnd::Opaque) + 1;
  const int What = (Place.Position + 1) * Kinds + static_cast<int>(Place.Kind);
  auto [At, IsNew] = Lists.try_emplace(
      {Place.Declaration->getCanonicalDecl(), What}, Leaders.size());
  if (IsNew) {
    Leaders.push_back(At->second);
    HasPages.push_back(false);
  }
  return At->second;
}

void ListMoves::add(const FlowSite &Site) {
  const unsigned From = listOf(Site.From), To = listOf(Site.To);
  if (From != None && To != None)
    Leaders[leader(From)] = leader(To);
  const unsigned List = From != None ? From : To;
  if (List == None)
    return;
  if (!Site.From.IsList || !Site.To.IsList)
    HasPages[List] = true;
  Moves.push_back({Site, List});
}

void ListMoves::finish(function_ref<void(const FlowSite &)> Show) {
  for (unsigned List = 0; List < Leaders.size(); ++List)
    if (HasPages[List])
      HasPages[leader(List)] = true;
  for (const Move &M : Moves)
    if (HasPages[leader(M.List)])
      Show(M.Site);
}
