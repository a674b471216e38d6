//===- AccessJoiner.h - one access per spelled expression -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A macro that evaluates its argument three times shows three sites for what
/// the programmer wrote once; a template shows one per instantiation. They are
/// one access, whose mode covers all of them.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EXTRACT_ACCESSJOINER_H
#define PAGESPLIT_LIB_EXTRACT_ACCESSJOINER_H

#include "pagesplit/AST/MemoryUse.h"
#include "pagesplit/Facts/Facts.h"

#include <map>
#include <set>

namespace pagesplit {

class AccessJoiner {
public:
  /// \p A lacks Mode and Via, which come from \p Use.
  void add(Access A, const MemoryUse &Use);

  /// The joined accesses, to \p Facts as seen in \p In.
  void finish(FactSet &Facts, const ConfigSet &In) const;

private:
  struct Joined {
    Access Fact;
    bool Evaluated = false;
    bool Reads = false;
    bool Writes = false;
    bool Leaves = false;
    std::set<std::string> Vias;
    std::set<std::string> LeavesVia;
  };
  using Key = std::tuple<std::string, unsigned, std::string, unsigned,
                         AccessForm, std::string, std::string>;
  static AccessMode modeOf(const Joined &J);

  std::map<Key, Joined> Accesses;
};

} // namespace pagesplit

#endif
