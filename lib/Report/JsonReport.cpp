//===- JsonReport.cpp - every table as one JSON object --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonReport.h"

#include "QueryTable.h"
#include "pagesplit/Tables/QueryRows.h"

using namespace llvm;
using namespace pagesplit;

static constexpr StringLiteral LayoutQuery = R"sql(
SELECT config.label AS config, path AS field, type, byte_offset, byte_size, arm
FROM layout_member JOIN config ON config.id = config_id
ORDER BY config, byte_offset, arm, path)sql";

static constexpr StringLiteral ConfigQuery = R"sql(
SELECT config, asked, complete, partial, failed, skipped, sees_page,
       (SELECT max(page_size) FROM layout JOIN config AS c ON c.id = config_id
        WHERE c.label = config) AS page_size,
       (SELECT max(word_size) FROM layout JOIN config AS c ON c.id = config_id
        WHERE c.label = config) AS word_size
FROM coverage ORDER BY config)sql";

static constexpr StringLiteral FlagQuery =
    "SELECT config, flag, units FROM dropped_flag ORDER BY config, flag";

static void printTable(Sqlite &Db, StringRef Name, StringRef Query,
                       json::OStream &Json) {
  Statement Rows(Db, Query);
  Json.attributeBegin(Name);
  printJson(Rows, Json);
  Json.attributeEnd();
}

Error pagesplit::printJsonReport(Sqlite &Db, const ReportModel &Model,
                                 raw_ostream &Out) {
  json::OStream Json(Out, /*IndentSize=*/1);
  Json.object([&] {
    Json.attribute("pagesplit-report", JsonReportVersion);
    Json.attribute("kernel", json::fixUTF8(Model.Kernel));
    Json.attribute("accesses_total", int64_t(Model.Accesses));
    printTable(Db, "configs", ConfigQuery, Json);
    printTable(Db, "layout", LayoutQuery, Json);
    printTable(Db, "matrix", tableQuery(ReportTable::Matrix), Json);
    printTable(Db, "words", tableQuery(ReportTable::Words), Json);
    printTable(Db, "descriptors", tableQuery(ReportTable::Descriptors), Json);
    printTable(Db, "collisions", tableQuery(ReportTable::Collisions), Json);
    printTable(Db, "descriptor_uses", tableQuery(ReportTable::DescriptorUses),
               Json);
    printTable(Db, "configurations", tableQuery(ReportTable::Configurations),
               Json);
    printTable(Db, "coverage", tableQuery(ReportTable::Coverage), Json);
    printTable(Db, "dropped_flags", FlagQuery, Json);
    printTable(Db, "accesses", tableQuery(ReportTable::Accesses), Json);
  });
  Out << '\n';
  return Db.takeError();
}
