//===- HeldWords.cpp - what a word of a page holds says whose it is -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HeldWords.h"

#include "Conclusions.h"
#include "llvm/ADT/STLExtras.h"

#include <cmath>

using namespace llvm;
using namespace pagesplit;

// docs/inference.md has the table.
static constexpr unsigned HeldCost = 150;
static constexpr unsigned TypeCost = 10; // the descriptor's own type

static bool isKind(StringRef Descriptor) {
  return Descriptor != "page" && Descriptor != "unknown" &&
         Descriptor != "mixed";
}

static bool isWord(const PlaceNode &Node) {
  return Node.What.Kind == PlaceKind::Field;
}

HeldWords::HeldWords(FlowGraph &Graph, const FactSet &Facts,
                     const EvidenceIndex &Known)
    : Graph(Graph), Known(Known), FirstSeeds(Graph.seeds().size()) {
  for (const auto &[Member, In] : Facts.layoutMembers()) {
    auto [At, IsNew] = Offsets.try_emplace(Member.Path, Member.Offset);
    At->second = std::min(At->second, Member.Offset);
  }
  findPuts();
}

// Names of one word of struct page are one word; a name that the layout does
// not have stands for itself.
std::string HeldWords::wordOf(StringRef Type, StringRef Field) const {
  if (!Type.empty())
    Field = Known.pageField(Type, Field);
  auto Offset = Offsets.find(Field);
  return Offset == Offsets.end() ? Field.str() : std::to_string(Offset->second);
}

// A struct that was only declared where it is used may be any of its name.
static bool mayBeSame(const Place &A, const Place &B) {
  return A.Owner == B.Owner &&
         (A.Scope == B.Scope || A.Scope.empty() || B.Scope.empty());
}

void HeldWords::findPuts() {
  std::map<std::pair<std::string, StringRef>, std::vector<const WordPut *>> All;
  for (const WordPut &Put : Graph.puts()) {
    const Flow &F = *Put.Seen;
    StringRef Type;
    if (F.From.Kind == PlaceKind::Type && !StringRef(F.From.Name).contains('.'))
      Type = F.From.Name;
    All[{wordOf(Type, F.To.Name), F.To.Owner}].push_back(&Put);
  }
  for (PlaceId Id = 0; Id < Graph.nodes().size(); ++Id) {
    const Place &What = Graph.nodes()[Id].What;
    // Pointers to other descriptors are links between pages.
    if (!isWord(Graph.nodes()[Id]) || !Known.describedBy(What.Owner).empty())
      continue;
    Word W;
    W.At = Id;
    for (const WordPut *Put : All[{wordOf("", What.Name), What.Owner}])
      if (mayBeSame(Put->Seen->To, What))
        W.Puts.push_back(Put);
    if (!W.Puts.empty())
      Words.push_back(std::move(W));
  }
}

HeldWords::Page HeldWords::pageOf(const Inference &Done, const Flow &Seen,
                                  std::optional<PlaceId> At) const {
  Page P;
  P.At = At;
  if (!At) {
    P.Is = Known.describedBy(StringRef(Seen.From.Name).split('.').first);
    P.Cost = TypeCost;
    if (P.Is.empty())
      P.Is = "unknown";
    return P;
  }
  const Conclusion C = conclude(Done, *At);
  P.Is = C.For && isKind(C.V.Word) ? C.For->Descriptor
         : C.V.Word == "page"      ? "page"
         : C.V.Word == "unknown"   ? "unknown"
                                   : "mixed";
  const StringRef Proved = Graph.proven(Seen.Guards);
  if (!Proved.empty() && Proved != P.Is) {
    P.Is = isKind(P.Is) ? "mixed" : Proved;
    P.Cost = GuardCost;
  } else if (isKind(P.Is)) {
    P.Cost = C.For->Cost;
    P.How = C.For->How;
    P.On = C.ForSide;
  }
  return P;
}

// Where such a pointer is taken from another page, the word is not of one kind.
bool HeldWords::isTakenElsewhere(const Inference &Done, const Word &W,
                                 StringRef Descriptor) const {
  for (unsigned Edge : Graph.nodes()[W.At].In) {
    const FlowEdge &E = Graph.edges()[Edge];
    const Page P = pageOf(Done, *E.Seen, E.From);
    if (isKind(P.Is) && P.Is != Descriptor)
      return true;
  }
  return false;
}

// Several descriptions of one value count once, by the best of them.
std::optional<Seed> HeldWords::follows(const Inference &Done,
                                       const Word &W) const {
  std::map<StringRef, bool> IsKnownAt;
  std::optional<Seed> Best;
  for (const WordPut *Put : W.Puts) {
    const Page P = pageOf(Done, *Put->Seen, Put->Page);
    bool &IsKnown = IsKnownAt[Put->Seen->Where];
    if (P.Is == "unknown")
      continue;
    if (!isKind(P.Is) || (Best && Best->Descriptor != P.Is))
      return std::nullopt;
    IsKnown = true;
    if (Best && Best->Cost <= P.Cost)
      continue;
    Best.emplace();
    Best->At = W.At;
    Best->Descriptor = P.Is;
    Best->How = std::min(P.How, Strength::Strong);
    Best->Seen = Put->Seen;
    Best->Cost = P.Cost;
    Best->Witness = P.At;
    Best->WitnessSide = P.On;
  }
  if (!Best || !Graph.travels(Best->Descriptor) ||
      isTakenElsewhere(Done, W, Best->Descriptor))
    return std::nullopt;
  const auto Sure =
      llvm::count_if(IsKnownAt, [](auto &At) { return At.second; });
  const double Share = shareOf(Sure, IsKnownAt.size() - Sure);
  Best->Cost += HeldCost + unsigned(std::lround(-1000 * std::log(Share)));
  return Best;
}

bool HeldWords::learn(const Inference &Done) {
  std::vector<Seed> New;
  bool IsContradicted = false;
  for (Word &W : Words) {
    if (W.IsRefuted)
      continue;
    std::optional<Seed> S = follows(Done, W);
    if (W.Told.empty()) {
      if (S) {
        W.Told = S->Descriptor;
        New.push_back(std::move(*S));
      }
    } else if (!S || S->Descriptor != W.Told) {
      W.IsRefuted = IsContradicted = true;
    }
  }
  if (IsContradicted) {
    Graph.keepSeeds(FirstSeeds);
    for (Word &W : Words)
      W.Told = "";
    return true;
  }
  for (Seed &S : New)
    Graph.add(std::move(S));
  return !New.empty();
}

Inference pagesplit::inferWithWords(FlowGraph &Graph, const FactSet &Facts,
                                    const EvidenceIndex &Known) {
  HeldWords Words(Graph, Facts, Known);
  while (true) {
    Inference Done(Graph);
    if (!Words.learn(Done))
      return Done;
  }
}
