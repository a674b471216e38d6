//===- Sqlite.h - one SQLite connection and its statements ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// As little of SQLite as pagesplit needs: prepared statements and their
/// values. The first failure sticks to the connection, later calls do nothing,
/// and takeError() hands it out once; so a block of statements is checked in
/// one place. What the tables are is not here (Solve/Database.h).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SOLVE_SQLITE_H
#define PAGESPLIT_SOLVE_SQLITE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace pagesplit {

/// A connection; closed at the end of its life. Statements must not outlive
/// it.
class Sqlite {
public:
  /// A database in memory, called \p Name in errors.
  static llvm::Expected<Sqlite> inMemory(llvm::StringRef Name);

  /// The file \p Path, which must exist; it is never written to. Whether it is
  /// a database shows at the first statement.
  static llvm::Expected<Sqlite> readOnly(llvm::StringRef Path);

  /// Run statements that return no rows.
  void execute(llvm::StringRef Sql);

  /// The first failure since the last call, naming the file; success if none.
  llvm::Error takeError();

  bool failed() const { return !Problem.empty(); }

  /// The bytes of the database as a file of its own. Fails only for want of
  /// memory; not for use after a failure.
  llvm::Expected<std::string> image();

  /// What errors call this database.
  llvm::StringRef name() const { return Name; }

private:
  friend class Statement;
  struct Close {
    void operator()(sqlite3 *Connection) const;
  };
  Sqlite(sqlite3 *Connection, llvm::StringRef Name)
      : Connection(Connection), Name(Name) {}
  static llvm::Expected<Sqlite> open(llvm::StringRef Path, llvm::StringRef Name,
                                     int Flags);
  void fail();

  std::unique_ptr<sqlite3, Close> Connection;
  std::string Name;
  std::string Problem;
};

/// One prepared statement of a connection that outlives it.
class Statement {
public:
  Statement(Sqlite &On, llvm::StringRef Sql);
  Statement(const Statement &) = delete;
  Statement &operator=(const Statement &) = delete;
  ~Statement();

  /// Give the parameters their values from the first on, run the statement to
  /// its end and make it ready for other values.
  template <typename... Ts> void run(const Ts &...Values) {
    int Index = 0;
    (bind(++Index, Values), ...);
    finish();
  }

  /// Value of parameter \p Index, which counts from 1.
  void bind(int Index, int64_t Value);
  void bind(int Index, int Value) { bind(Index, int64_t(Value)); }
  void bind(int Index, unsigned Value) { bind(Index, int64_t(Value)); }
  void bind(int Index, double Value);
  void bind(int Index, llvm::StringRef Value);
  /// Nothing is NULL.
  template <typename T> void bind(int Index, const std::optional<T> &Value) {
    if (Value)
      bind(Index, *Value);
    else
      bindNull(Index);
  }

  /// Go to the next row; false after the last one and after a failure.
  bool step();

  /// The current row; columns count from 0. Text is valid until step().
  unsigned columns() const;
  llvm::StringRef columnName(unsigned Column) const;
  int64_t integer(unsigned Column) const;
  double real(unsigned Column) const;
  llvm::StringRef text(unsigned Column) const;
  bool isNull(unsigned Column) const;
  /// Whether the value is a whole number, or a fraction.
  bool isInteger(unsigned Column) const;
  bool isReal(unsigned Column) const;

private:
  void bindNull(int Index);
  void check(int Result);
  void finish();

  Sqlite &On;
  sqlite3_stmt *Prepared = nullptr;
};

} // namespace pagesplit

#endif
