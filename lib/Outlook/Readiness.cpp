//===- Readiness.cpp - what compiles without some members -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Outlook/Readiness.h"

#include "pagesplit/Solve/Database.h"
#include "pagesplit/Solve/ReadinessViews.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace llvm;
using namespace pagesplit;

static constexpr unsigned JsonVersion = 1;

double ReadinessCount::percent() const {
  return All ? 100.0 * byThemselves() / All : 100.0;
}

// Names of the temporary schema hide those of the file. So the file's own
// views, made again there, answer about other members and fewer units.
Error Readiness::chooseFields(const std::vector<std::string> &Wanted) {
  if (Wanted.empty()) {
    Db.execute("CREATE TEMP TABLE gone_field AS "
               "SELECT field FROM main.gone_field");
  } else {
    Db.execute("CREATE TEMP TABLE gone_field (field TEXT)");
    Statement Insert(Db, "INSERT INTO gone_field VALUES (?)");
    for (const std::string &Field :
         std::set<std::string>(Wanted.begin(), Wanted.end())) {
      Statement Ask(Db, "SELECT 1 FROM layout_member WHERE path = ?");
      Ask.bind(1, StringRef(Field));
      if (!Ask.step() && !Db.failed())
        return errorIn(Db.name(), "struct page has no member '" + Field + "'");
      Insert.run(StringRef(Field));
    }
  }
  Statement All(Db, "SELECT field FROM gone_field LEFT JOIN field_order "
                    "USING (field) ORDER BY rank");
  while (All.step())
    Fields.push_back(All.text(0).str());
  return Db.takeError();
}

Error Readiness::chooseUnits(const ReadinessQuestion &Question) {
  Db.execute("CREATE TEMP TABLE asked (path TEXT)");
  {
    Statement Insert(Db, "INSERT INTO asked VALUES (?)");
    for (StringRef Path : Question.Paths) {
      Path = Path.rtrim('/');
      Path.consume_front("./");
      Insert.run(Path == "." ? "" : Path);
    }
  }
  if (Question.Paths.empty())
    Db.execute("INSERT INTO asked VALUES ('')");
  Statement Make(Db, R"sql(
CREATE TEMP TABLE unit AS
SELECT * FROM main.unit WHERE source_id IN (
  SELECT id FROM main.source JOIN asked
  WHERE path = '' OR file = path
     OR substr(file, 1, length(path) + 1) IN (path || '/', path || '#')))sql");
  Make.run();
  {
    Statement Config(Db, "DELETE FROM temp.unit WHERE ?1 <> '' AND config_id "
                         "NOT IN (SELECT id FROM main.config "
                         "WHERE label = ?1)");
    Config.run(StringRef(Question.Config));
  }
  Statement Any(Db, "SELECT count(*) FROM temp.unit");
  if (Any.step() && Any.integer(0) == 0)
    return errorIn(Db.name(), Question.Config.empty()
                                  ? "no unit is under the given paths"
                                  : "no unit of the configuration " +
                                        Question.Config +
                                        " is under the given paths");
  return Db.takeError();
}

void Readiness::count() {
  Statement Query(Db, "SELECT readiness, is_user, count(*) FROM unit_readiness "
                      "GROUP BY 1, 2");
  while (Query.step()) {
    StringRef Word = Query.text(0);
    auto Add = [&](ReadinessCount &C) {
      unsigned N = Query.integer(2);
      C.All += N;
      (Word == "ready"            ? C.Ready
       : Word == "but-assertions" ? C.ButAssertions
       : Word == "but-headers"    ? C.ButHeaders
       : Word == "not-ready"      ? C.NotReady
                                  : C.Unknown) += N;
    };
    Add(Units);
    if (Query.integer(1))
      Add(Users);
  }
}

void Readiness::makeTables(bool OneField) {
  Tables.push_back({"units", "Units that are not ready by themselves", R"sql(
SELECT readiness, is_user, own, macros, headers, assertions, config, subsystem,
       file
FROM unit_readiness ORDER BY own DESC, file, config)sql",
                    0});
  Tables.push_back({"subsystems", "Subsystems, those with most left first",
                    R"sql(
SELECT units, ready, but_assertions, but_headers, not_ready, unknown, users,
       users_ready, subsystem
FROM subsystem_readiness
ORDER BY not_ready DESC, unknown DESC, units DESC, subsystem)sql",
                    20});
  Tables.push_back({"blockers",
                    "What has to change, what holds back most first",
                    R"sql(
SELECT units, alone, accesses, fault, field, name,
       file || ':' || line AS place
FROM readiness_blocker
ORDER BY units DESC, alone DESC, accesses DESC, file, line, name, field,
         fault)sql",
                    20});
  Tables.push_back({"fields", "Members, and how many units name them", R"sql(
SELECT own_units, macro_units, header_units, assertion_units, accesses, field
FROM field_readiness ORDER BY rank)sql",
                    OneField ? 0u : 40u});
  Tables.push_back({"accesses", "Accesses at fault", R"sql(
SELECT fault, field, count(DISTINCT unit_id) AS units, function, form, base,
       spelling_file, file || ':' || line || ':' || column AS place
FROM unit_fault_access
GROUP BY fault, field, function, form, base, spelling_file, file, line, column
ORDER BY CASE fault WHEN 'own' THEN 0 WHEN 'macro' THEN 1 WHEN 'header' THEN 2
                    ELSE 3 END, file, line, column, form, base)sql",
                    OneField ? 200u : 0u});
}

Error Readiness::choose(const ReadinessQuestion &Question) {
  {
    Statement Meta(Db, "SELECT value FROM meta WHERE key = 'kernel'");
    if (Meta.step())
      Kernel = Meta.text(0).str();
  }
  if (Error E = chooseFields(Question.Fields))
    return E;
  if (Error E = chooseUnits(Question))
    return E;
  Statement Labels(Db, "SELECT group_concat(label, ', ') FROM (SELECT label "
                       "FROM config WHERE id IN (SELECT config_id FROM unit) "
                       "ORDER BY label)");
  if (Labels.step())
    Configs = Labels.text(0).str();
  makeTemporaryReadiness(Db);
  count();
  makeTables(!Question.Fields.empty());
  return Db.takeError();
}

Expected<Readiness> Readiness::ask(StringRef DbPath,
                                   const ReadinessQuestion &Question) {
  Expected<Sqlite> Db = openDatabase(DbPath);
  if (!Db)
    return Db.takeError();
  Readiness Answer(std::move(*Db));
  Answer.Db.execute("PRAGMA temp_store = MEMORY");
  if (Error E = Answer.choose(Question))
    return std::move(E);
  return std::move(Answer);
}

static void printCount(const ReadinessCount &C, StringRef What, bool Explain,
                       raw_ostream &Out) {
  auto Line = [&](StringRef Name, unsigned N, StringRef Remark) {
    Out << "  " << left_justify(Name, 24)
        << right_justify(std::to_string(N), 6);
    if (Explain && !Remark.empty())
      Out << "  " << Remark;
    Out << '\n';
  };
  Out << left_justify(What, 26) << right_justify(std::to_string(C.All), 6)
      << '\n';
  Line("ready", C.Ready, "");
  Line("ready but for assertions", C.ButAssertions,
       "static assertions about the layout name it");
  Line("ready but for headers", C.ButHeaders,
       "a header names it, for all who include it");
  Line("not ready", C.NotReady, "their own text names it");
  Line("unknown", C.Unknown, "not analysed without an error");
}

void Readiness::printHead(TableForm Form, raw_ostream &Out) {
  bool Marked = Form == TableForm::Markdown;
  Out << (Marked ? "# " : "") << "Who is ready for a struct page without "
      << (Fields.size() == 1 ? "`" + Fields.front() + "`"
                             : std::to_string(Fields.size()) + " members")
      << "\n\n";
  if (!Kernel.empty() || !Configs.empty())
    Out << Kernel << (Kernel.empty() ? "" : ", ") << Configs << ".\n";
  Out << "Counted is what names a member that is gone. sizeof(struct page), "
         "arithmetic on\npages, casts and copies of a whole page compile as "
         "before and are not counted.\n\n";
  Out << (Marked ? "```\n" : "");
  printCount(Units, "units that see it", true, Out);
  printCount(Users, "users of struct page", false, Out);
  double Percent = Users.percent();
  Out << format("  need no change          %6.1f %%\n", Percent);
  Out << (Marked ? "```\n" : "");
}

Error Readiness::print(TableForm Form, StringRef Table, raw_ostream &Out) {
  if (!Table.empty() || Form == TableForm::Csv) {
    auto Found = Table.empty() ? Tables.begin()
                               : find_if(Tables, [&](const NamedTable &T) {
                                   return T.Name == Table;
                                 });
    if (Found == Tables.end())
      return errorOf("there is no table '" + Table + "'");
    printTable(Db, *Found, Form, 0, Out);
  } else if (Form == TableForm::Json) {
    json::OStream Json(Out, /*IndentSize=*/1);
    Json.object([&] {
      Json.attribute("pagesplit-readiness", JsonVersion);
      Json.attribute("kernel", json::fixUTF8(Kernel));
      Json.attribute("gone", json::Array(Fields));
      printTables(Db, Tables, Json);
    });
    Out << '\n';
  } else {
    printHead(Form, Out);
    printTables(Db, Tables, Form, Out);
  }
  return Db.takeError();
}
