//===- UnitRequest.h - one unit, and what is done with it -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// All that the work on one unit depends on besides the sources: the input of
/// the action that ninja runs. Written as JSON beside the output; holds
/// absolute paths, which outputs never do.
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
  std::string Output;  ///< the file to make
  std::string Depfile; ///< in Make's syntax, for ninja
};

/// The request as JSON text, deterministic to the byte.
std::string printRequest(const UnitRequest &Request);

/// Read one back; errors name \p Path.
llvm::Expected<UnitRequest> readRequest(llvm::StringRef Path);

} // namespace pagesplit

#endif
