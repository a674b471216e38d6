//===- FlowSeeds.cpp - places that say what a page is ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowGraph.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

// "pgtable_t *" names pgtable_t.
static const Claim *claimOnType(StringRef Type, const EvidenceIndex &Known) {
  SmallVector<StringRef, 4> Parts;
  SplitString(Type, Parts, " *[]&");
  for (StringRef Part : Parts)
    if (const Claim *C = Known.type(Part))
      return C;
  return nullptr;
}

void FlowGraph::addTypeSeed(PlaceId Id, const JoinedEntity &J) {
  for (const Entity *Site : J.Sites)
    if (const Claim *C = claimOnType(Site->Type, Known)) {
      Seeds.push_back({Id, true, C->Descriptor, C->How, nullptr, ""});
      return;
    }
}

// "virt_to_page#0" behind a type: what the call is given points to that. In
// front of one: what it gives does.
bool FlowGraph::addAddress(const Flow &F) {
  if (F.Through.empty())
    return false;
  const bool Takes = F.From.Kind == PlaceKind::Type;
  if (!Takes && F.To.Kind != PlaceKind::Type)
    return false;
  ArrayRef<std::string> Rest = F.Through;
  StringRef Call = Takes ? Rest.front() : Rest.back();
  const Claim *C = Known.address(Call.rsplit('#').first, Takes,
                                 (Takes ? F.From : F.To).Name);
  if (!C || !passesThrough(Takes ? Rest.drop_front() : Rest.drop_back()))
    return false;
  if (Takes && F.To.Kind >= PlaceKind::Field)
    return true;
  Seeds.push_back({intern(Takes ? F.To : F.From), !Takes, C->Descriptor, C->How,
                   &F, Takes ? "" : proven(F.Guards)});
  return true;
}

// The page is used as something here.
void FlowGraph::addEnd(const Flow &F) {
  PlaceId From = intern(F.From);
  StringRef Guarded = proven(F.Guards);
  if (F.To.Kind == PlaceKind::Field) {
    if (const Claim *C = Known.field(F.To.Name))
      Seeds.push_back({From, true, C->Descriptor, C->How, &F, Guarded});
    return;
  }
  StringRef Struct = StringRef(F.To.Name).split('.').first;
  StringRef Descriptor = Known.describedBy(Struct);
  if (!Descriptor.empty())
    Seeds.push_back({From, true, Descriptor, Strength::Strong, &F, Guarded});
}

// The page lies in, or is cast from, something with a type.
void FlowGraph::addSource(const Flow &F) {
  PlaceId To = intern(F.To);
  StringRef Struct = StringRef(F.From.Name).split('.').first;
  StringRef Descriptor = Known.describedBy(Struct);
  Seeds.push_back({To, false, Descriptor.empty() ? "unknown" : Descriptor,
                   Strength::Establishing, &F, ""});
}

// `&folio->page` is of a folio wherever it is written; all that write it share
// a place.
void FlowGraph::addEmbeddedSeed(PlaceId Id) {
  StringRef Struct = StringRef(Nodes[Id].What.Name).split('.').first;
  StringRef Descriptor = Known.describedBy(Struct);
  if (!Descriptor.empty())
    Seeds.push_back(
        {Id, false, Descriptor, Strength::Establishing, nullptr, ""});
}

void FlowGraph::addNamedSeeds() {
  for (PlaceId Id = 0; Id < Nodes.size(); ++Id) {
    const PlaceNode &Node = Nodes[Id];
    if (Node.Named && Node.Named->Descriptor == "nothing")
      continue;
    // A list that nobody fills, a function whose body nobody showed.
    const bool IsUnseen =
        Node.In.empty() &&
        (Node.IsEntity
             ? Node.What.Kind == PlaceKind::Return && !Node.IsPassThrough
             : Lists.contains(Id));
    if (const Claim *C = Node.Named) {
      // An array is there to be filled.
      bool Demands = Node.What.Kind == PlaceKind::Param && Node.Depth < 2 &&
                     C->Descriptor != "page" && C->Descriptor != "unknown";
      Seeds.push_back({Id, Demands, C->Descriptor, C->How, nullptr, ""});
    } else if (Node.What.Kind == PlaceKind::Type) {
      addEmbeddedSeed(Id);
    } else if (Node.What.Kind == PlaceKind::Opaque || IsUnseen) {
      // A macro with a name says more than the integer in its body.
      const Strength How = IsUnseen ? Strength::Establishing : Strength::Strong;
      Seeds.push_back({Id, false, "unknown", How, nullptr, ""});
    }
  }
}
