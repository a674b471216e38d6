//===- Comparison.cpp - what changed from one tree to the next ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Report/Comparison.h"

#include "ComparedTrees.h"
#include "Html/ComparisonPage.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

static constexpr unsigned JsonVersion = 1;

static StringRef nameOf(ReportTable Table) {
  switch (Table) {
  case ReportTable::Trees:
    return "trees";
  case ReportTable::All:
  case ReportTable::Fields:
    return "fields";
  case ReportTable::Descriptors:
    return "descriptors";
  case ReportTable::Subsystems:
    return "subsystems";
  case ReportTable::Changes:
    return "changes";
  default:
    return "";
  }
}

static void printJson(ComparedTrees &Trees, raw_ostream &Out) {
  json::OStream Json(Out, /*IndentSize=*/1);
  Json.object([&] {
    Json.attribute("pagesplit-comparison", JsonVersion);
    printTables(Trees.database(), Trees.tables(), Json);
  });
  Out << '\n';
}

static void printHead(const ComparedTrees &Trees, bool Marked,
                      raw_ostream &Out) {
  Out << (Marked ? "# " : "") << "struct page, from "
      << join(Trees.names(), " to ") << '\n';
  if (Marked)
    Out << '\n';
  for (const auto &[I, Name] : enumerate(Trees.names()))
    Out << (Marked ? "- " : "  ") << "tree_" << I + 1 << ": " << Name << '\n';
}

Error pagesplit::compareReports(ArrayRef<std::string> DbPaths,
                                ReportFormat Format, ReportTable Table,
                                raw_ostream &Out) {
  if (DbPaths.size() < 2)
    return errorOf("a comparison needs two databases or more");
  Expected<ComparedTrees> Trees = ComparedTrees::read(DbPaths);
  if (!Trees)
    return Trees.takeError();
  std::vector<NamedTable> Tables = Trees->tables();
  TableForm Form = Format == ReportFormat::Markdown ? TableForm::Markdown
                   : Format == ReportFormat::Csv    ? TableForm::Csv
                                                    : TableForm::Text;
  auto Wanted = find_if(
      Tables, [&](const NamedTable &T) { return T.Name == nameOf(Table); });
  if (Wanted == Tables.end())
    return errorOf("a comparison has the tables trees, fields, descriptors, "
                   "subsystems and changes");
  if (Format == ReportFormat::Html) {
    printComparisonPage(*Trees, Out);
  } else if (Format == ReportFormat::Svg) {
    HtmlStream Html(Out);
    printBurnDown(*Trees, /*Alone=*/true, Html);
  } else if (Format == ReportFormat::Json) {
    printJson(*Trees, Out);
  } else if (Format == ReportFormat::Csv || Table != ReportTable::All) {
    printTable(Trees->database(), *Wanted, Form, 0, Out);
  } else {
    printHead(*Trees, Form == TableForm::Markdown, Out);
    printTables(Trees->database(), Tables, Form, Out);
  }
  return Trees->database().takeError();
}
