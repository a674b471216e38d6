//===- CodeWords.h - the names in a piece of code --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds names in C text without preprocessing it: what stands in comments,
/// strings and characters is no code, and what an "#if" leaves out is.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EDIT_CODEWORDS_H
#define PAGESPLIT_EDIT_CODEWORDS_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

namespace pagesplit {

/// Show each identifier, keyword and number of \p Text with its offset.
void forEachWord(
    llvm::StringRef Text,
    llvm::function_ref<void(unsigned Offset, llvm::StringRef)> Show);

/// Whether \p Word is one of them.
bool hasWord(llvm::StringRef Text, llvm::StringRef Word);

/// The offset of the brace that closes the block in which \p Text begins, or
/// its size. Text with "#if" in it may have braces that do not belong together.
size_t endOfBlock(llvm::StringRef Text);

/// Whether \p Text seems to write the variable \p Name or take its address.
bool isChanged(llvm::StringRef Text, llvm::StringRef Name);

} // namespace pagesplit

#endif
