//===- ComparisonPage.cpp - several trees as a page -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ComparisonPage.h"

#include "Page.h"
#include "RowTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

// Numbers are told from names by what the first row has.
static std::vector<RowColumn> columnsOf(ComparedTrees &Trees,
                                        const NamedTable &Table,
                                        std::vector<std::string> &Titles) {
  std::vector<bool> AreNumbers;
  Statement Query(Trees.database(), Table.Query);
  bool Any = Query.step();
  for (unsigned I = 0; I < Query.columns(); ++I) {
    StringRef Name = Query.columnName(I);
    unsigned Number = 0;
    StringRef Digits = Name;
    bool IsTree = Digits.consume_front("tree_") &&
                  !Digits.getAsInteger(10, Number) && Number;
    std::string Title = IsTree ? Trees.names()[Number - 1] : Name.str();
    std::replace(Title.begin(), Title.end(), '_', ' ');
    Titles.push_back(Title);
    AreNumbers.push_back(Any && Query.isInteger(I));
  }
  std::vector<RowColumn> Columns;
  for (const auto &[Title, IsNumber] : zip(Titles, AreNumbers))
    Columns.push_back({Title, IsNumber ? CellKind::Number : CellKind::Text});
  return Columns;
}

static void printComparedTable(ComparedTrees &Trees, const NamedTable &Table,
                               const Palette &Colours, HtmlStream &Html) {
  std::vector<std::string> Titles;
  RowTable Rows;
  Rows.Id = Table.Name;
  Rows.Caption = Table.Heading;
  Rows.Query = Table.Query;
  Rows.Columns = columnsOf(Trees, Table, Titles);
  auto Named = find_if(Rows.Columns, [](const RowColumn &C) {
    return C.Kind != CellKind::Number;
  });
  Rows.Named = Named == Rows.Columns.end() ? 0 : Named - Rows.Columns.begin();
  Rows.Shown = Table.Shown;
  printRows(Trees.database(), Colours, Rows, "", Html);
}

void pagesplit::printComparisonPage(ComparedTrees &Trees, raw_ostream &Out) {
  PageHead Head{"struct page, from " + join(Trees.names(), " to "),
                "",
                {{"#trees", "Trees"},
                 {"#fields", "Fields"},
                 {"#descriptors", "Descriptors"},
                 {"#subsystems", "Subsystems"},
                 {"#changes", "Changes"}}};
  Palette Colours;
  printPage(
      Head,
      [&](HtmlStream &Html) {
        Html << "<figure><div class='wide'>"_html;
        printBurnDown(Trees, /*Alone=*/false, Html);
        Html << "</div><figcaption>Accesses that name a field, in all and of "
                "the fields with most of them. Fewer units seen are fewer "
                "accesses seen: compare what is compared first."
                "</figcaption></figure>\n"_html;
        for (const NamedTable &Table : Trees.tables())
          printComparedTable(Trees, Table, Colours, Html);
      },
      Out);
}
