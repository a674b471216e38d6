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

namespace pagesplit {

struct RecordFormat {
  llvm::StringLiteral Word; ///< of the first line: "pagesplit-uses"
  unsigned Version;
  llvm::StringLiteral Article; ///< of What: "a"
  llvm::StringLiteral What;    ///< in errors: "use file"
  llvm::StringLiteral Record;  ///< what one line is, in errors: "record"
  llvm::StringLiteral Remedy;  ///< "rewrite again"
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

/// One record that is being read.
struct RecordLine {
  llvm::StringRef Word;
  const llvm::json::Value &Value;
  llvm::StringRef Text; ///< the whole line

  const RecordFormat &Format;
  llvm::StringRef File;
  unsigned Line; ///< from 1

  /// The record as a \p T, by its fromJSON(), or an error that says what does
  /// not fit.
  template <typename T> llvm::Expected<T> as() const {
    T Record;
    llvm::json::Path::Root Root(Word);
    if (!fromJSON(Value, Record, Root))
      return fault(llvm::toString(Root.getError()));
    return std::move(Record);
  }

  /// An error at this line.
  llvm::Error fault(const llvm::Twine &Why) const;
  /// The same for a record whose word the format does not have.
  llvm::Error unknown() const;
};

/// Takes one record, or says why not.
using TakeRecord = llvm::function_ref<llvm::Error(const RecordLine &)>;

/// Whether the line of a record says nothing new; it is neither parsed nor
/// taken then.
using SkipRecord = llvm::function_ref<bool(llvm::StringRef Line)>;

/// Hand every record of \p Text to \p Take, except those that \p Skip knows.
/// The first fault is an error with \p Name, line and column: another format or
/// version, a record that was refused, lines lost or added.
llvm::Error readRecords(llvm::StringRef Text, llvm::StringRef Name,
                        const RecordFormat &Format, TakeRecord Take,
                        SkipRecord Skip = nullptr);

/// Hand the first records to \p Take, as long as their word is \p Word. What
/// follows is not read.
llvm::Error readFirstRecords(llvm::StringRef Text, llvm::StringRef Name,
                             const RecordFormat &Format, llvm::StringRef Word,
                             TakeRecord Take);

} // namespace pagesplit

#endif
