//===- VerdictList.cpp - one row for each entity and access ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Report/VerdictList.h"

#include "pagesplit/Solve/Database.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Tables/QueryRows.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/GlobPattern.h"

using namespace llvm;
using namespace pagesplit;

static constexpr StringLiteral Columns[] = {
    "file", "line",  "function", "kind",       "position",
    "name", "field", "verdict",  "confidence", "reason"};

namespace {

/// The rows that were asked for, one after the other.
class Rows {
public:
  Rows(Sqlite &Db, const VerdictListOptions &Options, const GlobPattern *Glob)
      : Query(Db, query()), Glob(Glob) {
    Query.bind(1, Options.Descriptor);
  }

  bool next() {
    while (Query.step())
      if (!Glob || Glob->match(Query.text(0)))
        return true;
    return false;
  }

  const Statement &row() const { return Query; }

private:
  static std::string query() {
    std::string Names = join(std::begin(Columns), std::end(Columns), ", ");
    return "SELECT " + Names +
           " FROM verdict_full WHERE ?1 IN ('', verdict)"
           " ORDER BY file, line, function, kind, position, name, field,"
           " verdict, confidence, reason";
  }

  Statement Query;
  const GlobPattern *Glob;
};

} // namespace

// An expression written over several lines is one cell all the same.
static std::string onOneLine(StringRef Text) {
  std::string Line;
  for (char C : Text)
    if (!isSpace(C))
      Line += C;
    else if (!Line.empty() && Line.back() != ' ')
      Line += ' ';
  return StringRef(Line).rtrim().str();
}

static void writeTsv(Rows &From, raw_ostream &Out) {
  Out << join(std::begin(Columns), std::end(Columns), "\t") << '\n';
  while (From.next()) {
    for (unsigned I = 0; I < std::size(Columns); ++I)
      Out << (I ? "\t" : "") << onOneLine(From.row().text(I));
    Out << '\n';
  }
}

static void writeJson(Rows &From, raw_ostream &Out) {
  json::OStream Json(Out, /*IndentSize=*/1);
  Json.array([&] {
    while (From.next())
      Json.object([&] {
        for (unsigned I = 0; I < std::size(Columns); ++I)
          Json.attribute(Columns[I], cellOf(From.row(), I));
      });
  });
  Out << '\n';
}

Error pagesplit::listVerdicts(StringRef DbPath,
                              const VerdictListOptions &Options,
                              raw_ostream &Out) {
  std::optional<GlobPattern> Glob;
  if (!Options.FileGlob.empty()) {
    Expected<GlobPattern> Made = GlobPattern::create(Options.FileGlob);
    if (!Made)
      return errorOf("'" + Options.FileGlob + "' is no pattern for files: " +
                     toString(Made.takeError()));
    Glob = std::move(*Made);
  }
  Expected<Sqlite> Db = openDatabase(DbPath);
  if (!Db)
    return Db.takeError();
  Rows Found(*Db, Options, Glob ? &*Glob : nullptr);
  if (Options.Json)
    writeJson(Found, Out);
  else
    writeTsv(Found, Out);
  return Db->takeError();
}
