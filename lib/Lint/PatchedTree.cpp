//===- PatchedTree.cpp - what a diff adds to a tree -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceTokens.h"
#include "pagesplit/Lint/Patch.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/SmallVector.h"

using namespace llvm;
using namespace pagesplit;

static SmallVector<StringRef, 0> linesOf(StringRef Text) {
  SmallVector<StringRef, 0> Lines;
  Text.split(Lines, '\n');
  if (!Lines.empty() && Lines.back().empty())
    Lines.pop_back();
  return Lines;
}

namespace {
/// One file before the diff, put together from what it is now.
struct Before {
  std::string Text;
  std::set<unsigned> Removed; ///< lines of Text
  std::set<unsigned> Added;   ///< lines of the file now
};
} // namespace

static Expected<Before> undo(const FilePatch &File, StringRef Now,
                             StringRef PatchName) {
  Before Result;
  SmallVector<StringRef, 0> Lines = linesOf(Now);
  size_t Next = 0; // of Lines
  unsigned OldLine = 0;
  auto Emit = [&](StringRef Line) {
    Result.Text += Line;
    Result.Text += '\n';
    ++OldLine;
  };
  for (const PatchHunk &Hunk : File.Hunks) {
    // A hunk without new lines names the line before it.
    bool HasNew =
        any_of(Hunk.Lines, [](const PatchLine &L) { return L.Kind != '-'; });
    size_t First = HasNew && Hunk.NewLine ? Hunk.NewLine - 1 : Hunk.NewLine;
    if (First < Next || First > Lines.size())
      return errorAt(PatchName, Hunk.PatchLineNumber, 1,
                     "this hunk is not of the file as it is: " + File.NewName);
    while (Next < First)
      Emit(Lines[Next++]);
    for (const PatchLine &Line : Hunk.Lines) {
      if (Line.Kind == '-') {
        Emit(Line.Text);
        Result.Removed.insert(OldLine);
        continue;
      }
      if (Next >= Lines.size() ||
          Lines[Next].rtrim() != StringRef(Line.Text).rtrim())
        return errorAt(File.NewName, static_cast<unsigned>(Next + 1), 1,
                       "the tree does not have this line as the diff does (" +
                           PatchName + ", hunk at line " +
                           Twine(Hunk.PatchLineNumber) + ")");
      ++Next;
      if (Line.Kind == '+')
        Result.Added.insert(static_cast<unsigned>(Next));
      else
        Emit(Lines[Next - 1]);
    }
  }
  while (Next < Lines.size())
    Emit(Lines[Next++]);
  return std::move(Result);
}

Expected<PatchedTree> PatchedTree::make(const Patch &From, SourceTexts &Texts) {
  PatchedTree Tree;
  for (const FilePatch &File : From.Files) {
    StringRef Now;
    if (!File.NewName.empty() && !File.Hunks.empty()) {
      const SourceText *Text = Texts.find(File.NewName);
      if (!Text)
        return errorIn(File.NewName, "the diff changes this file, and the tree "
                                     "does not have it");
      Now = Text->Text;
    }
    Expected<Before> Old = undo(File, Now, From.Name);
    if (!Old)
      return Old.takeError();
    if (!Old->Added.empty())
      Tree.Added[File.NewName] = std::move(Old->Added);
    if (!Old->Removed.empty())
      Tree.Removed.push_back(
          {std::make_shared<SourceText>(std::move(Old->Text)),
           std::move(Old->Removed)});
  }
  return std::move(Tree);
}

std::set<std::string> PatchedTree::files() const {
  std::set<std::string> Files;
  for (const auto &[File, Lines] : Added)
    Files.insert(File);
  return Files;
}

bool PatchedTree::adds(StringRef File, unsigned First, unsigned Last) const {
  auto Found = Added.find(File.str());
  if (Found == Added.end())
    return false;
  auto Line = Found->second.lower_bound(First);
  return Line != Found->second.end() && *Line <= Last;
}

unsigned PatchedTree::timesRemoved(StringRef Wanted) const {
  SourceTokens Words(Wanted);
  unsigned Times = 0;
  for (const RemovedFile &File : Removed) {
    const SourceTokens &Tokens = *File.Text->Tokens;
    for (size_t I = 0; I + Words.size() <= Tokens.size(); ++I) {
      size_t Same = 0;
      bool OnRemoved = false;
      while (Same < Words.size() && Tokens[I + Same].Text == Words[Same].Text) {
        OnRemoved |= File.Lines.count(Tokens[I + Same].Line) != 0;
        ++Same;
      }
      if (Same == Words.size() && OnRemoved)
        ++Times;
    }
  }
  return Times;
}

// What a removed line must have for the finding to be no new one. A call may
// have other arguments now; an access is one to that page.
static std::string wordsToFind(const LintFinding &F) {
  return F.Check == PageApiCheck ? F.Subject + " (" : F.Expression;
}

void PatchedTree::judge(std::vector<LintFinding> &Findings) const {
  std::map<std::string, unsigned> Left;
  for (LintFinding &F : Findings) {
    if (!adds(F.Where.File, F.FirstLine, F.LastLine)) {
      F.State = FindingState::Elsewhere;
      continue;
    }
    std::string Wanted = wordsToFind(F);
    auto [Found, IsNew] = Left.try_emplace(Wanted, 0);
    if (IsNew)
      Found->second = timesRemoved(Wanted);
    if (Found->second > 0) {
      --Found->second;
      F.State = FindingState::Elsewhere;
    }
  }
}
