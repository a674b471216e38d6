//===- OutputFile.h - a file appears complete or not at all -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Output goes to a temporary name in the same directory and is renamed when
/// it is complete, so that an interrupted run or a full disk leaves the
/// earlier result as it was. Directories are not made here, except by
/// makeDirectory().
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SUPPORT_OUTPUTFILE_H
#define PAGESPLIT_SUPPORT_OUTPUTFILE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace pagesplit {

/// Write \p Path in one step from what \p Write puts into its stream. "-" is
/// standard output. On error nothing of \p Path has changed.
llvm::Error
writeFile(llvm::StringRef Path,
          llvm::function_ref<llvm::Error(llvm::raw_ostream &)> Write);

/// Write \p Content to \p Path in one step, unless \p Path holds just that
/// already: then its modification time stays, which is what ninja's restat
/// looks at.
llvm::Error writeFileIfChanged(llvm::StringRef Path, llvm::StringRef Content);

/// Remove what writeFile() left anywhere below \p Directory because its process
/// was killed. Nobody may be writing there.
llvm::Error removeUnfinished(llvm::StringRef Directory);

/// Make \p Path and its parents; fine when it is there already.
llvm::Error makeDirectory(llvm::StringRef Path);

/// The whole of \p Path, or an error naming it.
llvm::Expected<std::string> readFile(llvm::StringRef Path);

} // namespace pagesplit

#endif
