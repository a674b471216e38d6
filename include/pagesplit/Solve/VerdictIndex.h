//===- VerdictIndex.h - verdicts by where things are written ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Answers what was concluded about the access or declaration whose word stands
/// at a place in a file. A place with several verdicts, because configurations
/// or uses of a macro differ, has none unless they agree.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SOLVE_VERDICTINDEX_H
#define PAGESPLIT_SOLVE_VERDICTINDEX_H

#include "pagesplit/Solve/Sqlite.h"

#include <map>
#include <set>
#include <string>
#include <utility>

namespace pagesplit {

struct PlaceVerdict {
  std::string Word; ///< a descriptor, "page", "mixed" or "unknown"
  double Confidence = 0;
  /// Whether only the first page of an allocation comes there.
  bool IsHead = false;
};

/// Whether \p Verdict is the word of a descriptor, and none of the others.
bool isDescriptor(llvm::StringRef Verdict);

class VerdictIndex {
public:
  /// Read all of \p From.
  static llvm::Expected<VerdictIndex> load(Sqlite &From);

  /// Of the access whose field is spelled at byte \p Offset of \p File; null
  /// when there is none.
  const PlaceVerdict *access(llvm::StringRef File, unsigned Offset) const;

  /// Of the variable, parameter or member whose name is declared there.
  const PlaceVerdict *declaration(llvm::StringRef File, unsigned Offset) const;

  /// Of what the function whose name is declared there gives.
  const PlaceVerdict *result(llvm::StringRef File, unsigned Offset) const;

  /// Files with an access or a declaration of one of \p Descriptors (of any
  /// descriptor when empty), and the units that saw something in each.
  std::map<std::string, std::set<std::string>>
  filesWith(const std::set<std::string> &Descriptors) const;

  /// The units that saw something in \p File.
  std::set<std::string> unitsOf(llvm::StringRef File) const;

private:
  using Place = std::pair<std::string, unsigned>;
  static void note(std::map<Place, PlaceVerdict> &Into, Place At,
                   PlaceVerdict Said);

  std::map<Place, PlaceVerdict> Accesses;
  std::map<Place, PlaceVerdict> Declarations;
  std::map<Place, PlaceVerdict> Results;
  std::map<std::string, std::set<std::string>> UnitsOf;
};

} // namespace pagesplit

#endif
