//===- Sqlite.cpp - one SQLite connection and its statements --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Solve/Sqlite.h"

#include "pagesplit/Support/Error.h"

#include <sqlite3.h>

using namespace llvm;
using namespace pagesplit;

void Sqlite::Close::operator()(sqlite3 *Connection) const {
  sqlite3_close_v2(Connection);
}

Expected<Sqlite> Sqlite::open(StringRef Path, StringRef Name, int Flags) {
  sqlite3 *Connection = nullptr;
  int Result = sqlite3_open_v2(Path.str().c_str(), &Connection, Flags, nullptr);
  Sqlite Opened(Connection, Name);
  if (Result != SQLITE_OK)
    return errorIn(Name, Twine("cannot open: ") + sqlite3_errstr(Result));
  return std::move(Opened);
}

Expected<Sqlite> Sqlite::inMemory(StringRef Name) {
  return open(":memory:", Name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

Expected<Sqlite> Sqlite::readOnly(StringRef Path) {
  return open(Path, Path, SQLITE_OPEN_READONLY);
}

void Sqlite::fail() {
  if (Problem.empty())
    Problem = sqlite3_errmsg(Connection.get());
}

Error Sqlite::takeError() {
  if (Problem.empty())
    return Error::success();
  return errorIn(Name, std::exchange(Problem, std::string()));
}

void Sqlite::execute(StringRef Sql) {
  if (failed())
    return;
  if (sqlite3_exec(Connection.get(), Sql.str().c_str(), nullptr, nullptr,
                   nullptr) != SQLITE_OK)
    fail();
}

Expected<std::string> Sqlite::image() {
  sqlite3_int64 Size = 0;
  unsigned char *Bytes =
      sqlite3_serialize(Connection.get(), "main", &Size, /*mFlags=*/0);
  if (!Bytes)
    return errorIn(Name, "not enough memory for the database");
  std::string Image(reinterpret_cast<char *>(Bytes), Size);
  sqlite3_free(Bytes);
  return std::move(Image);
}

Statement::Statement(Sqlite &On, StringRef Sql) : On(On) {
  if (!On.failed())
    check(sqlite3_prepare_v2(On.Connection.get(), Sql.data(), Sql.size(),
                             &Prepared, nullptr));
}

Statement::~Statement() { sqlite3_finalize(Prepared); }

void Statement::check(int Result) {
  if (Result != SQLITE_OK)
    On.fail();
}

void Statement::bind(int Index, int64_t Value) {
  if (!On.failed())
    check(sqlite3_bind_int64(Prepared, Index, Value));
}

void Statement::bind(int Index, double Value) {
  if (!On.failed())
    check(sqlite3_bind_double(Prepared, Index, Value));
}

void Statement::bind(int Index, StringRef Value) {
  if (!On.failed())
    check(sqlite3_bind_text(Prepared, Index, Value.empty() ? "" : Value.data(),
                            Value.size(), SQLITE_TRANSIENT));
}

void Statement::bindNull(int Index) {
  if (!On.failed())
    check(sqlite3_bind_null(Prepared, Index));
}

bool Statement::step() {
  if (On.failed())
    return false;
  int Result = sqlite3_step(Prepared);
  if (Result == SQLITE_ROW)
    return true;
  if (Result != SQLITE_DONE)
    On.fail();
  return false;
}

void Statement::finish() {
  while (step())
    ;
  // The result of a reset repeats the failure of the step before it.
  sqlite3_reset(Prepared);
}

unsigned Statement::columns() const { return sqlite3_column_count(Prepared); }

StringRef Statement::columnName(unsigned Column) const {
  return sqlite3_column_name(Prepared, Column);
}

int64_t Statement::integer(unsigned Column) const {
  return sqlite3_column_int64(Prepared, Column);
}

double Statement::real(unsigned Column) const {
  return sqlite3_column_double(Prepared, Column);
}

StringRef Statement::text(unsigned Column) const {
  const unsigned char *Text = sqlite3_column_text(Prepared, Column);
  if (!Text)
    return "";
  return {reinterpret_cast<const char *>(Text),
          size_t(sqlite3_column_bytes(Prepared, Column))};
}

bool Statement::isNull(unsigned Column) const {
  return sqlite3_column_type(Prepared, Column) == SQLITE_NULL;
}

bool Statement::isInteger(unsigned Column) const {
  return sqlite3_column_type(Prepared, Column) == SQLITE_INTEGER;
}

bool Statement::isReal(unsigned Column) const {
  return sqlite3_column_type(Prepared, Column) == SQLITE_FLOAT;
}
