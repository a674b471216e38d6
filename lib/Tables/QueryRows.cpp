//===- QueryRows.cpp - the result of a query, for programs ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Tables/QueryRows.h"

using namespace llvm;
using namespace pagesplit;

std::string pagesplit::csvCell(StringRef Text) {
  if (Text.find_first_of("\",\r\n") == StringRef::npos)
    return Text.str();
  std::string Quoted = "\"";
  for (char C : Text) {
    if (C == '"')
      Quoted += '"';
    Quoted += C;
  }
  return Quoted + '"';
}

void pagesplit::printCsv(Statement &Query, raw_ostream &Out) {
  for (unsigned I = 0; I < Query.columns(); ++I)
    Out << (I ? "," : "") << csvCell(Query.columnName(I));
  Out << '\n';
  while (Query.step()) {
    for (unsigned I = 0; I < Query.columns(); ++I)
      Out << (I ? "," : "") << csvCell(Query.text(I));
    Out << '\n';
  }
}

json::Value pagesplit::cellOf(const Statement &Query, unsigned Column) {
  if (Query.isNull(Column))
    return nullptr;
  if (Query.isInteger(Column))
    return Query.integer(Column);
  if (Query.isReal(Column))
    return Query.real(Column);
  // A path or an expression may hold bytes that are no UTF-8.
  return json::fixUTF8(Query.text(Column));
}

void pagesplit::printJson(Statement &Query, json::OStream &Out) {
  Out.array([&] {
    while (Query.step())
      Out.object([&] {
        for (unsigned I = 0; I < Query.columns(); ++I)
          Out.attribute(Query.columnName(I), cellOf(Query, I));
      });
  });
}
