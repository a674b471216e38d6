//===- SampleEdits.h - small edit groups for tests --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_UNITTESTS_SAMPLEEDITS_H
#define PAGESPLIT_UNITTESTS_SAMPLEEDITS_H

#include "pagesplit/Edit/EditSet.h"
#include "pagesplit/Support/ContentHash.h"

namespace pagesplit {

inline EditGroup group(llvm::StringRef Name, std::set<Edit> Edits,
                       std::set<std::string> Needs = {}) {
  EditGroup G;
  G.Name = Name.str();
  G.Rewriter = "test";
  G.Descriptor = "folio";
  G.Needs = std::move(Needs);
  G.Edits = std::move(Edits);
  return G;
}

/// A group that puts \p Open and ")" around bytes \p Begin to \p End of "f".
inline EditGroup wrapped(llvm::StringRef Name, unsigned Begin, unsigned End,
                         llvm::StringRef Open) {
  auto [First, Second] = wrap("f", Begin, End, Open, ")");
  return group(Name, {First, Second});
}

/// A set of \p Groups that knows the files "f" and "g".
inline EditSet setOf(const std::vector<EditGroup> &Groups) {
  EditSet Set;
  for (const EditGroup &G : Groups)
    Set.add(G);
  Set.addSource("f", contentHash("f"));
  Set.addSource("g", contentHash("g"));
  return Set;
}

} // namespace pagesplit

#endif
