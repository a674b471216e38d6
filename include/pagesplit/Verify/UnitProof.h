//===- UnitProof.h - what was proved of one unit ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The outcome of compiling a unit before and after the patches that touch what
/// it reads, and its file.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_VERIFY_UNITPROOF_H
#define PAGESPLIT_VERIFY_UNITPROOF_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace pagesplit {

/// How much is proved of a change, the most first.
enum class Tier {
  Untouched = 0,     ///< "-": nothing that the unit reads changes
  SameObject = 1,    ///< T1: the object code is identical
  SameIR = 2,        ///< T2: the optimised IR is the same
  Compiles = 3,      ///< T3: it compiles without a warning that is new
  DoesNotCompile = 4 ///< T4
};

/// "T1".
llvm::StringRef wordOf(Tier T);

/// The tier with the word \p Word.
std::optional<Tier> tierOf(llvm::StringRef Word);

/// A group without which the unit would compile.
struct Culprit {
  std::string Group;
  std::string Problem; ///< the first error or new warning it leads to
};

struct UnitProof {
  std::string Unit; ///< portable name
  /// The first error of the unit as it is; not empty: nothing was compared.
  std::string BrokenBefore;
  /// Of each patch the unit was asked about, in order. Empty when the unit was
  /// not compared, or when there are culprits.
  std::vector<Tier> Patches;
  std::vector<Culprit> Culprits;
  /// Files of the source tree that only the changed unit reads, sorted.
  std::vector<std::string> NewFiles;
};

/// The proof as JSON text, deterministic to the byte.
std::string printProof(const UnitProof &Proof);

/// Read one back; errors name \p Path.
llvm::Expected<UnitProof> readProof(llvm::StringRef Path);

} // namespace pagesplit

#endif
