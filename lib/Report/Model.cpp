//===- Model.cpp - what a report for people shows -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Model.h"

#include "QueryTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

Counts &Counts::operator+=(const Counts &Other) {
  Reads += Other.Reads;
  Writes += Other.Writes;
  Updates += Other.Updates;
  Addresses += Other.Addresses;
  TypeOnly += Other.TypeOnly;
  return *this;
}

unsigned ReportModel::words() const {
  unsigned Last = WordSize ? PageSize / WordSize : 0;
  for (const WordField &W : Words)
    Last = std::max(Last, W.Word + 1);
  return Last;
}

StringRef ReportModel::mainField(unsigned Word) const {
  std::map<StringRef, uint64_t> Uses;
  StringRef Best;
  for (const WordField &W : Words)
    if (W.Word == Word) {
      Uses[W.Field] += W.Uses.total();
      if (Uses[W.Field] > Uses[Best])
        Best = W.Field;
    }
  return Best;
}

std::string ReportModel::configLabels() const {
  return join(
      map_range(Configs, [](const ConfigCoverage &C) { return C.Label; }),
      ", ");
}

std::string pagesplit::byteRange(unsigned Offset, unsigned Size) {
  if (Size <= 1)
    return std::to_string(Offset);
  return std::to_string(Offset) + "-" + std::to_string(Offset + Size - 1);
}

std::string pagesplit::wordRange(const MemberRow &Member, unsigned WordSize) {
  unsigned First = Member.Offset / WordSize;
  unsigned Last = (Member.Offset + std::max(Member.Size, 1u) - 1) / WordSize;
  return byteRange(First, Last - First + 1);
}

// The five counts from \p Column on, as every query of tableQuery() has them.
static Counts countsAt(const Statement &Query, unsigned Column) {
  Counts C;
  C.Reads = Query.integer(Column);
  C.Writes = Query.integer(Column + 1);
  C.Updates = Query.integer(Column + 2);
  C.Addresses = Query.integer(Column + 3);
  C.TypeOnly = Query.integer(Column + 4);
  return C;
}

// Extract notes a bare version.
static std::string kernelName(StringRef Kernel) {
  bool IsVersion = !Kernel.empty() && isDigit(Kernel.front());
  return ((IsVersion ? "Linux " : "") + Kernel).str();
}

static void loadHead(Sqlite &Db, ReportModel &Model) {
  Statement Meta(Db, "SELECT key, value FROM meta");
  while (Meta.step())
    if (Meta.text(0) == "kernel")
      Model.Kernel = kernelName(Meta.text(1));
    else if (Meta.text(0) == "subsystems")
      Model.FromMaintainers = Meta.text(1) == "MAINTAINERS";
  Statement Total(Db, "SELECT count(*), count(DISTINCT source_id) FROM access");
  if (Total.step()) {
    Model.Accesses = Total.integer(0);
    Model.Files = Total.integer(1);
  }
}

static void loadLayout(Sqlite &Db, ReportModel &Model) {
  Statement First(Db, "SELECT config.id, label, page_size, word_size "
                      "FROM layout JOIN config ON config.id = config_id "
                      "WHERE word_size > 0 "
                      "ORDER BY config.id, page_size DESC LIMIT 1");
  if (!First.step())
    return;
  Model.LayoutConfig = First.text(1).str();
  Model.PageSize = First.integer(2);
  Model.WordSize = First.integer(3);
  Statement Member(Db, "SELECT path, type, byte_offset, byte_size, arm "
                       "FROM layout_member WHERE config_id = ? "
                       "ORDER BY byte_offset, arm, path");
  Member.bind(1, First.integer(0));
  while (Member.step())
    Model.Members.push_back({Member.text(0).str(), Member.text(1).str(),
                             unsigned(Member.integer(2)),
                             unsigned(Member.integer(3)),
                             Member.text(4).str()});
}

static void loadSubsystems(Sqlite &Db, ReportModel &Model) {
  Statement Query(Db, tableQuery(ReportTable::Matrix));
  while (Query.step()) {
    StringRef Name = Query.text(0);
    if (Model.Subsystems.empty() || Model.Subsystems.back().Name != Name) {
      Model.Subsystems.emplace_back();
      Model.Subsystems.back().Name = Name.str();
    }
    SubsystemUse &S = Model.Subsystems.back();
    S.Fields.push_back({Query.text(1).str(), countsAt(Query, 3)});
    S.Uses += S.Fields.back().Uses;
    if (S.Fields.back().Field == "*")
      S.WholeStruct += S.Fields.back().Uses.total();
  }
}

static void loadWords(Sqlite &Db, ReportModel &Model) {
  std::map<std::string, SubsystemUse *> ByName;
  for (SubsystemUse &S : Model.Subsystems)
    ByName[S.Name] = &S;
  Statement Query(Db, tableQuery(ReportTable::Words));
  while (Query.step()) {
    WordField W;
    W.Word = Query.integer(0);
    W.Offset = Query.integer(1);
    W.Arm = Query.text(2).str();
    W.Field = Query.text(3).str();
    std::string Subsystem = Query.text(4).str();
    Counts Uses = countsAt(Query, 5);
    WordField *Last = Model.Words.empty() ? nullptr : &Model.Words.back();
    if (!Last || Last->Word != W.Word || Last->Field != W.Field ||
        Last->Arm != W.Arm) {
      Model.Words.push_back(std::move(W));
      Last = &Model.Words.back();
    }
    Last->Uses += Uses;
    Last->Subsystems.emplace_back(Subsystem, Uses.total());
    if (SubsystemUse *S = ByName[Subsystem])
      S->ByWord[Last->Word] += Uses.total();
  }
}

static void loadCoverage(Sqlite &Db, ReportModel &Model) {
  Statement Units(Db, "SELECT label, coalesce(asked, 0), complete, partial, "
                      "failed, sees_page, skipped FROM config "
                      "LEFT JOIN coverage ON config = label ORDER BY label");
  while (Units.step())
    Model.Configs.push_back(
        {Units.text(0).str(), unsigned(Units.integer(1)),
         unsigned(Units.integer(2)), unsigned(Units.integer(3)),
         unsigned(Units.integer(4)), unsigned(Units.integer(5)),
         unsigned(Units.integer(6))});
  Statement Bad(Db, "SELECT config, file, status, error FROM failed_unit "
                    "ORDER BY status, config, file, error");
  while (Bad.step())
    Model.Troubled.push_back({Bad.text(0).str(), Bad.text(1).str(),
                              Bad.text(2).str(), Bad.text(3).str()});
  Statement Flags(Db, "SELECT flag, sum(units) FROM dropped_flag "
                      "GROUP BY flag ORDER BY sum(units) DESC, flag");
  while (Flags.step())
    Model.Dropped.push_back({Flags.text(0).str(), unsigned(Flags.integer(1))});
}

Expected<ReportModel> pagesplit::loadModel(Sqlite &Db) {
  ReportModel Model;
  loadHead(Db, Model);
  loadLayout(Db, Model);
  loadSubsystems(Db, Model);
  loadWords(Db, Model);
  loadCoverage(Db, Model);
  if (Error E = Db.takeError())
    return std::move(E);
  return std::move(Model);
}
