//===- MatrixFigures.h - the numbers behind the matrix ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the script of the page counts again when somebody filters: accesses by
/// subsystem, field, descriptor, confidence and configurations.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTML_MATRIXFIGURES_H
#define PAGESPLIT_LIB_REPORT_HTML_MATRIXFIGURES_H

#include "../Model.h"
#include "Palette.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/JSON.h"

namespace pagesplit {

/// The rows of the view subsystem_field_descriptor, in the order of the matrix.
llvm::StringRef descriptorQuery();

/// An object: lists of names, and `rows` of indexes into them followed by
/// reads, writes, read-modify-writes, addresses and types. The third index is
/// of the confidence, in steps of a tenth. Failures stick to \p Db.
llvm::json::Value matrixFigures(Sqlite &Db, const ReportModel &Model,
                                const Palette &Colours,
                                llvm::ArrayRef<std::string> Fields,
                                llvm::ArrayRef<std::string> Addresses);

} // namespace pagesplit

#endif
