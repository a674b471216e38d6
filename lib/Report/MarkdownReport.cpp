//===- MarkdownReport.cpp - the report for mails and wikis ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "WordUse.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

static std::string plain(StringRef Text) {
  std::string Escaped;
  for (char C : Text) {
    if (StringRef("\\`*_[]<>|#").contains(C))
      Escaped += '\\';
    Escaped += C == '\n' ? ' ' : C;
  }
  return Escaped;
}

// In a table even code must not hold a bare bar.
static std::string code(StringRef Text) {
  std::string Escaped = "`";
  for (char C : Text) {
    if (C == '|')
      Escaped += '\\';
    Escaped += C == '`' ? '\'' : C == '\n' ? ' ' : C;
  }
  return Escaped + '`';
}

static std::string fieldName(StringRef Field) {
  return Field == "*" ? "whole struct" : code(Field);
}

static void row(raw_ostream &Out, ArrayRef<std::string> Cells) {
  Out << '|';
  for (const std::string &Cell : Cells)
    Out << ' ' << Cell << " |";
  Out << '\n';
}

// The columns from \p FirstNumber on are aligned to the right.
static void titles(raw_ostream &Out, ArrayRef<std::string> Cells,
                   size_t FirstNumber) {
  row(Out, Cells);
  Out << '|';
  for (size_t I = 0; I < Cells.size(); ++I)
    Out << (I < FirstNumber ? "---|" : "--:|");
  Out << '\n';
}

static void addCounts(std::vector<std::string> &Cells, const Counts &C) {
  for (uint64_t N :
       {C.Reads, C.Writes, C.Updates, C.Addresses, C.TypeOnly, C.total()})
    Cells.push_back(std::to_string(N));
}

static void printHead(const ReportModel &Model, raw_ostream &Out) {
  Out << "# struct page in "
      << plain(Model.Kernel.empty() ? "the kernel" : StringRef(Model.Kernel));
  if (!Model.Configs.empty())
    Out << ", " << plain(Model.configLabels());
  Out << "\n\n"
      << Model.Accesses << " accesses in " << Model.Files << " files of "
      << Model.Subsystems.size() << " subsystems.\n";
}

static void printSummary(const ReportModel &Model, raw_ostream &Out) {
  Out << "\n## Accesses by subsystem and word\n\n";
  std::vector<std::string> Cells = {"Subsystem"};
  for (unsigned W = 0; W < Model.words(); ++W) {
    StringRef Field = Model.mainField(W);
    Cells.push_back(std::to_string(W) +
                    (Field.empty() ? "" : " " + code(Field)));
  }
  Cells.push_back("whole struct");
  Cells.push_back("all");
  titles(Out, Cells, 1);
  for (const SubsystemUse &S : Model.Subsystems) {
    Cells = {plain(S.Name)};
    for (unsigned W = 0; W < Model.words(); ++W)
      Cells.push_back(std::to_string(S.inWord(W)));
    Cells.push_back(std::to_string(S.WholeStruct));
    Cells.push_back(std::to_string(S.Uses.total()));
    row(Out, Cells);
  }
  Out << "\nAn access to a field of several words counts in each of them; "
         "beside the word stands the field it is mostly used as.\n";
}

static void printMatrix(const ReportModel &Model, raw_ostream &Out) {
  Out << "\n## Accesses by subsystem and field\n\n";
  titles(Out,
         {"Subsystem", "Field", "reads", "writes", "rmw", "address-of",
          "type only", "total"},
         2);
  for (const SubsystemUse &S : Model.Subsystems)
    for (const FieldUse &F : S.Fields) {
      std::vector<std::string> Cells = {plain(S.Name), fieldName(F.Field)};
      addCounts(Cells, F.Uses);
      row(Out, Cells);
    }
}

static void printWords(const ReportModel &Model, raw_ostream &Out) {
  Out << "\n## Accesses by word, field and subsystem\n\n";
  titles(Out,
         {"Word", "Field", "Union arm", "Subsystems", "reads", "writes", "rmw",
          "address-of", "type only", "total"},
         4);
  for (unsigned W = 0; W < Model.words(); ++W)
    for (const MemberUse &M : membersOf(Model, W)) {
      std::vector<std::string> Users;
      if (M.Use)
        for (const auto &[Subsystem, Count] : M.Use->Subsystems)
          Users.push_back(plain(Subsystem) + " " + std::to_string(Count));
      std::vector<std::string> Cells = {std::to_string(W), fieldName(M.name()),
                                        M.arm().empty() ? "" : code(M.arm()),
                                        join(Users, ", ")};
      addCounts(Cells, M.Use ? M.Use->Uses : Counts());
      row(Out, Cells);
    }
}

static void printCoverage(const ReportModel &Model, raw_ostream &Out) {
  Out << "\n## Coverage\n\n";
  titles(Out,
         {"Configuration", "units asked for", "complete", "with errors",
          "failed", "skipped", "see struct page"},
         1);
  for (const ConfigCoverage &C : Model.Configs)
    row(Out,
        {plain(C.Label), std::to_string(C.Asked), std::to_string(C.Complete),
         std::to_string(C.Partial), std::to_string(C.Failed),
         std::to_string(C.Skipped), std::to_string(C.SeesPage)});
  if (!Model.Troubled.empty()) {
    Out << '\n';
    titles(Out, {"Unit", "Configuration", "Status", "First error"}, 4);
    for (const TroubledUnit &U : Model.Troubled)
      row(Out, {code(U.File), plain(U.Config), U.Status, plain(U.Error)});
  }
  if (!Model.Dropped.empty()) {
    Out << '\n';
    titles(Out, {"Flag left out, unknown to Clang", "units"}, 1);
    for (const DroppedFlag &F : Model.Dropped)
      row(Out, {code(F.Flag), std::to_string(F.Units)});
  }
}

void pagesplit::printMarkdown(const ReportModel &Model, ReportTable Table,
                              raw_ostream &Out) {
  bool All = Table == ReportTable::All;
  printHead(Model, Out);
  if (All || Table == ReportTable::Summary)
    printSummary(Model, Out);
  if (All || Table == ReportTable::Matrix)
    printMatrix(Model, Out);
  if (All || Table == ReportTable::Words)
    printWords(Model, Out);
  if (All || Table == ReportTable::Coverage)
    printCoverage(Model, Out);
}
