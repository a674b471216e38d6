//===- ComparedTrees.cpp - several databases in one -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ComparedTrees.h"

#include "pagesplit/Solve/Database.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

#include <set>

using namespace llvm;
using namespace pagesplit;

static constexpr StringLiteral Schema = R"sql(
CREATE TABLE tree (number INTEGER PRIMARY KEY, kernel TEXT, configs TEXT,
                   units INTEGER, failed INTEGER);
CREATE TABLE seen (tree INTEGER, subsystem TEXT, file TEXT, function TEXT,
                   field TEXT, base TEXT, descriptor TEXT, accesses INTEGER);
CREATE VIEW change AS
WITH counted AS (
  SELECT tree, file, function, field, base, min(subsystem) AS subsystem,
         sum(accesses) AS accesses
  FROM seen WHERE field <> '*' GROUP BY tree, file, function, field, base),
step AS (
  SELECT a.tree AS tree, a.subsystem, a.file, a.function, a.field, a.base,
         coalesce(b.accesses, 0) - a.accesses AS difference
  FROM counted AS a JOIN tree AS next ON next.number = a.tree + 1
  LEFT JOIN counted AS b ON b.tree = a.tree + 1 AND b.file = a.file
    AND b.function = a.function AND b.field = a.field AND b.base = a.base
  UNION ALL
  SELECT b.tree - 1, b.subsystem, b.file, b.function, b.field, b.base,
         b.accesses
  FROM counted AS b WHERE b.tree > 1 AND NOT EXISTS (
    SELECT 1 FROM counted AS a WHERE a.tree = b.tree - 1 AND a.file = b.file
      AND a.function = b.function AND a.field = b.field AND a.base = b.base))
SELECT tree AS from_tree, tree + 1 AS to_tree,
       CASE WHEN difference < 0 THEN 'removed' ELSE 'new' END AS change,
       abs(difference) AS accesses, subsystem, file, function, field, base
FROM step WHERE difference <> 0;
)sql";

static std::string nameOf(StringRef Kernel, StringRef DbPath) {
  return Kernel.empty() ? sys::path::stem(DbPath).str() : Kernel.str();
}

Error ComparedTrees::add(StringRef DbPath, unsigned Number) {
  Expected<Sqlite> From = openDatabase(DbPath);
  if (!From)
    return From.takeError();
  Statement Head(*From, R"sql(
SELECT coalesce((SELECT value FROM meta WHERE key = 'kernel'), ''),
       coalesce((SELECT group_concat(label, ', ')
                 FROM (SELECT label FROM config ORDER BY label)), ''),
       count(*), coalesce(sum(status = 'failed'), 0) FROM unit)sql");
  if (Head.step()) {
    Names.push_back(nameOf(Head.text(0), DbPath));
    Statement(Db, "INSERT INTO tree VALUES (?, ?, ?, ?, ?)")
        .run(Number, Names.back(), Head.text(1), Head.integer(2),
             Head.integer(3));
  }
  Statement Rows(*From, R"sql(
SELECT subsystem, file, function, field, base, descriptor, count(*)
FROM access_verdict GROUP BY 1, 2, 3, 4, 5, 6)sql");
  Statement Insert(Db, "INSERT INTO seen VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  while (Rows.step())
    Insert.run(Number, Rows.text(0), Rows.text(1), Rows.text(2), Rows.text(3),
               Rows.text(4), Rows.text(5), Rows.integer(6));
  return From->takeError();
}

// Two configurations of one kernel are told apart by their labels.
static void tellApart(std::vector<std::string> &Names, Sqlite &Db) {
  std::set<std::string> Different(Names.begin(), Names.end());
  if (Different.size() == Names.size())
    return;
  Statement Query(Db, "SELECT number, configs FROM tree");
  while (Query.step())
    Names[Query.integer(0) - 1] += " " + Query.text(1).str();
}

Expected<ComparedTrees> ComparedTrees::read(ArrayRef<std::string> DbPaths) {
  Expected<Sqlite> Db = Sqlite::inMemory("comparison");
  if (!Db)
    return Db.takeError();
  ComparedTrees Trees(std::move(*Db));
  Trees.Db.execute(Schema);
  for (const auto &[I, Path] : enumerate(DbPaths))
    if (Error E = Trees.add(Path, I + 1))
      return std::move(E);
  tellApart(Trees.Names, Trees.Db);
  if (Error E = Trees.Db.takeError())
    return std::move(E);
  return std::move(Trees);
}

std::string ComparedTrees::pivot(StringRef Key, StringRef Condition) const {
  std::string Columns;
  for (size_t I = 1; I <= Names.size(); ++I) {
    std::string N = std::to_string(I);
    Columns += ", coalesce(sum((tree = " + N + ") * accesses), 0) AS tree_" + N;
  }
  std::string Last = std::to_string(Names.size());
  return ("SELECT " + Key + Columns + " FROM seen WHERE " + Condition +
          " GROUP BY " + Key + " ORDER BY max(tree_1, tree_" + Last +
          ") DESC, " + Key)
      .str();
}

std::vector<NamedTable> ComparedTrees::tables() const {
  return {
      {"trees", "What is compared", R"sql(
SELECT number AS tree, kernel, configs, units, failed,
       (SELECT coalesce(sum(accesses), 0) FROM seen
        WHERE tree = number AND field <> '*') AS field_accesses,
       (SELECT coalesce(sum(accesses), 0) FROM seen
        WHERE tree = number AND field = '*') AS whole_struct,
       (SELECT coalesce(sum(accesses), 0) FROM seen
        WHERE tree = number AND field <> '*' AND descriptor <> 'unknown')
         AS with_verdict
FROM tree ORDER BY number)sql",
       40},
      {"fields", "Accesses that are left, by field",
       pivot("field", "field <> '*'"), 40},
      {"descriptors", "Accesses to fields, by what the page is",
       pivot("descriptor", "field <> '*'"), 20},
      {"subsystems", "Accesses to fields, by subsystem",
       pivot("subsystem", "field <> '*'"), 20},
      {"changes", "What went and what came", R"sql(
SELECT from_tree, to_tree, change, accesses, field, function, file, base,
       subsystem
FROM change
ORDER BY from_tree, change DESC, accesses DESC, file, function, field, base)sql",
       20},
  };
}
