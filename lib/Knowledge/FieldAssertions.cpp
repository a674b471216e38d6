//===- FieldAssertions.cpp - what a tree asserts about struct page --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// FOLIO_MATCH(), SLAB_MATCH() and the others are found by what they are, not
// by name: a macro that compares two offsetof(), one of them in struct page.
// The same comparison written out, as niu.c does, counts too.
//
//===----------------------------------------------------------------------===//

#include "KernelText.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace llvm;
using namespace pagesplit;

namespace {
// One comparison, in a macro still with its parameters for the fields.
struct Comparison {
  std::string Page;
  std::string Type;
  std::string Field;
  unsigned PageNumber = 0;
};

struct MatchMacro {
  std::vector<std::string> Parameters;
  Comparison Compares;
};
} // namespace

// The number of the page that "offsetof() + N * sizeof(struct page)" is in.
static unsigned pageNumber(StringRef Text) {
  SmallVector<StringRef, 4> Found;
  static const Regex Later(
      "(([0-9]+)[[:space:]]*\\*[[:space:]]*)?sizeof\\(struct page\\)");
  if (!Later.match(Text, &Found))
    return 0;
  unsigned Number = 1;
  Found[2].getAsInteger(10, Number);
  return Number;
}

static std::optional<Comparison> comparison(StringRef Text) {
  static const Regex InPage(
      "offsetof\\(struct page,[[:space:]]*([A-Za-z0-9_]+)\\)");
  static const Regex InOther("offsetof\\((struct|union) ([A-Za-z0-9_]+),"
                             "[[:space:]]*([A-Za-z0-9_]+)\\)");
  SmallVector<StringRef, 4> Found;
  Comparison Result;
  if (!InPage.match(Text, &Found) ||
      !(Text.contains("==") || Text.contains("!=")))
    return std::nullopt;
  Result.Page = Found[1].str();
  while (InOther.match(Text, &Found)) {
    Text = Text.substr(Found[0].end() - Text.begin());
    if (Found[2] == "page")
      continue;
    Result.Type = (Found[1] + " " + Found[2]).str();
    Result.Field = Found[3].str();
    return Result;
  }
  return std::nullopt;
}

static std::vector<std::string> words(StringRef List) {
  std::vector<std::string> Result;
  SmallVector<StringRef, 4> Words;
  List.split(Words, ',');
  for (StringRef Word : Words)
    Result.push_back(Word.trim().str());
  return Result;
}

namespace {
class AssertionReader {
public:
  AssertionReader(StringRef Name) : Name(Name) {}
  void directive(StringRef Text);
  void statement(StringRef Text, unsigned Line);
  std::vector<FieldAssertion> Found;

private:
  void note(const Comparison &C, unsigned Line);
  StringRef Name;
  StringMap<MatchMacro> Macros;
};
} // namespace

void AssertionReader::note(const Comparison &C, unsigned Line) {
  std::string Page = C.Page;
  if (C.PageNumber)
    Page = "page[" + std::to_string(C.PageNumber) + "]." + Page;
  Found.push_back({Page, C.Type, C.Field, (Name + ":" + Twine(Line)).str()});
}

void AssertionReader::directive(StringRef Text) {
  SmallVector<StringRef, 4> Parts;
  static const Regex Undef("^#[[:space:]]*undef[[:space:]]+([A-Za-z0-9_]+)");
  static const Regex Define("^#[[:space:]]*define[[:space:]]+([A-Za-z0-9_]+)"
                            "\\(([^)]*)\\)");
  if (Undef.match(Text, &Parts)) {
    Macros.erase(Parts[1]);
    return;
  }
  if (!Define.match(Text, &Parts))
    return;
  Macros.erase(Parts[1]);
  if (std::optional<Comparison> C = comparison(Text)) {
    C->PageNumber = pageNumber(Text);
    Macros[Parts[1]] = {words(Parts[2]), *C};
  }
}

void AssertionReader::statement(StringRef Text, unsigned Line) {
  static const Regex Use("([A-Za-z0-9_]+)\\(([^()]*)\\)");
  if (std::optional<Comparison> C = comparison(Text)) {
    C->PageNumber = pageNumber(Text);
    size_t Before = Text.take_front(Text.find("offsetof(")).count('\n');
    note(*C, Line + Before);
    return;
  }
  SmallVector<StringRef, 4> Parts;
  for (StringRef Rest = Text; Use.match(Rest, &Parts);
       Rest = Rest.substr(Parts[0].end() - Rest.begin())) {
    auto Macro = Macros.find(Parts[1]);
    if (Macro == Macros.end())
      continue;
    std::vector<std::string> Arguments = words(Parts[2]);
    const std::vector<std::string> &Parameters = Macro->second.Parameters;
    if (Arguments.size() != Parameters.size())
      continue;
    Comparison C = Macro->second.Compares;
    for (size_t I = 0; I < Parameters.size(); ++I) {
      if (Macro->second.Compares.Page == Parameters[I])
        C.Page = Arguments[I];
      if (Macro->second.Compares.Field == Parameters[I])
        C.Field = Arguments[I];
    }
    StringRef Before = Text.take_front(Parts[0].begin() - Text.begin());
    note(C, Line + Before.count('\n'));
  }
}

std::vector<FieldAssertion> pagesplit::fieldAssertions(StringRef Text,
                                                       StringRef Name) {
  AssertionReader Reader(Name);
  std::string Statement;
  unsigned Line = 0, Start = 1;
  while (!Text.empty()) {
    auto [First, Rest] = Text.split('\n');
    Text = Rest;
    ++Line;
    if (First.ltrim().starts_with("#")) {
      std::string Directive = First.ltrim().str();
      while (StringRef(Directive).rtrim().ends_with("\\") && !Text.empty()) {
        Directive = StringRef(Directive).rtrim().drop_back().str();
        std::tie(First, Text) = Text.split('\n');
        Directive += ' ';
        Directive += First;
        ++Line;
      }
      Reader.directive(Directive);
      continue;
    }
    if (StringRef(Statement).trim().empty()) {
      Statement.clear();
      Start = Line;
    }
    Statement += First;
    Statement += '\n';
    if (First.contains(';')) {
      Reader.statement(Statement, Start);
      Statement.clear();
    }
  }
  return std::move(Reader.Found);
}
