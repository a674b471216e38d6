//===- FlowGraph.h - places and the moves between them ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The graph that inference runs on: a node for each place that a fact or an
/// entity names, an edge for each move of a page between two of them, and what
/// the knowledge files say about single nodes and edges (seeds). Functions that
/// are stored in ops tables are joined to their slots here. Nothing is
/// concluded here (Inference.h).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_FLOWGRAPH_H
#define PAGESPLIT_LIB_SOLVE_FLOWGRAPH_H

#include "Entities.h"
#include "pagesplit/Facts/Facts.h"
#include "pagesplit/Knowledge/EvidenceIndex.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace pagesplit {

/// Index of a node.
using PlaceId = unsigned;

/// Where a page can be.
struct PlaceNode {
  Place What;
  std::vector<unsigned> In;  ///< edges that end here
  std::vector<unsigned> Out; ///< edges that begin here
  /// What knowledge says about the place by its name; null: nothing. Such a
  /// place needs no look at what happens behind it.
  const Claim *Named = nullptr;
  /// The place only hands on what Through edges carry past it.
  bool IsPassThrough = false;
  /// The most pointers around struct page that an entity declares for it.
  unsigned Depth = 0;
  /// A page is declared to be here, by an entity.
  bool IsEntity = false;
  /// An entity defines it: of a parameter, the function's body was seen.
  bool IsDefined = false;
};

/// What is known of the paths on which a test did not prove its descriptor.
enum class OtherPaths {
  Alike,   ///< the descriptor's pages in another state, or there is no test
  Nothing, ///< other pages, with which nothing is done
  Others,  ///< other pages, and something is done with them
};

/// What is said of a place: what it is used as, or what comes there.
enum class Side { Demand, Supply };

/// What an edge is made of.
enum class EdgeKind {
  Value,   ///< the value moves from From to To
  Element, ///< To is handed the address and may write to From
  Slot,    ///< From is the slot's place, To the one of a function stored there
  SlotResult, ///< From is a function's result, To that of its slot
};

struct FlowEdge {
  PlaceId From = 0;
  PlaceId To = 0;
  EdgeKind Kind = EdgeKind::Value;
  const Flow *Seen = nullptr; ///< the fact it comes from
  /// The descriptor that a test proves for From where the edge happens; empty:
  /// none.
  llvm::StringRef Guarded;
  OtherPaths Else = OtherPaths::Alike; ///< where Guarded was not proved
};

/// A place that says by itself what a page is.
struct Seed {
  PlaceId At = 0;
  /// True: what is put there has to be a Descriptor. False: what comes from
  /// there is one.
  bool Demands = true;
  llvm::StringRef Descriptor; ///< or "page", or "unknown"
  Strength How = Strength::Establishing;
  const Flow *Seen = nullptr;          ///< null: said of the place itself
  llvm::StringRef Guarded;             ///< as in FlowEdge
  OtherPaths Else = OtherPaths::Alike; ///< the same
  /// Of a word (HeldWords.h): what it costs, the page that is the witness, and
  /// what that one is known by; a guard when there is a place and no side.
  unsigned Cost = 0;
  std::optional<PlaceId> Witness = std::nullopt;
  std::optional<Side> WitnessSide = std::nullopt;
};

/// A pointer that is put into a word of a page.
struct WordPut {
  const Flow *Seen = nullptr;
  /// The page; nothing: Seen is from a type.
  std::optional<PlaceId> Page;
};

class FlowGraph {
public:
  /// \p Facts, \p Entities and \p Known must outlive the graph.
  FlowGraph(const FactSet &Facts, const std::vector<JoinedEntity> &Entities,
            const EvidenceIndex &Known);

  const std::vector<PlaceNode> &nodes() const { return Nodes; }
  const std::vector<FlowEdge> &edges() const { return Edges; }
  const std::vector<Seed> &seeds() const { return Seeds; }
  const std::vector<WordPut> &puts() const { return Puts; }

  /// Seeds that follow from conclusions. Whatever was concluded before does not
  /// know of them.
  void add(Seed S) { Seeds.push_back(std::move(S)); }
  /// Take back all of them but the first \p Count of all seeds.
  void keepSeeds(size_t Count) { Seeds.resize(Count); }

  /// The node of \p E; every entity of the constructor has one.
  PlaceId nodeOf(const Entity &E) const;
  /// The node of \p P, if any fact or entity names it.
  std::optional<PlaceId> find(const Place &P) const;
  /// Whether what is known of one place holds for the next.
  bool travels(llvm::StringRef Descriptor) const {
    return !Known.isTransient(Descriptor);
  }
  /// What tests prove about a variable: a descriptor, or empty. \p By gets the
  /// test that did.
  llvm::StringRef proven(const std::vector<Guard> &Guards,
                         const Guard **By = nullptr) const;

private:
  PlaceId intern(const Place &P);
  void addEntities(const std::vector<JoinedEntity> &Entities);
  void addTypeSeed(PlaceId Id, const JoinedEntity &J);
  void addFlow(const Flow &F);
  void addEnd(const Flow &F);
  void addSource(const Flow &F);
  void addWord(const Flow &F);
  void addStore(const Flow &F);
  /// For each slot the slots whose functions are handed on to it.
  using HandedOn = std::map<std::string, std::set<std::string>>;
  void extendSlots(const HandedOn &To);
  void joinStores();
  void addEmbeddedSeed(PlaceId Id);
  void addNamedSeeds();
  void lookAtOtherPaths(const FactSet &Facts);
  bool addAddress(const Flow &F);
  bool passesThrough(llvm::ArrayRef<std::string> Through) const;
  void connect(FlowEdge E);

  const EvidenceIndex &Known;
  std::vector<PlaceNode> Nodes;
  std::vector<FlowEdge> Edges;
  std::vector<Seed> Seeds;
  llvm::StringMap<PlaceId> Ids;
  /// Parameters and results by the key of their function or slot.
  llvm::StringMap<std::vector<PlaceId>> BySignature;
  std::vector<const Flow *> Stores;
  std::vector<WordPut> Puts;
  /// Places from which a list was taken or handed on.
  llvm::DenseSet<PlaceId> Lists;
};

/// The parts of a place that tell it from others: a parameter is the same
/// whatever it is called, a local is known by where it is declared.
std::string keyOf(const Place &P);

/// What is called: a function, or the slot that functions are stored in. Its
/// parameters and its result have it in common.
std::string signatureOf(llvm::StringRef Owner, llvm::StringRef Scope);

/// Whether names mean the same in every file at \p P: not for a function that
/// is local to a source file.
bool hasSharedName(const Place &P);

} // namespace pagesplit

#endif
