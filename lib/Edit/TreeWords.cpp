//===- TreeWords.cpp - names in all files of a tree -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/TreeWords.h"

#include "pagesplit/Edit/CodeWords.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

using Places = std::map<std::string, std::vector<WordPlace>>;

// Cheaper than telling code from comments, which most files never need.
static bool mentions(StringRef Text, const StringSet<> &Names) {
  auto IsWord = [](char C) { return isAlnum(C) || C == '_'; };
  for (size_t I = 0; I < Text.size(); ++I) {
    if (!IsWord(Text[I]))
      continue;
    StringRef Word = Text.substr(I).take_while(IsWord);
    if (Names.contains(Word))
      return true;
    I += Word.size();
  }
  return false;
}

static std::string callAround(StringRef Text, unsigned Offset, StringRef Word) {
  StringRef Before = Text.take_front(Offset).rtrim();
  StringRef After = Text.substr(Offset + Word.size()).ltrim();
  if (!Before.consume_back("(") || !After.starts_with(")"))
    return "";
  Before = Before.rtrim();
  size_t Begin = Before.size();
  while (Begin && (isAlnum(Before[Begin - 1]) || Before[Begin - 1] == '_'))
    --Begin;
  return Before.substr(Begin).str();
}

static void addPlaces(StringRef Text, StringRef File, const StringSet<> &Names,
                      Places &Into) {
  forEachWord(Text, [&](unsigned Offset, StringRef Word) {
    if (!Names.contains(Word))
      return;
    StringRef Before = Text.take_front(Offset);
    Into[Word.str()].push_back({{File.str(), unsigned(Before.count('\n') + 1),
                                 unsigned(Offset - Before.rfind('\n'))},
                                Offset,
                                callAround(Text, Offset, Word)});
  });
}

static Expected<std::vector<std::string>> filesBelow(StringRef Root) {
  std::vector<std::string> Files;
  std::error_code Code;
  sys::fs::recursive_directory_iterator It(Root, Code,
                                           /*follow_symlinks=*/false);
  for (; !Code && It != sys::fs::recursive_directory_iterator();
       It.increment(Code)) {
    StringRef Path = It->path();
    StringRef Name = sys::path::filename(Path);
    if (It->type() == sys::fs::file_type::directory_file) {
      if (Name.starts_with("."))
        It.no_push();
    } else if (It->type() == sys::fs::file_type::regular_file &&
               is_contained({".c", ".h", ".S"}, sys::path::extension(Name))) {
      Files.push_back(Path.str());
    }
  }
  if (Code)
    return errorFrom(Root, "read", Code);
  llvm::sort(Files);
  return Files;
}

Expected<Places> pagesplit::findWords(StringRef Root,
                                      const std::set<std::string> &Names) {
  Places Found;
  if (Names.empty())
    return Found;
  StringSet<> Wanted;
  for (const std::string &Name : Names)
    Wanted.insert(Name);
  Expected<std::vector<std::string>> Files = filesBelow(Root);
  if (!Files)
    return Files.takeError();
  for (const std::string &Path : *Files) {
    auto Text = MemoryBuffer::getFile(Path);
    if (!Text)
      return errorFrom(Path, "read", Text.getError());
    if (mentions((*Text)->getBuffer(), Wanted))
      addPlaces((*Text)->getBuffer(),
                StringRef(Path).drop_front(Root.size()).ltrim('/'), Wanted,
                Found);
  }
  return Found;
}
