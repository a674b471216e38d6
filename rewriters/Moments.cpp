//===- Moments.cpp - from where on one lookup is enough -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Moments.h"

#include "UseRewriter.h"

using namespace llvm;
using namespace pagesplit;

static std::set<unsigned> common(const std::set<unsigned> &Known,
                                 const std::vector<unsigned> &Seen,
                                 bool IsNew) {
  std::set<unsigned> Both;
  for (unsigned At : Seen)
    if (IsNew || Known.count(At))
      Both.insert(At);
  return Both;
}

Moments::Moments(const RewriteInput &Input) : Input(Input) {
  for (const BlockStatement &S : Input.Uses.Statements) {
    auto &Block = Blocks[BlockPlace(S.File, S.BlockBegin, S.BlockEnd)];
    auto [Found, IsNew] = Block.try_emplace(S.Begin);
    Statement &Into = Found->second;
    Into.Always = common(Into.Always, S.Always, IsNew);
    Into.Required = common(Into.Required, S.Required, IsNew);
    Into.IsDeclaration = (IsNew || Into.IsDeclaration) && S.IsDeclaration;
    Into.JumpsTo.insert(S.JumpsTo.begin(), S.JumpsTo.end());
    Into.JumpsInto.insert(S.JumpsInto.begin(), S.JumpsInto.end());
  }
  for (auto &[Place, Block] : Blocks) {
    unsigned Next = std::get<2>(Place);
    for (auto It = Block.rbegin(); It != Block.rend(); ++It) {
      It->second.Begin = It->first;
      It->second.End = Next;
      Next = It->first;
    }
  }
  addSplits();
}

bool Moments::isSplit(const PageUse &Use) const {
  return (Use.Kind == UseKind::Argument ||
          Use.Kind == UseKind::MacroArgument) &&
         (Input.Known.splits(Use.Callee) ||
          Splitters.count({Use.CalleeScope, Use.Callee, Use.Position}));
}

void Moments::addSplits() {
  using Seat = std::tuple<std::string, std::string, int>;
  std::map<std::pair<std::string, unsigned>, Seat> Parameters;
  for (const PageDeclaration &D : Input.Uses.Declarations)
    if (D.Kind == DeclarationKind::Parameter && D.Body && D.NameWord)
      Parameters[{D.NameWord.File, D.NameWord.Begin}] = {D.Scope, D.Owner,
                                                         D.Position};
  for (size_t Before = ~size_t(0); Before != Splitters.size();) {
    Before = Splitters.size();
    for (const PageUse &Use : Input.Uses.Uses) {
      auto Found = Parameters.find({Use.Declared.File, Use.Declared.Begin});
      if (Found != Parameters.end() && isSplit(Use))
        Splitters.insert(Found->second);
    }
  }
}

static bool hasWithin(const std::set<unsigned> &Places, unsigned Begin,
                      unsigned End) {
  auto Found = Places.lower_bound(Begin);
  return Found != Places.end() && *Found < End;
}

/// One variable in one function.
class Moments::Search {
public:
  Search(const Moments &In, StringRef Text, const TextSpan &Body,
         const PageNames &Names)
      : In(In), Text(Text), File(Body.File), Names(Names) {}

  void block(const BlockPlace &Place);
  std::vector<Moment> take() { return std::move(Found); }

private:
  using Step = std::map<unsigned, Statement>::const_iterator;

  void blocksWithin(unsigned Begin, unsigned End);
  bool mayBegin(const BlockPlace &Place, const Statement &S) const;
  bool isPageAt(const Statement &S, const Statement *Before,
                unsigned End) const;
  unsigned endOf(const BlockPlace &Place, Step First, Step Last) const;

  const Moments &In;
  StringRef Text;
  std::string File;
  const PageNames &Names;
  std::vector<Moment> Found;
};

void Moments::Search::blocksWithin(unsigned Begin, unsigned End) {
  if (!hasWithin(Names.Wanting, Begin, End))
    return;
  auto It = In.Blocks.lower_bound({File, Begin, 0});
  while (It != In.Blocks.end() && std::get<0>(It->first) == File &&
         std::get<1>(It->first) < End) {
    block(It->first);
    It = In.Blocks.lower_bound({File, std::get<2>(It->first), 0});
  }
}

// The statement has a line of its own, which is compiled wherever the block is.
bool Moments::Search::mayBegin(const BlockPlace &Place,
                               const Statement &S) const {
  if (!S.JumpsInto.empty() || hasWithin(Names.Changes, S.Begin, S.End))
    return false;
  StringRef Before = Text.slice(std::get<1>(Place), S.Begin);
  if (S.IsDeclaration || !Before.rtrim(" \t").ends_with("\n"))
    return false;
  int Depth = 0;
  SmallVector<StringRef, 0> Lines;
  Before.split(Lines, '\n');
  for (StringRef Line : Lines) {
    Line = Line.ltrim();
    if (!Line.consume_front("#"))
      continue;
    Line = Line.ltrim();
    Depth += Line.starts_with("if");
    Depth -= Line.starts_with("endif");
  }
  return Depth == 0;
}

// What comes behind "if (!page) return;", when nobody asks again before End.
bool Moments::Search::isPageAt(const Statement &S, const Statement *Before,
                               unsigned End) const {
  if (any_of(S.Always, [&](unsigned At) { return Names.Wanting.count(At); }))
    return true;
  return Before && S.JumpsTo.empty() && !hasWithin(Names.Tests, S.Begin, End) &&
         any_of(Before->Required,
                [&](unsigned At) { return Names.All.count(At); });
}

// Up to the first statement that changes the page, or that a jump leads to
// which does not come from between First and there.
unsigned Moments::Search::endOf(const BlockPlace &Place, Step First,
                                Step Last) const {
  unsigned End = std::get<2>(Place);
  for (Step It = std::next(First); It != Last; ++It)
    if (hasWithin(Names.Changes, It->second.Begin, It->second.End)) {
      End = It->second.Begin;
      break;
    }
  auto IsOutside = [&](unsigned From) {
    return From < First->second.Begin || From >= End;
  };
  for (bool IsStable = false; !IsStable;) {
    IsStable = true;
    for (Step It = std::next(First); It != Last && It->second.Begin < End; ++It)
      if (any_of(It->second.JumpsTo, IsOutside) ||
          any_of(It->second.JumpsInto, IsOutside)) {
        End = It->second.Begin;
        IsStable = false;
      }
  }
  return End;
}

void Moments::Search::block(const BlockPlace &Place) {
  const auto &Steps = In.Blocks.at(Place);
  bool OnlyDeclarations = true;
  const Statement *Before = nullptr;
  for (Step It = Steps.begin(); It != Steps.end();) {
    const Statement &S = It->second;
    unsigned End = mayBegin(Place, S) ? endOf(Place, It, Steps.end()) : S.Begin;
    auto First = Names.Wanting.lower_bound(S.Begin);
    auto Last = Names.Wanting.lower_bound(End);
    if (End > S.Begin && std::distance(First, Last) >= 2 &&
        isPageAt(S, Before, End)) {
      Moment M;
      M.Block = {File, std::get<1>(Place), std::get<2>(Place)};
      M.At = S.Begin;
      M.EndsDeclarations = OnlyDeclarations && S.JumpsTo.empty();
      M.Uses = std::set<unsigned>(First, Last);
      Found.push_back(std::move(M));
      It = Steps.lower_bound(End);
    } else {
      blocksWithin(S.Begin, S.End);
      ++It;
    }
    OnlyDeclarations = OnlyDeclarations && S.IsDeclaration;
    Before = &S;
  }
}

std::vector<Moment> Moments::of(const TextSpan &Body,
                                const PageNames &Names) const {
  auto Text = Input.Texts.find(Body.File);
  auto Block = Blocks.find({Body.File, Body.Begin + 1, Body.End - 1});
  if (Text == Input.Texts.end() || !Text->second || Block == Blocks.end())
    return {};
  Search Each(*this, *Text->second, Body, Names);
  Each.block(Block->first);
  return Each.take();
}
