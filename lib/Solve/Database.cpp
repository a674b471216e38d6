//===- Database.cpp - open what solve wrote -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Solve/Database.h"

#include "Schema.h"
#include "pagesplit/Support/Error.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;
using namespace pagesplit;

static int64_t pragma(Sqlite &Db, StringRef Name) {
  Statement Ask(Db, ("PRAGMA " + Name).str());
  return Ask.step() ? Ask.integer(0) : 0;
}

Expected<Sqlite> pagesplit::openDatabase(StringRef Path) {
  // SQLite has the same words for every reason not to open a file.
  Expected<sys::fs::file_t> File = sys::fs::openNativeFileForRead(Path);
  if (!File)
    return errorFrom(Path, "read", errorToErrorCode(File.takeError()));
  sys::fs::closeFile(*File);
  if (sys::fs::is_directory(Path))
    return errorIn(Path, "is a directory, not a pagesplit database");
  Expected<Sqlite> Db = Sqlite::readOnly(Path);
  if (!Db)
    return Db.takeError();
  int64_t Application = pragma(*Db, "application_id");
  int64_t Version = pragma(*Db, "user_version");
  bool Readable = !errorToBool(Db->takeError());
  if (!Readable || Application != DatabaseApplication)
    return errorIn(Path, "not a pagesplit database");
  if (Version != DatabaseVersion)
    return errorIn(Path, "database of version " + Twine(Version) +
                             ", this pagesplit reads version " +
                             Twine(DatabaseVersion) + "; solve again");
  return Db;
}
