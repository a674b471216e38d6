//===- SourceLines.cpp - the text of the lines a report shows -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceLines.h"

#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Support/SourceRoots.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

#include <map>
#include <set>

using namespace llvm;
using namespace pagesplit;

static constexpr int64_t LinesAround = 2;
static constexpr size_t LongestLine = 1000; // bytes

namespace {
struct WantedFile {
  int64_t Id = 0;
  std::set<std::string> Hashes;
  std::set<int64_t> Lines;
};
} // namespace

using WantedFiles = std::map<std::string, WantedFile>;

static WantedFiles wantedFiles(Sqlite &Db) {
  WantedFiles Wanted;
  Statement File(Db, "SELECT file, id, hash FROM source "
                     "LEFT JOIN source_hash ON source_id = id");
  while (File.step()) {
    WantedFile &W = Wanted[File.text(0).str()];
    W.Id = File.integer(1);
    if (!File.isNull(2))
      W.Hashes.insert(File.text(2).str());
  }
  Statement Access(Db, "SELECT DISTINCT file, line FROM access "
                       "JOIN source ON source.id = source_id");
  while (Access.step()) {
    int64_t At = Access.integer(1);
    for (int64_t Line = At - LinesAround; Line <= At + LinesAround; ++Line)
      Wanted[Access.text(0).str()].Lines.insert(Line);
  }
  Statement Step(Db, "SELECT DISTINCT location FROM belief");
  while (Step.step()) {
    auto [Place, Column] = Step.text(0).rsplit(':');
    auto [Name, Line] = Place.rsplit(':');
    int64_t Number = 0;
    if (!Line.getAsInteger(10, Number))
      Wanted[Name.str()].Lines.insert(Number);
  }
  return Wanted;
}

static void writeLines(StringRef Text, const WantedFile &Wanted,
                       Statement &Insert) {
  int64_t Number = 0;
  auto Next = Wanted.Lines.begin();
  while (!Text.empty() && Next != Wanted.Lines.end()) {
    auto [Line, Rest] = Text.split('\n');
    Text = Rest;
    ++Number;
    while (Next != Wanted.Lines.end() && *Next < Number)
      ++Next;
    if (Next != Wanted.Lines.end() && *Next == Number)
      Insert.run(Wanted.Id, Number, Line.rtrim('\r').take_front(LongestLine));
  }
}

void pagesplit::writeSourceLines(Sqlite &Db, StringRef Root,
                                 std::vector<std::string> *Warnings) {
  WantedFiles Wanted = wantedFiles(Db);
  Statement Insert(Db, "INSERT INTO source_line VALUES (?, ?, ?)");
  for (const auto &[File, W] : Wanted) {
    if (!W.Id || W.Lines.empty() || !isInSourceTree(File))
      continue;
    SmallString<256> Path(Root);
    sys::path::append(Path, File);
    Expected<std::string> Text = readFile(Path);
    if (!Text) {
      consumeError(Text.takeError());
      continue;
    }
    if (W.Hashes.empty() || W.Hashes.count(contentHash(*Text)))
      writeLines(*Text, W, Insert);
    else if (Warnings)
      Warnings->push_back(File + ": another version than the one that was "
                                 "analysed; its lines are not quoted");
  }
}
