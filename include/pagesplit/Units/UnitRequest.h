//===- UnitRequest.h - one unit, and what is done with it -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// All that the work on one unit depends on besides the sources: the input of
/// the action that ninja runs. Written as JSON beside the output, with paths as
/// they are seen from there, so that another place has the same bytes. A root
/// with which it has no directory in common is written absolute.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_UNITS_UNITREQUEST_H
#define PAGESPLIT_UNITS_UNITREQUEST_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace pagesplit {

struct UnitRequest {
  std::string Name;   ///< portable name of the main file
  std::string Config; ///< label: "x86_64/defconfig"
  std::string File;   ///< absolute path of the main file
  std::string Directory;
  /// The compile command, compiler first, as the database has it.
  std::vector<std::string> Arguments;
  std::string SourceRoot;
  std::string BuildRoot;
  std::string KnowledgeDirectory;
  std::string Layer; ///< of the knowledge files; empty: base only
  /// Portable names of the files that the action is about; empty: it decides.
  std::vector<std::string> Files;
  /// What the stage tells its action besides, in words of its own; may be
  /// empty.
  std::string Task;
  /// The file to make, below the stage's directory, and what it depends on, in
  /// Make's syntax; all set when the stage runs (Units/ActionGraph.h).
  std::string Output;
  std::string SecondOutput; ///< empty: the stage makes one file only
  std::string Depfile;
};

/// The portable name of the file that the unit \p Name compiles: the name
/// without the number behind it (Units/CompileCommands.h).
llvm::StringRef mainFileOf(llvm::StringRef Name);

/// The request as JSON text, deterministic to the byte, for an action that runs
/// in \p Directory: absolute, without links and dots.
std::string printRequest(const UnitRequest &Request, llvm::StringRef Directory);

/// Read one back in the \p Directory where the action runs; all paths but the
/// outputs are absolute then. Errors name \p Path.
llvm::Expected<UnitRequest> readRequest(llvm::StringRef Path,
                                        llvm::StringRef Directory);

/// \p Path as it is seen from \p Directory ("../src/mm"), both absolute; \p
/// Path itself when they have no directory in common.
std::string seenFrom(llvm::StringRef Path, llvm::StringRef Directory);

} // namespace pagesplit

#endif
