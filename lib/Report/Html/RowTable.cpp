//===- RowTable.cpp - the rows of a query as an HTML table ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RowTable.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

void pagesplit::printChip(const Palette &Colours, StringRef Descriptor,
                          StringRef Beside, HtmlStream &Html) {
  Html << "<span class='chip "_html << Colours.classOf(Descriptor) << "'>"_html
       << Descriptor;
  if (!Beside.empty())
    Html << " <small>"_html << Beside << "</small>"_html;
  Html << "</span>"_html;
}

static void printCell(const Palette &Colours, CellKind Kind, StringRef Text,
                      HtmlStream &Html) {
  if (Kind == CellKind::Descriptor)
    printChip(Colours, Text, "", Html);
  else if (Kind == CellKind::Code && !Text.empty())
    Html << "<code>"_html << Text << "</code>"_html;
  else
    Html << Text;
}

static void printRow(const Palette &Colours, const RowTable &Table,
                     const Statement &Query, HtmlStream &Html) {
  Html << "<tr>"_html;
  for (const auto &[I, Column] : enumerate(Table.Columns)) {
    StringRef Text = Query.text(I);
    bool IsNumber = Column.Kind == CellKind::Number;
    if (I == Table.Named)
      Html << "<th scope='row'>"_html;
    else if (IsNumber)
      Html << (Text == "0" ? "<td class='n zero'>"_html
                           : "<td class='n'>"_html);
    else
      Html << "<td>"_html;
    printCell(Colours, Column.Kind, Text, Html);
    Html << (I == Table.Named ? "</th>"_html : "</td>"_html);
  }
  Html << "</tr>\n"_html;
}

void pagesplit::printRows(Sqlite &Db, const Palette &Colours,
                          const RowTable &Table, StringRef Otherwise,
                          HtmlStream &Html) {
  Statement Query(Db, Table.Query);
  if (!Query.step()) {
    if (!Otherwise.empty())
      Html << "<p>"_html << Otherwise << "</p>\n"_html;
    return;
  }
  Html << "<div class='wide'><table class='rows' id='"_html << Table.Id
       << "' data-shown='"_html << Table.Shown << "'>\n<caption><span>"_html
       << Table.Caption << "</span></caption>\n<thead><tr>"_html;
  for (const auto &[I, Column] : enumerate(Table.Columns))
    Html << "<th scope='col' data-name='"_html << Query.columnName(I)
         << (Column.Kind == CellKind::Number ? "' class='n'>"_html : "'>"_html)
         << Column.Title << "</th>"_html;
  Html << "</tr></thead>\n<tbody>\n"_html;
  do
    printRow(Colours, Table, Query, Html);
  while (Query.step());
  Html << "</tbody>\n</table></div>\n"_html;
}
