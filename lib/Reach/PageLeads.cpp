//===- PageLeads.cpp - which words of a tree can lead to a page -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Reach/PageLeads.h"

#include "llvm/ADT/STLExtras.h"

#include <numeric>

using namespace llvm;
using namespace pagesplit;

PageLeads::PageLeads(IncludeGraph &Graph) : Graph(Graph) {
  NameMakers.insert(Graph.words().number("__builtin_offsetof"));
  NameMakers.insert(Graph.words().number("offsetof"));
  const Word Page = Graph.words().number("page");
  findStandIns();
  findNameMakers();
  findAskedHeaders();
  add(Page, {NameKind::Tag, std::nullopt});
}

void PageLeads::findStandIns() {
  auto ForEach = [&](auto See) {
    for (FileNumber F = 0; F < Graph.fileCount(); ++F)
      for (const StandIn &S : Graph.text(F).StandIns)
        for (PlacedWord W : S.Text.Words)
          See(W.Name, StandInAt{&S, F});
  };
  Begins.assign(Graph.words().size() + 1, 0);
  ForEach([&](Word Name, StandInAt) { ++Begins[Name]; });
  // Ends first; filling from behind makes begins of them.
  std::partial_sum(Begins.begin(), Begins.end(), Begins.begin());
  StandIns.resize(Begins.back());
  ForEach([&](Word Name, StandInAt S) { StandIns[--Begins[Name]] = S; });
}

ArrayRef<PageLeads::StandInAt> PageLeads::standInsWith(Word Name) const {
  if (Name + 1 >= Begins.size())
    return {};
  return ArrayRef(StandIns).slice(Begins[Name],
                                  Begins[Name + 1] - Begins[Name]);
}

// A macro that hands its argument on to one of these is one itself. Whether it
// does is not looked at: naming it is enough.
void PageLeads::findNameMakers() {
  std::vector<Word> Left(NameMakers.begin(), NameMakers.end());
  auto Add = [&](const StandIn &S) {
    for (Word Name : S.Names)
      if (!Graph.words().isKeyword(Name) && NameMakers.insert(Name).second)
        Left.push_back(Name);
  };
  for (FileNumber F = 0; F < Graph.fileCount(); ++F)
    for (const StandIn &S : Graph.text(F).StandIns)
      if (S.MakesNames)
        Add(S);
  while (!Left.empty()) {
    const Word Name = Left.back();
    Left.pop_back();
    for (StandInAt S : standInsWith(Name))
      Add(*S.What);
  }
}

// As with CREATE_TRACE_POINTS: a macro of the source is what a header that it
// includes asks for, there or in one that it includes in turn.
void PageLeads::findAskedHeaders() {
  Asked.resize(Graph.unitCount());
  for (size_t Unit = 0; Unit < Graph.unitCount(); ++Unit) {
    const FileNumber Main = Graph.mainFile(Unit);
    const std::vector<NameHash> &Defined = Graph.text(Main).Defined;
    auto Asks = [&](FileNumber F) {
      return any_of(Defined, [&](NameHash Name) {
        return binary_search(Graph.text(F).Tested, Name);
      });
    };
    if (!Defined.empty())
      for (FileNumber F : Graph.included(Unit, Main))
        if (Asks(F) || any_of(Graph.included(Unit, F), Asks))
          Asked[Unit].push_back(F);
  }
}

// What leads to a page makes all that stands for it lead there as well.
void PageLeads::add(Word First, Declared Known) {
  std::vector<std::pair<Word, Declared>> Left = {{First, Known}};
  while (!Left.empty()) {
    auto [Name, D] = Left.back();
    Left.pop_back();
    if (Graph.words().isKeyword(Name) || is_contained(Names[Name], D))
      continue;
    Names[Name].push_back(D);
    if (IsName.size() <= Name)
      IsName.resize(Graph.words().size());
    IsName.set(Name);
    for (auto [What, In] : standInsWith(Name))
      if (canName({Name, What->Text.places(Name)}, D.Kind, What->Text))
        for (Word Other : What->Names)
          Left.push_back(
              {Other, {NameKind::Any, In, D.Origin ? D.Origin : D.In}});
  }
}

void PageLeads::learn(StringRef Name, NameKind Kind, FileNumber In) {
  if (!Name.empty())
    add(Graph.words().number(Name), {Kind, In});
}

void PageLeads::learnTaker(StringRef Name) {
  add(Graph.words().number(Name), {NameKind::Definition, std::nullopt});
}

bool PageLeads::canName(PlacedWord Name, NameKind Kind,
                        const WordText &Text) const {
  if (Kind == NameKind::Any)
    return true;
  if (Kind == NameKind::Definition)
    return Name.Places & FilePlace;
  if (Name.Places & (Kind == NameKind::Tag ? TagPlace : MemberPlace))
    return true;
  return any_of(Text.Arguments, [&](const LoneArgument &A) {
    return A.Argument == Name.Name && NameMakers.count(A.Callee);
  });
}

bool PageLeads::leadsToPage(const WordText &Text, Visible From) const {
  return any_of(Text.Words, [&](PlacedWord W) {
    // Most words are none, which is cheap to see.
    return W.Name < IsName.size() && IsName.test(W.Name) &&
           any_of(
               Names.find(W.Name)->second,
               [&](const Declared &D) {
                 return isSeen(D, From) && canName(W, D.Kind, Text);
               });
  });
}

bool PageLeads::leadsToPage(FileNumber F, Visible From) const {
  const FileText &Text = Graph.text(F);
  return leadsToPage(Text.Own, From) ||
         any_of(Text.StandIns,
                [&](const StandIn &S) { return leadsToPage(S.Text, From); });
}

const BitVector &PageLeads::readable(size_t Unit) {
  auto [Known, IsNew] = Readable.try_emplace(Unit);
  if (IsNew)
    Known->second = Graph.reachable(Unit);
  return Known->second;
}

bool PageLeads::concernsFile(FileNumber F, size_t Unit) {
  // Most have no such word at all.
  return leadsToPage(F, nullptr) && leadsToPage(F, &readable(Unit));
}

bool PageLeads::concernsUnit(size_t Unit) {
  const FileNumber Main = Graph.mainFile(Unit);
  return Graph.text(Main).MentionsPage || concernsFile(Main, Unit) ||
         any_of(Asked[Unit],
                [&](FileNumber F) { return concernsFile(F, Unit); });
}
