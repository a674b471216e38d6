//===- BaselineMatch.cpp - findings against a baseline --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/Baseline.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

Error pagesplit::compareConditions(const Baseline &Old,
                                   const LintConditions &Now, StringRef Name) {
  if (Old.Conditions.Checks != Now.Checks)
    return errorIn(Name, "this baseline is about the checks " +
                             join(Old.Conditions.Checks, ", ") +
                             ", and this run about " + join(Now.Checks, ", ") +
                             "; agree with --update-baseline --force");
  if (Old.Conditions.Layer != Now.Layer || Old.Conditions.Digest != Now.Digest)
    return errorIn(Name, "this baseline was made with other knowledge files (" +
                             Old.Conditions.Layer + " " +
                             Old.Conditions.Digest + ", now " + Now.Layer +
                             " " + Now.Digest +
                             "); agree with --update-baseline --force");
  if (Old.Conditions.HasSnapshot != Now.HasSnapshot)
    return errorIn(Name,
                   Twine("this baseline was made ") +
                       (Now.HasSnapshot ? "without" : "with") +
                       " --db, which checks conclude from, and this run is " +
                       (Now.HasSnapshot ? "with" : "without") +
                       " it; agree with --update-baseline --force");
  return Error::success();
}

bool pagesplit::coversFile(const std::set<std::string> &Names, StringRef File) {
  if (Names.count(File.str()))
    return true;
  return any_of(Names, [&](StringRef Name) {
    return Name.ends_with("/") && File.starts_with(Name);
  });
}

BaselineEntry pagesplit::entryOf(const LintFinding &F) {
  BaselineEntry Entry;
  Entry.File = F.Where.File;
  Entry.Check = F.Check;
  Entry.Function = F.Function;
  Entry.Subject = F.Subject;
  // As it is read back.
  Entry.Expression = F.Expression;
  for (char &C : Entry.Expression)
    if (C == '\t' || C == '\n' || C == '\r')
      C = ' ';
  Entry.IsSuppressed = F.IsSuppressed;
  return Entry;
}

static std::string wordsOf(const BaselineEntry &E) {
  return E.Check + '\n' + E.Subject + '\n' + E.Expression;
}

namespace {

/// What an entry still stands for.
using Budget = std::map<BaselineEntry, unsigned>;

class Matcher {
public:
  Matcher(const Baseline &Old, function_ref<FileFate(StringRef)> Fate)
      : Left(Old.Entries), Fate(Fate) {
    for (auto I = Left.begin(); I != Left.end(); ++I)
      Alike[wordsOf(I->first)].push_back(I);
  }

  void match(std::vector<LintFinding> &Findings);
  BaselineMatch take();

private:
  enum Level { SameFile, SameFunction, SameExpression };
  bool takeOne(const LintFinding &F, Level How);
  bool spend(Budget::iterator Entry);

  Budget Left;
  /// Entries that differ in file, function and suppression at most.
  std::map<std::string, std::vector<Budget::iterator>> Alike;
  function_ref<FileFate(StringRef)> Fate;
  BaselineMatch Result;
};

} // namespace

bool Matcher::spend(Budget::iterator Entry) {
  if (Entry == Left.end() || !Entry->second)
    return false;
  --Entry->second;
  return true;
}

// What was suppressed and is not any more is no worse than before; the other
// way round is.
bool Matcher::takeOne(const LintFinding &F, Level How) {
  BaselineEntry Wanted = entryOf(F);
  if (How == SameFile) {
    if (spend(Left.find(Wanted)))
      return true;
    Wanted.IsSuppressed = true;
    return spend(Left.find(Wanted));
  }
  auto Found = Alike.find(wordsOf(Wanted));
  if (Found == Alike.end())
    return false;
  for (Budget::iterator I : Found->second) {
    const BaselineEntry &Entry = I->first;
    if ((How == SameFunction && Entry.Function != Wanted.Function) ||
        (F.IsSuppressed && !Entry.IsSuppressed))
      continue;
    if (Fate(Entry.File) != FileFate::NotLooked && spend(I))
      return true;
  }
  return false;
}

// The surest pairs first, over all findings, so that none takes what another
// has a better claim to.
void Matcher::match(std::vector<LintFinding> &Findings) {
  std::vector<LintFinding *> Open;
  for (bool IsElsewhere : {true, false})
    for (LintFinding &F : Findings)
      if ((F.State == FindingState::Elsewhere) == IsElsewhere)
        Open.push_back(&F);
  for (Level How : {SameFile, SameFunction, SameExpression})
    erase_if(Open, [&](LintFinding *F) {
      if (!takeOne(*F, How))
        return false;
      ++Result.Kept[entryOf(*F)];
      if (F->State == FindingState::New)
        F->State = FindingState::Unchanged;
      return true;
    });
}

BaselineMatch Matcher::take() {
  for (const auto &[Entry, Count] : Left) {
    if (!Count)
      continue;
    bool WasLookedAt = Fate(Entry.File) != FileFate::NotLooked;
    (WasLookedAt ? Result.Absent : Result.Kept)[Entry] += Count;
  }
  return std::move(Result);
}

BaselineMatch pagesplit::matchBaseline(const Baseline &Old,
                                       std::vector<LintFinding> &Findings,
                                       function_ref<FileFate(StringRef)> Fate) {
  Matcher In(Old, Fate);
  In.match(Findings);
  return In.take();
}
