//===- Left.cpp - what is left until struct page is one word --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "../QueryTable.h"
#include "RowTable.h"
#include "Sections.h"
#include "pagesplit/Solve/ReadinessViews.h"

using namespace llvm;
using namespace pagesplit;

static void printFields(const HtmlSource &From, HtmlStream &Html) {
  RowTable Table;
  Table.Id = "left-fields";
  Table.Caption =
      "Fields that could be deleted next: those that the fewest units name "
      "themselves. A unit names a field itself (own), through a macro of a "
      "header, by including a header whose functions do, or in an assertion "
      "about the layout. What was not analysed may name it as well.";
  Table.Query = R"sql(
SELECT field, own_units, macro_units, header_units, assertion_units, accesses
FROM field_readiness
ORDER BY own_units + macro_units, accesses, rank, field)sql";
  Table.Columns = {
      {"Field", CellKind::Code}, {"own units"}, {"by macro"}, {"by header"},
      {"by assertion"},          {"accesses"}};
  Table.Shown = 12;
  printRows(From.Db, From.Colours, Table,
            "The database has no layout of struct page.", Html);
}

static void printDescriptors(const HtmlSource &From, HtmlStream &Html) {
  RowTable Table;
  Table.Id = "left-descriptors";
  Table.Caption = "By descriptor: what the accesses that are left stand for";
  Table.Query = tableQuery(ReportTable::DescriptorUses).str();
  Table.Columns = {{"Descriptor", CellKind::Descriptor},
                   {"accesses"},
                   {"of these to fields"},
                   {"fields"},
                   {"subsystems"},
                   {"files"},
                   {"functions"}};
  printRows(From.Db, From.Colours, Table, "", Html);
}

static void printSubsystems(const HtmlSource &From, HtmlStream &Html) {
  RowTable Table;
  Table.Id = "left-subsystems";
  Table.Caption =
      "By subsystem: units that compile when struct page is one word. Users "
      "hold or touch a page in their own text; they are done when they need no "
      "change of their own.";
  Table.Query = R"sql(
SELECT subsystem, units, ready, but_assertions, but_headers, not_ready, unknown,
       users, users_ready
FROM subsystem_readiness
ORDER BY not_ready DESC, unknown DESC, units DESC, subsystem)sql";
  Table.Columns = {{"Subsystem", CellKind::Text},
                   {"units"},
                   {"ready"},
                   {"but assertions"},
                   {"but headers"},
                   {"not ready"},
                   {"unknown"},
                   {"users"},
                   {"users done"}};
  printRows(From.Db, From.Colours, Table, "No unit sees struct page.", Html);
}

static void printReadinessBlockers(const HtmlSource &From, HtmlStream &Html) {
  RowTable Table;
  Table.Id = "left-blockers";
  Table.Caption = "What has to change, what holds back most first: a function, "
                  "a macro or an assertion a row. Alone: units that wait for "
                  "nothing else.";
  Table.Query = R"sql(
SELECT name, field, fault, units, alone, accesses, file || ':' || line AS place
FROM readiness_blocker
ORDER BY units DESC, alone DESC, accesses DESC, file, line, name, field, fault)sql";
  Table.Columns = {{"Name", CellKind::Code},
                   {"Field", CellKind::Code},
                   {"Fault", CellKind::Text},
                   {"units"},
                   {"alone"},
                   {"accesses"},
                   {"Place", CellKind::Code}};
  printRows(From.Db, From.Colours, Table, "Nothing holds a unit back.", Html);
}

static void printVerdictBlockers(const HtmlSource &From, HtmlStream &Html) {
  RowTable Table;
  Table.Id = "left-unknown";
  Table.Caption = "What keeps verdicts unknown: where sight ends, and how many "
                  "parameters, variables and members wait for it";
  Table.Query = R"sql(
SELECT name, owner, location, entities
FROM blocker_full ORDER BY entities DESC, kind, owner, scope, position, name,
                           at, location)sql";
  Table.Columns = {{"What is out of sight", CellKind::Code},
                   {"of", CellKind::Code},
                   {"Place", CellKind::Code},
                   {"entities"}};
  printRows(From.Db, From.Colours, Table, "", Html);
}

static void printHead(const HtmlSource &From, HtmlStream &Html) {
  Statement Query(From.Db, "SELECT count(*), sum(readiness IN ('ready', "
                           "'but-assertions', 'but-headers')), "
                           "sum(readiness = 'not-ready'), "
                           "sum(readiness = 'unknown') "
                           "FROM unit_readiness WHERE is_user");
  if (!Query.step() || !Query.integer(0))
    return;
  int64_t All = Query.integer(0), Done = Query.integer(1);
  Html << "<p class='lead'>Of "_html << All
       << " units that use a page, <b>"_html << Done << "</b> ("_html
       << 100 * Done / All << "\u00a0%) need no change of their own, "_html
       << Query.integer(2) << " do; "_html << Query.integer(3)
       << " were not analysed without an error.</p>\n<svg class='bar' "
          "role='img' viewBox='0 0 "
          "1000 10' preserveAspectRatio='none' aria-label='"_html
       << std::to_string(100 * Done / All) + " percent need no change"
       << "'><rect class='todo' width='1000' height='10'/>"
          "<rect class='unsure' width='"_html
       << Fixed{1000.0 * (Done + Query.integer(3)) / All}
       << "' height='10'/><rect class='done' width='"_html
       << Fixed{1000.0 * Done / All} << "' height='10'/></svg>\n"_html;
}

void pagesplit::printLeft(const HtmlSource &From, HtmlStream &Html) {
  // The same views, but fast.
  From.Db.execute("PRAGMA temp_store = MEMORY; CREATE TEMP TABLE gone_field AS "
                  "SELECT field FROM main.gone_field");
  makeTemporaryReadiness(From.Db);
  printHead(From, Html);
  printFields(From, Html);
  printDescriptors(From, Html);
  printSubsystems(From, Html);
  printReadinessBlockers(From, Html);
  printVerdictBlockers(From, Html);
}
