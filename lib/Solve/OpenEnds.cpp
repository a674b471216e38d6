//===- OpenEnds.cpp - what would decide an unknown place ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OpenEnds.h"

#include "Conclusions.h"

#include <deque>

using namespace llvm;
using namespace pagesplit;

StringRef pagesplit::endWord(EndKind Kind) {
  static constexpr StringLiteral Words[] = {
      "argument", "slot", "result", "caller", "value", "origin", "cast", "any"};
  return Words[static_cast<size_t>(Kind)];
}

OpenEnds::OpenEnds(const Inference &Known)
    : Known(Known), Uses(Known.graph().nodes().size()),
      Roots(Known.graph().nodes().size()) {
  findUses();
  findRoots();
}

// Only what is declared to take a page: a macro shows in its body what it does,
// and what takes a `void *` takes anything.
bool OpenEnds::isUnseenUse(PlaceId Id) const {
  const PlaceNode &Node = Known.graph().nodes()[Id];
  return Node.What.Kind == PlaceKind::Param && Node.IsEntity &&
         !Node.IsDefined && !Node.Named && Node.Out.empty();
}

// A parameter of which only a prototype was seen is the end of a use.
bool OpenEnds::isRoot(PlaceId Id) const {
  const PlaceNode &Node = Known.graph().nodes()[Id];
  return Node.In.empty() && !Node.Named && !Node.IsPassThrough &&
         Node.What.Kind <= PlaceKind::Global && !isUnseenUse(Id);
}

// Against the moves, as a demand is carried.
void OpenEnds::findUses() {
  const FlowGraph &Graph = Known.graph();
  std::deque<PlaceId> Reached;
  for (PlaceId Id = 0; Id < Graph.nodes().size(); ++Id)
    if (isUnseenUse(Id)) {
      Uses[Id].Leads = true;
      Reached.push_back(Id);
    }
  for (; !Reached.empty(); Reached.pop_front())
    for (unsigned Edge : Graph.nodes()[Reached.front()].In) {
      const FlowEdge &E = Graph.edges()[Edge];
      if (!E.Guarded.empty() || Uses[E.From].Leads ||
          !Known.carriesDemand(Edge))
        continue;
      Uses[E.From] = {Edge, true};
      Reached.push_back(E.From);
    }
}

// With the moves, as a supply is carried.
void OpenEnds::findRoots() {
  const FlowGraph &Graph = Known.graph();
  std::deque<PlaceId> Reached;
  for (PlaceId Id = 0; Id < Graph.nodes().size(); ++Id)
    if (isRoot(Id)) {
      Roots[Id].Leads = true;
      Reached.push_back(Id);
    }
  for (; !Reached.empty(); Reached.pop_front())
    for (unsigned Edge : Graph.nodes()[Reached.front()].Out) {
      const FlowEdge &E = Graph.edges()[Edge];
      if (Roots[E.To].Leads || !Known.carriesSupply(Edge) ||
          Graph.nodes()[E.To].IsPassThrough)
        continue;
      Roots[E.To] = {Edge, true};
      Reached.push_back(E.To);
    }
}

OpenEnd OpenEnds::follow(const std::vector<Way> &Ways, PlaceId Id) const {
  OpenEnd End;
  End.At = End.Next = Id;
  while (Ways[End.At].Edge) {
    const FlowEdge &E = Known.graph().edges()[*Ways[End.At].Edge];
    End.Last = E.Seen;
    End.Next = End.At;
    End.At = otherEnd(E, End.At);
  }
  return End;
}

std::optional<OpenEnd> OpenEnds::use(PlaceId Id) const {
  if (!Uses[Id].Leads || Known.graph().nodes()[Id].Named)
    return std::nullopt;
  OpenEnd End = follow(Uses, Id);
  StringRef Owner = Known.graph().nodes()[End.At].What.Owner;
  End.Kind = Owner.starts_with("struct ") ? EndKind::Slot : EndKind::Argument;
  return End;
}

static EndKind kindOfSource(const PlaceNode &At, const Seed &S) {
  if (S.Seen)
    return EndKind::Cast;
  if (At.Named)
    return EndKind::Any;
  if (At.What.Kind == PlaceKind::Opaque)
    return EndKind::Origin;
  return At.What.Kind == PlaceKind::Return ? EndKind::Result : EndKind::Value;
}

std::optional<OpenEnd> OpenEnds::source(PlaceId Id) const {
  const FlowGraph &Graph = Known.graph();
  OpenEnd End;
  End.Which = Side::Supply;
  End.At = End.Next = Id;
  const Belief *B = Known.find(Id, Side::Supply, "unknown");
  while (B && B->Edge) {
    const FlowEdge &E = Graph.edges()[*B->Edge];
    End.Last = E.Seen;
    End.Next = End.At;
    End.At = otherEnd(E, End.At);
    B = Known.find(End.At, Side::Supply, "unknown");
  }
  if (!B)
    return std::nullopt;
  const Seed &S = Graph.seeds()[*B->Seed];
  End.Kind = kindOfSource(Graph.nodes()[End.At], S);
  if (S.Seen)
    End.Last = S.Seen;
  return End;
}

std::optional<OpenEnd> OpenEnds::origin(PlaceId Id) const {
  std::optional<OpenEnd> End = source(Id);
  // What the knowledge files say of a place, nobody else decides.
  if (Known.graph().nodes()[Id].Named)
    return End && End->At == Id ? End : std::nullopt;
  if (!End && Roots[Id].Leads) {
    End = follow(Roots, Id);
    End->Which = Side::Supply;
    PlaceKind At = Known.graph().nodes()[End->At].What.Kind;
    End->Kind = At == PlaceKind::Param    ? EndKind::Caller
                : At == PlaceKind::Return ? EndKind::Result
                                          : EndKind::Value;
  }
  // Beside bare pages it would only be one of two.
  if (!End || Known.find(Id, Side::Supply, "page"))
    return std::nullopt;
  Arrivals Count = arrivalsAt(Known, Id);
  if (!isEnough({Count.Kinds + 1, Count.Bare, Count.Open ? Count.Open - 1 : 0}))
    End->StillOpen = Count.Open - 1;
  return End;
}
