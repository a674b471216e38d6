//===- PastedNames.cpp - names that macros make ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// PageDirty() and its like stand nowhere in the kernel: PAGEFLAG(Dirty, dirty,
// PF_HEAD) makes them. This is as much of a preprocessor as finding such names
// takes: macros of one file, with arguments, and ## between two words.
//
//===----------------------------------------------------------------------===//

#include "KernelText.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

// No kernel header nests them deeper than four.
static constexpr unsigned DeepestMacro = 8;

static bool isWordChar(char C) { return isAlnum(C) || C == '_'; }

namespace {
struct Macro {
  std::vector<std::string> Parameters;
  std::vector<std::string> Body; ///< tokens
};

class Paster {
public:
  explicit Paster(StringRef Text);
  StringSet<> Names;

private:
  void define(StringRef Directive);
  void use(ArrayRef<std::string> Tokens, unsigned Depth);
  void expand(const Macro &M, ArrayRef<std::vector<std::string>> Arguments,
              unsigned Depth);

  std::multimap<std::string, Macro> Macros;
};
} // namespace

// Words, "##", and single characters; no spaces.
static std::vector<std::string> tokens(StringRef Text) {
  std::vector<std::string> Result;
  while (!(Text = Text.ltrim()).empty()) {
    size_t Length = 1;
    if (isWordChar(Text.front()))
      Length = Text.take_while(isWordChar).size();
    else if (Text.starts_with("##"))
      Length = 2;
    Result.push_back(Text.take_front(Length).str());
    Text = Text.drop_front(Length);
  }
  return Result;
}

Paster::Paster(StringRef Text) {
  std::string Code;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    Text = Rest;
    if (!Line.ltrim().starts_with("#")) {
      Code += Line;
      Code += '\n';
      continue;
    }
    std::string Directive = Line.str();
    while (StringRef(Directive).rtrim().ends_with("\\")) {
      Directive = StringRef(Directive).rtrim().drop_back().str();
      std::tie(Line, Text) = Text.split('\n');
      Directive += ' ';
      Directive += Line;
    }
    define(Directive);
  }
  use(tokens(Code), 0);
}

void Paster::define(StringRef Directive) {
  Directive = Directive.ltrim().drop_front().ltrim();
  if (!Directive.consume_front("define"))
    return;
  Directive = Directive.ltrim();
  StringRef Name = Directive.take_while(isWordChar);
  Directive = Directive.drop_front(Name.size());
  if (!Directive.consume_front("("))
    return;
  auto [Parameters, Body] = Directive.split(')');
  Macro M;
  SmallVector<StringRef, 4> Words;
  Parameters.split(Words, ',');
  for (StringRef Word : Words)
    M.Parameters.push_back(Word.trim().str());
  M.Body = tokens(Body);
  Macros.insert({Name.str(), std::move(M)});
}

// The arguments of the call whose "(" is at \p I; \p I moves behind its ")".
static std::vector<std::vector<std::string>>
arguments(ArrayRef<std::string> Tokens, size_t &I) {
  std::vector<std::vector<std::string>> Result(1);
  unsigned Depth = 1;
  for (++I; I < Tokens.size() && Depth; ++I) {
    const std::string &Token = Tokens[I];
    if (Token == "(")
      ++Depth;
    if (Token == ")" && --Depth == 0)
      continue;
    if (Token == "," && Depth == 1)
      Result.emplace_back();
    else
      Result.back().push_back(Token);
  }
  return Result;
}

void Paster::use(ArrayRef<std::string> Tokens, unsigned Depth) {
  for (size_t I = 0; I + 1 < Tokens.size();) {
    auto [First, Last] = Macros.equal_range(Tokens[I]);
    if (First == Last || Tokens[I + 1] != "(") {
      ++I;
      continue;
    }
    ++I;
    auto Given = arguments(Tokens, I);
    for (auto M = First; M != Last; ++M)
      expand(M->second, Given, Depth);
  }
}

void Paster::expand(const Macro &M,
                    ArrayRef<std::vector<std::string>> Arguments,
                    unsigned Depth) {
  if (Depth == DeepestMacro || Arguments.size() != M.Parameters.size())
    return;
  std::vector<std::string> Result;
  bool Paste = false;
  for (const std::string &Token : M.Body) {
    if (Token == "##") {
      Paste = !Result.empty();
      continue;
    }
    std::vector<std::string> Replaced = {Token};
    auto Parameter = find(M.Parameters, Token);
    if (Parameter != M.Parameters.end())
      Replaced = Arguments[Parameter - M.Parameters.begin()];
    for (const std::string &Piece : Replaced) {
      if (Paste)
        Result.back() += Piece;
      else
        Result.push_back(Piece);
      if (Paste)
        Names.insert(Result.back());
      Paste = false;
    }
  }
  use(Result, Depth + 1);
}

StringSet<> pagesplit::pastedNames(StringRef Text) {
  return Paster(Text).Names;
}
