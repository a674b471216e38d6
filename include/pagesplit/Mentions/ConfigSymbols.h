//===- ConfigSymbols.h - where Kconfig defines a symbol ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads the Kconfig files of a tree as text. What a symbol depends on is
/// quoted, not evaluated; what comes from menus of other files is not in it.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_MENTIONS_CONFIGSYMBOLS_H
#define PAGESPLIT_MENTIONS_CONFIGSYMBOLS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <set>
#include <string>
#include <vector>

namespace pagesplit {

/// One definition; a symbol may have several.
struct ConfigSymbol {
  std::string Name; ///< with CONFIG_ in front
  std::string File; ///< relative to the root
  unsigned Line = 0;
  std::string DependsOn; ///< joined by &&; empty: on nothing
};

/// The definitions in \p Text, a Kconfig file called \p File.
std::vector<ConfigSymbol> configSymbolsOf(llvm::StringRef Text,
                                          llvm::StringRef File);

/// Those of \p Wanted in all Kconfig files below \p Root, by name, then file.
llvm::Expected<std::vector<ConfigSymbol>>
readConfigSymbols(llvm::StringRef Root, const std::set<std::string> &Wanted);

} // namespace pagesplit

#endif
