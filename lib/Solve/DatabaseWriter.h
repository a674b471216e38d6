//===- DatabaseWriter.h - facts and verdicts into tables --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Fills the tables of Schema.h. Rows are numbered and inserted in the order
/// of their keys, so that the same facts always give the same bytes.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_DATABASEWRITER_H
#define PAGESPLIT_LIB_SOLVE_DATABASEWRITER_H

#include "Conclusions.h"
#include "Entities.h"
#include "MentionCoverage.h"
#include "Subsystems.h"
#include "Witnesses.h"
#include "pagesplit/Facts/Facts.h"
#include "pagesplit/Solve/Sqlite.h"

#include <map>
#include <vector>

namespace pagesplit {

/// Writes into a new, empty database. Failures stick to the database.
class DatabaseWriter {
public:
  DatabaseWriter(Sqlite &Db, const FactSet &Facts,
                 const MentionCoverage &Mentions);

  /// Make the tables and views and fill all tables. \p Entities are those of
  /// the facts; \p OfEntities and \p OfAccesses have one conclusion for each
  /// entity and each access, in their order. \p Paths, which the conclusions
  /// stand on, may be null.
  void write(const Subsystems &Names, const std::vector<JoinedEntity> &Entities,
             const std::vector<Conclusion> &OfEntities,
             const std::vector<Conclusion> &OfAccesses, const Witnesses *Paths);

  /// Note the members that the page of one word still has.
  void writeStaying(const std::set<std::string> &Fields);

  /// Add a row to the meta table, unless \p Value is empty.
  void writeMeta(llvm::StringRef Key, llvm::StringRef Value);

private:
  /// A name and its row; numbered when all names are known.
  using Ids = std::map<std::string, int64_t>;

  void collectNames();
  void writeMentions();
  void writeNames(const Subsystems &Names);
  void writeUnits();
  void writeLayouts();
  void writeWords();
  void writeAccesses();
  void writeEntities(const std::vector<JoinedEntity> &Entities);
  void writeVerdicts(llvm::StringRef Column,
                     const std::vector<Conclusion> &Conclusions,
                     bool HavePlaces);
  void writeConfigsOf(llvm::StringRef Table,
                      const std::vector<const ConfigSet *> &Configs);
  unsigned wordSizeIn(const ConfigSet &Configs) const;

  Sqlite &Db;
  const FactSet &Facts;
  const MentionCoverage &Mentions;
  Ids ConfigIds;
  Ids SourceIds;
  std::map<std::string, Layout> LayoutOf; ///< by configuration
  int64_t LastVerdict = 0;
};

} // namespace pagesplit

#endif
