//===- Coverage.cpp - what was seen, and what nobody compiled -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "../QueryTable.h"
#include "RowTable.h"
#include "Sections.h"

using namespace llvm;
using namespace pagesplit;

static void printUnits(const HtmlSource &From, HtmlStream &Html) {
  RowTable Table;
  Table.Id = "configs";
  Table.Caption =
      "Units asked for = complete + with errors + failed + skipped, in which "
      "no name leads to a page";
  Table.Query =
      "SELECT config, asked, complete, partial, failed, skipped, sees_page "
      "FROM coverage ORDER BY config";
  Table.Columns = {{"Configuration", CellKind::Text},
                   {"asked for"},
                   {"complete"},
                   {"with errors"},
                   {"failed"},
                   {"skipped"},
                   {"see struct page"}};
  printRows(From.Db, From.Colours, Table, "No unit was asked for.", Html);
  Table.Id = "troubles";
  Table.Caption = "Units with errors. What was understood of a partial one is "
                  "counted.";
  Table.Query = "SELECT file, config, status, error FROM failed_unit "
                "ORDER BY status, config, file, error";
  Table.Columns = {{"Unit", CellKind::Code},
                   {"Configuration", CellKind::Text},
                   {"Status", CellKind::Text},
                   {"First error", CellKind::Code}};
  printRows(From.Db, From.Colours, Table,
            "Every unit was analysed without an "
            "error.",
            Html);
  Table.Id = "flags";
  Table.Caption = "Compiler flags that Clang does not know, left out";
  Table.Query = "SELECT flag, config, units FROM dropped_flag "
                "ORDER BY units DESC, flag, config";
  Table.Columns = {
      {"Flag", CellKind::Code}, {"Configuration", CellKind::Text}, {"units"}};
  Table.Shown = 10;
  printRows(From.Db, From.Colours, Table, "", Html);
}

// Of one alone everything is only there.
static void printContributions(const HtmlSource &From, HtmlStream &Html) {
  if (From.Model.Configs.size() < 2)
    return;
  RowTable Table;
  Table.Id = "configurations";
  Table.Caption = "What each configuration shows, and what no other one does";
  Table.Query = tableQuery(ReportTable::Configurations).str();
  Table.Columns = {{"Configuration", CellKind::Text},
                   {"units"},
                   {"skipped"},
                   {"places of accesses"},
                   {"only here"},
                   {"of these to fields"},
                   {"files with these"},
                   {"declared"},
                   {"only here"}};
  printRows(From.Db, From.Colours, Table, "", Html);
}

static void printGaps(const HtmlSource &From, HtmlStream &Html) {
  RowTable Table;
  Table.Id = "gaps";
  Table.Caption = "Lines that mention struct page and were never compiled, by "
                  "what it would take";
  Table.Query = "SELECT reason, needs, lines, files FROM mention_gap "
                "ORDER BY lines DESC, files DESC, reason, needs";
  Table.Columns = {{"Why not", CellKind::Text},
                   {"It would take", CellKind::Code},
                   {"lines"},
                   {"files"}};
  printRows(From.Db, From.Colours, Table, "", Html);
  Table.Id = "symbols";
  Table.Caption = "CONFIG symbols around these lines. Architectures: those "
                  "that alone define it.";
  Table.Query = "SELECT symbol, lines, files, architectures, defined_at, "
                "depends_on FROM symbol_gap "
                "ORDER BY lines DESC, files DESC, symbol";
  Table.Columns = {{"Symbol", CellKind::Code},
                   {"lines"},
                   {"files"},
                   {"Architectures", CellKind::Text},
                   {"Defined at", CellKind::Code},
                   {"Depends on", CellKind::Code}};
  printRows(From.Db, From.Colours, Table, "", Html);
}

static void printMentions(const HtmlSource &From, HtmlStream &Html) {
  RowTable Table;
  Table.Id = "mentions";
  Table.Caption = "Lines that mention struct page, by subsystem";
  Table.Query = "SELECT subsystem, mentions, compiled, never "
                "FROM subsystem_mentions "
                "ORDER BY never DESC, mentions DESC, subsystem";
  Table.Columns = {{"Subsystem", CellKind::Text},
                   {"mentions"},
                   {"compiled"},
                   {"never compiled"}};
  Table.Shown = 12;
  printRows(From.Db, From.Colours, Table, "", Html);
  Table.Id = "config-mentions";
  Table.Caption = "Lines that each configuration compiles, and that no other "
                  "one does";
  Table.Query = "SELECT config, mentions, only_here FROM config_mentions "
                "ORDER BY config";
  Table.Columns = {
      {"Configuration", CellKind::Text}, {"mentions"}, {"only here"}};
  printRows(From.Db, From.Colours, Table, "", Html);
}

void pagesplit::printCoverage(const HtmlSource &From, HtmlStream &Html) {
  printUnits(From, Html);
  printContributions(From, Html);
  Statement Any(From.Db, "SELECT count(*), sum(reason <> '') FROM mention");
  if (!Any.step() || Any.integer(0) == 0) {
    Html << "<p>Nobody looked for lines that mention struct page; <code>"
            "pagesplit solve --coverage</code> does.</p>\n"_html;
    return;
  }
  Html << "<p class='lead'>Of "_html << Any.integer(0)
       << " lines that mention struct page, <b>"_html << Any.integer(1)
       << "</b> were never compiled.</p>\n"_html;
  printGaps(From, Html);
  printMentions(From, Html);
}
