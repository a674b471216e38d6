//===- Report.cpp - who touches what of struct page -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Report/Report.h"

#include "Formats.h"
#include "JsonReport.h"
#include "QueryTable.h"
#include "pagesplit/Solve/Database.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Tables/QueryRows.h"

using namespace llvm;
using namespace pagesplit;

static Error renderCsv(Sqlite &Db, ReportTable Table, raw_ostream &Out) {
  if (Table == ReportTable::All)
    Table = ReportTable::Matrix;
  Statement Query(Db, tableQuery(Table));
  printCsv(Query, Out);
  return Db.takeError();
}

static Error checkTable(const ReportOptions &Options) {
  ReportTable Table = Options.Table;
  bool Csv = Options.Format == ReportFormat::Csv;
  bool Whole = Options.Format == ReportFormat::Html ||
               Options.Format == ReportFormat::Json;
  if (Whole && Table != ReportTable::All)
    return errorOf("HTML and JSON reports have every table; a single one is "
                   "for text, markdown and csv");
  if (Csv && Table == ReportTable::Summary)
    return errorOf("the summary is for text and markdown; as csv there are "
                   "matrix, words, coverage and accesses");
  if (!Csv && Table == ReportTable::Accesses)
    return errorOf("the list of all accesses is for csv; JSON has it too");
  return Error::success();
}

Error pagesplit::renderReport(StringRef DbPath, const ReportOptions &Options,
                              raw_ostream &Out) {
  if (Error E = checkTable(Options))
    return E;
  Expected<Sqlite> Db = openDatabase(DbPath);
  if (!Db)
    return Db.takeError();
  if (Options.Format == ReportFormat::Csv)
    return renderCsv(*Db, Options.Table, Out);
  Expected<ReportModel> Model = loadModel(*Db);
  if (!Model)
    return Model.takeError();
  switch (Options.Format) {
  case ReportFormat::Text:
    printText(*Model, Options.Table, Out);
    break;
  case ReportFormat::Markdown:
    printMarkdown(*Model, Options.Table, Out);
    break;
  case ReportFormat::Html:
    printHtml(*Model, Out);
    break;
  case ReportFormat::Json:
    return printJsonReport(*Db, *Model, Out);
  case ReportFormat::Csv:
    break;
  }
  return Error::success();
}
