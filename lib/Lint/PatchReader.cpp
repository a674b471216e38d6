//===- PatchReader.cpp - unified diffs ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/Patch.h"

#include "pagesplit/Support/Error.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

#include <optional>

using namespace llvm;
using namespace pagesplit;

namespace {

class Reader {
public:
  Reader(StringRef Text, StringRef Name) : Name(Name) {
    Text.split(Lines, '\n');
    if (!Lines.empty() && Lines.back().empty())
      Lines.pop_back();
  }

  Expected<Patch> read();

private:
  Error fault(const Twine &Why) const {
    return errorAt(Name, static_cast<unsigned>(Next), 1, Why);
  }
  Error readHunk(StringRef Head);
  void readGitHead(StringRef Line);
  Error startFile();
  Error finishFile();
  StringRef peek() const { return Next < Lines.size() ? Lines[Next] : ""; }

  SmallVector<StringRef, 0> Lines;
  size_t Next = 0;
  StringRef Name;
  Patch Result;
  std::optional<FilePatch> Current;
  std::set<std::string> Seen;
};

} // namespace

// "a/mm/slub.c" and "mm/slub.c<tab>2026-01-01" name mm/slub.c, /dev/null none.
static std::string plainName(StringRef Text, StringRef Prefix) {
  Text = Text.split('\t').first.rtrim("\r");
  std::string Unquoted;
  if (Text.size() >= 2 && Text.front() == '"' && Text.back() == '"') {
    Text = Text.drop_front().drop_back();
    for (size_t I = 0; I < Text.size(); ++I)
      Unquoted += Text[I] == '\\' && I + 1 < Text.size() ? Text[++I] : Text[I];
    Text = Unquoted;
  }
  if (Text == "/dev/null")
    return "";
  if (!Prefix.empty())
    Text.consume_front(Prefix);
  return Text.str();
}

Error Reader::finishFile() {
  if (!Current)
    return Error::success();
  const std::string &File = Current->NewName;
  if (!File.empty() && !Seen.insert(File).second)
    return fault("this diff changes " + File +
                 " twice; give the diff of the "
                 "whole series instead");
  if (!Current->OldName.empty() || !Current->NewName.empty())
    Result.Files.push_back(std::move(*Current));
  Current.reset();
  return Error::success();
}

void Reader::readGitHead(StringRef Line) {
  if (Line.consume_front("rename from ") || Line.consume_front("copy from "))
    Current->OldName = plainName(Line, "");
  else if (Line.consume_front("rename to ") || Line.consume_front("copy to "))
    Current->NewName = plainName(Line, "");
}

// "@@ -12,7 +12,8 @@": a missing count is 1.
static bool readRange(StringRef &Text, unsigned &Line, unsigned &Count) {
  Count = 1;
  if (Text.consumeInteger(10, Line))
    return false;
  return !Text.consume_front(",") || !Text.consumeInteger(10, Count);
}

Error Reader::readHunk(StringRef Head) {
  PatchHunk Hunk;
  Hunk.PatchLineNumber = static_cast<unsigned>(Next);
  unsigned Old = 0, New = 0;
  StringRef Rest = Head;
  if (!Rest.consume_front("@@ -") || !readRange(Rest, Hunk.OldLine, Old) ||
      !Rest.consume_front(" +") || !readRange(Rest, Hunk.NewLine, New) ||
      !Rest.starts_with(" @@"))
    return fault("not the head of a hunk");
  while (Old || New) {
    if (Next >= Lines.size())
      return fault("the diff is cut off");
    StringRef Line = Lines[Next++];
    // Mailers take the blank off an empty line of context.
    char Kind = Line.empty() ? ' ' : Line.front();
    if (Kind == '\\')
      continue; // "\ No newline at end of file"
    bool InOld = Kind == ' ' || Kind == '-';
    bool InNew = Kind == ' ' || Kind == '+';
    if ((!InOld && !InNew) || (InOld && !Old) || (InNew && !New))
      return fault("not a line of this hunk");
    Old -= InOld;
    New -= InNew;
    Hunk.Lines.push_back({Kind, Line.drop_front(Line.empty() ? 0 : 1).str()});
  }
  Current->Hunks.push_back(std::move(Hunk));
  return Error::success();
}

Expected<Patch> Reader::read() {
  Result.Name = Name.str();
  bool IsGit = false;
  while (Next < Lines.size()) {
    StringRef Line = Lines[Next++];
    if (Line.starts_with("diff --git ")) {
      if (Error E = finishFile())
        return std::move(E);
      Current.emplace();
      IsGit = true;
    } else if (Line.starts_with("--- ") && peek().starts_with("+++ ")) {
      if (!IsGit || !Current || !Current->Hunks.empty()) {
        if (Error E = finishFile())
          return std::move(E);
        Current.emplace();
      }
      Current->OldName = plainName(Line.drop_front(4), "a/");
      Current->NewName = plainName(Lines[Next++].drop_front(4), "b/");
      IsGit = false;
    } else if (Current && Line.starts_with("@@ -")) {
      if (Error E = readHunk(Line))
        return std::move(E);
    } else if (Current && Current->Hunks.empty()) {
      readGitHead(Line);
    }
  }
  if (Error E = finishFile())
    return std::move(E);
  return std::move(Result);
}

Expected<Patch> pagesplit::parsePatch(StringRef Text, StringRef Name) {
  Expected<Patch> Read = Reader(Text, Name).read();
  // An empty diff changes nothing; a text without a diff is a mistake.
  if (Read && Read->Files.empty() && !Text.trim().empty() &&
      Text.find("diff --git ") == StringRef::npos)
    return errorIn(Name, "there is no diff in it");
  return Read;
}
