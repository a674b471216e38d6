//===- UnitVerifier.h - one unit, before and after --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The two actions that verifying takes for a unit. Both run Clang in this
/// process, no command, and write nothing. Crashes of Clang are the caller's to
/// survive.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_VERIFY_UNITVERIFIER_H
#define PAGESPLIT_VERIFY_UNITVERIFIER_H

#include "pagesplit/Units/UnitRequest.h"
#include "pagesplit/Verify/UnitTask.h"

namespace pagesplit {

/// The files that a unit reads as it is.
struct UnitFiles {
  std::vector<std::string> InTree;    ///< portable names, sorted
  std::set<std::string> Dependencies; ///< all, absolute
};

UnitFiles filesOfUnit(const UnitRequest &Request);

/// The list of files as JSON text, and back; errors name \p Path.
std::string printUnitFiles(const std::vector<std::string> &InTree);
llvm::Expected<std::vector<std::string>> readUnitFiles(llvm::StringRef Path);

struct VerifiedUnit {
  UnitProof Proof;
  std::set<std::string> Dependencies; ///< absolute
};

/// Carry out \p Task, whose groups are \p Edits, on \p Request. An error when a
/// file is not the version that the edits count in.
llvm::Expected<VerifiedUnit> verifyUnit(const UnitRequest &Request,
                                        const UnitTask &Task,
                                        const ResolvedEdits &Edits);

/// The proof of a unit at which the compiler crashed.
UnitProof crashedProof(const UnitRequest &Request, const UnitTask &Task);

/// Make every machine known that a compile command can be for.
void initializeMachines();

} // namespace pagesplit

#endif
