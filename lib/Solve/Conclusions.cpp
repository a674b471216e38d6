//===- Conclusions.cpp - beliefs become verdicts --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conclusions.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace llvm;
using namespace pagesplit;

static bool isKind(StringRef Descriptor) {
  return Descriptor != "page" && Descriptor != "unknown";
}

namespace {

/// Weighs one place.
class Weighing {
public:
  Weighing(const Inference &Known, PlaceId Id)
      : Known(Known), Id(Id), Node(Known.graph().nodes()[Id]) {
    Result.At = Id;
    Demands = convincing(Side::Demand);
    Supplies = convincing(Side::Supply);
    dropOutdone();
    dropEchoes();
  }

  Conclusion run();

private:
  SmallVector<const Belief *, 2> convincing(Side Which) const;
  void dropOutdone();
  void dropEchoes();
  bool isEcho(const Belief &Use) const;
  bool leadsBack(const Belief &Supply) const;
  const Flow *restsOn(const Belief &B) const;
  bool isSameEvidence(const Belief &A, const Belief &B) const;
  void say(StringRef Word, double Confidence, Reason Why);
  void sayNamed();
  void sayUsed();
  void saySupplied();
  void sayUnknown();
  void mixed(const Belief *A, Side OfA, const Belief *B, Side OfB, Reason Why);

  const Inference &Known;
  const PlaceId Id;
  const PlaceNode &Node;
  SmallVector<const Belief *, 2> Demands;
  SmallVector<const Belief *, 2> Supplies;
  Conclusion Result;
};

} // namespace

SmallVector<const Belief *, 2> Weighing::convincing(Side Which) const {
  SmallVector<const Belief *, 2> Found;
  for (const Belief &B : Known.beliefs(Id, Which))
    if (isKind(B.Descriptor) && B.Cost <= ConvincingCost)
      Found.push_back(&B);
  return Found;
}

// Strong evidence has exceptions: it does not contradict what the kernel would
// be wrong without. zsmalloc locks its pages as if they were folios.
void Weighing::dropOutdone() {
  const Belief *Best = nullptr;
  for (const auto *All : {&Demands, &Supplies})
    for (const Belief *B : *All)
      if (!Best || B->How > Best->How)
        Best = B;
  auto IsOutdone = [&](const Belief *B) {
    return B->How < Best->How && B->Descriptor != Best->Descriptor;
  };
  for (auto *All : {&Demands, &Supplies})
    for (const Belief *B : *All)
      if (IsOutdone(B)) {
        Result.Against = B;
        Result.AgainstSide = All == &Demands ? Side::Demand : Side::Supply;
      }
  llvm::erase_if(Demands, IsOutdone);
  llvm::erase_if(Supplies, IsOutdone);
}

// Whether the use is learned from a word into which this very page is put.
bool Weighing::isEcho(const Belief &Use) const {
  SmallPtrSet<const Belief *, 8> Seen;
  PlaceId At = Id;
  bool IsLearned = false;
  for (const Belief *B = &Use; B && !B->ByGuard && Seen.insert(B).second;) {
    Side On = B->From;
    if (B->Edge) {
      At = otherEnd(Known.graph().edges()[*B->Edge], At);
    } else {
      const Seed &S = Known.graph().seeds()[*B->Seed];
      if (!S.Witness || !S.WitnessSide)
        return false;
      At = *S.Witness;
      On = *S.WitnessSide;
      IsLearned = true;
    }
    if (IsLearned && At == Id)
      return true;
    B = Known.find(At, On, Use.Descriptor);
  }
  return false;
}

// That is known by what comes here already.
void Weighing::dropEchoes() {
  llvm::erase_if(Demands, [&](const Belief *Use) {
    return llvm::any_of(Supplies, [&](const Belief *Supply) {
      return Supply->Descriptor == Use->Descriptor && isEcho(*Use);
    });
  });
}

// What the place at the other end of an edge is taken for.
static StringRef takenFor(const Inference &Known, const FlowEdge &E) {
  if (!E.Guarded.empty())
    return E.Guarded;
  const PlaceNode &From = Known.graph().nodes()[E.From];
  if (From.Named && From.Named->Descriptor == "nothing")
    return "nothing";
  // What a slot gets is not what one of the functions stored there makes of it.
  if (const Belief *D = Known.demand(E.From))
    if (E.Kind != EdgeKind::Slot || D->Seed)
      return D->Descriptor;
  bool IsBare = false;
  for (const Belief &B : Known.beliefs(E.From, Side::Supply)) {
    if (isKind(B.Descriptor) && B.Cost <= ConvincingCost)
      return B.Descriptor;
    IsBare |= B.Descriptor == "page";
  }
  return IsBare ? "page" : "unknown";
}

// A macro's result, the result of the call in its body and what that may hand
// on are one value, seen three times at one place of the sources.
Arrivals pagesplit::arrivalsAt(const Inference &Known, PlaceId Id) {
  enum Origin { Open, Bare, Kind };
  std::map<std::pair<StringRef, unsigned>, Origin> Values;
  for (unsigned Edge : Known.graph().nodes()[Id].In) {
    const FlowEdge &E = Known.graph().edges()[Edge];
    StringRef Taken = takenFor(Known, E);
    if (Taken == "nothing")
      continue;
    Origin What = Taken == "unknown" ? Open : Taken == "page" ? Bare : Kind;
    bool IsOwnValue = E.Kind == EdgeKind::Value;
    auto [At, IsNew] =
        Values.try_emplace({E.Seen->Where, IsOwnValue ? 0 : Edge + 1}, What);
    At->second = std::max(At->second, What);
  }
  Arrivals Count;
  for (const auto &[Where, What] : Values)
    ++(What == Open ? Count.Open : What == Bare ? Count.Bare : Count.Kinds);
  return Count;
}

double pagesplit::shareOf(const Arrivals &Count) {
  return shareOf(Count.Kinds, Count.Open);
}

bool pagesplit::isEnough(const Arrivals &Count) {
  return shareOf(Count) > confidenceOf(ConvincingCost);
}

// Whether what comes here is only known from what is done with it here; that is
// not counted twice.
bool Weighing::leadsBack(const Belief &Supply) const {
  const Belief *B = &Supply;
  // A slot, by what is stored there.
  if (B->Edge && Known.graph().edges()[*B->Edge].Kind == EdgeKind::Slot &&
      Known.graph().edges()[*B->Edge].From == Id)
    return true;
  PlaceId At = Id;
  while (B && B->Edge && !B->ByGuard) {
    const FlowEdge &E = Known.graph().edges()[*B->Edge];
    At = otherEnd(E, At);
    if (At == Id)
      return true;
    B = Known.find(At, B->From, B->Descriptor);
  }
  return false;
}

// The place in the sources at which a belief ends.
const Flow *Weighing::restsOn(const Belief &B) const {
  const Flow *Last = nullptr;
  PlaceId At = Id;
  for (const Belief *Now = &B; Now;
       Now = Known.find(At, Now->From, B.Descriptor)) {
    if (!Now->Edge) {
      const Flow *Seen = Known.graph().seeds()[*Now->Seed].Seen;
      return Seen ? Seen : Last;
    }
    const FlowEdge &E = Known.graph().edges()[*Now->Edge];
    Last = E.Seen;
    if (Now->ByGuard)
      break;
    At = otherEnd(E, At);
  }
  return Last;
}

// One move is one piece of evidence, by whatever ways it is reached.
bool Weighing::isSameEvidence(const Belief &A, const Belief &B) const {
  const Flow *Last = restsOn(A);
  return Last && Last == restsOn(B);
}

void Weighing::say(StringRef Word, double Confidence, Reason Why) {
  Result.V = {Word.str(), Confidence, Why};
}

void Weighing::mixed(const Belief *A, Side OfA, const Belief *B, Side OfB,
                     Reason Why) {
  say("mixed", std::min(confidenceOf(A->Cost), confidenceOf(B->Cost)), Why);
  Result.For = A;
  Result.ForSide = OfA;
  Result.Against = B;
  Result.AgainstSide = OfB;
}

void Weighing::sayNamed() {
  const Claim &C = *Node.Named;
  Side Which = Side::Demand;
  const Belief *B = Known.find(Id, Which, C.Descriptor);
  if (!B) {
    Which = Side::Supply;
    B = Known.find(Id, Which, C.Descriptor);
  }
  if (B) {
    Result.For = B;
    Result.ForSide = Which;
  }
  if (C.Descriptor == "unknown")
    return say("unknown", 0, Reason::OutOfSight);
  if (C.Descriptor == "page")
    return say("page", 0.9, Reason::Neutral);
  double Sure = B ? confidenceOf(B->Cost) : 0;
  if (Sure < confidenceOf(ConvincingCost))
    return say("unknown", Sure, Reason::WeakEvidence);
  say(C.Descriptor, Sure, Reason::Named);
}

void Weighing::sayUsed() {
  const Belief *Use = Demands.front();
  Result.For = Use;
  Result.ForSide = Side::Demand;
  if (Demands.size() > 1)
    return mixed(Use, Side::Demand, Demands[1], Side::Demand,
                 Reason::UsesDiffer);
  const Belief *Other = nullptr, *Same = nullptr;
  for (const Belief *B : Supplies)
    (B->Descriptor == Use->Descriptor ? Same : Other) = B;
  // A parameter is what its function makes of it; who passes something else
  // is to blame himself.
  if (Other && Node.What.Kind != PlaceKind::Param)
    return mixed(Use, Side::Demand, Other, Side::Supply, Reason::Conflict);
  if (Other) {
    Result.Against = Other;
    Result.AgainstSide = Side::Supply;
  }
  double Sure = confidenceOf(Use->Cost);
  if (Same && (leadsBack(*Same) || isSameEvidence(*Same, *Use)))
    Same = nullptr;
  Result.Also = Same;
  if (!Same)
    return say(Use->Descriptor, Sure, Reason::UsedAs);
  Sure = 1 - (1 - Sure) * (1 - confidenceOf(Same->Cost));
  say(Use->Descriptor, Sure, Reason::Confirmed);
}

void Weighing::saySupplied() {
  const Belief *Supply = Supplies.front();
  Result.For = Supply;
  Result.ForSide = Side::Supply;
  if (Supplies.size() > 1)
    return mixed(Supply, Side::Supply, Supplies[1], Side::Supply,
                 Reason::OriginsDiffer);
  if (const Belief *Bare = Known.find(Id, Side::Supply, "page"))
    return mixed(Supply, Side::Supply, Bare, Side::Supply,
                 Reason::OriginsDiffer);
  double Sure = confidenceOf(Supply->Cost);
  Arrivals Count = arrivalsAt(Known, Id);
  if (Count.Open && !Supply->Seed) {
    Sure *= shareOf(Count);
    Result.Against = Known.find(Id, Side::Supply, "unknown");
    Result.AgainstSide = Side::Supply;
  }
  if (Sure < confidenceOf(ConvincingCost))
    return say("unknown", Sure, Reason::PartlyKnown);
  say(Supply->Descriptor, Sure, Reason::ComesFrom);
}

void Weighing::sayUnknown() {
  const Belief *Open = Known.find(Id, Side::Supply, "unknown");
  const Belief *Bare = Known.find(Id, Side::Supply, "page");
  ArrayRef<Belief> Weak = Known.beliefs(Id, Side::Demand);
  Result.For = Open ? Open : Bare;
  Result.ForSide = Side::Supply;
  if (Bare && !Open && Weak.empty())
    return say("page", 0.7, Reason::Bare);
  if (!Weak.empty()) {
    Result.For = &Weak.front();
    Result.ForSide = Side::Demand;
    return say("unknown", confidenceOf(Weak.front().Cost),
               Reason::WeakEvidence);
  }
  if (Open)
    return say("unknown", 0, Reason::OutOfSight);
  bool IsSeen = !Node.In.empty() || !Node.Out.empty();
  say("unknown", 0, IsSeen ? Reason::NoEvidence : Reason::NotMoved);
}

Conclusion Weighing::run() {
  if (Node.Named)
    sayNamed();
  else if (!Demands.empty())
    sayUsed();
  else if (!Supplies.empty())
    saySupplied();
  else
    sayUnknown();
  return Result;
}

Conclusion pagesplit::conclude(const Inference &Known, PlaceId Id) {
  return Weighing(Known, Id).run();
}

// The uses that the facts show, by where they stand. Of several origins of one
// value those in sight count.
static std::map<std::pair<StringRef, StringRef>, const Flow *>
usesOf(const FactSet &Facts) {
  std::map<std::pair<StringRef, StringRef>, const Flow *> Uses;
  for (const auto &[F, In] : Facts.flows()) {
    if (F.Kind != FlowKind::Use || F.To.Kind != PlaceKind::Field)
      continue;
    auto [At, IsNew] = Uses.try_emplace({F.Where, F.To.Name}, &F);
    if (!IsNew && At->second->From.Kind == PlaceKind::Opaque)
      At->second = &F;
  }
  return Uses;
}

// What single uses say by themselves.
static std::map<const Flow *, const Seed *> claimsOf(const FlowGraph &Graph) {
  std::map<const Flow *, const Seed *> Claims;
  for (const Seed &S : Graph.seeds())
    if (S.Seen && S.Demands && isKind(S.Descriptor))
      Claims.try_emplace(S.Seen, &S);
  return Claims;
}

// In "virt_to_page(pgd)->pt_mm" the page comes out of nothing that is known, as
// all pages do that the macro gives. The field still says whose this one is.
static void sayByField(const Seed &S, Conclusion &C) {
  unsigned Cost = costOf(S.How);
  if (C.V.Word == "unknown" && Cost <= ConvincingCost)
    C.V = {S.Descriptor.str(), confidenceOf(Cost), Reason::UsedAs};
}

std::vector<Conclusion> pagesplit::concludeAccesses(const Inference &Known,
                                                    const FactSet &Facts) {
  auto Uses = usesOf(Facts);
  auto Claims = claimsOf(Known.graph());
  std::vector<Conclusion> All;
  All.reserve(Facts.accesses().size());
  for (const auto &[A, In] : Facts.accesses()) {
    std::string Where = A.Expansion.File + ":" +
                        std::to_string(A.Expansion.Line) + ":" +
                        std::to_string(A.Expansion.Column);
    Conclusion C;
    C.V = {"unknown", 0, Reason::NotMoved};
    auto Found = Uses.find({Where, A.Field});
    if (Found != Uses.end()) {
      const Flow &Use = *Found->second;
      if (std::optional<PlaceId> Id = Known.graph().find(Use.From))
        C = conclude(Known, *Id);
      if (auto Claim = Claims.find(&Use); Claim != Claims.end())
        sayByField(*Claim->second, C);
      const Guard *By = nullptr;
      StringRef Proved = Known.graph().proven(Use.Guards, &By);
      if (!Proved.empty() && Proved != C.V.Word) {
        C.V = {Proved.str(), confidenceOf(GuardCost), Reason::Guarded};
        C.Test = (By->Holds ? "" : "!") + By->Test;
      }
    }
    All.push_back(std::move(C));
  }
  return All;
}
