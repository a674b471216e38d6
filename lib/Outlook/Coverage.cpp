//===- Coverage.cpp - mentions of pages that nobody compiled --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Outlook/Coverage.h"

#include "pagesplit/Solve/Database.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

static constexpr unsigned JsonVersion = 1;

static std::vector<NamedTable> tables() {
  return {
      {"gaps", "Never compiled, by what it would take", R"sql(
SELECT lines, files, reason, needs FROM mention_gap
ORDER BY lines DESC, files DESC, reason, needs)sql",
       30},
      {"symbols", "Symbols around lines that were never compiled", R"sql(
SELECT lines, files, symbol, architectures, defined_at, depends_on
FROM symbol_gap ORDER BY lines DESC, files DESC, symbol)sql",
       20},
      {"subsystems", "Subsystems, those with most never compiled first", R"sql(
SELECT mentions, compiled, never, subsystem FROM subsystem_mentions
ORDER BY never DESC, mentions DESC, subsystem)sql",
       20},
      {"configs",
       "Configurations, and the lines that only one of them compiles",
       R"sql(
SELECT mentions, only_here, config FROM config_mentions ORDER BY config)sql",
       40},
      {"lines", "Lines that were never compiled", R"sql(
SELECT reason, needs, subsystem, file, line
FROM mention_full WHERE reason <> '' ORDER BY file, line)sql",
       0},
  };
}

static unsigned number(Sqlite &Db, StringRef Query) {
  Statement Ask(Db, Query);
  return Ask.step() ? Ask.integer(0) : 0;
}

static void printHead(Sqlite &Db, TableForm Form, unsigned All,
                      raw_ostream &Out) {
  unsigned Never =
      number(Db, "SELECT count(*) FROM mention WHERE reason <> ''");
  bool Marked = Form == TableForm::Markdown;
  auto Line = [&](StringRef Name, unsigned N) {
    Out << "  " << left_justify(Name, 30) << right_justify(std::to_string(N), 6)
        << '\n';
  };
  Out << (Marked ? "# " : "") << "Lines that mention struct page\n\n"
      << (Marked ? "```\n" : "");
  Line("mentions", All);
  Line("compiled in a configuration", All - Never);
  Line("never compiled", Never);
  Statement Reasons(Db, "SELECT reason, count(*) FROM mention "
                        "WHERE reason <> '' GROUP BY 1 ORDER BY 2 DESC, 1");
  while (Reasons.step())
    Line(("  " + Reasons.text(0)).str(), Reasons.integer(1));
  Out << (Marked ? "```\n" : "");
}

Error pagesplit::printCoverage(StringRef DbPath, TableForm Form,
                               StringRef Table, raw_ostream &Out) {
  Expected<Sqlite> Db = openDatabase(DbPath);
  if (!Db)
    return Db.takeError();
  unsigned All = number(*Db, "SELECT count(*) FROM mention");
  if (Error E = Db->takeError())
    return E;
  if (!All)
    return errorIn(DbPath, "has no mentions of struct page; solve again with "
                           "--coverage");
  std::vector<NamedTable> Tables = tables();
  if (!Table.empty() || Form == TableForm::Csv) {
    auto Found = Table.empty() ? Tables.begin()
                               : find_if(Tables, [&](const NamedTable &T) {
                                   return T.Name == Table;
                                 });
    if (Found == Tables.end())
      return errorOf("there is no table '" + Table + "'");
    printTable(*Db, *Found, Form, 0, Out);
  } else if (Form == TableForm::Json) {
    json::OStream Json(Out, /*IndentSize=*/1);
    Json.object([&] {
      Json.attribute("pagesplit-coverage", JsonVersion);
      printTables(*Db, Tables, Json);
    });
    Out << '\n';
  } else {
    printHead(*Db, Form, All, Out);
    printTables(*Db, Tables, Form, Out);
  }
  return Db->takeError();
}
