//===- MissingFacts.h - what would decide an unknown verdict ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Puts the rows of the table `missing` into words: where sight ends on the way
/// from a place, and what there is to be known.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_MISSINGFACTS_H
#define PAGESPLIT_LIB_REPORT_MISSINGFACTS_H

#include "pagesplit/Solve/Sqlite.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <string>
#include <vector>

namespace pagesplit {

struct MissingFact {
  std::string Side;    ///< "used-as" or "comes-from"
  std::string Fact;    ///< a word of docs/file-formats.md: "argument"
  std::string Where;   ///< "file:line:column"; empty: said of the place itself
  std::string Text;    ///< "what foo() does with argument 0"
  bool Decides = true; ///< by itself
};

/// What is missing at \p PlaceId: uses before origins.
std::vector<MissingFact> missingFacts(Sqlite &Db, int64_t PlaceId);

/// For people. Without any fact in \p Missing what \p Reason says.
void printMissing(llvm::ArrayRef<MissingFact> Missing, llvm::StringRef Reason,
                  llvm::raw_ostream &Out);

/// The attribute `missing`.
void printMissing(llvm::ArrayRef<MissingFact> Missing,
                  llvm::json::OStream &Json);

} // namespace pagesplit

#endif
