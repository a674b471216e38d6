//===- FlowSlots.cpp - functions and the slots they are stored in ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowGraph.h"

using namespace llvm;
using namespace pagesplit;

static std::string signatureOfSlot(const Place &Slot) {
  if (Slot.Position >= 0)
    return signatureOf(Slot.Owner + "#" + std::to_string(Slot.Position),
                       Slot.Scope);
  if (!Slot.Name.empty())
    return signatureOf(Slot.Name + (Slot.At.empty() ? "" : "@") + Slot.At,
                       Slot.Scope);
  return signatureOf(Slot.Owner, Slot.Scope);
}

static std::string signatureOfStored(const Place &P) {
  return P.Kind == PlaceKind::Slot ? signatureOfSlot(P)
                                   : signatureOf(P.Owner, P.Scope);
}

// A function pointer that is only handed on has no places of its own: nobody
// calls through it. It gets those of the slot that it is stored in, so that the
// functions stored in it are found from there. To: for each slot those that are
// stored in it.
void FlowGraph::extendSlots(const HandedOn &To) {
  std::vector<std::string> Called;
  for (const auto &[Slot, By] : To)
    Called.push_back(Slot);
  while (!Called.empty()) {
    std::string Slot = std::move(Called.back());
    Called.pop_back();
    auto By = To.find(Slot);
    if (By == To.end())
      continue;
    const std::vector<PlaceId> Places = BySignature.lookup(Slot);
    for (const std::string &Other : By->second) {
      const size_t Before = Nodes.size();
      for (PlaceId Id : Places) {
        Place P = Nodes[Id].What;
        auto [Owner, Scope] = StringRef(Other).split('\1');
        P.Owner = Owner.str();
        P.Scope = Scope.str();
        intern(P);
      }
      if (Nodes.size() != Before)
        Called.push_back(Other);
    }
  }
}

// Whether what is stored in Slot is stored in Other too, because a pointer is
// handed from one to the next.
static bool leadsTo(const std::map<std::string, std::set<std::string>> &To,
                    const std::string &Slot, const std::string &Other) {
  std::set<std::string> Seen{Other};
  std::vector<std::string> Open{Other};
  while (!Open.empty()) {
    std::string Next = std::move(Open.back());
    Open.pop_back();
    if (Next == Slot)
      return true;
    if (auto By = To.find(Next); By != To.end())
      for (const std::string &From : By->second)
        if (Seen.insert(From).second)
          Open.push_back(From);
  }
  return false;
}

// Who calls through a slot calls every function that was stored there.
void FlowGraph::joinStores() {
  HandedOn To;
  for (const Flow *F : Stores)
    if (F->From.Kind == PlaceKind::Slot)
      To[signatureOfSlot(F->To)].insert(signatureOfSlot(F->From));
  extendSlots(To);
  for (const Flow *F : Stores) {
    std::string Slot = signatureOfSlot(F->To);
    std::string Stored = signatureOfStored(F->From);
    if (Slot == Stored)
      continue;
    // Around a circle everybody would wait for everybody else's result.
    const bool IsCircle =
        F->From.Kind == PlaceKind::Slot && leadsTo(To, Slot, Stored);
    const auto SlotPlaces = BySignature.lookup(Slot);
    const auto StoredPlaces = BySignature.lookup(Stored);
    for (PlaceId A : SlotPlaces)
      for (PlaceId B : StoredPlaces) {
        const Place &In = Nodes[A].What, &Of = Nodes[B].What;
        if (In.Kind != Of.Kind || In.Position != Of.Position)
          continue;
        if (In.Kind == PlaceKind::Param)
          connect({A, B, EdgeKind::Slot, F, ""});
        else if (!IsCircle)
          connect({B, A, EdgeKind::SlotResult, F, ""});
      }
  }
}
