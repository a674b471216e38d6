//===- Coverage.h - mentions of pages that nobody compiled ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Shows which lines of a tree mention struct page, which of them no
/// configuration of a database compiled, and what it would take. How they are
/// found is not here (Mentions/Mentions.h).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_OUTLOOK_COVERAGE_H
#define PAGESPLIT_OUTLOOK_COVERAGE_H

#include "pagesplit/Tables/TableForms.h"

namespace pagesplit {

/// Write the tables gaps (Csv: default), symbols, subsystems, configs and lines
/// of \p DbPath to \p Out, or \p Table alone. An error when it was solved
/// without looking for mentions.
llvm::Error printCoverage(llvm::StringRef DbPath, TableForm Form,
                          llvm::StringRef Table, llvm::raw_ostream &Out);

} // namespace pagesplit

#endif
