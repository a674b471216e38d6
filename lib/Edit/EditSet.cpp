//===- EditSet.cpp - the edits of many units as one set -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/EditSet.h"

#include "Conflicts.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;
using namespace pagesplit;

static void dropIdle(std::set<Edit> &Edits) {
  for (auto It = Edits.begin(); It != Edits.end();)
    It = It->Was == It->Text ? Edits.erase(It) : std::next(It);
}

// Units that disagree on what a group is have made two groups of one name; the
// lesser text stands until resolve() drops the group.
static bool unite(std::string &Into, const std::string &From) {
  bool Same = Into == From;
  Into = std::min(Into, From);
  return Same;
}

void EditSet::add(EditGroup Group) {
  dropIdle(Group.Edits);
  auto [It, IsNew] = Groups.try_emplace(Group.Name, Group);
  if (IsNew)
    return;
  EditGroup &Into = It->second;
  bool Same = ::unite(Into.Rewriter, Group.Rewriter);
  Same &= ::unite(Into.Descriptor, Group.Descriptor);
  Same &= ::unite(Into.Title, Group.Title);
  Into.Where = std::min(Into.Where, Group.Where);
  Into.Subjects.merge(Group.Subjects);
  Into.Remarks.merge(Group.Remarks);
  Into.Needs.merge(Group.Needs);
  Into.OnlyServes &= Group.OnlyServes;
  Into.Notes.merge(Group.Notes);
  Into.Accesses.merge(Group.Accesses);
  Into.Edits.merge(Group.Edits);
  if (!Same)
    Refused[Into.Name].insert(
        {Refusal::Conflict, "", {}, Into.Name, "units disagree on the group"});
}

void EditSet::refuse(StringRef Name, Finding Why) {
  Refused[Name.str()].insert(std::move(Why));
}

void EditSet::addSource(StringRef File, StringRef Hash) {
  Sources[File.str()].insert(Hash.str());
}

void EditSet::unite(const EditSet &Other) {
  for (const auto &[Name, Group] : Other.Groups)
    add(Group);
  for (const auto &[Name, Why] : Other.Refused)
    Refused[Name].insert(Why.begin(), Why.end());
  for (const auto &[File, Hashes] : Other.Sources)
    Sources[File].insert(Hashes.begin(), Hashes.end());
  Findings.insert(Other.Findings.begin(), Other.Findings.end());
}

namespace {

/// Takes groups out of a set until the rest can be applied.
class Resolver {
public:
  explicit Resolver(const EditSet &Set) : Set(Set) {
    Result.Findings = Set.findings();
  }
  ResolvedEdits run();

private:
  using Groups = std::map<std::string, const EditGroup *>;

  void drop(const EditGroup &Group, Refusal Why, const std::string &Detail);
  void takeRefused();
  void takeUnknownVersions();
  void takeConflicts();
  void takeNeedy();
  void takeUnneeded();
  void keepSources(const EditGroup &Group);

  const EditSet &Set;
  Groups Left;
  ResolvedEdits Result;
};

} // namespace

void Resolver::drop(const EditGroup &Group, Refusal Why,
                    const std::string &Detail) {
  Result.Findings.insert(
      {Why, Group.Rewriter, Group.Where, Group.Name, Detail});
  Left.erase(Group.Name);
}

void Resolver::takeRefused() {
  for (const auto &[Name, Why] : Set.refusals()) {
    Left.erase(Name);
    Result.Findings.insert(Why.begin(), Why.end());
  }
}

void Resolver::takeUnknownVersions() {
  for (const auto &[Name, Group] : Set.groups())
    for (const Edit &E : Group.Edits) {
      auto Found = Set.sources().find(E.File);
      if (!Left.count(Name) ||
          (Found != Set.sources().end() && Found->second.size() == 1))
        continue;
      drop(Group, Refusal::ChangedSource,
           E.File + (Found == Set.sources().end()
                         ? " has no content hash"
                         : " was seen in two versions"));
    }
}

void Resolver::takeConflicts() {
  auto ByText = [](const Edit *A, const Edit *B) { return *A < *B; };
  std::map<const Edit *, std::vector<const EditGroup *>, decltype(ByText)>
      Owners(ByText);
  for (const auto &[Name, Group] : Left)
    for (const Edit &E : Group->Edits)
      Owners[&E].push_back(Group);
  std::vector<const Edit *> Edits;
  for (const auto &[E, Groups] : Owners)
    Edits.push_back(E);
  std::vector<int> Partner = findConflicts(Edits);
  for (size_t I = 0; I < Edits.size(); ++I) {
    if (Partner[I] < 0)
      continue;
    const Edit *Other = Edits[Partner[I]];
    std::string Detail =
        ("does not go with " + Owners[Other].front()->Name + " at byte " +
         Twine(Other->Offset) + " of " + Other->File)
            .str();
    for (const EditGroup *Group : Owners[Edits[I]])
      if (Left.count(Group->Name))
        drop(*Group, Refusal::Conflict, Detail);
  }
}

void Resolver::takeNeedy() {
  std::map<std::string, std::vector<const EditGroup *>> NeededBy;
  std::vector<std::string> Gone;
  for (const auto &[Name, Group] : Left)
    for (const std::string &Need : Group->Needs) {
      auto &Needy = NeededBy[Need];
      if (Needy.empty() && !Left.count(Need))
        Gone.push_back(Need);
      Needy.push_back(Group);
    }
  // Round by round, and each round by name, so that the need a finding names
  // does not depend on the order of anything.
  while (!Gone.empty()) {
    std::vector<std::string> Next;
    llvm::sort(Gone);
    for (const std::string &Need : Gone)
      for (const EditGroup *Group : NeededBy[Need])
        if (Left.count(Group->Name)) {
          drop(*Group, Refusal::NeedsAnother, Need);
          Next.push_back(Group->Name);
        }
    Gone = std::move(Next);
  }
}

void Resolver::takeUnneeded() {
  for (size_t Before = Left.size() + 1; Left.size() < Before;) {
    Before = Left.size();
    std::set<std::string> Needed;
    for (const auto &[Name, Group] : Left)
      Needed.insert(Group->Needs.begin(), Group->Needs.end());
    for (auto It = Left.begin(); It != Left.end();)
      It = It->second->OnlyServes && !Needed.count(It->first) ? Left.erase(It)
                                                              : std::next(It);
  }
}

void Resolver::keepSources(const EditGroup &Group) {
  for (const Edit &E : Group.Edits)
    Result.Sources[E.File] = *Set.sources().at(E.File).begin();
}

ResolvedEdits Resolver::run() {
  for (const auto &[Name, Group] : Set.groups())
    Left[Name] = &Group;
  takeRefused();
  takeUnknownVersions();
  takeNeedy();
  takeConflicts();
  takeNeedy();
  takeUnneeded();
  for (const auto &[Name, Group] : Left) {
    keepSources(*Group);
    Result.Groups.push_back(*Group);
  }
  return std::move(Result);
}

ResolvedEdits EditSet::resolve() const { return Resolver(*this).run(); }
