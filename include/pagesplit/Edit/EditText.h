//===- EditText.h - a file's text with edits --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Applies the edits of one file to its text. Bytes outside the edits are kept
/// as they are, whatever their encoding and line ends. The exceptions, in
/// rewriteText(), are the indentation of continuation lines and line ends in
/// lines that become too long.
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
/// then blanks. A line that an edit makes longer than 100 columns is broken in
/// parentheses where that can be. All other lines stay.
llvm::Expected<std::string> rewriteText(llvm::StringRef Text,
                                        llvm::StringRef File,
                                        const std::set<Edit> &Edits);

} // namespace pagesplit

#endif
