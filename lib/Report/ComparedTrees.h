//===- ComparedTrees.h - several databases in one ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A database in memory with the accesses of several, counted, and the tables
/// that compare them.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_COMPAREDTREES_H
#define PAGESPLIT_LIB_REPORT_COMPAREDTREES_H

#include "pagesplit/Solve/Sqlite.h"
#include "pagesplit/Tables/TableForms.h"
#include "llvm/ADT/ArrayRef.h"

namespace pagesplit {

class ComparedTrees {
public:
  static llvm::Expected<ComparedTrees>
  read(llvm::ArrayRef<std::string> DbPaths);

  /// What the columns of tree \p Number, from 1, are called: "6.12.117".
  const std::vector<std::string> &names() const { return Names; }

  /// trees, fields, descriptors, subsystems, changes. The columns tree_1,
  /// tree_2 and so on count accesses.
  std::vector<NamedTable> tables() const;

  Sqlite &database() { return Db; }

private:
  explicit ComparedTrees(Sqlite Db) : Db(std::move(Db)) {}
  llvm::Error add(llvm::StringRef DbPath, unsigned Number);
  std::string pivot(llvm::StringRef Key, llvm::StringRef Condition) const;

  Sqlite Db;
  std::vector<std::string> Names;
};

} // namespace pagesplit

#endif
