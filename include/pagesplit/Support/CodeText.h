//===- CodeText.h - C text without what is not code -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// For those who look for words in sources that nothing compiles.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SUPPORT_CODETEXT_H
#define PAGESPLIT_SUPPORT_CODETEXT_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

#include <string>

namespace pagesplit {

/// \p Text with comments, and what strings hold, made blank; lines stay.
std::string withoutComments(llvm::StringRef Text);

/// Call \p See with the offset of each `struct page` in \p Code.
void forEachPageType(llvm::StringRef Code,
                     llvm::function_ref<void(size_t)> See);

/// Whether \p Text has `struct page`, be it in a comment.
bool mentionsPageType(llvm::StringRef Text);

} // namespace pagesplit

#endif
