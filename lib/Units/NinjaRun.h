//===- NinjaRun.h - ninja over the graph of a stage -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Starts ninja in the directory of a stage, and tells from what it prints how
/// far it is and which actions came to no end.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_UNITS_NINJARUN_H
#define PAGESPLIT_LIB_UNITS_NINJARUN_H

#include "pagesplit/Units/ActionGraph.h"

#include <map>
#include <string>
#include <vector>

namespace pagesplit {

struct NinjaRun {
  std::string Directory;
  unsigned Jobs = 0;                ///< 0: all cores
  std::vector<std::string> Targets; ///< empty: all
  /// The files that each action makes, as in "FAILED: FILES", and its unit.
  std::map<std::string, std::string> UnitOf;
};

/// Units whose process came to no end, and why; "" where nobody said.
using DiedUnits = std::map<std::string, std::string>;

/// Bring the targets up to date. An action that says "pagesplit: " why it
/// failed, or ninja that cannot go on, is an error.
llvm::Expected<DiedUnits> runNinja(const NinjaRun &Run,
                                   UnitProgress OnProgress);

/// Remove the files of actions that are not in the graph any more.
llvm::Error removeDead(llvm::StringRef Directory);

} // namespace pagesplit

#endif
