//===- Palette.h - which colour a descriptor has ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Descriptors get colours by how often they are seen, so that no name of one
/// needs to be known here. Colour is never the only sign: a name stands beside
/// it everywhere.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTML_PALETTE_H
#define PAGESPLIT_LIB_REPORT_HTML_PALETTE_H

#include "pagesplit/Solve/Sqlite.h"

#include <string>
#include <vector>

namespace pagesplit {

/// A verdict, what it is shown as, and its share.
struct DescriptorColour {
  std::string Descriptor;
  std::string Class; ///< "d0" to "d7", or "mixed", "page", "unknown"
  uint64_t Accesses = 0;
};

class Palette {
public:
  /// No descriptor at all, for pages that show none.
  Palette() = default;

  /// The verdicts of all accesses. Failures stick to \p Db.
  explicit Palette(Sqlite &Db);

  /// Descriptors with most accesses first, then mixed, page, unknown.
  const std::vector<DescriptorColour> &colours() const { return All; }

  llvm::StringRef classOf(llvm::StringRef Descriptor) const;

  /// CSS that gives each class the variable --c, for light and dark. For a
  /// picture of its own, \p AsFill, it sets their fill instead.
  static std::string css(bool AsFill);

private:
  std::vector<DescriptorColour> All;
};

} // namespace pagesplit

#endif
