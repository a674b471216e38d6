//===- DatabaseTest.cpp - open what solve wrote ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Solve/Database.h"

#include "../Support/TemporaryDirectory.h"
#include "pagesplit/Solve/Solve.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class Database : public testing::Test {
protected:
  std::string open(StringRef Name) {
    Expected<Sqlite> Db = openDatabase(Dir.path(Name));
    return Db ? "" : toString(Db.takeError());
  }
  std::string about(StringRef Name, StringRef Message) {
    return (Dir.path(Name) + ": error: " + Message).str();
  }
  /// An SQLite file made by \p Sql.
  void make(StringRef Name, StringRef Sql) {
    Sqlite Db = cantFail(Sqlite::inMemory("x"));
    Db.execute(Sql);
    ASSERT_EQ(toString(Db.takeError()), "");
    Dir.write(Name, cantFail(Db.image()));
  }

  TemporaryDirectory Dir;
};

TEST_F(Database, WhatSolveWroteOpens) {
  ASSERT_EQ(toString(solveFacts(FactSet(), {}, Dir.path("a.db"))), "");
  EXPECT_EQ(open("a.db"), "");
}

TEST_F(Database, MissingFile) {
  EXPECT_EQ(open("gone.db"),
            about("gone.db", "cannot read: No such file or directory"));
}

TEST_F(Database, Directory) {
  Dir.write("d/x", "");
  EXPECT_EQ(open("d"), about("d", "is a directory, not a pagesplit database"));
}

TEST_F(Database, NotADatabase) {
  Dir.write("text", "once upon a time there was a page, and it was long enough "
                    "to be taken for something else by whoever reads a hundred "
                    "bytes of it");
  Dir.write("empty", "");
  EXPECT_EQ(open("text"), about("text", "not a pagesplit database"));
  EXPECT_EQ(open("empty"), about("empty", "not a pagesplit database"));
}

TEST_F(Database, DatabaseOfAnotherProgram) {
  make("other.db", "PRAGMA application_id = 5; PRAGMA user_version = 1;"
                   "CREATE TABLE access (id)");
  EXPECT_EQ(open("other.db"), about("other.db", "not a pagesplit database"));
}

TEST_F(Database, AnotherVersion) {
  make("old.db", "PRAGMA application_id = 1885827952;"
                 "PRAGMA user_version = 99; CREATE TABLE access (id)");
  EXPECT_EQ(open("old.db"),
            about("old.db", "database of version 99, this pagesplit reads "
                            "version 7; solve again"));
}

TEST_F(Database, CannotBeWrittenTo) {
  ASSERT_EQ(toString(solveFacts(FactSet(), {}, Dir.path("a.db"))), "");
  Sqlite Db = cantFail(openDatabase(Dir.path("a.db")));
  Db.execute("DELETE FROM meta");
  EXPECT_NE(toString(Db.takeError()).find("readonly"), std::string::npos);
}

} // namespace
