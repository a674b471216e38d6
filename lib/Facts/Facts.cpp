//===- Facts.cpp - what was seen in the sources ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Facts/Facts.h"

using namespace pagesplit;

template <typename T>
static void unite(Labelled<T> &Into, const Labelled<T> &From) {
  for (const auto &[Fact, In] : From)
    Into[Fact].insert(In.begin(), In.end());
}

void FactSet::merge(const FactSet &Other) {
  Units.insert(Other.Units.begin(), Other.Units.end());
  Sources.insert(Other.Sources.begin(), Other.Sources.end());
  UnitSources.insert(Other.UnitSources.begin(), Other.UnitSources.end());
  unite(Compiled, Other.Compiled);
  unite(Accesses, Other.Accesses);
  unite(Entities, Other.Entities);
  unite(Layouts, Other.Layouts);
  unite(LayoutMembers, Other.LayoutMembers);
  unite(Flows, Other.Flows);
}
