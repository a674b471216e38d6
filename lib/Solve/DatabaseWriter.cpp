//===- DatabaseWriter.cpp - facts and verdicts into tables ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DatabaseWriter.h"

#include "Schema.h"
#include "pagesplit/Facts/Words.h"
#include "pagesplit/Solve/Database.h"
#include "pagesplit/Solve/ReadinessViews.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

// A 64-bit kernel, for facts without any layout.
static constexpr unsigned DefaultWordSize = 8;

static void number(std::map<std::string, int64_t> &Ids) {
  int64_t Next = 0;
  for (auto &[Name, Id] : Ids)
    Id = ++Next;
}

DatabaseWriter::DatabaseWriter(Sqlite &Db, const FactSet &Facts,
                               const MentionCoverage &Mentions)
    : Db(Db), Facts(Facts), Mentions(Mentions) {
  collectNames();
  // Of two layouts in one configuration the later, larger one.
  for (const auto &[L, In] : Facts.layouts())
    for (const std::string &Config : In)
      LayoutOf[Config] = L;
}

void DatabaseWriter::collectNames() {
  auto AddConfigs = [&](const ConfigSet &In) {
    for (const std::string &Config : In)
      ConfigIds[Config];
  };
  for (const Unit &U : Facts.units()) {
    ConfigIds[U.Config];
    SourceIds[U.File];
  }
  for (const SourceFile &S : Facts.sources())
    SourceIds[S.File];
  for (const UnitSource &S : Facts.unitSources()) {
    ConfigIds[S.Config];
    SourceIds[S.Unit];
    SourceIds[S.File];
  }
  for (const auto &[L, In] : Facts.layouts()) {
    AddConfigs(In);
    SourceIds[L.Where.File];
  }
  for (const auto &[M, In] : Facts.layoutMembers())
    AddConfigs(In);
  for (const auto &[E, In] : Facts.entities()) {
    AddConfigs(In);
    SourceIds[E.Where.File];
  }
  for (const auto &[A, In] : Facts.accesses()) {
    AddConfigs(In);
    SourceIds[A.Expansion.File];
    SourceIds[A.Spelling.File];
  }
  for (const auto &[C, In] : Facts.compiledLines())
    AddConfigs(In);
  for (const CoveredMention &M : Mentions.Mentions)
    SourceIds[M.File];
  number(ConfigIds);
  number(SourceIds);
}

void DatabaseWriter::write(const Subsystems &Names,
                           const std::vector<JoinedEntity> &Entities,
                           const std::vector<Conclusion> &OfEntities,
                           const std::vector<Conclusion> &OfAccesses,
                           const Witnesses *Paths) {
  Db.execute(("PRAGMA page_size = 4096; PRAGMA application_id = " +
              Twine(DatabaseApplication) +
              "; PRAGMA user_version = " + Twine(DatabaseVersion) + ";")
                 .str());
  Db.execute("BEGIN");
  Db.execute(tableSql());
  Db.execute(viewSql());
  Db.execute(ownerSql());
  Db.execute(configSql());
  Db.execute(mentionSql());
  for (const ReadinessView &View : readinessViews())
    Db.execute(("CREATE VIEW " + View.Name + " AS" + View.Select).str());
  writeNames(Names);
  writeMentions();
  writeUnits();
  writeLayouts();
  writeWords();
  writeAccesses();
  writeEntities(Entities);
  if (Paths)
    Paths->write(Db);
  writeVerdicts("entity_id", OfEntities, Paths != nullptr);
  writeVerdicts("access_id", OfAccesses, Paths != nullptr);
  Db.execute("COMMIT");
}

void DatabaseWriter::writeMeta(StringRef Key, StringRef Value) {
  if (!Value.empty())
    Statement(Db, "INSERT INTO meta VALUES (?, ?)").run(Key, Value);
}

void DatabaseWriter::writeStaying(const std::set<std::string> &Fields) {
  Statement Insert(Db, "INSERT INTO staying_field VALUES (?)");
  for (const std::string &Field : Fields)
    Insert.run(Field);
}

void DatabaseWriter::writeNames(const Subsystems &Names) {
  Statement Config(Db, "INSERT INTO config VALUES (?, ?)");
  for (const auto &[Label, Id] : ConfigIds)
    Config.run(Id, Label);

  std::map<std::string, std::string> SubsystemOf;
  Ids SubsystemIds;
  for (const auto &[File, Id] : SourceIds)
    SubsystemIds[SubsystemOf[File] = Names.nameOf(File)];
  number(SubsystemIds);
  Statement Subsystem(Db, "INSERT INTO subsystem VALUES (?, ?)");
  for (const auto &[Name, Id] : SubsystemIds)
    Subsystem.run(Id, Name);
  Statement Source(Db, "INSERT INTO source VALUES (?, ?, ?)");
  for (const auto &[File, Id] : SourceIds)
    Source.run(Id, File, SubsystemIds[SubsystemOf[File]]);

  Statement Hash(Db, "INSERT INTO source_hash VALUES (?, ?)");
  for (const SourceFile &S : Facts.sources())
    Hash.run(SourceIds[S.File], S.Hash);
}

void DatabaseWriter::writeMentions() {
  Statement Insert(Db, "INSERT INTO mention VALUES (?, ?, ?, ?, ?)");
  Statement In(Db, "INSERT INTO mention_config VALUES (?, ?)");
  Statement Needs(Db, "INSERT INTO mention_symbol VALUES (?, ?)");
  int64_t Id = 0;
  for (const CoveredMention &M : Mentions.Mentions) {
    Insert.run(++Id, SourceIds[M.File], M.Line, M.Reason, M.Needs);
    for (const std::string &Config : M.In)
      In.run(Id, ConfigIds[Config]);
    for (const std::string &Symbol : M.Symbols)
      Needs.run(Id, Symbol);
  }
  Statement Symbol(Db, "INSERT INTO config_symbol VALUES (?, ?, ?, ?, ?)");
  Id = 0;
  for (const ConfigSymbol &S : Mentions.Symbols)
    Symbol.run(++Id, S.Name, S.File, S.Line, S.DependsOn);
}

void DatabaseWriter::writeUnits() {
  Statement Insert(Db, "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?)");
  Statement Flag(Db, "INSERT INTO unit_dropped_flag VALUES (?, ?, ?)");
  int64_t Id = 0;
  for (const Unit &U : Facts.units()) {
    Insert.run(++Id, ConfigIds[U.Config], SourceIds[U.File], wordOf(U.Status),
               U.Error, int(U.SeesPage));
    for (const auto &[Position, Text] : enumerate(U.DroppedFlags))
      Flag.run(Id, int64_t(Position), Text);
  }
  Statement Seen(Db, "INSERT INTO unit_source VALUES (?, ?, ?)");
  for (const UnitSource &S : Facts.unitSources())
    Seen.run(ConfigIds[S.Config], SourceIds[S.Unit], SourceIds[S.File]);
}

void DatabaseWriter::writeLayouts() {
  Statement Insert(Db, "INSERT INTO layout VALUES (?, ?, ?, ?, ?, ?)");
  int64_t Id = 0;
  for (const auto &[L, In] : Facts.layouts())
    for (const std::string &Config : In)
      Insert.run(++Id, ConfigIds[Config], L.PageSize, L.WordSize,
                 SourceIds[L.Where.File], L.Where.Line);
  Statement Member(Db,
                   "INSERT INTO layout_member VALUES (?, ?, ?, ?, ?, ?, ?)");
  Id = 0;
  for (const auto &[M, In] : Facts.layoutMembers())
    for (const std::string &Config : In)
      Member.run(++Id, ConfigIds[Config], M.Path, M.Type, M.Offset, M.Size,
                 M.Arm);
}

unsigned DatabaseWriter::wordSizeIn(const ConfigSet &Configs) const {
  for (const std::string &Config : Configs) {
    auto Found = LayoutOf.find(Config);
    if (Found != LayoutOf.end() && Found->second.WordSize)
      return Found->second.WordSize;
  }
  return DefaultWordSize;
}

void DatabaseWriter::writeWords() {
  unsigned Last = 0;
  for (const auto &[L, In] : Facts.layouts())
    if (L.WordSize && L.PageSize)
      Last = std::max(Last, (L.PageSize - 1) / L.WordSize);
  for (const auto &[A, In] : Facts.accesses())
    if (A.Field != "*")
      Last = std::max(Last,
                      (A.Offset + std::max(A.Size, 1u) - 1) / wordSizeIn(In));
  Statement Insert(Db, "INSERT INTO word VALUES (?)");
  for (unsigned Number = 0; Number <= Last; ++Number)
    Insert.run(Number);
}

void DatabaseWriter::writeAccesses() {
  Statement Insert(Db, "INSERT INTO access VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                       "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement Macro(Db, "INSERT INTO access_macro VALUES (?, ?, ?)");
  std::vector<const ConfigSet *> Configs;
  int64_t Id = 0;
  for (const auto &[A, In] : Facts.accesses()) {
    unsigned WordSize = wordSizeIn(In);
    std::optional<unsigned> First, Last;
    if (A.Field != "*") {
      First = A.Offset / WordSize;
      Last = (A.Offset + std::max(A.Size, 1u) - 1) / WordSize;
    }
    Insert.run(++Id, SourceIds[A.Expansion.File], A.Expansion.Line,
               A.Expansion.Column, A.Expansion.Offset, A.Expansion.Length,
               SourceIds[A.Spelling.File], A.Spelling.Line, A.Spelling.Column,
               A.Spelling.Offset, A.Spelling.Length, A.Function, wordOf(A.Form),
               wordOf(A.Mode), A.Field, A.Path, A.Offset, A.Size, WordSize,
               First, Last, A.Arm, A.Base, A.Via);
    for (const auto &[Position, Name] : enumerate(A.Macros))
      Macro.run(Id, int64_t(Position), Name);
    Configs.push_back(&In);
  }
  writeConfigsOf("access_config", Configs);
}

void DatabaseWriter::writeEntities(const std::vector<JoinedEntity> &Entities) {
  Statement Insert(Db, "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  Statement Site(Db, "INSERT INTO entity_site VALUES "
                     "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  std::vector<const ConfigSet *> Configs;
  int64_t Id = 0, SiteId = 0;
  for (const JoinedEntity &J : Entities) {
    const Entity &E = *J.Primary;
    std::optional<int> Position;
    if (E.Position >= 0)
      Position = E.Position;
    Insert.run(++Id, wordOf(E.Kind), E.Owner, E.Scope, Position, E.Name,
               E.Depth, E.Type);
    for (const Entity *S : J.Sites)
      Site.run(++SiteId, Id, SourceIds[S->Where.File], S->Where.Line,
               S->Where.Column, S->Where.Offset, S->Where.Length, S->Name,
               S->Type, int(S->IsDefinition), int(S == J.Primary));
    Configs.push_back(&J.Configs);
  }
  writeConfigsOf("entity_config", Configs);
}

void DatabaseWriter::writeConfigsOf(
    StringRef Table, const std::vector<const ConfigSet *> &Configs) {
  Statement Insert(Db, ("INSERT INTO " + Table + " VALUES (?, ?)").str());
  for (const auto &[Index, In] : enumerate(Configs))
    for (const std::string &Config : *In)
      Insert.run(int64_t(Index) + 1, ConfigIds[Config]);
}

void DatabaseWriter::writeVerdicts(StringRef Column,
                                   const std::vector<Conclusion> &Conclusions,
                                   bool HavePlaces) {
  Statement Insert(Db, ("INSERT INTO verdict (id, " + Column +
                        ", place_id, verdict, confidence, reason, test,"
                        " headness) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                           .str());
  for (const auto &[Index, C] : enumerate(Conclusions)) {
    std::optional<int64_t> At;
    if (HavePlaces && C.At)
      At = int64_t(*C.At) + 1;
    Insert.run(++LastVerdict, int64_t(Index) + 1, At, C.V.Word,
               rounded(C.V.Confidence), reasonWord(C.V.Why), C.Test, C.Head);
  }
}
