//===- HeadPages.cpp - which page of its allocation it is -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HeadPages.h"

using namespace llvm;
using namespace pagesplit;

StringRef pagesplit::headnessWord(Headness H) {
  switch (H) {
  case Headness::Any:
    return "maybe-tail";
  case Headness::Head:
    return "head";
  case Headness::Order0:
    return "order-0";
  }
  llvm_unreachable("every Headness has a word");
}

namespace {

/// Least fixpoint, from "nothing came here yet" upwards; the order in which
/// places are taken cannot change it.
class Solver {
public:
  Solver(const FlowGraph &Graph, const EvidenceIndex &Known)
      : Graph(Graph), Known(Known), Level(Graph.nodes().size(), Nothing) {}

  std::vector<Headness> run();

private:
  enum Height : uint8_t { Nothing, Order0, Head, Any };

  static Height heightOf(Headness H) {
    return H == Headness::Any ? Any : H == Headness::Head ? Head : Order0;
  }
  bool isKnownResult(const PlaceNode &Node) const;
  Height seedOf(const PlaceNode &Node) const;
  Height through(const Flow &F, Height H) const;
  void raise(PlaceId Id, Height H);

  const FlowGraph &Graph;
  const EvidenceIndex &Known;
  std::vector<Height> Level;
  std::vector<PlaceId> Changed;
};

} // namespace

// The result of compound_head() is one whatever its body shows.
bool Solver::isKnownResult(const PlaceNode &Node) const {
  if (!Node.IsPassThrough)
    return false;
  const PassThrough *Passes = Known.passes(Node.What.Owner, -1);
  return Passes && Passes->Result != Headness::Any;
}

// What a place is before anything comes there.
Solver::Height Solver::seedOf(const PlaceNode &Node) const {
  if (Node.What.Kind == PlaceKind::Opaque)
    return Any;
  if (Node.Named)
    return Node.Named->Descriptor == "nothing" ? Nothing
                                               : heightOf(Node.Named->Head);
  if (isKnownResult(Node))
    return Head;
  return Node.In.empty() ? Any : Nothing;
}

Solver::Height Solver::through(const Flow &F, Height H) const {
  if (H == Nothing)
    return H;
  for (StringRef Step : F.Through) {
    if (Step == "&" || Step == "list")
      continue;
    if (Step == "+") {
      H = Any;
      continue;
    }
    int Position = -1;
    auto [Call, Number] = Step.rsplit('#');
    if (Number != "?")
      Number.getAsInteger(10, Position);
    const PassThrough *Passes = Known.passes(Call, Position);
    if (!Passes || Passes->Result == Headness::Any)
      H = Any;
    else
      H = std::min(H, heightOf(Passes->Result));
  }
  return H;
}

void Solver::raise(PlaceId Id, Height H) {
  if (H <= Level[Id])
    return;
  Level[Id] = H;
  Changed.push_back(Id);
}

std::vector<Headness> Solver::run() {
  std::vector<bool> HasSeed(Level.size());
  for (const Seed &S : Graph.seeds())
    if (S.Seen && !S.Demands) {
      HasSeed[S.At] = true;
      raise(S.At, S.Descriptor == "unknown" ? Any : through(*S.Seen, Head));
    }
  for (PlaceId Id = 0; Id < Level.size(); ++Id)
    if (!HasSeed[Id] || Graph.nodes()[Id].Named)
      raise(Id, seedOf(Graph.nodes()[Id]));
  while (!Changed.empty()) {
    PlaceId Id = Changed.back();
    Changed.pop_back();
    for (unsigned Edge : Graph.nodes()[Id].Out) {
      const FlowEdge &E = Graph.edges()[Edge];
      const PlaceNode &To = Graph.nodes()[E.To];
      if (!To.Named && !isKnownResult(To))
        raise(E.To, through(*E.Seen, Level[Id]));
    }
  }
  std::vector<Headness> Result;
  for (Height H : Level)
    Result.push_back(H == Order0 ? Headness::Order0
                     : H == Head ? Headness::Head
                                 : Headness::Any);
  return Result;
}

std::vector<Headness> pagesplit::solveHeadness(const FlowGraph &Graph,
                                               const EvidenceIndex &Known) {
  return Solver(Graph, Known).run();
}
