//===- Error.h - one clear message with file, line and column ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Every failure of pagesplit is an llvm::Error whose text starts with the
/// file it is about. This header makes such errors; printing them and choosing
/// the exit code is left to tools/.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SUPPORT_ERROR_H
#define PAGESPLIT_SUPPORT_ERROR_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"

#include <system_error>

namespace pagesplit {

/// An error about \p File as a whole: "FILE: error: MESSAGE".
llvm::Error errorIn(llvm::StringRef File, const llvm::Twine &Message);

/// An error at a place: "FILE:LINE:COL: error: MESSAGE". Lines and columns
/// count from 1, columns in bytes.
llvm::Error errorAt(llvm::StringRef File, unsigned Line, unsigned Column,
                    const llvm::Twine &Message);

/// An error of the operating system about \p File, with its own words for
/// \p Code: "FILE: error: cannot WHAT: No space left on device".
llvm::Error errorFrom(llvm::StringRef File, llvm::StringRef What,
                      std::error_code Code);

/// An error that is about no file: "error: MESSAGE".
llvm::Error errorOf(const llvm::Twine &Message);

} // namespace pagesplit

#endif
