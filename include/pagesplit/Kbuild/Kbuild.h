//===- Kbuild.h - a compile database from a kernel tree ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Configures a kernel out of tree and writes BUILD/compile_commands.json
/// without compiling kernel objects: make runs as always, with a stand-in for
/// the compiler. docs/kbuild.md says how. The tree is never written to.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_KBUILD_KBUILD_H
#define PAGESPLIT_KBUILD_KBUILD_H

#include "pagesplit/Kbuild/BuildDescription.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace pagesplit {

/// What to configure and visit. Paths of the file system may be relative to
/// the working directory.
struct KbuildRequest {
  std::string Kernel; ///< root of the kernel tree
  std::string Arch;   ///< as make's ARCH; empty takes the machine's own
  std::string Config = "defconfig"; ///< a make target, or an existing file
  std::string Build;                ///< made when missing; outside of Kernel
  unsigned Jobs = 0;                ///< 0 takes every core
  /// Directories or C files, relative to Kernel; empty visits everything.
  std::vector<std::string> Paths;
  std::string StandIn; ///< the program pagesplit-cc
};

/// What came out of it.
struct KbuildResult {
  std::string Database; ///< path of compile_commands.json
  BuildDescription Description;
  size_t Commands = 0; ///< entries in Database
  /// Targets make could not build; also in BUILD/kbuild-failed.txt.
  std::vector<std::string> Failed;
  /// Those of KbuildRequest::Paths below which this configuration compiles
  /// nothing.
  std::vector<std::string> EmptyPaths;
  /// The others, relative to the tree. Empty when everything was visited.
  std::vector<std::string> Paths;
};

/// Where a run is.
struct KbuildProgress {
  enum Step { Configure, Prepare, Visit } Now = Configure;
  size_t Commands = 0; ///< recorded in this run
};

/// Called several times a second while make runs, on the calling thread.
using KbuildObserver = llvm::function_ref<void(const KbuildProgress &)>;

/// Configure, prepare and visit. Everything make says goes to
/// BUILD/kbuild.log. An error leaves the compile database of an earlier run as
/// it was. An interrupt of this process ends make, and is an error.
llvm::Expected<KbuildResult> runKbuild(const KbuildRequest &Request,
                                       KbuildObserver Observe);

/// What runKbuild will call the configuration (BuildDescription::Label), with
/// nothing started or written. Fails for an architecture that the tree does not
/// have, and for a Config that is neither a file nor a word that make could
/// take for a target; whether the tree has that target only make knows.
llvm::Expected<std::string> configurationLabel(const KbuildRequest &Request);

} // namespace pagesplit

#endif
