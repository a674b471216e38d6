//===- UseExtractor.h - uses of pages in one translation unit ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Parses one unit with Clang and gives the uses of pages in the files that the
/// request names (Uses/Uses.h). A second kind of facts: they hold places of
/// words, which only rewriting needs.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EXTRACT_USEEXTRACTOR_H
#define PAGESPLIT_EXTRACT_USEEXTRACTOR_H

#include "pagesplit/Knowledge/Knowledge.h"
#include "pagesplit/Units/UnitRequest.h"
#include "pagesplit/Uses/Uses.h"

namespace pagesplit {

struct UnitUses {
  /// Of a unit with errors only the first error: what was not understood could
  /// hold more.
  UseSet Uses;
  std::set<std::string> Dependencies; ///< absolute paths
};

/// Never fails as a whole: an error of the unit is in the result.
UnitUses extractUses(const UnitRequest &Request, const Knowledge &Known);

} // namespace pagesplit

#endif
