//===- VerdictIndex.cpp - verdicts by where things are written ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Solve/VerdictIndex.h"

#include <algorithm>

using namespace llvm;
using namespace pagesplit;

void VerdictIndex::note(std::map<Place, PlaceVerdict> &Into, Place At,
                        PlaceVerdict Said) {
  auto [Found, IsNew] = Into.try_emplace(std::move(At), Said);
  if (IsNew)
    return;
  PlaceVerdict &Known = Found->second;
  if (Known.Word != Said.Word)
    Known.Word = "mixed";
  Known.Confidence = std::min(Known.Confidence, Said.Confidence);
  Known.IsHead = Known.IsHead && Said.IsHead;
}

Expected<VerdictIndex> VerdictIndex::load(Sqlite &From) {
  VerdictIndex Index;
  auto Read = [&](StringRef Sql, std::map<Place, PlaceVerdict> &Into) {
    Statement Rows(From, Sql);
    while (Rows.step())
      note(Into, {Rows.text(0).str(), unsigned(Rows.integer(1))},
           {Rows.text(2).str(), Rows.real(3), Rows.text(4) != "maybe-tail"});
  };
  Read("SELECT source.file, spelling_start, verdict, confidence, headness "
       "FROM verdict JOIN access ON access.id = verdict.access_id "
       "JOIN source ON source.id = access.spelling_source_id",
       Index.Accesses);
  auto ReadDeclared = [&](StringRef Which,
                          std::map<Place, PlaceVerdict> &Into) {
    Read(("SELECT source.file, start, verdict, confidence, headness "
          "FROM verdict JOIN entity_site USING (entity_id) "
          "JOIN entity ON entity.id = verdict.entity_id "
          "JOIN source ON source.id = entity_site.source_id "
          "WHERE entity.kind " +
          Which + " 'return' AND entity.depth > 0")
             .str(),
         Into);
  };
  ReadDeclared("<>", Index.Declarations);
  ReadDeclared("=", Index.Results);
  {
    Statement Rows(From, "SELECT source.file, main.file FROM unit_source "
                         "JOIN source ON source.id = source_id "
                         "JOIN source AS main ON main.id = unit_source_id");
    while (Rows.step())
      Index.UnitsOf[Rows.text(0).str()].insert(Rows.text(1).str());
  }
  if (Error E = From.takeError())
    return std::move(E);
  return Index;
}

bool pagesplit::isDescriptor(StringRef Verdict) {
  return Verdict != "page" && Verdict != "mixed" && Verdict != "unknown";
}

std::set<std::string> VerdictIndex::unitsOf(StringRef File) const {
  auto Found = UnitsOf.find(File.str());
  return Found == UnitsOf.end() ? std::set<std::string>() : Found->second;
}

static const PlaceVerdict *
find(const std::map<std::pair<std::string, unsigned>, PlaceVerdict> &In,
     StringRef File, unsigned Offset) {
  auto Found = In.find({File.str(), Offset});
  return Found == In.end() ? nullptr : &Found->second;
}

const PlaceVerdict *VerdictIndex::access(StringRef File,
                                         unsigned Offset) const {
  return find(Accesses, File, Offset);
}

const PlaceVerdict *VerdictIndex::declaration(StringRef File,
                                              unsigned Offset) const {
  return find(Declarations, File, Offset);
}

const PlaceVerdict *VerdictIndex::result(StringRef File,
                                         unsigned Offset) const {
  return find(Results, File, Offset);
}

std::map<std::string, std::set<std::string>>
VerdictIndex::filesWith(const std::set<std::string> &Descriptors) const {
  std::map<std::string, std::set<std::string>> Result;
  auto Gather = [&](const auto &Places) {
    for (const auto &[At, Said] : Places) {
      if (!isDescriptor(Said.Word) ||
          (!Descriptors.empty() && !Descriptors.count(Said.Word)))
        continue;
      auto Units = UnitsOf.find(At.first);
      if (Units != UnitsOf.end())
        Result.insert(*Units);
    }
  };
  Gather(Accesses);
  Gather(Declarations);
  Gather(Results);
  return Result;
}
