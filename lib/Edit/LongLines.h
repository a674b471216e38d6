//===- LongLines.h - lines that an edit has made too long -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Breaks a line of code as the kernel's style does: behind a comma or "&&",
/// and the rest stands under the parenthesis it belongs to.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EDIT_LONGLINES_H
#define PAGESPLIT_LIB_EDIT_LONGLINES_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace pagesplit {

/// What checkpatch.pl takes for too long, in columns.
inline constexpr unsigned MostColumns = 100;

/// \p Line, which has no line end and begins in code, in several lines when it
/// is longer than MostColumns and can be broken. It cannot when it is a
/// directive, or when a parenthesis opened behind the break would stay open:
/// lines below stand under that.
std::string brokenLine(llvm::StringRef Line);

} // namespace pagesplit

#endif
