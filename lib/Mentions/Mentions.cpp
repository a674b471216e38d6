//===- Mentions.cpp - the lines of a tree that mention a page -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Mentions/Mentions.h"

#include "TreeFiles.h"
#include "pagesplit/Support/CodeText.h"
#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <set>

using namespace llvm;
using namespace pagesplit;

static bool isWordChar(char C) { return isAlnum(C) || C == '_'; }

static std::string folded(StringRef Text) {
  SmallVector<StringRef, 8> Words;
  SplitString(Text, Words, " \t\r\n\f\v\\");
  return json::fixUTF8(join(Words, " "));
}

// What is asked of one symbol alone is named by the symbol.
static std::string plain(StringRef Expression) {
  std::string Text = folded(Expression);
  StringRef Rest = Text;
  bool Negated = Rest.consume_front("!");
  for (StringRef Call : {"defined", "IS_ENABLED", "IS_BUILTIN"}) {
    StringRef Name = Rest;
    if (!Name.consume_front(Call))
      continue;
    Name = Name.trim(" ()");
    if (!Name.empty() && all_of(Name, isWordChar))
      return (Negated ? "!" : "") + Name.str();
  }
  return Text;
}

static std::string negated(StringRef Text) {
  StringRef Rest = Text;
  if (Rest.consume_front("!") && all_of(Rest, isWordChar))
    return Rest.str();
  return all_of(Text, isWordChar) ? "!" + Text.str() : "!(" + Text.str() + ")";
}

namespace {

/// The conditions around the lines of one file, from the first line on.
class ConditionStack {
public:
  /// Take a directive: what follows the #.
  void directive(StringRef Text, unsigned Line);

  std::vector<Condition> current() const {
    std::vector<Condition> Result;
    for (const Level &L : Levels)
      if (!L.IsGuard)
        Result.push_back({L.Text, L.Line});
    return Result;
  }

private:
  struct Level {
    std::string Text;
    std::string Before; ///< the earlier branches, negated
    unsigned Line;
    bool IsGuard;
  };

  void open(std::string Text, unsigned Line, bool IsGuard = false) {
    Levels.push_back({std::move(Text), "", Line, IsGuard});
  }
  void next(StringRef Text, unsigned Line);

  std::vector<Level> Levels;
  std::string Guard; ///< what the file's first directive, an #ifndef, asks for
  unsigned Seen = 0; ///< directives
};

} // namespace

void ConditionStack::next(StringRef Text, unsigned Line) {
  if (Levels.empty())
    return;
  Level &L = Levels.back();
  L.Before += (L.Before.empty() ? "" : " && ") + negated(L.Text);
  L.Text = L.Before + (Text.empty() ? "" : " && " + Text.str());
  L.Line = Line;
  L.IsGuard = false;
}

void ConditionStack::directive(StringRef Text, unsigned Line) {
  Text = Text.ltrim();
  StringRef Word = Text.take_while(isAlpha);
  StringRef Rest = Text.drop_front(Word.size()).trim();
  StringRef Name = Rest.take_while(isWordChar);
  ++Seen;
  if (Word == "ifdef") {
    open(Name.str(), Line);
  } else if (Word == "ifndef") {
    open("!" + Name.str(), Line);
    if (Seen == 1)
      Guard = Name.str();
  } else if (Word == "if") {
    open(plain(Rest), Line);
  } else if (Word == "elif") {
    next(plain(Rest), Line);
  } else if (Word == "elifdef" || Word == "elifndef") {
    next((Word == "elifndef" ? "!" : "") + Name.str(), Line);
  } else if (Word == "else") {
    next("", Line);
  } else if (Word == "endif") {
    if (!Levels.empty())
      Levels.pop_back();
  } else if (Word == "define" && Seen == 2 && Name == Guard &&
             Levels.size() == 1) {
    Levels.front().IsGuard = true;
  }
}

std::vector<Mention> pagesplit::mentionsIn(StringRef Text) {
  std::string Code = withoutComments(Text);
  std::set<size_t> Places;
  forEachPageType(Code, [&](size_t At) { Places.insert(At); });
  std::vector<Mention> Mentions;
  if (Places.empty())
    return Mentions;
  ConditionStack Conditions;
  StringRef Rest = Code;
  for (unsigned Line = 1; !Rest.empty();) {
    size_t Begin = Rest.data() - Code.data();
    size_t Length = 0;
    unsigned Next = Line;
    StringRef Trimmed = Rest.ltrim(" \t");
    bool IsDirective = Trimmed.starts_with("#");
    do {
      size_t End = Rest.find('\n', Length);
      Length = End == StringRef::npos ? Rest.size() : End + 1;
      ++Next;
    } while (IsDirective && Length < Rest.size() &&
             Rest.take_front(Length).rtrim("\r\n").ends_with("\\"));
    if (IsDirective)
      Conditions.directive(Rest.take_front(Length).ltrim(" \t").drop_front(),
                           Line);
    for (auto It = Places.lower_bound(Begin);
         It != Places.end() && *It < Begin + Length; ++It) {
      unsigned At = Line + StringRef(Code).slice(Begin, *It).count('\n');
      if (Mentions.empty() || Mentions.back().Line != At)
        Mentions.push_back({At, Conditions.current()});
    }
    Rest = Rest.drop_front(Length);
    Line = Next;
  }
  return Mentions;
}

Expected<std::vector<MentioningFile>>
pagesplit::findMentions(StringRef Root, ArrayRef<std::string> Paths) {
  std::vector<std::string> Everything = {""};
  std::set<std::string> Names;
  for (const std::string &Path : Paths.empty() ? ArrayRef(Everything) : Paths) {
    auto Found = filesIn(Root, Path, [](StringRef Name) {
      return Name.ends_with(".c") || Name.ends_with(".h");
    });
    if (!Found)
      return Found.takeError();
    Names.insert(Found->begin(), Found->end());
  }
  std::vector<MentioningFile> Files;
  for (const std::string &Name : Names) {
    SmallString<256> Path(Root);
    sys::path::append(Path, Name);
    auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                        /*RequiresNullTerminator=*/false);
    if (!Buffer)
      return errorFrom(Path, "read", Buffer.getError());
    StringRef Text = (*Buffer)->getBuffer();
    if (!mentionsPageType(Text))
      continue;
    std::vector<Mention> Mentions = mentionsIn(Text);
    if (!Mentions.empty())
      Files.push_back({Name, contentHash(Text), std::move(Mentions)});
  }
  return std::move(Files);
}

std::vector<std::string> pagesplit::configSymbolsIn(StringRef Text) {
  constexpr StringLiteral Prefix = "CONFIG_";
  std::vector<std::string> Symbols;
  for (size_t At = 0; (At = Text.find(Prefix, At)) != StringRef::npos;) {
    StringRef Name = Text.drop_front(At).take_while(isWordChar);
    if ((!At || !isWordChar(Text[At - 1])) && !is_contained(Symbols, Name))
      Symbols.push_back(Name.str());
    At += Name.size();
  }
  return Symbols;
}
