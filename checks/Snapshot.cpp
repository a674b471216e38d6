//===- Snapshot.cpp - what solve concluded, for checks --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Snapshot.h"

#include "pagesplit/Solve/Database.h"

#include <algorithm>

using namespace llvm;

namespace pagesplit::checks {

Expected<Snapshot> Snapshot::open(StringRef Path) {
  Expected<Sqlite> Db = openDatabase(Path);
  if (!Db)
    return Db.takeError();
  return Snapshot(std::move(*Db));
}

static SnapshotVerdict verdictIn(const Statement &Row) {
  return {Row.text(0).str(), Row.real(1), Row.text(2).str(),
          Row.text(3) == "head" || Row.text(3) == "order-0"};
}

// Two verdicts for one thing are one as far as they agree.
static void join(SnapshotVerdict &Known, const SnapshotVerdict &Said) {
  if (Known.Word != Said.Word) {
    Known.Word = "unknown";
    Known.Why.clear();
  }
  Known.Confidence = std::min(Known.Confidence, Said.Confidence);
  Known.IsHead = Known.IsHead && Said.IsHead;
}

std::optional<SnapshotVerdict> Snapshot::declaration(const SnapshotKey &Key) {
  auto [Found, IsNew] = Asked.try_emplace(Key);
  if (!IsNew)
    return Found->second;
  // The name a parameter has in the definition is the one that was solved.
  Statement Rows(Db, "SELECT verdict, confidence, reason, headness "
                     "FROM entity JOIN verdict ON entity_id = entity.id "
                     "WHERE kind = ?1 AND owner = ?2 AND position = ?3 "
                     "AND name = ?4 AND (scope = '' OR scope = ?5)");
  Rows.bind(1, StringRef(Key.Kind));
  Rows.bind(2, StringRef(Key.Owner));
  Rows.bind(3, Key.Position);
  Rows.bind(4, StringRef(Key.Name));
  Rows.bind(5, StringRef(Key.File));
  std::optional<SnapshotVerdict> &Result = Found->second;
  while (Rows.step())
    if (Result)
      join(*Result, verdictIn(Rows));
    else
      Result = verdictIn(Rows);
  if (errorToBool(Db.takeError()))
    Result = std::nullopt;
  return Result;
}

const Snapshot::Accesses &Snapshot::accessesOf(StringRef File, StringRef Hash) {
  auto [Found, IsNew] = Files.try_emplace({File.str(), Hash.str()});
  if (!IsNew)
    return Found->second;
  Statement Rows(Db, "SELECT verdict, confidence, reason, headness, "
                     "spelling_start, field FROM access "
                     "JOIN source ON source.id = spelling_source_id "
                     "JOIN source_hash ON source_hash.source_id = source.id "
                     "JOIN verdict ON access_id = access.id "
                     "WHERE file = ?1 AND hash = ?2");
  Rows.bind(1, File);
  Rows.bind(2, Hash);
  while (Rows.step()) {
    auto [At, First] = Found->second.try_emplace(
        {unsigned(Rows.integer(4)), Rows.text(5).str()}, verdictIn(Rows));
    if (!First)
      join(At->second, verdictIn(Rows));
  }
  if (errorToBool(Db.takeError()))
    Found->second.clear();
  return Found->second;
}

std::optional<SnapshotVerdict> Snapshot::access(StringRef File, StringRef Hash,
                                                unsigned Offset,
                                                StringRef Field) {
  const Accesses &Known = accessesOf(File, Hash);
  auto Found = Known.find({Offset, Field.str()});
  if (Found == Known.end())
    return std::nullopt;
  return Found->second;
}

} // namespace pagesplit::checks
