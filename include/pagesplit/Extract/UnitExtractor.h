//===- UnitExtractor.h - facts of one translation unit ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Parses one unit with Clang and gives its facts. Runs nothing but the
/// parser: whatever the compile command says about output, dependency files or
/// plugins has no effect.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EXTRACT_UNITEXTRACTOR_H
#define PAGESPLIT_EXTRACT_UNITEXTRACTOR_H

#include "pagesplit/Facts/Facts.h"
#include "pagesplit/Knowledge/Knowledge.h"
#include "pagesplit/Units/UnitRequest.h"

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace pagesplit {

struct UnitResult {
  FactSet Facts; ///< holds the unit's own record, whatever happened
  std::set<std::string> Dependencies; ///< absolute paths
};

/// UnitRequest::Task for ExtractRequest::AllBodies.
inline constexpr llvm::StringLiteral AllBodiesTask = "all-bodies";

/// Somebody else who looks at a unit while it is parsed for its facts.
class UnitObserver {
public:
  virtual ~UnitObserver() = default;
  /// Before \p Reader has read anything. A unit that Clang refuses for a flag
  /// begins again without it.
  virtual void begin(clang::Preprocessor &Reader) = 0;
  /// When all of it has been parsed, errors or not. Bodies of functions in
  /// headers that cannot concern a page are missing.
  virtual void look(clang::ASTContext &Tree) = 0;
};

/// Never fails as a whole: a unit that does not parse keeps what was parsed,
/// and its record says so with the first error. \p Other may be null.
UnitResult extractUnit(const UnitRequest &Request, const Knowledge &Known,
                       UnitObserver *Other = nullptr);

/// The record of a unit that is not parsed because nothing in it leads to a
/// page.
Unit skippedUnit(const UnitRequest &Request);

/// The record of a unit of which nothing is known but \p Error.
UnitResult failedUnit(const UnitRequest &Request, llvm::StringRef Error);

} // namespace pagesplit

#endif
