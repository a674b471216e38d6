//===- BaselineFile.cpp - the baseline as text ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/Baseline.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

static constexpr StringLiteral Title = "# pagesplit lint baseline ";

std::string BaselineEntry::fingerprint() const {
  return fingerprintOf(Check, Function, Subject, Expression);
}

static unsigned sum(const std::map<BaselineEntry, unsigned> &Entries,
                    bool Suppressed) {
  unsigned Sum = 0;
  for (const auto &[Entry, Count] : Entries)
    if (Entry.IsSuppressed == Suppressed)
      Sum += Count;
  return Sum;
}

unsigned Baseline::findings() const { return sum(Entries, false); }
unsigned Baseline::suppressions() const { return sum(Entries, true); }

// Whatever the tokens hold, an entry is one line, and a tab parts its columns.
static std::string inOneLine(StringRef Text) {
  std::string Out = Text.str();
  for (char &C : Out)
    if (C == '\t' || C == '\n' || C == '\r')
      C = ' ';
  return Out;
}

void pagesplit::printBaseline(const Baseline &From, raw_ostream &Out) {
  std::set<std::string> Lines;
  std::string Checks = join(From.Conditions.Checks, " ");
  Lines.insert("checks\t" + Checks);
  Lines.insert("knowledge\t" + From.Conditions.Layer + "\t" +
               From.Conditions.Digest);
  if (From.Conditions.HasSnapshot)
    Lines.insert("snapshot");
  for (const auto &[Entry, Count] : From.Entries)
    if (Count)
      Lines.insert(join(
          ArrayRef<std::string>{Entry.IsSuppressed ? "suppressed" : "finding",
                                Entry.File, Entry.Check, Entry.Function,
                                Entry.Subject, inOneLine(Entry.Expression),
                                std::to_string(Count), Entry.fingerprint()},
          "\t"));
  for (const std::string &File : From.Unparsed)
    Lines.insert("unparsed\t" + File);
  for (const std::string &File : From.Unseen)
    Lines.insert("unseen\t" + File);
  Out << Title << BaselineVersion << "; see docs/lint.md\n";
  for (const std::string &Line : Lines)
    Out << Line << '\n';
}

namespace {
class Reader {
public:
  explicit Reader(StringRef Name) : Name(Name) {}
  Expected<Baseline> read(StringRef Text);

private:
  Error readLine(StringRef Line);
  Error readEntry(ArrayRef<StringRef> Columns);
  Error fault(const Twine &Why) const { return errorAt(Name, Number, 1, Why); }

  StringRef Name;
  unsigned Number = 0;
  Baseline Result;
};
} // namespace

Error Reader::readEntry(ArrayRef<StringRef> Columns) {
  if (Columns.size() != 8)
    return fault("expected 8 columns, parted by tabs");
  BaselineEntry Entry;
  Entry.IsSuppressed = Columns[0] == "suppressed";
  Entry.File = Columns[1].str();
  Entry.Check = Columns[2].str();
  Entry.Function = Columns[3].str();
  Entry.Subject = Columns[4].str();
  Entry.Expression = Columns[5].str();
  unsigned Count = 0;
  if (Columns[6].getAsInteger(10, Count) || !Count)
    return fault("'" + Columns[6] + "' is no number of findings");
  if (Entry.fingerprint() != Columns[7])
    return fault("the fingerprint is not that of the line");
  if (!Result.Entries.emplace(std::move(Entry), Count).second)
    return fault("a line before has the same finding");
  return Error::success();
}

Error Reader::readLine(StringRef Line) {
  SmallVector<StringRef, 8> Columns;
  Line.split(Columns, '\t');
  StringRef Word = Columns[0];
  if (Word == "finding" || Word == "suppressed")
    return readEntry(Columns);
  if (Word == "checks" && Columns.size() == 2) {
    if (!Result.Conditions.Checks.empty())
      return fault("the checks were named before");
    SmallVector<StringRef, 8> Names;
    Columns[1].split(Names, ' ', -1, /*KeepEmpty=*/false);
    for (StringRef Check : Names)
      Result.Conditions.Checks.insert(Check.str());
    return Error::success();
  }
  if (Word == "knowledge" && Columns.size() == 3) {
    if (!Result.Conditions.Digest.empty())
      return fault("the knowledge was named before");
    Result.Conditions.Layer = Columns[1].str();
    Result.Conditions.Digest = Columns[2].str();
    return Error::success();
  }
  if (Word == "snapshot" && Columns.size() == 1) {
    Result.Conditions.HasSnapshot = true;
    return Error::success();
  }
  if (Word == "unparsed" && Columns.size() == 2) {
    Result.Unparsed.insert(Columns[1].str());
    return Error::success();
  }
  if (Word == "unseen" && Columns.size() == 2) {
    Result.Unseen.insert(Columns[1].str());
    return Error::success();
  }
  if (Word.starts_with("<<<<<<<") || Word.starts_with("=======") ||
      Word.starts_with(">>>>>>>"))
    return fault("an unresolved conflict");
  return fault("not a line of a baseline");
}

Expected<Baseline> Reader::read(StringRef Text) {
  auto [First, Rest] = Text.split('\n');
  Number = 1;
  unsigned Version = 0;
  if (!First.consume_front(Title) || First.consumeInteger(10, Version))
    return fault("this is no baseline of pagesplit lint");
  if (Version != BaselineVersion)
    return fault("this baseline is of version " + Twine(Version) +
                 ", and this pagesplit reads version " +
                 Twine(BaselineVersion));
  while (!Rest.empty()) {
    auto [Line, More] = Rest.split('\n');
    ++Number;
    Line = Line.rtrim('\r');
    if (!Line.empty() && !Line.starts_with("#"))
      if (Error E = readLine(Line))
        return std::move(E);
    Rest = More;
  }
  if (Result.Conditions.Checks.empty() || Result.Conditions.Digest.empty())
    return errorIn(Name, "the baseline does not say its checks and knowledge");
  return std::move(Result);
}

Expected<Baseline> pagesplit::parseBaseline(StringRef Text, StringRef Name) {
  return Reader(Name).read(Text);
}
