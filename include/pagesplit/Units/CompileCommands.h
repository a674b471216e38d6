//===- CompileCommands.h - the units of a compile database ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads compile_commands.json, from `pagesplit kbuild` or from any other
/// tool, as text: no command in it is run.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_UNITS_COMPILECOMMANDS_H
#define PAGESPLIT_UNITS_COMPILECOMMANDS_H

#include "pagesplit/Support/SourceRoots.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace pagesplit {

/// One C or C++ entry of the database.
struct CompileCommand {
  std::string Name; ///< portable name of the file; see readCompileCommands()
  std::string File; ///< absolute
  std::string Directory;
  std::vector<std::string> Arguments; ///< compiler first
};

/// What is in a database.
struct CompileCommands {
  std::vector<CompileCommand> Commands; ///< sorted by name
  unsigned OtherLanguages = 0; ///< entries of assembler, Rust and the like
};

/// Read the database \p Path. A file that is compiled more than once gives
/// several commands, named "f.c", "f.c#2" and so on in the order of their
/// arguments; an entry that stands there twice counts once. A file that is no
/// JSON, has no entries or malformed ones is an error with line and column, or
/// with the number of the entry.
llvm::Expected<CompileCommands> readCompileCommands(llvm::StringRef Path,
                                                    const SourceRoots &Roots);

/// Keep the commands whose file is one of \p Paths or below one of them; paths
/// are relative to the source root, or absolute. No paths keep all. A path
/// that no command is under is an error.
llvm::Error keepBelow(std::vector<CompileCommand> &Commands,
                      const std::vector<std::string> &Paths,
                      const SourceRoots &Roots, llvm::StringRef Database);

} // namespace pagesplit

#endif
