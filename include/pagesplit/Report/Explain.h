//===- Explain.h - the path that leads to a verdict -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Shows for one place in the sources what the verdict is, which facts lead to
/// it and which speak against it, each with file and line; for what is unknown,
/// what would decide it.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REPORT_EXPLAIN_H
#define PAGESPLIT_REPORT_EXPLAIN_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace pagesplit {

/// Explain every verdict of \p DbPath at \p Where: "FILE:LINE",
/// "FILE:LINE:COL", "FUNCTION" or "FUNCTION:NAME". As JSON an array of objects,
/// described in docs/file-formats.md. It is an error when nothing stands there.
llvm::Error explain(llvm::StringRef DbPath, llvm::StringRef Where, bool Json,
                    llvm::raw_ostream &Out);

} // namespace pagesplit

#endif
