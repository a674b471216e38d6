//===- PlaceNames.h - a request that can be moved ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Sources, build and facts that are moved together, or are on another machine
/// below another directory, have the same requests: roots are seen from where
/// the action runs, and commands name the roots instead of saying where they
/// are. For the parser all is absolute again.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_UNITS_PLACENAMES_H
#define PAGESPLIT_LIB_UNITS_PLACENAMES_H

#include "llvm/ADT/StringRef.h"

#include <string>
#include <utility>
#include <vector>

namespace pagesplit {

/// Words of a command in which "@source" and "@build" stand for the roots, and
/// "@@" for "@".
class PlaceNames {
public:
  /// Both absolute; one that is empty or "/" gets no name.
  PlaceNames(llvm::StringRef Source, llvm::StringRef Build);

  std::string shorten(llvm::StringRef Word) const;
  std::string expand(llvm::StringRef Word) const;

private:
  /// Directory and name, inner directories first.
  std::vector<std::pair<std::string, std::string>> Roots;
};

} // namespace pagesplit

#endif
