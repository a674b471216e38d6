//===- Finding.h - what was not edited, and why -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Everything a rewriter could reach is either edited or has a finding. The
/// reasons are a closed list, Refusals.def, so that they can be counted.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EDIT_FINDING_H
#define PAGESPLIT_EDIT_FINDING_H

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

namespace pagesplit {

/// Why something was not edited.
enum class Refusal {
#define PAGESPLIT_REFUSAL(ENUMERATOR, WORD, MESSAGE) ENUMERATOR,
#include "pagesplit/Edit/Refusals.def"
};

/// The word of \p R in files: "needs-another".
llvm::StringRef wordOf(Refusal R);

/// The reason with the word \p Word.
std::optional<Refusal> refusalOf(llvm::StringRef Word);

/// What \p R means, as a clause without a full stop.
llvm::StringRef messageFor(Refusal R);

/// A place in a source file. Line and column count from 1, 0 is unknown.
struct SourcePlace {
  std::string File; ///< relative to the source root
  unsigned Line = 0;
  unsigned Column = 0;
};

bool operator<(const SourcePlace &A, const SourcePlace &B);
bool operator==(const SourcePlace &A, const SourcePlace &B);

/// "mm/slub.c:12:3", without what is unknown.
std::string textOf(const SourcePlace &Place);

/// One thing that was not edited.
struct Finding {
  Refusal Why = Refusal::Conflict;
  std::string Rewriter; ///< "local-variable"
  SourcePlace Where;
  std::string Subject; ///< what was not edited, the group's name if it had one
  std::string Detail;  ///< what Why does not say, such as the other group
};

/// By reason first.
bool operator<(const Finding &A, const Finding &B);
bool operator==(const Finding &A, const Finding &B);

} // namespace pagesplit

#endif
