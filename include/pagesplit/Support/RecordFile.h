//===- RecordFile.h - one JSON object a line --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The frame that files between two stages share: the first line names the
/// format and its version, each further line is one record under the word of
/// its kind, and the last counts the lines before it.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SUPPORT_RECORDFILE_H
#define PAGESPLIT_SUPPORT_RECORDFILE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <optional>

namespace pagesplit {

struct RecordFormat {
  llvm::StringLiteral Word; ///< of the first line: "pagesplit-uses"
  unsigned Version;
  llvm::StringLiteral What;   ///< in errors: "use file"
  llvm::StringLiteral Remedy; ///< "rewrite again"
};

/// Writes the first line when made and the last one when it goes.
class RecordWriter {
public:
  RecordWriter(const RecordFormat &Format, llvm::raw_ostream &Out);
  ~RecordWriter();
  void line(llvm::StringRef Word, llvm::json::Value Value);

private:
  llvm::raw_ostream &Out;
  unsigned Lines = 0;
};

/// Takes one record: whether the value fits, with a report to the path when it
/// does not; nothing when the word is unknown.
using TakeRecord = llvm::function_ref<std::optional<bool>(
    llvm::StringRef Word, const llvm::json::Value &Value, llvm::json::Path)>;

/// Hand every record of \p Text to \p Take. The first fault is an error with
/// \p Name, line and column: another format or version, a record that was
/// refused, lines lost or added.
llvm::Error readRecords(llvm::StringRef Text, llvm::StringRef Name,
                        const RecordFormat &Format, TakeRecord Take);

} // namespace pagesplit

#endif
