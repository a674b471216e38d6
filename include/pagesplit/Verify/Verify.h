//===- Verify.h - prove a series --------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Compiles every unit that a series concerns before and after its patches,
/// takes out of the series what does not compile, and writes into it what was
/// proved. The source tree is only read.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_VERIFY_VERIFY_H
#define PAGESPLIT_VERIFY_VERIFY_H

#include "pagesplit/Edit/Series.h"
#include "pagesplit/Verify/UnitProof.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace pagesplit {

struct VerifyRequest {
  std::string Series;              ///< directory that writeSeries() made
  std::vector<std::string> Builds; ///< one for each configuration
  std::string SourceRoot;          ///< empty: as kbuild noted it
  Tier Wanted = Tier::SameObject;  ///< nothing better is tried
  std::string Cache;               ///< directory for what was compiled before
  std::string Program;             ///< this pagesplit, for ninja to start
  unsigned Jobs = 0;               ///< 0: all cores
  /// How the series is to look when it is rendered again.
  std::function<llvm::Expected<SeriesStyle>(const SourceTree &)> StyleFor;
};

/// What is being done, how much of it is done, of how much, and the unit that
/// was finished last.
using VerifyProgress = llvm::function_ref<void(llvm::StringRef, unsigned,
                                               unsigned, llvm::StringRef)>;

/// What was found of one patch, over all builds.
struct PatchProof {
  std::string FileName;
  std::string Text;            ///< what stands in the patch
  std::optional<Tier> Reached; ///< the worst of its units; none: no unit
  unsigned Units = 0;          ///< in how many its change was compiled
};

struct VerifyResult {
  std::vector<PatchProof> Patches;
  unsigned Units = 0;  ///< that were compiled, over all builds
  unsigned Rounds = 0; ///< how often the series was verified
  std::set<Finding> Dropped;
  /// Units that do not compile as they are: "CONFIG: NAME: first error".
  std::vector<std::string> BrokenBefore;
  /// Units that do not compile, and no group is guilty of it: "CONFIG: NAME".
  std::vector<std::string> Unexplained;
};

/// Verify Request.Series until all that is left of it compiles, and replace it
/// in one step by what was found. Sources that are not the version the series
/// counts in, a directory that holds files of somebody else, and builds of
/// different trees are errors; then nothing has changed.
llvm::Expected<VerifyResult> verifySeries(const VerifyRequest &Request,
                                          VerifyProgress OnProgress);

} // namespace pagesplit

#endif
