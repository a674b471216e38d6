//===- BuildDescription.h - which kernel a build directory is for -*- C++ -*-=//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// pagesplit-build.json beside compile_commands.json: what kbuild knows about
/// a build directory and a compile database cannot say. A database made by
/// another tool has no such file, and that is fine.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_KBUILD_BUILDDESCRIPTION_H
#define PAGESPLIT_KBUILD_BUILDDESCRIPTION_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>

namespace pagesplit {

/// What a build directory holds. Every field is text as a user would say it.
struct BuildDescription {
  std::string Kernel;     ///< "6.12.117"
  std::string Arch;       ///< as make's ARCH: "x86_64"
  std::string Config;     ///< "defconfig", or the name of a .config file
  std::string Label;      ///< names the config in facts: "x86_64/defconfig"
  std::string SourceRoot; ///< absolute
  std::string Clang;      ///< "22.1.8"
};

/// The description in directory \p Build: empty when there is none, an error
/// naming the file when it cannot be read or is not what kbuild writes.
llvm::Expected<std::optional<BuildDescription>>
readBuildDescription(llvm::StringRef Build);

/// Write the description into directory \p Build, in one step; a file that
/// says the same already is left alone.
llvm::Error writeBuildDescription(llvm::StringRef Build,
                                  const BuildDescription &Description);

} // namespace pagesplit

#endif
