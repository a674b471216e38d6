//===- RowTable.h - the rows of a query as an HTML table --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A table with a caption, whose columns keep the names that the query gives
/// them, beside the titles that people read.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTML_ROWTABLE_H
#define PAGESPLIT_LIB_REPORT_HTML_ROWTABLE_H

#include "Markup.h"
#include "Palette.h"
#include "pagesplit/Solve/Sqlite.h"

namespace pagesplit {

enum class CellKind {
  Text,
  Code,
  Number,
  Descriptor, ///< with its colour
};

struct RowColumn {
  llvm::StringRef Title;
  CellKind Kind = CellKind::Number;
};

struct RowTable {
  llvm::StringRef Id;      ///< of the element
  llvm::StringRef Caption; ///< what is counted
  std::string Query;
  std::vector<RowColumn> Columns;
  /// The column that names the row; it is a heading.
  unsigned Named = 0;
  /// With a script, what is more is shown when asked for; 0: all.
  unsigned Shown = 25;
};

/// Write \p Table; without any row only \p Otherwise, as a paragraph, unless
/// it is empty. Failures stick to \p Db.
void printRows(Sqlite &Db, const Palette &Colours, const RowTable &Table,
               llvm::StringRef Otherwise, HtmlStream &Html);

/// A descriptor's name with its colour, and what belongs to it.
void printChip(const Palette &Colours, llvm::StringRef Descriptor,
               llvm::StringRef Beside, HtmlStream &Html);

} // namespace pagesplit

#endif
