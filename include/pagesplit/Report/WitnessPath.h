//===- WitnessPath.h - from a place to the seeds of its beliefs -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows the belief table of a database from one place on, and puts each step
/// into words.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REPORT_WITNESSPATH_H
#define PAGESPLIT_REPORT_WITNESSPATH_H

#include "pagesplit/Solve/Sqlite.h"

#include <string>
#include <vector>

namespace pagesplit {

/// One step, in words.
struct WitnessStep {
  std::string Where; ///< "file:line:column"; empty: said of the place itself
  std::string Text;  ///< "passed to lock_page() as argument 0"
};

/// What speaks for one descriptor at a place.
struct WitnessPath {
  std::string Side; ///< "used-as" or "comes-from"
  std::string Descriptor;
  double Confidence = 0;
  std::vector<WitnessStep> Steps; ///< from the place to the seed
};

/// All paths that begin at \p PlaceId: uses before origins, the surest first.
std::vector<WitnessPath> witnessPaths(Sqlite &Db, int64_t PlaceId);

/// A place as a reader names it: "argument 0 of lock_page()".
std::string placeInWords(Sqlite &Db, int64_t PlaceId);

} // namespace pagesplit

#endif
