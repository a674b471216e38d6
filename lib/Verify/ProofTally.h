//===- ProofTally.h - what was proved of a patch ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_VERIFY_PROOFTALLY_H
#define PAGESPLIT_LIB_VERIFY_PROOFTALLY_H

#include "pagesplit/Verify/UnitProof.h"

#include <map>
#include <set>

namespace pagesplit {

/// Counts the units in which a patch was compiled, over all builds.
class ProofTally {
public:
  /// A unit of the configuration \p Config came to \p T.
  void add(Tier T, llvm::StringRef Config);

  /// A unit that the patch touches does not compile without it either.
  void addBroken() { ++Broken; }

  unsigned units() const;
  /// The worst tier; none without a unit.
  std::optional<Tier> worst() const;

  /// "T1: the object code of 3 units is identical (x86_64/defconfig, Clang
  /// 22.1)."
  std::string text() const;

private:
  std::map<Tier, unsigned> Counts;
  std::set<std::string> Configs;
  unsigned Broken = 0;
};

} // namespace pagesplit

#endif
