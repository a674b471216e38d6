//===- Words.cpp - who uses which word of struct page, and as what --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RowTable.h"
#include "Sections.h"

#include "../QueryTable.h"
#include "../WordUse.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

// Members that nobody uses stand in no row of the table.
static void printUnused(ArrayRef<MemberUse> Members, HtmlStream &Html) {
  bool Any = false;
  for (const MemberUse &M : Members) {
    if (M.Use)
      continue;
    Html << (Any ? ", "_html : "<p>No access seen to "_html) << "<code>"_html
         << M.name() << "</code>"_html;
    Any = true;
  }
  if (Any)
    Html << ".</p>\n"_html;
}

static void printClash(const HtmlSource &From, unsigned Word,
                       HtmlStream &Html) {
  Statement Query(From.Db, "SELECT subsystem, owned_as FROM word_collision "
                           "WHERE word = ? ORDER BY total DESC, subsystem");
  Query.bind(1, Word);
  while (Query.step())
    Html << "<p class='clash'><b>Two owners</b> in "_html << Query.text(0)
         << ": "_html << Query.text(1) << "</p>\n"_html;
}

static void printUses(const HtmlSource &From, unsigned Word, HtmlStream &Html) {
  bool Several = From.Model.Configs.size() > 1;
  RowTable Table;
  std::string Id = "word-" + std::to_string(Word);
  std::string Caption = "Word " + std::to_string(Word) +
                        ": who uses it as what" +
                        (Several ? ", in which configurations" : "");
  Table.Id = Id;
  Table.Caption = Caption;
  std::string Configs = Several ? "configs, " : "";
  Table.Query =
      "SELECT field, arm, descriptor, subsystem, " + Configs +
      R"sql(
sum(mode = 'read') AS reads, sum(mode = 'write') AS writes,
sum(mode = 'rmw') AS rmw, sum(mode = 'address-of') AS address_of,
sum(mode = 'type-only') AS type_only, count(*) AS total
FROM access_verdict WHERE )sql" +
      std::to_string(Word) +
      " BETWEEN word AND last_word GROUP BY field, arm, descriptor, " +
      Configs + "subsystem ORDER BY field, total DESC, descriptor, " +
      "subsystem";
  Table.Columns = {{"Field", CellKind::Code},
                   {"Union arm", CellKind::Code},
                   {"as", CellKind::Descriptor},
                   {"Subsystem", CellKind::Text}};
  if (Several)
    Table.Columns.push_back({"Configurations", CellKind::Text});
  for (StringRef Title :
       {"reads", "writes", "rmw", "address", "type only", "all"})
    Table.Columns.push_back({Title});
  Table.Shown = 40;
  printRows(From.Db, From.Colours, Table, "Nobody was seen to use it.", Html);
}

static uint64_t accessesOf(const MemberUse &M) {
  return M.Use ? M.Use->Uses.total() : 0;
}

static void printWord(const HtmlSource &From, unsigned Word,
                      ArrayRef<MemberUse> Members, HtmlStream &Html) {
  Html << "<details class='word' id='w"_html << Word
       << "'><summary><b>word "_html << Word
       << "</b> <span class='dim'>bytes "_html
       << byteRange(Word * From.Model.WordSize, From.Model.WordSize)
       << "</span>"_html;
  std::vector<MemberUse> Used(Members.begin(), Members.end());
  erase_if(Used, [](const MemberUse &M) { return !M.Use; });
  sort(Used, [](const MemberUse &A, const MemberUse &B) {
    return accessesOf(A) != accessesOf(B) ? accessesOf(A) > accessesOf(B)
                                          : A.name() < B.name();
  });
  for (const MemberUse &M : Used)
    Html << " <span class='use'><code>"_html << M.name() << "</code> "_html
         << accessesOf(M) << "</span>"_html;
  Html << "</summary>\n"_html;
  printClash(From, Word, Html);
  printUses(From, Word, Html);
  printUnused(Members, Html);
  Html << "</details>\n"_html;
}

static void printArchs(const HtmlSource &From, HtmlStream &Html) {
  Statement Several(From.Db, "SELECT count(DISTINCT arch) FROM config_arch");
  if (!Several.step() || Several.integer(0) < 2)
    return;
  RowTable Table;
  Table.Id = "archs";
  Table.Caption = "Uses that only one architecture of these has";
  Table.Query = "SELECT word, field, arch, subsystem, only_here, total "
                "FROM word_arch WHERE only_here > 0 "
                "ORDER BY only_here DESC, word, field, arch, subsystem";
  Table.Columns = {{"Word"},
                   {"Field", CellKind::Code},
                   {"Architecture", CellKind::Text},
                   {"Subsystem", CellKind::Text},
                   {"only there"},
                   {"there in all"}};
  Table.Named = 1;
  printRows(From.Db, From.Colours, Table,
            "No use is of one architecture alone.", Html);
}

void pagesplit::printWords(const HtmlSource &From, HtmlStream &Html) {
  for (unsigned W = 0; W < From.Model.words(); ++W) {
    std::vector<MemberUse> Members = membersOf(From.Model, W);
    if (!Members.empty())
      printWord(From, W, Members, Html);
  }
  RowTable Table;
  Table.Id = "collisions";
  Table.Caption = "Collisions: a word in a union that one subsystem uses as "
                  "two things. An unknown or a bare page owns nothing.";
  Table.Query = tableQuery(ReportTable::Collisions).str();
  Table.Columns = {{"Word"},
                   {"Subsystem", CellKind::Text},
                   {"Owners"},
                   {"Used as", CellKind::Text},
                   {"Accesses"}};
  Table.Named = 1;
  printRows(From.Db, From.Colours, Table,
            "No subsystem uses a word of a union as two things.", Html);
  printArchs(From, Html);
}
