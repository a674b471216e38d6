//===- Inference.cpp - which descriptor each place stands for -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Inference.h"

#include "llvm/ADT/STLExtras.h"

#include <cmath>
#include <queue>

using namespace llvm;
using namespace pagesplit;

// docs/inference.md has the table; confidences are exp(-cost / 1000).
unsigned pagesplit::costOf(Strength How) {
  switch (How) {
  case Strength::Establishing:
    return 10;
  case Strength::Strong:
    return 120;
  case Strength::Weak:
    return 1000;
  }
  return 1000;
}
static constexpr unsigned HopCost = 3;       // any move
static constexpr unsigned SharedCost = 15;   // through a member or a global
static constexpr unsigned SlotCost = 10;     // through an ops table
static constexpr unsigned PathCost = 150;    // a demand on some paths only
static constexpr unsigned CallersCost = 150; // a result by what callers do
static constexpr unsigned StoredCost = 150;  // a slot by what is stored there

double pagesplit::confidenceOf(unsigned Cost) {
  return std::exp(-double(Cost) / 1000);
}

double pagesplit::shareOf(unsigned Known, unsigned Open) {
  const double Share = double(Known) / (Known + Open);
  return Share < 0.5 ? Share : 0.5 + 0.5 * Share;
}

double pagesplit::rounded(double Confidence) {
  return std::round(Confidence * 10000) / 10000;
}

struct Inference::Task {
  PlaceId At;
  Belief B;
};

namespace {
// Ties are broken by what is stable: places and edges are numbered in the
// order of the facts' keys.
template <typename TaskT> struct Later {
  static auto key(const TaskT &T) {
    return std::make_tuple(T.B.Cost, T.At, T.B.Descriptor, T.B.Edge.value_or(0),
                           T.B.Seed.value_or(0), T.B.From);
  }
  bool operator()(const TaskT &A, const TaskT &B) const {
    return key(B) < key(A);
  }
};
} // namespace

class Inference::Queue
    : public std::priority_queue<Task, std::vector<Task>, Later<Task>> {};

static bool isKind(StringRef Descriptor) {
  return Descriptor != "page" && Descriptor != "unknown";
}

Inference::Inference(const FlowGraph &Graph) : Graph(Graph) {
  for (auto &Side : Beliefs)
    Side.resize(Graph.nodes().size());
  findBare();
  carryDemands();
  carrySupplies();
}

const Belief *Inference::find(PlaceId Id, Side Which,
                              StringRef Descriptor) const {
  for (const Belief &B : beliefs(Id, Which))
    if (B.Descriptor == Descriptor)
      return &B;
  return nullptr;
}

const Belief *Inference::demand(PlaceId Id) const {
  ArrayRef<Belief> All = beliefs(Id, Side::Demand);
  return !All.empty() && All.front().Cost <= ConvincingCost ? &All.front()
                                                            : nullptr;
}

// The queue hands out the cheapest first, so the first belief in a descriptor
// stays.
bool Inference::settle(const Task &T, Side Which) {
  if (find(T.At, Which, T.B.Descriptor))
    return false;
  Beliefs[static_cast<int>(Which)][T.At].push_back(T.B);
  return true;
}

// Against the moves from the arguments that take such pages.
void Inference::findBare() {
  Bare.resize(Graph.nodes().size());
  std::vector<PlaceId> Reached;
  auto Reach = [&](PlaceId Id) {
    if (!Bare[Id])
      Reached.push_back(Id);
    Bare[Id] = true;
  };
  for (PlaceId Id = 0; Id < Graph.nodes().size(); ++Id) {
    const PlaceNode &Node = Graph.nodes()[Id];
    if (Node.What.Kind == PlaceKind::Param && Node.Named &&
        Node.Named->Descriptor == "page" &&
        Node.Named->How == Strength::Establishing)
      Reach(Id);
  }
  while (!Reached.empty()) {
    const PlaceId Id = Reached.back();
    Reached.pop_back();
    for (unsigned Edge : Graph.nodes()[Id].In)
      if (Graph.edges()[Edge].Guarded.empty() && carriesDemand(Edge))
        Reach(Graph.edges()[Edge].From);
  }
}

// There only that counts without which the kernel would be wrong. zsmalloc and
// others lock their pages as if they were folios.
bool Inference::isOutdone(const Task &T) const {
  return Bare[T.At] && isKind(T.B.Descriptor) &&
         T.B.How != Strength::Establishing;
}

// Whether the demand goes on from here: the cheapest that may.
bool Inference::settleDemand(const Task &T) {
  if (settle(T, Side::Demand))
    return !T.B.StaysHere;
  for (Belief &Held : Beliefs[0][T.At])
    if (Held.Descriptor == T.B.Descriptor && Held.StaysHere && !T.B.StaysHere) {
      Held.StaysHere = false;
      return true;
    }
  return false;
}

static unsigned costOfMove(const FlowGraph &Graph, const FlowEdge &E) {
  auto IsShared = [&](PlaceId Id) {
    PlaceKind Kind = Graph.nodes()[Id].What.Kind;
    return Kind == PlaceKind::Member || Kind == PlaceKind::Global ||
           Kind == PlaceKind::Field;
  };
  if (E.Kind == EdgeKind::Slot || E.Kind == EdgeKind::SlotResult)
    return SlotCost;
  return IsShared(E.From) || IsShared(E.To) ? SharedCost : HopCost;
}

// A demand under a test holds on that path. When the test says the same, it
// counts for the place, unless something is done with other pages as well.
static std::optional<unsigned> costOfPath(StringRef Guarded, OtherPaths Else,
                                          StringRef Descriptor) {
  if (Guarded.empty())
    return 0;
  if (Guarded == Descriptor && Else != OtherPaths::Others)
    return PathCost;
  return std::nullopt;
}

// What is true only for a while goes no further than to whom is told of it.
static bool mayMove(const FlowGraph &Graph, PlaceId From,
                    StringRef Descriptor) {
  return Graph.travels(Descriptor) || Graph.nodes()[From].Named;
}

// What a name says is not changed by those who use it; what a function returns
// is not decided by one of its callers (agreeOnResults).
bool Inference::carriesDemand(unsigned Edge) const {
  const FlowEdge &E = Graph.edges()[Edge];
  const PlaceNode &From = Graph.nodes()[E.From];
  return (E.Kind == EdgeKind::Value || E.Kind == EdgeKind::Slot) &&
         !From.Named && From.What.Kind != PlaceKind::Return &&
         From.What.Kind != PlaceKind::Opaque;
}

void Inference::demandOver(unsigned Edge, const Task &T, Queue &Tasks) {
  const FlowEdge &E = Graph.edges()[Edge];
  if (!carriesDemand(Edge))
    return;
  std::optional<unsigned> Path = costOfPath(E.Guarded, E.Else, T.B.Descriptor);
  if (!Path || !mayMove(Graph, T.At, T.B.Descriptor))
    return;
  Task Next{E.From, T.B};
  Next.B.Cost += costOfMove(Graph, E) + *Path;
  Next.B.Edge = Edge;
  Next.B.Seed = std::nullopt;
  Next.B.From = Side::Demand;
  Next.B.StaysHere = E.Else != OtherPaths::Alike;
  Tasks.push(Next);
}

// When everybody who takes a function's result uses it alike, that is what it
// returns.
bool Inference::agreeOnResults(Queue &Tasks) {
  for (PlaceId Id = 0; Id < Graph.nodes().size(); ++Id) {
    const PlaceNode &Node = Graph.nodes()[Id];
    if (Node.What.Kind != PlaceKind::Return || Node.Named ||
        Node.IsPassThrough || !beliefs(Id, Side::Demand).empty())
      continue;
    std::optional<Task> Agreed;
    bool Differ = Node.Out.empty();
    for (unsigned Edge : Node.Out) {
      const FlowEdge &E = Graph.edges()[Edge];
      if (E.Kind == EdgeKind::Element)
        continue;
      const Belief *D = demand(E.To);
      if (!D || D->StaysHere ||
          (Agreed && Agreed->B.Descriptor != D->Descriptor)) {
        Differ = true;
        break;
      }
      // What the callers do with it is counted where they take it.
      unsigned Cost = E.Kind == EdgeKind::SlotResult ? SlotCost : CallersCost;
      if (!Agreed || Agreed->B.Cost < D->Cost + Cost) {
        Agreed = Task{Id, *D};
        Agreed->B.Cost += Cost;
        Agreed->B.Edge = Edge;
        Agreed->B.Seed = std::nullopt;
        Agreed->B.From = Side::Demand;
      }
    }
    if (Agreed && !Differ)
      Tasks.push(*Agreed);
  }
  return !Tasks.empty();
}

// What one user makes of a place that a name or a type decides, of a function's
// result or of something out of sight says nothing about the place.
static bool isLocalOpinion(const Seed &S, const PlaceNode &At) {
  if (!S.Seen)
    return false;
  const PlaceKind Kind = At.What.Kind;
  return At.Named || Kind == PlaceKind::Opaque || Kind == PlaceKind::Type ||
         (S.Demands && Kind == PlaceKind::Return);
}

void Inference::carryDemands() {
  Queue Tasks;
  for (unsigned I = 0; I < Graph.seeds().size(); ++I) {
    const Seed &S = Graph.seeds()[I];
    std::optional<unsigned> Path = costOfPath(S.Guarded, S.Else, S.Descriptor);
    if (!S.Demands || !Path || !isKind(S.Descriptor) ||
        isLocalOpinion(S, Graph.nodes()[S.At]))
      continue;
    Task T;
    T.At = S.At;
    T.B.Descriptor = S.Descriptor;
    T.B.Cost = (S.Cost ? S.Cost : costOf(S.How)) + *Path;
    T.B.How = S.How;
    T.B.Seed = I;
    T.B.StaysHere = S.Else != OtherPaths::Alike;
    Tasks.push(T);
  }
  do {
    while (!Tasks.empty()) {
      Task T = Tasks.top();
      Tasks.pop();
      if (!isOutdone(T) && settleDemand(T))
        for (unsigned Edge : Graph.nodes()[T.At].In)
          demandOver(Edge, T, Tasks);
    }
  } while (agreeOnResults(Tasks));
  for (auto &Held : Beliefs[0])
    llvm::sort(Held, [](const Belief &A, const Belief &B) {
      return std::tie(A.Cost, A.Descriptor) < std::tie(B.Cost, B.Descriptor);
    });
}

// A guarded edge carries what the test proves.
bool Inference::carriesSupply(unsigned Edge) const {
  const FlowEdge &E = Graph.edges()[Edge];
  return !Graph.nodes()[E.To].Named && E.Guarded.empty();
}

void Inference::supplyOver(unsigned Edge, const Task &T, Side From,
                           Queue &Tasks) {
  const FlowEdge &E = Graph.edges()[Edge];
  if (!carriesSupply(Edge) || !mayMove(Graph, T.At, T.B.Descriptor))
    return;
  Task Next{E.To, T.B};
  Next.B.Cost += costOfMove(Graph, E);
  Next.B.Edge = Edge;
  Next.B.Seed = std::nullopt;
  Next.B.From = From;
  Tasks.push(Next);
}

// What a function puts into a list or an array goes to all who hand it theirs;
// what one of them put in does not go to the others.
bool Inference::isHandedDown(const Belief &B, PlaceId At) const {
  if (!B.Edge || Graph.nodes()[At].What.Kind != PlaceKind::Param)
    return false;
  const FlowEdge &E = Graph.edges()[*B.Edge];
  return E.To == At &&
         (E.Kind == EdgeKind::Slot ||
          (E.Kind == EdgeKind::Value && E.Seen->Kind == FlowKind::Argument));
}

static bool isSlot(const FlowGraph &Graph, PlaceId Id) {
  return llvm::any_of(Graph.nodes()[Id].Out, [&](unsigned Edge) {
    return Graph.edges()[Edge].Kind == EdgeKind::Slot;
  });
}

// Whether a slot is used so by a function that is stored there, which is one of
// many.
static bool isOneOfMany(const FlowGraph &Graph, const Belief &Demand) {
  return Demand.Edge && Graph.edges()[*Demand.Edge].Kind == EdgeKind::Slot;
}

// Whether a slot would be told by its callers what they know only from a
// function that is stored there.
bool Inference::comesBack(const Task &T) const {
  if (!isSlot(Graph, T.At))
    return false;
  const Belief *B = &T.B;
  PlaceId At = T.At;
  while (B && B->Edge && !B->ByGuard) {
    const FlowEdge &E = Graph.edges()[*B->Edge];
    At = otherEnd(E, At);
    if (At == T.At)
      return true;
    B = find(At, B->From, B->Descriptor);
  }
  return false;
}

// When all functions stored in a slot that make something of its page make the
// same of it, and nobody is seen to call with another, that is what the slot is
// for. How many there are and what they leave open is not known, so it is never
// more than strong.
void Inference::agreeOnSlots(Queue &Tasks) {
  for (PlaceId Id = 0; Id < Graph.nodes().size(); ++Id) {
    const Belief *D = demand(Id);
    if (!D || !isOneOfMany(Graph, *D))
      continue;
    auto Differs = [&](const Belief &B) {
      return isKind(B.Descriptor) && B.Cost <= ConvincingCost &&
             B.Descriptor != D->Descriptor;
    };
    if (llvm::any_of(beliefs(Id, Side::Demand), Differs) ||
        llvm::any_of(beliefs(Id, Side::Supply), Differs))
      continue;
    Task T{Id, *D};
    T.B.Cost += StoredCost;
    T.B.How = std::min(T.B.How, Strength::Strong);
    T.B.From = Side::Demand;
    Tasks.push(T);
  }
}

void Inference::carrySupplies() {
  Queue Tasks;
  for (unsigned I = 0; I < Graph.seeds().size(); ++I) {
    const Seed &S = Graph.seeds()[I];
    if (S.Demands || isLocalOpinion(S, Graph.nodes()[S.At]))
      continue;
    Task T;
    T.At = S.At;
    T.B.Descriptor = S.Descriptor;
    T.B.Cost = costOf(S.How);
    T.B.How = S.How;
    T.B.Seed = I;
    Tasks.push(T);
  }
  for (unsigned I = 0; I < Graph.edges().size(); ++I) {
    const FlowEdge &E = Graph.edges()[I];
    if (E.Guarded.empty() || Graph.nodes()[E.To].Named)
      continue;
    Task T;
    T.At = E.To;
    T.B.Descriptor = E.Guarded;
    T.B.Cost = GuardCost;
    T.B.Edge = I;
    T.B.ByGuard = true;
    Tasks.push(T);
  }
  for (PlaceId Id = 0; Id < Graph.nodes().size(); ++Id)
    if (const Belief *D = demand(Id);
        D && !D->StaysHere && !isOneOfMany(Graph, *D))
      for (unsigned Edge : Graph.nodes()[Id].Out)
        supplyOver(Edge, Task{Id, *D}, Side::Demand, Tasks);
  runSupplies(Tasks);
  agreeOnSlots(Tasks);
  runSupplies(Tasks);
}

void Inference::runSupplies(Queue &Tasks) {
  while (!Tasks.empty()) {
    Task T = Tasks.top();
    Tasks.pop();
    const PlaceNode &Node = Graph.nodes()[T.At];
    if (isOutdone(T) || comesBack(T))
      continue;
    const bool IsNew = settle(T, Side::Supply);
    const bool Fills = !isHandedDown(T.B, T.At) &&
                       Filled.insert({T.At, T.B.Descriptor}).second;
    if (!IsNew && !Fills)
      continue;
    // Past a place that is used as something only that goes on, unless what
    // comes there is the better evidence.
    const Belief *D = demand(T.At);
    bool IsOutdone = D && D->Descriptor != T.B.Descriptor &&
                     D->How >= T.B.How && !isOneOfMany(Graph, *D);
    if (IsOutdone || Node.IsPassThrough)
      continue;
    for (unsigned Edge : Node.Out)
      if (Graph.edges()[Edge].Kind == EdgeKind::Element ? Fills : IsNew)
        supplyOver(Edge, T, Side::Supply, Tasks);
  }
}
