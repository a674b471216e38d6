//===- Subsystems.h - the subsystem of every file ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Names the subsystem of a portable path: the section of the tree's
/// MAINTAINERS where there is one, else the directory.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_SUBSYSTEMS_H
#define PAGESPLIT_LIB_SOLVE_SUBSYSTEMS_H

#include "pagesplit/Support/Maintainers.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <memory>
#include <string>

namespace pagesplit {

class Subsystems {
public:
  /// Reads SOURCEROOT/MAINTAINERS if it exists; without a source root or
  /// without that file only directories are used. An error when \p SourceRoot
  /// is no directory or the file cannot be read.
  static llvm::Expected<Subsystems> of(llvm::StringRef SourceRoot);

  /// The section's name, or "mm" for mm/x.c, "drivers/net" for
  /// drivers/net/phy/x.c, "(top)" for a file at the root, "(generated)" and
  /// "(outside)" for files outside the tree.
  std::string nameOf(llvm::StringRef File) const;

  /// Whether a MAINTAINERS file was read.
  bool fromMaintainers() const { return Sections != nullptr; }

  /// Lines of that file that could not be understood, as "LINE: PATTERN".
  llvm::ArrayRef<std::string> refused() const {
    return Sections ? llvm::ArrayRef(Sections->refused())
                    : llvm::ArrayRef<std::string>();
  }

private:
  std::unique_ptr<Maintainers> Sections;
};

} // namespace pagesplit

#endif
