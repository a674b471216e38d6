//===- Records.h - compile commands that were seen --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads what pagesplit-cc left in the session directory and writes the
/// compile database. The order of the database depends on its entries alone.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_KBUILD_RECORDS_H
#define PAGESPLIT_LIB_KBUILD_RECORDS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>
#include <string>
#include <vector>

namespace pagesplit {

/// One compile command; the texts point into Content, which is a whole record
/// as StandIn.h describes it (some 4 KiB; a kernel has 24,000 of them).
struct CompileRecord {
  std::unique_ptr<llvm::MemoryBuffer> Content;
  llvm::StringRef Directory, File, Output;
  llvm::StringRef Arguments; ///< each ends with a NUL
};

/// Read one record; an error names its file.
llvm::Expected<CompileRecord>
parseRecord(std::unique_ptr<llvm::MemoryBuffer> Content);

/// Every record in \p Directory, sorted by file, then output.
llvm::Expected<std::vector<CompileRecord>>
readRecords(llvm::StringRef Directory);

/// Two roots by which the files of a build are named.
struct BuildRoots {
  std::string Source, Build;

  /// \p Path below one of the roots, or as it is; relative ones count from
  /// Build.
  llvm::StringRef relative(llvm::StringRef Path) const;
};

/// Whether \p Record compiles something at or below \p Path, which is relative
/// to the source root: by its source, or by the directory of its object.
bool isBelow(const CompileRecord &Record, llvm::StringRef Path,
             const BuildRoots &Roots);

/// The compile database of \p Records in the order given, \p Compiler being
/// the first argument of each.
llvm::Error writeDatabase(llvm::StringRef Path, llvm::StringRef Compiler,
                          const std::vector<CompileRecord> &Records);

} // namespace pagesplit

#endif
