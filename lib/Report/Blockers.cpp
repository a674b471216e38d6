//===- Blockers.cpp - what keeps verdicts unknown -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Report/Blockers.h"

#include "pagesplit/Report/WitnessPath.h"
#include "pagesplit/Solve/Database.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Tables/QueryRows.h"
#include "llvm/Support/Format.h"

using namespace llvm;
using namespace pagesplit;

// The same order everywhere, also among equals.
static constexpr StringLiteral Ranked =
    "SELECT entities, kind, owner, scope, position, name, at, location"
    " FROM blocker_full ORDER BY entities DESC, kind, owner, scope, position,"
    " name, at, location";

static Error printText(Sqlite &Db, raw_ostream &Out) {
  Statement Row(Db, "SELECT entities, location, place_id FROM blocker"
                    " JOIN place ON place.id = place_id"
                    " ORDER BY entities DESC, kind, owner, scope,"
                    " place.position, name, at, location");
  bool Any = false;
  while (Row.step()) {
    if (!Any)
      Out << "entities  what is not known\n";
    Any = true;
    Out << format("%8lld", static_cast<long long>(Row.integer(0))) << "  "
        << placeInWords(Db, Row.integer(2));
    if (!Row.text(1).empty())
      Out << ", at " << Row.text(1);
    Out << '\n';
  }
  if (!Any)
    Out << "Nothing out of sight holds any verdict back.\n";
  return Db.takeError();
}

Error pagesplit::listBlockers(StringRef DbPath, ReportFormat Format,
                              raw_ostream &Out) {
  Expected<Sqlite> Db = openDatabase(DbPath);
  if (!Db)
    return Db.takeError();
  if (Format == ReportFormat::Text)
    return printText(*Db, Out);
  if (Format != ReportFormat::Csv && Format != ReportFormat::Json)
    return errorOf("blockers are shown as text, csv or json");
  Statement Rows(*Db, Ranked);
  if (Format == ReportFormat::Csv) {
    printCsv(Rows, Out);
  } else {
    json::OStream Json(Out, 1);
    printJson(Rows, Json);
    Json.flush();
    Out << '\n';
  }
  return Db->takeError();
}
