//===- FlowGraph.cpp - places and the moves between them ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowGraph.h"

#include "OtherPaths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;
using namespace pagesplit;

std::string pagesplit::keyOf(const Place &P) {
  std::string Key(1, char('a' + static_cast<int>(P.Kind)));
  auto Add = [&](StringRef Part) {
    Key += '\1';
    Key += Part;
  };
  if (P.Kind == PlaceKind::Local) {
    Add(P.At);
    Add(P.Name);
    return Key;
  }
  Add(P.Owner);
  Add(P.Scope);
  if (P.Kind == PlaceKind::Param || P.Kind == PlaceKind::Slot)
    Add(std::to_string(P.Position));
  if (P.Kind != PlaceKind::Param)
    Add(P.Name);
  return Key;
}

std::string pagesplit::signatureOf(StringRef Owner, StringRef Scope) {
  return (Owner + "\1" + Scope).str();
}

static Place placeOf(const Entity &E) {
  Place P;
  P.Owner = E.Owner;
  P.Scope = E.Scope;
  P.Name = E.Name;
  switch (E.Kind) {
  case EntityKind::Param:
    P.Kind = PlaceKind::Param;
    P.Position = E.Position;
    break;
  case EntityKind::Return:
    P.Kind = PlaceKind::Return;
    break;
  case EntityKind::Local:
    P.Kind = PlaceKind::Local;
    P.At =
        (E.Where.File + ":" + Twine(E.Where.Line) + ":" + Twine(E.Where.Column))
            .str();
    break;
  case EntityKind::Member:
    P.Kind = PlaceKind::Member;
    break;
  case EntityKind::Global:
    P.Kind = PlaceKind::Global;
    break;
  }
  return P;
}

bool pagesplit::hasSharedName(const Place &P) {
  StringRef Scope = P.Scope;
  return Scope.empty() || Scope.ends_with(".h");
}

static const Claim *claimOn(const Place &P, const EvidenceIndex &Known) {
  if (!hasSharedName(P))
    return nullptr;
  switch (P.Kind) {
  case PlaceKind::Param:
    return P.Position >= 0 ? Known.call(P.Owner, P.Position)
                           : Known.anyArgument(P.Owner);
  case PlaceKind::Return:
    return Known.call(P.Owner, -1);
  case PlaceKind::Member:
    return Known.member(P.Owner + "." + P.Name);
  default:
    return nullptr;
  }
}

FlowGraph::FlowGraph(const FactSet &Facts,
                     const std::vector<JoinedEntity> &Entities,
                     const EvidenceIndex &Known)
    : Known(Known) {
  addEntities(Entities);
  for (const auto &[F, In] : Facts.flows())
    addFlow(F);
  lookAtOtherPaths(Facts);
  joinStores();
  addNamedSeeds();
}

PlaceId FlowGraph::intern(const Place &P) {
  auto [At, IsNew] = Ids.try_emplace(keyOf(P), Nodes.size());
  if (!IsNew)
    return At->second;
  PlaceNode Node;
  Node.What = P;
  Node.Named = claimOn(P, Known);
  if (P.Kind == PlaceKind::Return && hasSharedName(P))
    Node.IsPassThrough = Known.passes(P.Owner, -1) != nullptr;
  if (P.Kind == PlaceKind::Param || P.Kind == PlaceKind::Return)
    BySignature[signatureOf(P.Owner, P.Scope)].push_back(At->second);
  Nodes.push_back(std::move(Node));
  return At->second;
}

std::optional<PlaceId> FlowGraph::find(const Place &P) const {
  auto Found = Ids.find(keyOf(P));
  if (Found == Ids.end())
    return std::nullopt;
  return Found->second;
}

PlaceId FlowGraph::nodeOf(const Entity &E) const { return *find(placeOf(E)); }

void FlowGraph::addEntities(const std::vector<JoinedEntity> &Entities) {
  for (const JoinedEntity &J : Entities) {
    PlaceId Id = intern(placeOf(*J.Primary));
    PlaceNode &Node = Nodes[Id];
    Node.Depth = std::max(Node.Depth, J.Primary->Depth);
    Node.IsEntity = true;
    Node.IsDefined |=
        any_of(J.Sites, [](const Entity *Site) { return Site->IsDefinition; });
    addTypeSeed(Id, J);
  }
}

void FlowGraph::lookAtOtherPaths(const FactSet &Facts) {
  const OtherPathsIndex Index(Facts, *this, Known);
  for (FlowEdge &E : Edges)
    if (!E.Guarded.empty())
      E.Else = Index.of(*E.Seen);
  for (Seed &S : Seeds)
    if (!S.Guarded.empty())
      S.Else = Index.of(*S.Seen);
}

StringRef FlowGraph::proven(const std::vector<Guard> &Guards,
                            const Guard **By) const {
  for (const Guard &G : Guards)
    if (const GuardMeaning *Meaning = Known.guard(G.Test)) {
      StringRef Proved = G.Holds ? Meaning->WhenTrue : Meaning->WhenFalse;
      if (Proved.empty())
        continue;
      if (By)
        *By = &G;
      return Known.canonical(Proved);
    }
  return "";
}

// "compound_head#0": a call that hands on its argument 0.
bool FlowGraph::passesThrough(ArrayRef<std::string> Through) const {
  for (StringRef Step : Through) {
    if (Step == "+" || Step == "&" || Step == "list")
      continue;
    auto [Call, Position] = Step.rsplit('#');
    int Number = -1;
    if (Position != "?" && Position.getAsInteger(10, Number))
      return false;
    if (!Known.passes(Call, Number))
      return false;
  }
  return true;
}

void FlowGraph::connect(FlowEdge E) {
  unsigned Id = Edges.size();
  Nodes[E.From].Out.push_back(Id);
  Nodes[E.To].In.push_back(Id);
  Edges.push_back(E);
}

void FlowGraph::addFlow(const Flow &F) {
  if (F.Kind == FlowKind::Store) {
    Stores.push_back(&F);
    return;
  }
  if (F.Kind == FlowKind::Put || F.Kind == FlowKind::Take) {
    addWord(F);
    return;
  }
  if (addAddress(F) || !passesThrough(F.Through))
    return;
  if (F.To.Kind == PlaceKind::Field || F.To.Kind == PlaceKind::Type) {
    addEnd(F);
    return;
  }
  if (F.From.Kind == PlaceKind::Type) {
    addSource(F);
    return;
  }
  if (F.To.Kind == PlaceKind::Opaque)
    return;
  FlowEdge E;
  E.From = intern(F.From);
  E.To = intern(F.To);
  E.Seen = &F;
  E.Guarded = proven(F.Guards);
  connect(E);
  // What is handed over by address, as an array or as a list, may be filled
  // there. A macro shows in its body what it does.
  bool ByAddress = !F.Through.empty() && F.Through.back() == "&";
  bool IsArray = F.Kind == FlowKind::Argument && Nodes[E.To].Depth > 1;
  bool IsList = is_contained(F.Through, "list");
  if (IsList)
    Lists.insert(E.From);
  if (IsList ? !ByAddress : !Nodes[E.To].IsEntity || (!ByAddress && !IsArray))
    return;
  std::swap(E.From, E.To);
  E.Guarded = "";
  // Two names of one list are one place.
  if (!IsList || F.Kind == FlowKind::Argument)
    E.Kind = EdgeKind::Element;
  connect(E);
}

// What is taken from a word goes to a place that all who take the same from it
// share. That it goes there says nothing of a result or of what is out of
// sight, which are not decided by one of their users.
void FlowGraph::addWord(const Flow &F) {
  if (!passesThrough(F.Through))
    return;
  const PlaceKind Kind = F.From.Kind;
  if (F.Kind == FlowKind::Put) {
    WordPut P;
    P.Seen = &F;
    if (Kind != PlaceKind::Type)
      P.Page = intern(F.From);
    Puts.push_back(P);
    return;
  }
  if (Kind >= PlaceKind::Field || Kind == PlaceKind::Return)
    return;
  FlowEdge E;
  E.From = intern(F.From);
  E.To = intern(F.To);
  E.Seen = &F;
  E.Guarded = proven(F.Guards);
  connect(E);
}
