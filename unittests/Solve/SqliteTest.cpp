//===- SqliteTest.cpp - one SQLite connection and its statements ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Solve/Sqlite.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

Sqlite memory() { return cantFail(Sqlite::inMemory("test.db")); }

TEST(Sqlite, ValuesComeBackAsTheyWere) {
  Sqlite Db = memory();
  Db.execute("CREATE TABLE t (a, b, c, d, e)");
  std::optional<unsigned> None;
  Statement(Db, "INSERT INTO t VALUES (?, ?, ?, ?, ?)")
      .run(int64_t(-5), 0.25, "a'\"b", None, StringRef());
  Statement Row(Db, "SELECT * FROM t");
  ASSERT_TRUE(Row.step());
  EXPECT_EQ(Row.columns(), 5u);
  EXPECT_EQ(Row.columnName(2), "c");
  EXPECT_EQ(Row.integer(0), -5);
  EXPECT_TRUE(Row.isInteger(0));
  EXPECT_EQ(Row.real(1), 0.25);
  EXPECT_TRUE(Row.isReal(1));
  EXPECT_EQ(Row.text(2), "a'\"b");
  EXPECT_TRUE(Row.isNull(3));
  EXPECT_FALSE(Row.isNull(4)) << "empty is not NULL";
  EXPECT_FALSE(Row.step());
  EXPECT_EQ(toString(Db.takeError()), "");
}

TEST(Sqlite, FirstFailureSticksAndNamesTheFile) {
  Sqlite Db = memory();
  Db.execute("SELEKT 1");
  Db.execute("CREATE TABLE t (a)");
  Statement Insert(Db, "INSERT INTO t VALUES (?)");
  Insert.run(1);
  EXPECT_FALSE(Insert.step());
  EXPECT_TRUE(Db.failed());
  EXPECT_EQ(toString(Db.takeError()),
            "test.db: error: near \"SELEKT\": syntax error");
  EXPECT_FALSE(Db.failed());
  Db.execute("CREATE TABLE t (a)");
  EXPECT_EQ(toString(Db.takeError()), "") << "nothing was made meanwhile";
}

TEST(Sqlite, StatementFailureIsReported) {
  Sqlite Db = memory();
  Db.execute("CREATE TABLE t (a UNIQUE)");
  Statement Insert(Db, "INSERT INTO t VALUES (?)");
  Insert.run(1);
  Insert.run(1);
  EXPECT_NE(toString(Db.takeError()).find("UNIQUE"), std::string::npos);
}

} // namespace
