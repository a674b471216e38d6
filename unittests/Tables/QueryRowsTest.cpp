//===- QueryRowsTest.cpp - the result of a query, for programs ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Tables/QueryRows.h"

#include "pagesplit/Solve/Sqlite.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

TEST(Csv, OnlyWhatNeedsQuotesGetsThem) {
  EXPECT_EQ(csvCell("plain text"), "plain text");
  EXPECT_EQ(csvCell(""), "");
  EXPECT_EQ(csvCell("a,b"), "\"a,b\"");
  EXPECT_EQ(csvCell("say \"page\""), "\"say \"\"page\"\"\"");
  EXPECT_EQ(csvCell("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(csvCell("dos\r"), "\"dos\r\"");
}

constexpr StringLiteral Odd =
    "SELECT 1 AS number, 0.5 AS share, NULL AS none, "
    "'a,\"b\"' || char(10) AS text UNION ALL SELECT 2, 1.0, 'x', ''";

TEST(Csv, HeaderAndRows) {
  Sqlite Db = cantFail(Sqlite::inMemory("x"));
  Statement Query(Db, Odd);
  std::string Text;
  raw_string_ostream Out(Text);
  printCsv(Query, Out);
  EXPECT_EQ(toString(Db.takeError()), "");
  EXPECT_EQ(Text, "number,share,none,text\n"
                  "1,0.5,,\"a,\"\"b\"\"\n\"\n"
                  "2,1.0,x,\n");
}

TEST(Json, ValuesKeepTheirTypes) {
  Sqlite Db = cantFail(Sqlite::inMemory("x"));
  Statement Query(Db, Odd);
  std::string Text;
  raw_string_ostream Out(Text);
  {
    json::OStream Json(Out);
    printJson(Query, Json);
  }
  EXPECT_EQ(Text, "[{\"number\":1,\"share\":0.5,\"none\":null,"
                  "\"text\":\"a,\\\"b\\\"\\n\"},"
                  "{\"number\":2,\"share\":1,\"none\":\"x\",\"text\":\"\"}]");
}

TEST(Json, BytesThatAreNoUtf8AreReplaced) {
  Sqlite Db = cantFail(Sqlite::inMemory("x"));
  Statement Query(Db, "SELECT CAST(x'61ff62' AS TEXT) AS t");
  ASSERT_TRUE(Query.step());
  EXPECT_EQ(cellOf(Query, 0), json::Value("a\xEF\xBF\xBD"
                                          "b"));
}

} // namespace
