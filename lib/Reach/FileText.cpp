//===- FileText.cpp - the words of one source file ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Reach/FileText.h"

#include "pagesplit/Support/CodeText.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Basic/IdentifierTable.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

WordTable::WordTable() {
  LangOptions Options;
  Options.C99 = Options.C11 = Options.GNUMode = Options.GNUKeywords = true;
  IdentifierTable Known(Options);
  std::vector<StringRef> Keywords;
  for (const auto &Entry : Known)
    if (Entry.second->getTokenID() != tok::identifier)
      Keywords.push_back(Entry.first());
  llvm::sort(Keywords);
  for (StringRef Keyword : Keywords)
    number(Keyword);
  KeywordCount = Texts.size();
}

Word WordTable::number(StringRef Text) {
  auto [Place, IsNew] = Numbers.try_emplace(Text, Texts.size());
  if (IsNew)
    Texts.push_back(Place->first());
  return Place->second;
}

NameHash pagesplit::hashName(StringRef Name) { return xxh3_64bits(Name); }

unsigned WordText::places(Word W) const {
  auto Found = llvm::lower_bound(
      Words, W, [](const PlacedWord &P, Word Name) { return P.Name < Name; });
  return Found != Words.end() && Found->Name == W ? Found->Places : 0;
}

template <typename T> static std::vector<T> sorted(std::vector<T> List) {
  llvm::sort(List);
  List.erase(llvm::unique(List), List.end());
  List.shrink_to_fit();
  return List;
}

namespace {

/// Collects the words of a stretch of tokens, as they come.
class WordCollector {
public:
  void add(Word W, unsigned Places) { Words[W] |= Places; }
  void add(LoneArgument A) { Arguments.push_back(A); }

  WordText take() {
    WordText Text;
    Text.Words.reserve(Words.size());
    for (auto [Name, Places] : Words)
      Text.Words.push_back({Name, Places});
    llvm::sort(Text.Words, [](const PlacedWord &A, const PlacedWord &B) {
      return A.Name < B.Name;
    });
    Text.Arguments = sorted(std::move(Arguments));
    return Text;
  }

private:
  DenseMap<Word, unsigned> Words;
  std::vector<LoneArgument> Arguments;
};

/// Takes tokens one by one and notes how the words among them stand.
class PlaceNoter {
public:
  PlaceNoter(WordCollector &Into, bool IsMacro)
      : Into(Into), IsMacro(IsMacro) {}

  /// \p W is the token's word when it is one.
  void see(const Token &T, std::optional<Word> W) {
    followBraces(T);
    if (T.is(tok::l_paren))
      Callees.push_back(Before);
    noteArgument(T);
    if (T.is(tok::r_paren) && !Callees.empty())
      Callees.pop_back();
    if (W) {
      Into.add(*W, place() | (isAtFileLevel() ? unsigned(FilePlace) : 0));
      Alone = follows(tok::comma) || follows(tok::l_paren) ? W : std::nullopt;
    } else {
      Alone = std::nullopt;
    }
    Before = W;
    BeforeKind = T.getKind();
  }

  /// The place of a word that comes next.
  unsigned place() const {
    if (follows(tok::period) || follows(tok::arrow))
      return MemberPlace;
    return TagIsNext ? TagPlace : PlainPlace;
  }
  void setTagIsNext(bool Is) { TagIsNext = Is; }
  bool follows(tok::TokenKind Kind) const { return BeforeKind == Kind; }

private:
  // Branches of an #if may open a brace each. Where a function ends is seen by
  // its brace in the first column.
  void followBraces(const Token &T) {
    if (T.is(tok::l_brace))
      ++Braces;
    else if (T.is(tok::r_brace))
      Braces = T.isAtStartOfLine() && !T.hasLeadingSpace() ? 0 : Braces - 1;
    Braces = std::max(Braces, 0);
  }
  bool isAtFileLevel() const {
    return !IsMacro && Braces == 0 && Callees.empty();
  }
  void noteArgument(const Token &T) {
    if (Alone && T.isOneOf(tok::comma, tok::r_paren) && !Callees.empty() &&
        Callees.back())
      Into.add(LoneArgument{*Callees.back(), *Alone});
  }

  WordCollector &Into;
  const bool IsMacro;
  std::vector<std::optional<Word>> Callees; ///< of the open parentheses
  std::optional<Word> Before, Alone;
  tok::TokenKind BeforeKind = tok::unknown;
  bool TagIsNext = false;
  int Braces = 0;
};

/// Follows one typedef from its keyword to its semicolon.
class TypedefReader {
public:
  /// False behind the semicolon that ends it.
  bool see(const Token &T, std::optional<Word> W, unsigned Place) {
    if (Braces == 0)
      noteName(T);
    if (W && Braces == 0)
      Words.add(*W, Place);
    count(T);
    IsPointer = BeforeKind == tok::star;
    Before = W;
    BeforeKind = T.getKind();
    return T.isNot(tok::semi) || Braces > 0;
  }
  StandIn take() {
    Out.Text = Words.take();
    return std::move(Out);
  }

private:
  // `name;`, `name[2];`, `name(int);` or `(*name)(int);`
  void noteName(const Token &T) {
    if (BeforeKind == tok::l_paren && T.isNot(tok::star) && Called)
      Out.Names.push_back(*Called);
    Called = Parens == 0 && T.is(tok::l_paren) ? Before : std::nullopt;
    const bool IsPlain =
        Parens == 0 && T.isOneOf(tok::semi, tok::comma, tok::l_square);
    const bool IsCallback =
        Parens == 1 && T.is(tok::r_paren) && IsPointer && Out.Names.empty();
    if (Before && (IsPlain || IsCallback))
      Out.Names.push_back(*Before);
  }
  void count(const Token &T) {
    Braces += T.is(tok::l_brace) - T.is(tok::r_brace);
    Parens += T.is(tok::l_paren) - T.is(tok::r_paren);
  }

  StandIn Out;
  WordCollector Words;
  std::optional<Word> Before;
  std::optional<Word> Called; ///< stands before the last token, a `(`
  tok::TokenKind BeforeKind = tok::unknown;
  bool IsPointer = false; ///< the word before stands behind a star
  int Braces = 0, Parens = 0;
};

/// Goes through the tokens of a text once.
class TextReader {
public:
  TextReader(StringRef Text, WordTable &Table)
      : Table(Table), End(Text.end()),
        Source(SourceLocation(), Options, Text.begin(), Text.begin(),
               Text.end()) {
    for (const char *Tag : {"struct", "union", "enum"})
      Tags.insert(Table.number(Tag));
    Typedef = Table.number("typedef");
    next();
  }

  FileText read() {
    WordCollector Words;
    PlaceNoter Noter(Words, /*IsMacro=*/false);
    while (Now.isNot(tok::eof)) {
      if (Now.is(tok::hash) && Now.isAtStartOfLine())
        readDirective();
      else
        readToken(Noter);
    }
    Out.Own = Words.take();
    Out.Defined = sorted(std::move(Out.Defined));
    Out.Tested = sorted(std::move(Out.Tested));
    return std::move(Out);
  }

private:
  void next() { Source.LexFromRawLexer(Now); }

  /// The token as it is meant, which may be spelled over two lines.
  std::string identifier() const {
    std::string Clean;
    for (char C : Now.getRawIdentifier())
      if (isAsciiIdentifierContinue(C))
        Clean += C;
    return Clean;
  }

  std::optional<Word> word() {
    if (Now.isNot(tok::raw_identifier))
      return std::nullopt;
    return Now.needsCleaning() ? Table.number(identifier())
                               : Table.number(Now.getRawIdentifier());
  }

  void see(PlaceNoter &Noter, std::optional<Word> W) {
    Noter.see(Now, W);
    Noter.setTagIsNext(W && Tags.count(*W));
  }

  void followTypedef(std::optional<Word> W, unsigned Place) {
    if (!InTypedef && W == Typedef)
      InTypedef.emplace();
    if (!InTypedef || InTypedef->see(Now, W, Place))
      return;
    Out.StandIns.push_back(InTypedef->take());
    InTypedef.reset();
  }

  void readToken(PlaceNoter &Noter) {
    std::optional<Word> W = word();
    followTypedef(W, Noter.place());
    see(Noter, W);
    next();
  }

  bool inDirective() const {
    return Now.isNot(tok::eof) && !Now.isAtStartOfLine();
  }

  void readDirective() {
    next();
    if (inDirective() && Now.is(tok::raw_identifier)) {
      StringRef Name = Now.getRawIdentifier();
      next();
      if (Name == "define" && inDirective())
        readMacro();
      else if (Name == "include" || Name == "include_next")
        readInclude(Name == "include_next");
      else if (Name.starts_with("if") || Name.starts_with("elif"))
        readCondition();
    }
    while (inDirective())
      next();
  }

  void readInclude(bool IsNext) {
    IncludeText Include;
    Include.IsNext = IsNext;
    const char *Begin = Source.getBufferLocation() - Now.getLength();
    StringRef Rest(Begin, End - Begin);
    Include.IsQuoted = Rest.starts_with("\"");
    if (inDirective() && (Include.IsQuoted || Rest.starts_with("<")))
      Include.Name = Table.number(Rest.drop_front().take_until([&](char C) {
        return C == (Include.IsQuoted ? '"' : '>') || C == '\n';
      }));
    Out.Includes.push_back(Include);
  }

  void readCondition() {
    for (; inDirective(); next())
      if (Now.is(tok::raw_identifier))
        Out.Tested.push_back(hashName(identifier()));
  }

  SmallDenseSet<Word, 8> readParameters() {
    SmallDenseSet<Word, 8> Parameters;
    // A parenthesis right behind the name begins them.
    if (Now.isNot(tok::l_paren) || Now.hasLeadingSpace())
      return Parameters;
    for (; inDirective() && Now.isNot(tok::r_paren); next())
      if (std::optional<Word> W = word())
        Parameters.insert(*W);
    if (inDirective())
      next();
    return Parameters;
  }

  void readMacro() {
    if (Now.isNot(tok::raw_identifier))
      return;
    const std::string Name = identifier();
    Out.Defined.push_back(hashName(Name));
    next();
    const SmallDenseSet<Word, 8> Parameters = readParameters();
    StandIn Macro;
    WordCollector Body;
    PlaceNoter Noter(Body, /*IsMacro=*/true);
    for (; inDirective(); next()) {
      std::optional<Word> W = word();
      Macro.MakesNames |=
          Now.is(tok::hashhash) ||
          (W && Parameters.count(*W) && Noter.place() != PlainPlace);
      see(Noter, W);
    }
    Macro.Text = Body.take();
    llvm::erase_if(Macro.Text.Words, [&](const PlacedWord &W) {
      return Parameters.count(W.Name) != 0;
    });
    if (!Macro.MakesNames && Macro.Text.Words.empty())
      return;
    Macro.Names = {Table.number(Name)};
    Out.StandIns.push_back(std::move(Macro));
  }

  WordTable &Table;
  const char *End;
  LangOptions Options;
  Lexer Source;
  Token Now;
  DenseSet<Word> Tags;
  Word Typedef = 0;
  std::optional<TypedefReader> InTypedef;
  FileText Out;
};
} // namespace

FileText pagesplit::readFileText(StringRef Text, WordTable &Table) {
  FileText Read = TextReader(Text, Table).read();
  Read.MentionsPage = mentionsPageType(Text);
  return Read;
}
