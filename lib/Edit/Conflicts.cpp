//===- Conflicts.cpp - edits that do not go together ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conflicts.h"

#include <algorithm>
#include <map>

using namespace llvm;
using namespace pagesplit;

namespace {

/// The edits of one file.
class FileConflicts {
public:
  FileConflicts(ArrayRef<const Edit *> Edits, unsigned Begin, unsigned End,
                std::vector<int> &Partner);
  void find();

private:
  using Wraps = std::map<std::pair<unsigned, unsigned>, std::vector<unsigned>>;

  void overlaps();
  void insides();
  void differentTexts();
  void crossings();
  void crossingsFrom(const Wraps &W);
  const Edit &at(unsigned I) const { return *Edits[I]; }
  void mark(unsigned I, unsigned J) {
    if (Partner[I] < 0)
      Partner[I] = J;
  }

  ArrayRef<const Edit *> Edits;
  std::vector<int> &Partner;
  std::vector<unsigned> Replacements;
  std::vector<unsigned> Insertions;
};

} // namespace

FileConflicts::FileConflicts(ArrayRef<const Edit *> Edits, unsigned Begin,
                             unsigned End, std::vector<int> &Partner)
    : Edits(Edits), Partner(Partner) {
  for (unsigned I = Begin; I < End; ++I)
    (at(I).isInsertion() ? Insertions : Replacements).push_back(I);
}

void FileConflicts::find() {
  overlaps();
  insides();
  differentTexts();
  crossings();
}

// It is enough to look at the replacement before that reaches furthest, and at
// the next one: whatever overlaps one further on overlaps the next one too.
void FileConflicts::overlaps() {
  for (unsigned K = 1, Furthest = 0; K < Replacements.size(); ++K) {
    unsigned Here = Replacements[K], Before = Replacements[K - 1];
    if (at(Here).Offset < at(Before).end())
      mark(Before, Here);
    if (at(Here).Offset < at(Replacements[Furthest]).end())
      mark(Here, Replacements[Furthest]);
    if (at(Here).end() > at(Replacements[Furthest]).end())
      Furthest = K;
  }
}

void FileConflicts::insides() {
  // Replacements up to Next begin before the insertion.
  unsigned Next = 0;
  int Furthest = -1;
  for (unsigned I : Insertions) {
    for (; Next < Replacements.size() &&
           at(Replacements[Next]).Offset < at(I).Offset;
         ++Next)
      if (Furthest < 0 ||
          at(Replacements[Next]).end() > at(Replacements[Furthest]).end())
        Furthest = Next;
    if (Furthest >= 0 && at(Replacements[Furthest]).end() > at(I).Offset)
      mark(I, Replacements[Furthest]);
  }
  for (unsigned R : Replacements) {
    auto First = std::upper_bound(
        Insertions.begin(), Insertions.end(), at(R).Offset,
        [&](unsigned Offset, unsigned I) { return Offset < at(I).Offset; });
    if (First != Insertions.end() && at(*First).Offset < at(R).end())
      mark(R, *First);
  }
}

// Lines of their own, all put in at the begin of a line, or all at its end.
static bool areLines(const Edit &A, const Edit &B) {
  StringRef First = A.Text, Second = B.Text;
  return (First.ends_with("\n") && Second.ends_with("\n") &&
          !First.starts_with("\n") && !Second.starts_with("\n")) ||
         (First.starts_with("\n") && Second.starts_with("\n"));
}

void FileConflicts::differentTexts() {
  for (unsigned K = 1; K < Insertions.size(); ++K) {
    const Edit &A = at(Insertions[K - 1]), &B = at(Insertions[K]);
    if (A.Offset != B.Offset || A.Reach != B.Reach || areLines(A, B))
      continue;
    mark(Insertions[K - 1], Insertions[K]);
    mark(Insertions[K], Insertions[K - 1]);
  }
}

// Once from the left and once mirrored, so that both of a pair are marked.
void FileConflicts::crossings() {
  Wraps Forward, Mirrored;
  for (unsigned I : Insertions) {
    auto [Begin, End] = std::minmax(at(I).Offset, at(I).Reach);
    if (Begin == End)
      continue;
    Forward[{Begin, End}].push_back(I);
    Mirrored[{~End, ~Begin}].push_back(I);
  }
  crossingsFrom(Forward);
  crossingsFrom(Mirrored);
}

// Mark every expression that another one, which began earlier, ends within.
void FileConflicts::crossingsFrom(const Wraps &W) {
  std::multimap<unsigned, unsigned> Ends; // of those that began earlier
  for (auto It = W.begin(); It != W.end();) {
    unsigned Begin = It->first.first;
    auto Same = It;
    for (; It != W.end() && It->first.first == Begin; ++It) {
      auto Other = Ends.upper_bound(Begin);
      if (Other == Ends.end() || Other->first >= It->first.second)
        continue;
      for (unsigned I : It->second)
        mark(I, Other->second);
    }
    for (; Same != It; ++Same)
      Ends.emplace(Same->first.second, Same->second.front());
  }
}

std::vector<int> pagesplit::findConflicts(ArrayRef<const Edit *> Edits) {
  std::vector<int> Partner(Edits.size(), -1);
  for (unsigned Begin = 0, End = 0; Begin < Edits.size(); Begin = End) {
    while (End < Edits.size() && Edits[End]->File == Edits[Begin]->File)
      ++End;
    FileConflicts(Edits, Begin, End, Partner).find();
  }
  return Partner;
}
