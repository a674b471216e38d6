//===- EditText.h - a file's text with edits --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Applies the edits of one file to its text. Bytes outside the edits are kept
/// as they are, whatever their encoding and line ends. The one exception, in
/// rewriteText(), is the indentation of continuation lines.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EDIT_EDITTEXT_H
#define PAGESPLIT_EDIT_EDITTEXT_H

#include "pagesplit/Edit/Edit.h"
#include "llvm/Support/Error.h"

#include <set>
#include <string>

namespace pagesplit {

/// \p Text, which is that of \p File, with \p Edits, which are all of that
/// file. An error with line and column when the text is not what an edit says
/// it was, or when two edits overlap.
llvm::Expected<std::string> applyEdits(llvm::StringRef Text,
                                       llvm::StringRef File,
                                       const std::set<Edit> &Edits);

/// The same, and continuation lines keep standing under their parenthesis:
/// when an edit moves an open "(", the lines that belong to it and began right
/// under the column behind it are indented anew, with tabs of 8 columns and
/// then blanks. All other lines stay.
llvm::Expected<std::string> rewriteText(llvm::StringRef Text,
                                        llvm::StringRef File,
                                        const std::set<Edit> &Edits);

} // namespace pagesplit

#endif
