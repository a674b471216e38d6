//===- KernelTree.h - what a kernel tree says about itself ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Read-only questions to a kernel tree, answered from its top Makefile and
/// its directories, so that nothing is known here of any one version.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_KBUILD_KERNELTREE_H
#define PAGESPLIT_LIB_KBUILD_KERNELTREE_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace pagesplit {

/// A directory that was found to be a kernel tree.
class KernelTree {
public:
  /// The tree at \p Directory; an error when it is none, or when it was
  /// configured in place, which makes kbuild refuse O=.
  static llvm::Expected<KernelTree> open(llvm::StringRef Directory);

  /// Absolute, links resolved.
  const std::string &root() const { return Root; }
  /// "6.12.117", with EXTRAVERSION.
  const std::string &version() const { return Version; }

  /// The directory below arch/ that ARCH=\p Arch uses ("x86" for "x86_64"),
  /// or an error listing what the tree has.
  llvm::Expected<std::string> archDirectory(llvm::StringRef Arch) const;

  /// The architecture of this machine, by the name the tree has for it.
  std::string hostArch() const;

  /// Names in arch/\p ArchDirectory/configs, for an error message.
  std::vector<std::string> configs(llvm::StringRef ArchDirectory) const;

  /// Whether \p Relative exists in the tree.
  bool has(const llvm::Twine &Relative) const;

  /// The goal of make that visits every object and links nothing.
  std::string visitAllGoal() const;

  /// The goal that visits \p Path (relative, normal): the nearest directory
  /// above it with a Makefile of its own. Empty when that is the root.
  std::string visitGoal(llvm::StringRef Path) const;

private:
  void readMakefile(llvm::StringRef Text);
  std::vector<std::string> architectures() const;

  std::string Root, Version;
  llvm::StringMap<std::string> ArchAliases;
  bool HasDatabaseGoal = false;
};

} // namespace pagesplit

#endif
