//===- Suppressions.cpp - NOLINT comments ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/Suppressions.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/GlobPattern.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// One comment and the lines that it covers.
struct Suppression {
  unsigned First = 0;
  unsigned Last = 0;
  unsigned Line = 0; ///< of the comment
  unsigned Column = 0;
  std::optional<std::string> Checks; ///< none: all of them
};

class CommentReader {
public:
  std::vector<Suppression> read(StringRef Text);

private:
  void readLine(StringRef Line, unsigned Number);

  std::vector<Suppression> Found;
  std::vector<Suppression> Open; ///< NOLINTBEGIN
};

} // namespace

static bool isWordByte(char C) { return isAlnum(C) || C == '_'; }

void CommentReader::readLine(StringRef Line, unsigned Number) {
  for (size_t At = Line.find("NOLINT"); At != StringRef::npos;
       At = Line.find("NOLINT", At + 1)) {
    if (At > 0 && isWordByte(Line[At - 1]))
      continue;
    StringRef Rest = Line.substr(At + strlen("NOLINT"));
    bool IsNext = Rest.consume_front("NEXTLINE");
    bool IsBegin = !IsNext && Rest.consume_front("BEGIN");
    bool IsEnd = !IsNext && !IsBegin && Rest.consume_front("END");
    if (!Rest.empty() && isWordByte(Rest.front()))
      continue;
    Suppression New;
    New.First = New.Last = Number + IsNext;
    New.Line = Number;
    New.Column = static_cast<unsigned>(At + 1);
    if (Rest.consume_front("("))
      New.Checks = Rest.substr(0, Rest.find(')')).str();
    if (IsBegin) {
      Open.push_back(New);
    } else if (IsEnd) {
      // clang-tidy wants the same list at both ends.
      for (size_t I = Open.size(); I-- > 0;)
        if (Open[I].Checks == New.Checks) {
          Open[I].Last = Number;
          Found.push_back(Open[I]);
          Open.erase(Open.begin() + I);
          break;
        }
    } else {
      Found.push_back(New);
    }
  }
}

std::vector<Suppression> CommentReader::read(StringRef Text) {
  if (!Text.contains("NOLINT"))
    return {};
  unsigned Number = 0;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    readLine(Line, ++Number);
    Text = Rest;
  }
  return std::move(Found);
}

// The last pattern that fits decides, as in clang-tidy's lists.
static bool names(StringRef List, StringRef Check) {
  bool IsNamed = false;
  SmallVector<StringRef, 4> Patterns;
  List.split(Patterns, ',');
  for (StringRef Pattern : Patterns) {
    Pattern = Pattern.trim();
    bool IsNegative = Pattern.consume_front("-");
    if (Expected<GlobPattern> Glob = GlobPattern::create(Pattern)) {
      if (Glob->match(Check))
        IsNamed = !IsNegative;
    } else {
      consumeError(Glob.takeError());
    }
  }
  return IsNamed;
}

void pagesplit::markSuppressed(std::vector<LintFinding> &Findings,
                               SourceTexts &Texts) {
  std::map<std::string, std::vector<Suppression>> ByFile;
  for (LintFinding &F : Findings) {
    auto [Found, IsNew] = ByFile.try_emplace(F.Where.File);
    if (IsNew)
      if (const SourceText *Text = Texts.find(F.Where.File))
        Found->second = CommentReader().read(Text->Text);
    for (const Suppression &S : Found->second) {
      if (F.Where.Line < S.First || F.Where.Line > S.Last ||
          (S.Checks && !names(*S.Checks, F.Check)))
        continue;
      F.IsSuppressed = true;
      F.Comment = {F.Where.File, S.Line, S.Column};
      break;
    }
  }
}
