//===- Model.h - what a report for people shows -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The numbers of a report, read from the database once and in the order in
/// which every format for people shows them.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_MODEL_H
#define PAGESPLIT_LIB_REPORT_MODEL_H

#include "pagesplit/Solve/Sqlite.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <map>
#include <string>
#include <vector>

namespace pagesplit {

/// Accesses by what they do.
struct Counts {
  uint64_t Reads = 0;
  uint64_t Writes = 0;
  uint64_t Updates = 0; ///< read-modify-writes
  uint64_t Addresses = 0;
  uint64_t TypeOnly = 0;

  uint64_t total() const {
    return Reads + Writes + Updates + Addresses + TypeOnly;
  }
  Counts &operator+=(const Counts &Other);
};

/// One field in one subsystem.
struct FieldUse {
  std::string Field; ///< "*": the whole struct
  Counts Uses;
};

/// One subsystem; its fields in layout order.
struct SubsystemUse {
  std::string Name;
  Counts Uses;
  std::vector<FieldUse> Fields;
  /// How many accesses touch each word; one that is wider counts in each.
  std::map<unsigned, uint64_t> ByWord;
  uint64_t WholeStruct = 0;

  uint64_t inWord(unsigned Word) const {
    auto Found = ByWord.find(Word);
    return Found == ByWord.end() ? 0 : Found->second;
  }
};

/// Who uses one field of one word; subsystems by number of accesses.
struct WordField {
  unsigned Word = 0;
  unsigned Offset = 0; ///< byte of the field's first use or place in this word
  std::string Arm;
  std::string Field;
  Counts Uses;
  std::vector<std::pair<std::string, uint64_t>> Subsystems;
};

/// A member of struct page.
struct MemberRow {
  std::string Name;
  std::string Type;
  unsigned Offset = 0;
  unsigned Size = 0;
  std::string Arm;
};

/// One configuration and its units.
struct ConfigCoverage {
  std::string Label;
  unsigned Asked = 0;
  unsigned Complete = 0;
  unsigned Partial = 0;
  unsigned Failed = 0;
  unsigned SeesPage = 0;
  unsigned Skipped = 0;
};

/// A unit that is not complete.
struct TroubledUnit {
  std::string Config;
  std::string File;
  std::string Status;
  std::string Error;
};

/// A compiler flag that was left out.
struct DroppedFlag {
  std::string Flag;
  unsigned Units = 0;
};

struct ReportModel {
  std::string Kernel; ///< may be empty
  bool FromMaintainers = false;
  uint64_t Accesses = 0;
  uint64_t Files = 0; ///< with at least one access
  /// The layout shown: that of the first configuration that has one. 0 and
  /// empty when no unit saw struct page.
  std::string LayoutConfig;
  unsigned PageSize = 0;
  unsigned WordSize = 0;
  std::vector<MemberRow> Members;
  std::vector<SubsystemUse> Subsystems; ///< most accesses first
  std::vector<WordField> Words;         ///< by word, then layout order
  std::vector<ConfigCoverage> Configs;
  std::vector<TroubledUnit> Troubled;
  std::vector<DroppedFlag> Dropped;

  /// How many words there are to show.
  unsigned words() const;
  /// The field of \p Word with the most accesses, "" if there is none.
  llvm::StringRef mainField(unsigned Word) const;
  /// "x86_64/defconfig, arm64/defconfig".
  std::string configLabels() const;
};

/// Read everything. Failures stick to \p Db as well and are returned.
llvm::Expected<ReportModel> loadModel(Sqlite &Db);

/// "8-15" for 8 bytes from byte 8 on.
std::string byteRange(unsigned Offset, unsigned Size);

/// "1-2" for the words a member covers, "1" for a single one.
std::string wordRange(const MemberRow &Member, unsigned WordSize);

} // namespace pagesplit

#endif
