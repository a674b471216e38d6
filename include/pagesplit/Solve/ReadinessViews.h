//===- ReadinessViews.h - what compiles without some members ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The views of a database that predict what no longer compiles when members of
/// struct page are gone. They ask the table or view `gone_field` which ones;
/// whoever has another question makes one of that name, and these views again,
/// in the temporary schema of the connection. docs/file-formats.md explains
/// their columns.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SOLVE_READINESSVIEWS_H
#define PAGESPLIT_SOLVE_READINESSVIEWS_H

#include "pagesplit/Solve/Sqlite.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace pagesplit {

/// One view: its name, and the SELECT behind it.
struct ReadinessView {
  llvm::StringLiteral Name;
  llvm::StringLiteral Select;
};

/// All of them, each behind those it asks.
llvm::ArrayRef<ReadinessView> readinessViews();

/// Make them in the temporary schema of \p Db, where there is a gone_field
/// already; those that others ask often are tables there. Failures stick to
/// \p Db.
void makeTemporaryReadiness(Sqlite &Db);

} // namespace pagesplit

#endif
