//===- Readiness.h - what compiles without some members ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Predicts from a database alone which units no longer compile when members of
/// struct page are gone, and compares that with what a compiler said. Counted
/// is what names such a member. How a unit is compiled without them is not
/// here (Verify/MemberRemoval.h).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_OUTLOOK_READINESS_H
#define PAGESPLIT_OUTLOOK_READINESS_H

#include "pagesplit/Tables/TableForms.h"

#include <map>
#include <set>

namespace pagesplit {

struct ReadinessQuestion {
  /// Members that are gone; empty: all but those that stay.
  std::vector<std::string> Fields;
  /// Only units in these; empty: all. Relative to the source root.
  std::vector<std::string> Paths;
  std::string Config; ///< only this configuration; empty: all
};

/// How many of what are ready.
struct ReadinessCount {
  unsigned All = 0;
  unsigned Ready = 0;         ///< as it is
  unsigned ButAssertions = 0; ///< but for static assertions
  unsigned ButHeaders = 0;    ///< but for what headers do
  unsigned NotReady = 0;
  unsigned Unknown = 0; ///< not analysed as a whole

  unsigned byThemselves() const { return Ready + ButAssertions + ButHeaders; }
  /// Share of those that need no change of their own, in percent; 100 of none.
  double percent() const;
};

/// A place as the compiler names it: file and line.
using ErrorPlace = std::pair<std::string, unsigned>;

/// What the compiler said of one unit without the members.
struct CompiledUnit {
  std::string Name;
  bool Breaks = false;
  bool BreaksItself = false;  ///< an error stands in its own file
  std::set<ErrorPlace> Named; ///< where a member was missed
  std::string FirstError;
};

/// How far prediction and compiler agree.
struct Agreement {
  unsigned Units = 0; ///< that were compared
  /// By [predicted][compiler], 1 for breaks.
  unsigned Breaks[2][2] = {};
  unsigned Itself[2][2] = {};
  unsigned PlacesBoth = 0, PlacesPredicted = 0, PlacesCompiler = 0;
  /// Units that the database does not know as analysed without an error.
  std::vector<std::string> LeftOut;
  /// One line for each disagreement.
  std::vector<std::string> Differences;

  unsigned agreed(const unsigned (&Counts)[2][2]) const {
    return Counts[0][0] + Counts[1][1];
  }
};

/// Units of which prediction and compiler can be compared.
struct ComparedUnits {
  std::set<std::string> Names;
  /// Where struct page is declared in that configuration, and the version of
  /// that file which was analysed.
  std::string Header;
  std::set<std::string> HeaderHashes;
};

/// The answers to one question.
class Readiness {
public:
  /// An error when the database cannot be read, has no such configuration or
  /// member, or no unit is in one of the paths.
  static llvm::Expected<Readiness> ask(llvm::StringRef DbPath,
                                       const ReadinessQuestion &Question);

  /// The members that are gone, in the order of struct page.
  const std::vector<std::string> &fields() const { return Fields; }

  /// Of all units that see struct page, and of those whose own file holds or
  /// touches one.
  const ReadinessCount &units() const { return Units; }
  const ReadinessCount &users() const { return Users; }

  /// units (the first), subsystems, blockers, fields, accesses.
  llvm::ArrayRef<NamedTable> tables() const { return Tables; }

  /// Write everything, or with \p Table the table of that name alone. As CSV
  /// no \p Table is the first one.
  llvm::Error print(TableForm Form, llvm::StringRef Table,
                    llvm::raw_ostream &Out);

  /// The units whose analysis had no error.
  llvm::Expected<ComparedUnits> comparable();

  /// Compare with what the compiler said.
  llvm::Expected<Agreement> compare(const std::vector<CompiledUnit> &Compiled);

private:
  Readiness(Sqlite Db) : Db(std::move(Db)) {}
  llvm::Error choose(const ReadinessQuestion &Question);
  llvm::Error chooseFields(const std::vector<std::string> &Wanted);
  llvm::Error chooseUnits(const ReadinessQuestion &Question);
  void count();
  void makeTables(bool OneField);
  void printHead(TableForm Form, llvm::raw_ostream &Out);

  Sqlite Db;
  std::string Kernel, Configs;
  std::vector<std::string> Fields;
  ReadinessCount Units, Users;
  std::vector<NamedTable> Tables;
};

} // namespace pagesplit

#endif
