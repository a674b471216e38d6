//===- TableForms.cpp - the rows of a query in every form -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Tables/TableForms.h"

#include "pagesplit/Tables/QueryRows.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatAdapters.h"

using namespace llvm;
using namespace pagesplit;

namespace {
struct Rows {
  std::vector<std::string> Names;
  std::vector<bool> AreNumbers;
  std::vector<std::vector<std::string>> Cells;
  size_t Left = 0; ///< that are not in Cells
};
} // namespace

// A control character or a line end in a name must not become part of a table.
static std::string printable(StringRef Text) {
  std::string Out;
  for (char C : Text)
    Out += static_cast<unsigned char>(C) < ' ' || C == '\x7f' ? ' ' : C;
  return Out;
}

static Rows readRows(Statement &Query, unsigned Limit) {
  Rows R;
  for (unsigned I = 0; I < Query.columns(); ++I)
    R.Names.push_back(Query.columnName(I).str());
  R.AreNumbers.assign(R.Names.size(), true);
  while (Query.step()) {
    if (Limit && R.Cells.size() == Limit) {
      ++R.Left;
      continue;
    }
    std::vector<std::string> &Row = R.Cells.emplace_back();
    for (unsigned I = 0; I < Query.columns(); ++I) {
      bool IsNumber = Query.isInteger(I) || Query.isReal(I);
      if (!IsNumber && !Query.isNull(I))
        R.AreNumbers[I] = false;
      // Zero is the common case and would hide the others.
      Row.push_back(
          IsNumber && Query.text(I) == "0" ? "." : printable(Query.text(I)));
    }
  }
  return R;
}

static void printAligned(const Rows &R, raw_ostream &Out) {
  std::vector<size_t> Widths;
  for (size_t I = 0; I < R.Names.size(); ++I) {
    Widths.push_back(R.Names[I].size());
    for (const auto &Row : R.Cells)
      Widths[I] = std::max(Widths[I], Row[I].size());
  }
  auto Line = [&](const std::vector<std::string> &Row) {
    std::string Text;
    raw_string_ostream To(Text);
    for (size_t I = 0; I < Row.size(); ++I) {
      To << (I ? "  " : "");
      if (R.AreNumbers[I])
        To << right_justify(Row[I], Widths[I]);
      else
        To << left_justify(Row[I], Widths[I]);
    }
    Out << StringRef(To.str()).rtrim() << '\n';
  };
  Line(R.Names);
  for (const auto &Row : R.Cells)
    Line(Row);
}

static std::string markdownCell(StringRef Text) {
  std::string Out;
  for (char C : Text) {
    if (StringRef("|\\`*_<>[]#&").contains(C))
      Out += '\\';
    Out += C;
  }
  return Out;
}

static void printMarkdown(const Rows &R, raw_ostream &Out) {
  auto Line = [&](const std::vector<std::string> &Row) {
    for (const std::string &Cell : Row)
      Out << "| " << markdownCell(Cell) << ' ';
    Out << "|\n";
  };
  Line(R.Names);
  for (bool IsNumber : R.AreNumbers)
    Out << (IsNumber ? "|---:" : "|---");
  Out << "|\n";
  for (const auto &Row : R.Cells)
    Line(Row);
}

void pagesplit::printTable(Sqlite &Db, const NamedTable &Table, TableForm Form,
                           unsigned Limit, raw_ostream &Out) {
  Statement Query(Db, Table.Query);
  if (Db.failed())
    return;
  if (Form == TableForm::Csv)
    return printCsv(Query, Out);
  if (Form == TableForm::Json) {
    json::OStream Json(Out, /*IndentSize=*/1);
    printJson(Query, Json);
    Out << '\n';
    return;
  }
  Rows R = readRows(Query, Limit);
  if (Form == TableForm::Markdown)
    printMarkdown(R, Out);
  else
    printAligned(R, Out);
  if (R.Left)
    Out << (Form == TableForm::Markdown ? "\n" : "") << "and " << R.Left
        << " more; see --table " << Table.Name << '\n';
}

void pagesplit::printTables(Sqlite &Db, ArrayRef<NamedTable> Tables,
                            TableForm Form, raw_ostream &Out) {
  for (const NamedTable &Table : Tables) {
    if (!Table.Shown)
      continue;
    if (Form == TableForm::Markdown)
      Out << "\n## " << Table.Heading << "\n\n";
    else
      Out << '\n' << Table.Heading << "\n\n";
    printTable(Db, Table, Form, Table.Shown, Out);
  }
}

void pagesplit::printTables(Sqlite &Db, ArrayRef<NamedTable> Tables,
                            json::OStream &Out) {
  for (const NamedTable &Table : Tables) {
    Statement Query(Db, Table.Query);
    if (Db.failed())
      return;
    Out.attributeBegin(Table.Name);
    printJson(Query, Out);
    Out.attributeEnd();
  }
}
