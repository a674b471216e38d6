//===- UnitSelection.h - the units a stage works on -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// From a build directory and paths to the units below them, with every
/// default filled in from what kbuild noted.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_UNITS_UNITSELECTION_H
#define PAGESPLIT_UNITS_UNITSELECTION_H

#include "pagesplit/Support/SourceRoots.h"
#include "pagesplit/Units/UnitRequest.h"

namespace pagesplit {

struct UnitQuery {
  std::string Build; ///< directory with compile_commands.json, or that file
  std::string SourceRoot; ///< empty: as kbuild noted it, else Build itself
  std::string Label;      ///< of the configuration; empty: as kbuild noted it
  std::vector<std::string> Paths; ///< empty: every unit
  unsigned ShardIndex = 0;        ///< from 0
  unsigned ShardCount = 1;
};

struct UnitSelection {
  /// Without what only a stage knows, as KnowledgeDirectory.
  std::vector<UnitRequest> Units;
  unsigned OtherLanguages = 0; ///< entries of assembler, Rust and the like
  std::string Label;
  std::string Kernel; ///< its version as kbuild noted it; may be empty
  std::string SourceRoot;
  std::string BuildRoot;
};

/// A build directory or database that is missing or malformed, a path that no
/// unit is under, or a database with no unit in the source tree are errors.
llvm::Expected<UnitSelection> selectUnits(const UnitQuery &Query);

} // namespace pagesplit

#endif
