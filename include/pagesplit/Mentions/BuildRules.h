//===- BuildRules.h - the symbols that make kbuild build a file -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads the Makefiles of a kernel tree as text: `obj-$(CONFIG_X) += f.o`, also
/// by way of composite objects and of the directories above. What a Makefile
/// computes is not understood; such a file has no rule.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_MENTIONS_BUILDRULES_H
#define PAGESPLIT_MENTIONS_BUILDRULES_H

#include "llvm/ADT/StringRef.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pagesplit {

class BuildRules {
public:
  explicit BuildRules(llvm::StringRef Root) : Root(Root) {}

  /// The CONFIG symbols that \p File ("mm/slub.c") needs, those of its
  /// directories first; empty when it is always built, nothing when no rule
  /// names it.
  std::optional<std::vector<std::string>> symbolsFor(llvm::StringRef File);

private:
  /// One word on the right of an assignment.
  struct Listed {
    std::string Target; ///< "obj", or the name of a composite object
    std::vector<std::string> Symbols;
  };
  using Makefile = std::multimap<std::string, Listed>; ///< by that word

  const Makefile &makefileOf(llvm::StringRef Directory);
  std::optional<std::vector<std::string>>
  symbolsForObject(llvm::StringRef Directory, llvm::StringRef Object,
                   unsigned Depth);
  std::vector<std::string> symbolsForDirectory(llvm::StringRef Directory);

  std::string Root;
  std::map<std::string, Makefile> Makefiles;
};

} // namespace pagesplit

#endif
