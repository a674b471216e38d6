//===- TextReport.cpp - the report for a terminal -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "WordUse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Process.h"

using namespace llvm;
using namespace pagesplit;

static constexpr unsigned NumberWidth = 8;

namespace {

/// A stream that knows how long a line may be.
struct Terminal {
  raw_ostream &To;
  unsigned Width;

  template <typename T> Terminal &operator<<(const T &Value) {
    To << Value;
    return *this;
  }
};

} // namespace

// Zero is the common case and would hide the others.
static std::string number(uint64_t N) {
  return N ? std::to_string(N) : std::string(".");
}

static std::string shortened(StringRef Text, size_t Width) {
  if (Text.size() <= Width)
    return Text.str();
  return (Text.take_front(Width - 2).rtrim() + "..").str();
}

// Bold where somebody looks at it, unless they asked for no colours.
static void heading(Terminal &Out, StringRef Text) {
  bool Bold = Out.To.is_displayed() && Out.To.has_colors() &&
              !sys::Process::GetEnv("NO_COLOR");
  Out << '\n';
  if (Bold) {
    Out.To.enable_colors(true);
    Out.To.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  }
  Out << Text;
  if (Bold)
    Out.To.resetColor();
  Out << '\n' << std::string(Out.Width, '-') << '\n';
}

static void printCounts(Terminal &Out, const Counts &C) {
  for (uint64_t N :
       {C.Reads, C.Writes, C.Updates, C.Addresses, C.TypeOnly, C.total()})
    Out << right_justify(number(N), NumberWidth);
  Out << '\n';
}

static void printCountTitles(Terminal &Out, StringRef First, StringRef Second) {
  unsigned Before = Out.Width - 6 * NumberWidth;
  Out << First << right_justify(Second, Before - First.size());
  for (StringRef Title : {"reads", "writes", "rmw", "address", "type", "total"})
    Out << right_justify(Title, NumberWidth);
  Out << '\n';
}

// A name, something at the right end of its column, and the counts.
static void printCountLine(Terminal &Out, StringRef Name, StringRef Second,
                           const Counts &C) {
  unsigned Before = Out.Width - 6 * NumberWidth;
  Out << Name << right_justify(Second, Before - Name.size());
  printCounts(Out, C);
}

static void printUnits(const ReportModel &Model, Terminal &Out) {
  for (const ConfigCoverage &C : Model.Configs) {
    Out << "  units        " << C.Asked
        << " asked for = " << C.Complete + C.Partial << " analysed";
    if (C.Partial)
      Out << " (" << C.Partial << " with errors)";
    Out << " + " << C.Failed << " failed";
    if (C.Skipped)
      Out << " + " << C.Skipped << " skipped";
    if (Model.Configs.size() > 1)
      Out << "   " << C.Label;
    Out << '\n';
  }
}

static void printHead(const ReportModel &Model, Terminal &Out) {
  Out << "struct page in "
      << (Model.Kernel.empty() ? "the kernel" : StringRef(Model.Kernel));
  if (!Model.Configs.empty())
    Out << ", " << Model.configLabels();
  uint64_t Whole = 0;
  for (const SubsystemUse &S : Model.Subsystems)
    Whole += S.WholeStruct;
  Out << "\n\n  accesses     " << Model.Accesses - Whole << " to fields, "
      << Whole << " to the whole struct\n  seen in      " << Model.Files
      << " files of " << Model.Subsystems.size() << " subsystems\n";
  if (Model.WordSize)
    Out << "  struct page  " << Model.PageSize << " bytes, "
        << Model.PageSize / Model.WordSize << " words of " << Model.WordSize
        << '\n';
  printUnits(Model, Out);
  Out << "  subsystems   "
      << (Model.FromMaintainers
              ? "sections of MAINTAINERS, most specific first; else directories"
              : "directories, for want of a MAINTAINERS file")
      << '\n';
}

static void printWrapped(Terminal &Out, StringRef Indent,
                         const std::vector<std::string> &Items) {
  size_t Column = 0;
  for (const auto &[Index, Item] : enumerate(Items)) {
    bool Last = Index + 1 == Items.size();
    if (Column && Column + 1 + Item.size() + !Last > Out.Width) {
      Out << '\n';
      Column = 0;
    }
    StringRef Before = Column ? StringRef(" ") : Indent;
    Out << Before << Item << (Last ? "" : ",");
    Column += Before.size() + Item.size() + !Last;
  }
  Out << '\n';
}

static constexpr unsigned WholeWidth = 7, AllWidth = 7;

// As wide as the names of the fields, where there is room for them.
static std::vector<unsigned> summaryWidths(const ReportModel &Model,
                                           bool WithNames) {
  std::vector<unsigned> Widths;
  for (unsigned W = 0; W < Model.words(); ++W)
    Widths.push_back(
        WithNames ? std::max<unsigned>(Model.mainField(W).size() + 1, 5) : 5);
  return Widths;
}

static unsigned sumOf(ArrayRef<unsigned> Widths) {
  unsigned Sum = 0;
  for (unsigned Width : Widths)
    Sum += Width;
  return Sum;
}

static void printSummaryTitles(const ReportModel &Model, unsigned NameWidth,
                               ArrayRef<unsigned> Widths, bool WithNames,
                               Terminal &Out) {
  Out << left_justify(WithNames ? "" : "Subsystem", NameWidth - 4) << "word";
  for (const auto &[W, Width] : enumerate(Widths))
    Out << right_justify(std::to_string(W), Width);
  if (!WithNames) {
    Out << right_justify("fields", AllWidth)
        << right_justify("struct", WholeWidth) << '\n';
    return;
  }
  Out << right_justify("all", AllWidth) << right_justify("whole", WholeWidth)
      << '\n'
      << left_justify("Subsystem", NameWidth - 9) << "mostly as";
  for (const auto &[W, Width] : enumerate(Widths))
    Out << right_justify(Model.mainField(W), Width);
  Out << right_justify("fields", AllWidth)
      << right_justify("struct", WholeWidth) << '\n';
}

static void printMainFields(const ReportModel &Model, Terminal &Out) {
  std::vector<std::string> Words;
  for (unsigned W = 0; W < Model.words(); ++W)
    if (StringRef Field = Model.mainField(W); !Field.empty())
      Words.push_back((Twine(W) + " " + Field).str());
  if (!Words.empty()) {
    Out << "Words are mostly\n";
    printWrapped(Out, "  ", Words);
  }
}

static void printSummary(const ReportModel &Model, Terminal &Out) {
  constexpr unsigned LeastName = 24;
  heading(Out, "Accesses by subsystem and word of struct page");
  std::vector<unsigned> Widths = summaryWidths(Model, true);
  bool WithNames =
      sumOf(Widths) + AllWidth + WholeWidth + LeastName <= Out.Width;
  if (!WithNames)
    Widths = summaryWidths(Model, false);
  int Left = int(Out.Width) - int(sumOf(Widths) + AllWidth + WholeWidth);
  unsigned NameWidth = std::max(Left, int(LeastName));
  printSummaryTitles(Model, NameWidth, Widths, WithNames, Out);
  for (const SubsystemUse &S : Model.Subsystems) {
    Out << left_justify(shortened(S.Name, NameWidth - 1), NameWidth);
    for (const auto &[W, Width] : enumerate(Widths))
      Out << right_justify(number(S.inWord(W)), Width);
    Out << right_justify(number(S.Uses.total() - S.WholeStruct), AllWidth)
        << right_justify(number(S.WholeStruct), WholeWidth) << '\n';
  }
  if (!WithNames)
    printMainFields(Model, Out);
  Out << "An access to a field of several words counts in each of them. "
         "Struct: "
         "casts,\npointer arithmetic (also that of pfn_to_page() and its "
         "like), "
         "sizeof, copies,\n&folio->page.\n";
}

static std::string wordsOf(const ReportModel &Model, StringRef Field) {
  for (const MemberRow &M : Model.Members)
    if (M.Name == Field)
      return wordRange(M, Model.WordSize);
  return "";
}

static void printMatrix(const ReportModel &Model, Terminal &Out) {
  heading(Out, "Accesses by subsystem and field");
  printCountTitles(Out, "Subsystem, field", "word");
  for (const SubsystemUse &S : Model.Subsystems) {
    printCountLine(Out, shortened(S.Name, Out.Width - 6 * NumberWidth - 1), "",
                   S.Uses);
    for (const FieldUse &F : S.Fields)
      printCountLine(Out, F.Field == "*" ? "  (whole struct)" : "  " + F.Field,
                     wordsOf(Model, F.Field), F.Uses);
  }
  Out << "rmw: read and written in one step, as by set_bit(). address: taken, "
         "passed on.\ntype: nothing is touched, as in offsetof(), sizeof and "
         "casts.\n";
}

static void printMember(const MemberUse &M, Terminal &Out) {
  std::string Name = ("  " + M.name()).str();
  if (!M.Use) {
    Out << left_justify(Name, Out.Width / 3) << "not accessed\n";
    return;
  }
  printCountLine(Out, Name, M.arm(), M.Use->Uses);
  std::vector<std::string> Users;
  for (const auto &[Subsystem, Count] : M.Use->Subsystems)
    Users.push_back(Subsystem + " " + std::to_string(Count));
  printWrapped(Out, "      ", Users);
}

static void printWords(const ReportModel &Model, Terminal &Out) {
  heading(Out, "Accesses by word, field and subsystem");
  printCountTitles(Out, "Word, field, subsystems", "union arm");
  for (unsigned W = 0; W < Model.words(); ++W) {
    Out << (W ? "\nword " : "word ") << W;
    if (Model.WordSize)
      Out << ", bytes " << byteRange(W * Model.WordSize, Model.WordSize);
    Out << '\n';
    for (const MemberUse &M : membersOf(Model, W))
      printMember(M, Out);
  }
}

static void printCoverage(const ReportModel &Model, Terminal &Out) {
  heading(Out, "Coverage");
  for (const ConfigCoverage &C : Model.Configs) {
    Out << C.Label << ": " << C.Asked << " units asked for = " << C.Complete
        << " complete + " << C.Partial << " with errors + " << C.Failed
        << " failed";
    if (C.Skipped)
      Out << " + " << C.Skipped << " skipped";
    Out << ";\n  " << C.SeesPage << " see struct page\n";
  }
  for (const TroubledUnit &U : Model.Troubled) {
    Out << "  " << left_justify(U.Status, 8) << ' ' << U.File;
    if (Model.Configs.size() > 1)
      Out << " (" << U.Config << ')';
    Out << '\n';
    if (!U.Error.empty())
      Out << "           " << U.Error << '\n';
  }
  if (Model.Dropped.empty())
    return;
  Out << "Flags left out because Clang does not know them, and in how many "
         "units:\n";
  std::vector<std::string> Flags;
  for (const DroppedFlag &F : Model.Dropped)
    Flags.push_back(F.Flag + " " + std::to_string(F.Units));
  printWrapped(Out, "  ", Flags);
}

void pagesplit::printText(const ReportModel &Model, ReportTable Table,
                          unsigned Width, raw_ostream &To) {
  Terminal Out{To, Width};
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
