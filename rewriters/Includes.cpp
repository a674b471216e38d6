//===- Includes.cpp - where an #include belongs ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Includes.h"

#include "pagesplit/Edit/CodeWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Path.h"

#include <vector>

using namespace llvm;
using namespace pagesplit;

static constexpr StringLiteral AssemblyWord = "__ASSEMBLY__";

namespace {
/// Reads the directives before the first code of a file. What "#ifndef
/// __ASSEMBLY__" holds is under no condition, as all of it is C; outside of it
/// there is no place in such a file, for assembly includes it too.
class Head {
public:
  struct Include {
    StringRef Name; ///< with its quotes or brackets
    unsigned End;   ///< offset of the next line
  };
  explicit Head(StringRef Text);

  std::vector<Include> Includes; ///< under no condition
  /// Offset of the first line behind the guard and "#ifndef __ASSEMBLY__".
  std::optional<unsigned> Begin;

private:
  void takeDirective(StringRef Word, StringRef Rest, unsigned End);

  bool IsForAssembly; ///< here
  unsigned Directives = 0;
  unsigned Depth = 0; ///< of conditions
  unsigned Plain = 0; ///< depth that is no condition
  unsigned InC = 0;   ///< depth of "#ifndef __ASSEMBLY__"
  StringRef Guard;
};
} // namespace

std::string pagesplit::includeName(StringRef Header, StringRef File) {
  if (Header.consume_front("include/"))
    return ("<" + Header + ">").str();
  if (sys::path::parent_path(Header) == sys::path::parent_path(File))
    return ("\"" + sys::path::filename(Header) + "\"").str();
  return "";
}

static StringRef lineAt(StringRef Text, size_t Offset) {
  size_t Begin = Text.take_front(Offset).rfind('\n') + 1;
  return Text.slice(Begin, Text.find('\n', Begin));
}

static bool isDirective(StringRef Text, StringRef Line) {
  StringRef Before = Text.take_front(Line.begin() - Text.begin());
  return Line.ltrim().starts_with("#") || Before.ends_with("\\\n");
}

// The words of a directive are found as those of code are, so that comments
// and strings need no second scanner.
Head::Head(StringRef Text) : IsForAssembly(hasWord(Text, AssemblyWord)) {
  bool IsOver = false;
  forEachWord(Text, [&](unsigned Offset, StringRef Word) {
    StringRef Line = lineAt(Text, Offset);
    IsOver |= !isDirective(Text, Line);
    size_t Before = Offset - (Line.begin() - Text.begin());
    if (IsOver || Line.take_front(Before).trim() != "#")
      return;
    size_t End = Line.end() - Text.begin();
    takeDirective(Word, Line.drop_front(Before + Word.size()).trim(),
                  std::min(End + 1, Text.size()));
  });
}

void Head::takeDirective(StringRef Word, StringRef Rest, unsigned End) {
  ++Directives;
  StringRef Name = Rest.take_until([](char C) { return isSpace(C); });
  bool IsForC = Word == "ifndef" && Name == AssemblyWord;
  bool IsGuard = Word == "define" && Directives == 2 && Name == Guard;
  if (Word == "ifndef" && Directives == 1 && !IsForC)
    Guard = Name;
  if (Word.starts_with("if"))
    ++Depth;
  if (InC && Depth == InC && (Word == "endif" || Word == "else"))
    IsForAssembly = true;
  if (Word == "endif" && Depth)
    Plain = std::min(Plain, --Depth);
  IsForC &= Depth == Plain + 1;
  if (IsForC) {
    InC = Depth;
    IsForAssembly = false;
  }
  if (IsGuard || IsForC) {
    Plain = Depth;
    if (!Begin && !IsForAssembly)
      Begin = End;
  }
  if (Word == "include" && Depth == Plain && !IsForAssembly)
    Includes.push_back({Name, End});
}

bool pagesplit::includesAlways(StringRef Text, StringRef Name) {
  for (const Head::Include &Include : Head(Text).Includes)
    if (Include.Name == Name)
      return true;
  return false;
}

std::optional<unsigned> pagesplit::placeForInclude(StringRef Text,
                                                   StringRef Name) {
  Head Found(Text);
  StringRef Directory =
      Name.take_front(std::max<size_t>(Name.rfind('/') + 1, 1));
  for (StringRef Like : {Directory, Name.take_front(), StringRef()})
    for (const Head::Include &Include : reverse(Found.Includes))
      if (Include.Name.starts_with(Like))
        return Include.End;
  return Found.Begin;
}
