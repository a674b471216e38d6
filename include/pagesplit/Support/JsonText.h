//===- JsonText.h - JSON with errors that say where -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// llvm::json::parse() with the project's form of error: file, line, column.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SUPPORT_JSONTEXT_H
#define PAGESPLIT_SUPPORT_JSONTEXT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"

namespace pagesplit {

/// The value in \p Text, which begins at line \p FirstLine of \p Name.
llvm::Expected<llvm::json::Value>
parseJson(llvm::StringRef Text, llvm::StringRef Name, unsigned FirstLine = 1);

/// The value in the file \p Path.
llvm::Expected<llvm::json::Value> readJsonFile(llvm::StringRef Path);

} // namespace pagesplit

#endif
