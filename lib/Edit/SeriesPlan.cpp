//===- SeriesPlan.cpp - which edits go into which patch -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/SeriesPlan.h"

#include "llvm/ADT/GraphTraits.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

#include <tuple>

using namespace llvm;
using namespace pagesplit;

namespace {

/// A group in the graph of what must not be apart.
struct GroupNode {
  const EditGroup *Group = nullptr;
  std::vector<GroupNode *> Needs;
  unsigned Unit = 0;
};

/// What decides which groups are put into one patch, in the order of patches.
struct PatchKey {
  std::string Subsystem;
  bool MayChangeBehaviour = false;
  std::string Place; ///< file or directory
  std::string Descriptor;
  std::string Alone; ///< the name of a unit that is a patch of its own

  bool operator<(const PatchKey &Other) const { return tie() < Other.tie(); }
  std::tuple<const std::string &, bool, const std::string &,
             const std::string &, const std::string &>
  tie() const {
    return {Subsystem, MayChangeBehaviour, Place, Descriptor, Alone};
  }
};

/// The units of one key that have no patch yet.
struct PatchQueue {
  std::set<unsigned> Ready;   ///< units that need nothing any more
  std::set<unsigned> Waiting; ///< the others
  unsigned NeedsOfOthers = 0; ///< how often they need a unit of another key
};

/// Groups that are in one patch whatever the rules.
struct PlanUnit {
  std::vector<const EditGroup *> Groups;
  std::map<std::string, unsigned> EditsIn; ///< by file
  std::string MainFile;
  PatchKey Key;
  unsigned Queue = 0;
  std::set<unsigned> Needs; ///< other units that are not planned yet
  std::set<unsigned> NeededBy;
};

class Planner {
public:
  Planner(ArrayRef<EditGroup> Groups, const PlanRules &Rules)
      : Groups(Groups), Rules(Rules) {}
  std::vector<PlannedPatch> run();

private:
  void buildGraph();
  void buildUnits();
  void describe(PlanUnit &Unit);
  void choosePlaces();
  void fillQueues();
  void rank(unsigned Queue);
  void schedule();
  void emit(unsigned Queue);
  void release(unsigned Unit, unsigned Done, std::vector<unsigned> &Members);
  PlannedPatch patchOf(ArrayRef<unsigned> Members);

  ArrayRef<EditGroup> Groups;
  const PlanRules &Rules;
  std::map<StringRef, const EditGroup *> Along; ///< not planned yet
  std::vector<GroupNode> Nodes;
  GroupNode Start; ///< needs all
  std::vector<PlanUnit> Units;
  std::vector<PatchQueue> Queues; ///< in the order of their keys
  std::set<unsigned> Startable;   ///< queues with a unit that is ready
  std::set<unsigned> Whole;       ///< those that wait for no other queue
  std::vector<PlannedPatch> Patches;
};

} // namespace

template <> struct llvm::GraphTraits<GroupNode *> {
  using NodeRef = GroupNode *;
  using ChildIteratorType = std::vector<GroupNode *>::iterator;
  static NodeRef getEntryNode(NodeRef Node) { return Node; }
  static ChildIteratorType child_begin(NodeRef Node) {
    return Node->Needs.begin();
  }
  static ChildIteratorType child_end(NodeRef Node) { return Node->Needs.end(); }
};

static std::string mostOf(const std::map<std::string, unsigned> &Counts) {
  std::string Most;
  unsigned Count = 0;
  for (const auto &[Name, N] : Counts)
    if (N > Count) {
      Most = Name;
      Count = N;
    }
  return Most;
}

// An #include is no patch: it goes along with the first that needs it.
static bool goesAlong(const EditGroup &Group) {
  return Group.OnlyServes && Group.Title.empty();
}

void Planner::buildGraph() {
  std::map<StringRef, GroupNode *> ByName;
  for (const EditGroup &Group : Groups) {
    if (goesAlong(Group))
      Along[Group.Name] = &Group;
    else
      Nodes.push_back({&Group, {}, 0});
  }
  for (GroupNode &Node : Nodes) {
    ByName[Node.Group->Name] = &Node;
    Start.Needs.push_back(&Node);
  }
  auto ByText = [](const Edit *A, const Edit *B) { return *A < *B; };
  std::map<const Edit *, GroupNode *, decltype(ByText)> Owner(ByText);
  for (GroupNode &Node : Nodes) {
    std::set<std::string> Needs = Node.Group->Needs;
    for (const std::string &Need : Node.Group->Needs)
      if (auto Served = Along.find(Need); Served != Along.end())
        Needs.insert(Served->second->Needs.begin(),
                     Served->second->Needs.end());
    for (const std::string &Need : Needs)
      if (auto Needed = ByName.find(Need); Needed != ByName.end())
        Node.Needs.push_back(Needed->second);
    // Groups with a common edit need each other, in effect.
    for (const Edit &E : Node.Group->Edits) {
      auto [It, IsNew] = Owner.try_emplace(&E, &Node);
      if (IsNew)
        continue;
      Node.Needs.push_back(It->second);
      It->second->Needs.push_back(&Node);
    }
  }
}

void Planner::describe(PlanUnit &Unit) {
  std::map<std::string, unsigned> EditsOf;
  std::set<std::string> Subsystems, Descriptors;
  llvm::sort(Unit.Groups, [](const EditGroup *A, const EditGroup *B) {
    return A->Name < B->Name;
  });
  for (const EditGroup *Group : Unit.Groups) {
    Unit.Key.MayChangeBehaviour |= !Group->Notes.empty();
    Descriptors.insert(Group->Descriptor);
    for (const Edit &E : Group->Edits)
      ++Unit.EditsIn[E.File];
    // What a group is about weighs more than what goes along.
    if (auto About = Unit.EditsIn.find(Group->Where.File);
        About != Unit.EditsIn.end())
      ++About->second;
  }
  for (const auto &[File, Edits] : Unit.EditsIn)
    EditsOf[Rules.SubsystemOf(File)] += Edits;
  Unit.MainFile = mostOf(Unit.EditsIn);
  Unit.Key.Subsystem = mostOf(EditsOf);
  Unit.Key.Descriptor = join(Descriptors, ",");
  bool HasTitle = any_of(Unit.Groups, [](const EditGroup *Group) {
    return !Group->Title.empty();
  });
  if (HasTitle || EditsOf.size() > 1)
    Unit.Key.Alone = Unit.Groups.front()->Name;
}

void Planner::buildUnits() {
  for (auto It = scc_begin(&Start); !It.isAtEnd(); ++It) {
    if (It->front() == &Start)
      continue;
    PlanUnit Unit;
    for (GroupNode *Node : *It) {
      Node->Unit = Units.size();
      Unit.Groups.push_back(Node->Group);
    }
    describe(Unit);
    Units.push_back(std::move(Unit));
  }
  for (const GroupNode &Node : Nodes)
    for (const GroupNode *Need : Node.Needs)
      if (Need->Unit != Node.Unit) {
        Units[Node.Unit].Needs.insert(Need->Unit);
        Units[Need->Unit].NeededBy.insert(Node.Unit);
      }
}

// A small directory is one patch, a file of a large one is.
void Planner::choosePlaces() {
  std::map<PatchKey, unsigned> EditsIn;
  for (PlanUnit &Unit : Units) {
    Unit.Key.Place = sys::path::parent_path(Unit.MainFile).str();
    for (const auto &[File, Edits] : Unit.EditsIn)
      EditsIn[Unit.Key] += Edits;
  }
  for (PlanUnit &Unit : Units)
    if (EditsIn[Unit.Key] > Rules.FewEdits)
      Unit.Key.Place = Unit.MainFile;
}

void Planner::fillQueues() {
  std::map<PatchKey, unsigned> Number;
  for (const PlanUnit &Unit : Units)
    Number[Unit.Key];
  for (auto &[Key, N] : Number) {
    N = Queues.size();
    Queues.emplace_back();
  }
  for (PlanUnit &Unit : Units)
    Unit.Queue = Number[Unit.Key];
  for (unsigned I = 0; I < Units.size(); ++I) {
    PatchQueue &Queue = Queues[Units[I].Queue];
    (Units[I].Needs.empty() ? Queue.Ready : Queue.Waiting).insert(I);
    for (unsigned Need : Units[I].Needs)
      Queue.NeedsOfOthers += Units[Need].Queue != Units[I].Queue;
  }
  for (unsigned Q = 0; Q < Queues.size(); ++Q)
    rank(Q);
}

void Planner::rank(unsigned Queue) {
  const PatchQueue &Q = Queues[Queue];
  Startable.erase(Queue);
  Whole.erase(Queue);
  if (Q.Ready.empty())
    return;
  Startable.insert(Queue);
  if (!Q.NeedsOfOthers)
    Whole.insert(Queue);
}

PlannedPatch Planner::patchOf(ArrayRef<unsigned> Members) {
  std::map<std::string, unsigned> EditsIn;
  PlannedPatch Patch;
  for (unsigned Member : Members) {
    for (const EditGroup *Group : Units[Member].Groups) {
      Patch.Groups.push_back(Group->Name);
      for (const std::string &Need : Group->Needs)
        if (Along.erase(Need))
          Patch.Groups.push_back(Need);
    }
    for (const auto &[File, Edits] : Units[Member].EditsIn)
      EditsIn[File] += Edits;
  }
  llvm::sort(Patch.Groups);
  std::vector<std::string> Files;
  for (const auto &[File, Edits] : EditsIn)
    Files.push_back(File);
  llvm::sort(Files, [&](const std::string &A, const std::string &B) {
    return std::make_pair(EditsIn[B], A) < std::make_pair(EditsIn[A], B);
  });
  Patch.Subsystem = Units[Members.front()].Key.Subsystem;
  Patch.Prefix = Rules.PrefixOf ? Rules.PrefixOf(Files) : defaultPrefix(Files);
  return Patch;
}

// Unit no longer needs Done, which goes into the patch with Members.
void Planner::release(unsigned Unit, unsigned Done,
                      std::vector<unsigned> &Members) {
  unsigned Queue = Units[Unit].Queue;
  bool InPatch = Queue == Units[Done].Queue;
  Units[Unit].Needs.erase(Done);
  Queues[Queue].NeedsOfOthers -= !InPatch;
  if (Units[Unit].Needs.empty()) {
    Queues[Queue].Waiting.erase(Unit);
    if (InPatch)
      Members.push_back(Unit);
    else
      Queues[Queue].Ready.insert(Unit);
  }
  if (!InPatch)
    rank(Queue);
}

// Put what is ready into a patch, and what becomes ready by that.
void Planner::emit(unsigned Queue) {
  std::set<unsigned> &Ready = Queues[Queue].Ready;
  std::vector<unsigned> Members(Ready.begin(), Ready.end());
  Ready.clear();
  for (size_t I = 0; I < Members.size(); ++I)
    for (unsigned User : Units[Members[I]].NeededBy)
      release(User, Members[I], Members);
  rank(Queue);
  Patches.push_back(patchOf(Members));
}

// Patches come by their keys. One that waits for others is passed over, and
// split only when all that are left wait for each other.
void Planner::schedule() {
  while (!Startable.empty())
    emit(Whole.empty() ? *Startable.begin() : *Whole.begin());
}

std::vector<PlannedPatch> Planner::run() {
  buildGraph();
  buildUnits();
  choosePlaces();
  fillQueues();
  schedule();
  return std::move(Patches);
}

std::vector<PlannedPatch> pagesplit::planSeries(ArrayRef<EditGroup> Groups,
                                                const PlanRules &Rules) {
  std::vector<EditGroup> Sorted;
  for (const EditGroup &Group : Groups)
    if (!Group.Edits.empty())
      Sorted.push_back(Group);
  llvm::sort(Sorted, [](const EditGroup &A, const EditGroup &B) {
    return A.Name < B.Name;
  });
  return Planner(Sorted, Rules).run();
}

std::string pagesplit::defaultPrefix(ArrayRef<std::string> All) {
  // A line in MAINTAINERS says nothing about where a patch belongs.
  std::vector<std::string> Files;
  copy_if(All, std::back_inserter(Files),
          [](StringRef File) { return File.contains('/'); });
  if (Files.empty())
    Files.push_back(All.front());
  SmallVector<StringRef, 8> Parts;
  StringRef(Files.front()).split(Parts, '/');
  StringRef Stem = sys::path::stem(Parts.pop_back_val());
  if (Parts.empty())
    return Stem.str();
  StringRef Top = Parts.front();
  if (Top == "mm" && Files.size() == 1)
    return ("mm/" + Stem).str();
  if (Parts.size() == 1)
    return (Top == "fs" && Files.size() == 1 ? Stem : Top).str();
  if (Top == "arch")
    return join(ArrayRef(Parts).slice(1, std::min<size_t>(2, Parts.size() - 1)),
                "/");
  if (Top == "fs")
    return Parts[1].str();
  if (Top == "drivers" && Files.size() == 1)
    return Stem.str();
  if (Top == "drivers")
    return Parts.back().str();
  return Top == "include" ? Stem.str() : join(Parts, "/");
}
