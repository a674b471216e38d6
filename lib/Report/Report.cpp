//===- Report.cpp - who touches what of struct page -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Report/Report.h"

#include "Formats.h"
#include "Html/HtmlReport.h"
#include "JsonReport.h"
#include "QueryTable.h"
#include "pagesplit/Solve/Database.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Tables/QueryRows.h"
#include "pagesplit/Tables/TableForms.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

static Error renderCsv(Sqlite &Db, ReportTable Table, raw_ostream &Out) {
  if (Table == ReportTable::All)
    Table = ReportTable::Matrix;
  Statement Query(Db, tableQuery(Table));
  printCsv(Query, Out);
  return Db.takeError();
}

static bool isForPrograms(ReportTable Table) {
  return Table == ReportTable::Accesses || Table == ReportTable::Descriptors ||
         Table == ReportTable::Collisions ||
         Table == ReportTable::DescriptorUses ||
         Table == ReportTable::Configurations;
}

static Error checkTable(const ReportOptions &Options) {
  ReportTable Table = Options.Table;
  if (Table == ReportTable::Trees || Table == ReportTable::Fields ||
      Table == ReportTable::Subsystems || Table == ReportTable::Changes)
    return errorOf("this table is for --compare");
  switch (Options.Format) {
  case ReportFormat::Html:
  case ReportFormat::Json:
    if (Table != ReportTable::All)
      return errorOf("HTML and JSON reports have every table; a single one is "
                     "for text, markdown and csv");
    break;
  case ReportFormat::Svg:
    if (Table != ReportTable::Words && Table != ReportTable::Matrix)
      return errorOf("pictures are of --table words or matrix");
    break;
  case ReportFormat::Csv:
    if (Table == ReportTable::Summary)
      return errorOf("the summary is for text and markdown, the others for "
                     "csv");
    break;
  case ReportFormat::Text:
  case ReportFormat::Markdown:
    break;
  }
  return Error::success();
}

// Tables that have no form of their own for people.
static Error renderRows(Sqlite &Db, const ReportOptions &Options,
                        raw_ostream &Out) {
  NamedTable Table{"", "", tableQuery(Options.Table).str(), 0};
  printTable(Db, Table,
             Options.Format == ReportFormat::Markdown ? TableForm::Markdown
                                                      : TableForm::Text,
             0, Out);
  return Db.takeError();
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
  if (isForPrograms(Options.Table))
    return renderRows(*Db, Options, Out);
  Expected<ReportModel> Model = loadModel(*Db);
  if (!Model)
    return Model.takeError();
  switch (Options.Format) {
  case ReportFormat::Text:
    printText(*Model, Options.Table, Options.Width, Out);
    break;
  case ReportFormat::Markdown:
    printMarkdown(*Model, Options.Table, Out);
    break;
  case ReportFormat::Html:
    return printHtmlReport(*Db, *Model, Options, {}, Out);
  case ReportFormat::Svg:
    return printPicture(*Db, *Model, Options.Table, Out);
  case ReportFormat::Json:
    return printJsonReport(*Db, *Model, Out);
  case ReportFormat::Csv:
    break;
  }
  return Error::success();
}

Error pagesplit::writeHtmlReport(StringRef DbPath, const ReportOptions &Options,
                                 StringRef Path) {
  Expected<Sqlite> Db = openDatabase(DbPath);
  if (!Db)
    return Db.takeError();
  Expected<ReportModel> Model = loadModel(*Db);
  if (!Model)
    return Model.takeError();
  SmallString<256> File(Path);
  if (sys::fs::is_directory(Path))
    sys::path::append(File, "report.html");
  DetailPages Pages;
  Pages.Back = sys::path::filename(File).str();
  Pages.Directory = (sys::path::stem(File) + "-functions").str();
  Pages.Write = [&](StringRef Name, DetailPages::Content Content) -> Error {
    SmallString<256> To(sys::path::parent_path(File));
    sys::path::append(To, Pages.Directory);
    if (Error E = makeDirectory(To))
      return E;
    sys::path::append(To, Name);
    return writeFile(To, Content);
  };
  return writeFile(File, [&](raw_ostream &Out) {
    return printHtmlReport(*Db, *Model, Options, Pages, Out);
  });
}
