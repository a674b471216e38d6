//===- Culprits.cpp - which groups break a unit ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Culprits.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// The groups of one patch, what is needed first.
class Sorter {
public:
  explicit Sorter(const GroupList &Patch) {
    for (const EditGroup *Group : Patch)
      Left[Group->Name] = Group;
  }
  void into(GroupList &Out) {
    while (!Left.empty())
      visit(Left.begin()->first, Out);
  }

private:
  void visit(std::string Name, GroupList &Out) {
    auto Found = Left.find(Name);
    if (Found == Left.end())
      return;
    const EditGroup *Group = Found->second;
    Left.erase(Found);
    for (const std::string &Need : Group->Needs)
      visit(Need, Out);
    Out.push_back(Group);
  }

  std::map<std::string, const EditGroup *> Left;
};

/// The search for the culprits of one unit.
class Search {
public:
  Search(ArrayRef<const EditGroup *> Ordered, ProblemWith Problem)
      : Ordered(Ordered), Problem(Problem) {}

  void upTo(unsigned End);
  std::vector<Culprit> Culprits;

private:
  const std::string &problemUpTo(unsigned End);

  ArrayRef<const EditGroup *> Ordered;
  ProblemWith Problem;
  std::set<const EditGroup *> Dropped;
  unsigned Good = 0; ///< so many groups go well together
  std::map<GroupList, std::string> Known;
};

} // namespace

GroupList pagesplit::orderGroups(ArrayRef<GroupList> Patches,
                                 std::vector<unsigned> &Ends) {
  GroupList Ordered;
  Ends.clear();
  for (const GroupList &Patch : Patches) {
    Sorter(Patch).into(Ordered);
    Ends.push_back(Ordered.size());
  }
  return Ordered;
}

GroupList pagesplit::withNeedsMet(ArrayRef<const EditGroup *> Groups) {
  GroupList Left(Groups.begin(), Groups.end());
  std::set<StringRef> Names;
  for (const EditGroup *Group : Left)
    Names.insert(Group->Name);
  auto IsNeedy = [&](const EditGroup *Group) {
    if (all_of(Group->Needs,
               [&](const std::string &Need) { return Names.count(Need); }))
      return false;
    Names.erase(Group->Name);
    return true;
  };
  for (size_t Before = Left.size() + 1; Left.size() < Before;) {
    Before = Left.size();
    llvm::erase_if(Left, IsNeedy);
  }
  return Left;
}

const std::string &Search::problemUpTo(unsigned End) {
  GroupList Groups;
  for (const EditGroup *Group : Ordered.take_front(End))
    if (!Dropped.count(Group))
      Groups.push_back(Group);
  Groups = withNeedsMet(Groups);
  auto [It, IsNew] = Known.try_emplace(Groups);
  if (IsNew && !Groups.empty())
    It->second = Problem(Groups);
  return It->second;
}

void Search::upTo(unsigned End) {
  while (!problemUpTo(End).empty()) {
    unsigned Bad = End;
    while (Bad - Good > 1) {
      unsigned Middle = Good + (Bad - Good) / 2;
      (problemUpTo(Middle).empty() ? Good : Bad) = Middle;
    }
    const EditGroup *Group = Ordered[Bad - 1];
    Culprits.push_back({Group->Name, problemUpTo(Bad)});
    Dropped.insert(Group);
  }
  Good = End;
}

std::vector<Culprit>
pagesplit::findCulprits(ArrayRef<const EditGroup *> Ordered,
                        ArrayRef<unsigned> Ends, ProblemWith Problem) {
  Search Guilty(Ordered, Problem);
  for (unsigned End : Ends)
    Guilty.upTo(End);
  return std::move(Guilty.Culprits);
}
