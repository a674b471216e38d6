//===- PageLeads.cpp - which words of a tree can lead to a page -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Reach/PageLeads.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

PageLeads::PageLeads(IncludeGraph &Graph)
    : Graph(Graph), Page(Graph.words().number("page")) {
  findMemberMacros();
}

// A macro that hands its argument on to one of these is one itself. Whether it
// does is not looked at: naming it is enough.
void PageLeads::findMemberMacros() {
  NameMakers.insert(Graph.words().number("__builtin_offsetof"));
  NameMakers.insert(Graph.words().number("offsetof"));
  for (bool HasMore = true; HasMore;) {
    HasMore = false;
    for (FileNumber F = 0; F < Graph.fileCount(); ++F)
      for (const MacroText &Macro : Graph.text(F).Macros)
        if (!Graph.words().isKeyword(Macro.Name) &&
            !NameMakers.count(Macro.Name) &&
            (Macro.MakesNames || any_of(Macro.Body, [&](const auto &W) {
               return NameMakers.count(W.first) != 0;
             })))
          HasMore |= NameMakers.insert(Macro.Name).second;
  }
}

bool PageLeads::add(Word Name, Declared D) {
  if (Graph.words().isKeyword(Name))
    return false;
  std::vector<Declared> &Known = Names[Name];
  if (is_contained(Known, D))
    return false;
  Known.push_back(D);
  return true;
}

bool PageLeads::learn(StringRef Name, NameKind Kind, FileNumber In) {
  return !Name.empty() && add(Graph.words().number(Name), {Kind, In});
}

bool PageLeads::learnTaker(StringRef Name) {
  return add(Graph.words().number(Name), {NameKind::Definition, std::nullopt});
}

bool PageLeads::canName(Word Name, NameKind Kind, unsigned Places,
                        ArrayRef<LoneArgument> Arguments) const {
  if (Kind == NameKind::Any)
    return true;
  if (Kind == NameKind::Definition)
    return Places & FilePlace;
  if (Places & (Kind == NameKind::Tag ? TagPlace : MemberPlace))
    return true;
  return any_of(Arguments, [&](const LoneArgument &A) {
    return A.Argument == Name && NameMakers.count(A.Callee);
  });
}

bool PageLeads::leadsToPage(const Part &Text, Visible From) const {
  return any_of(Text.Words, [&](const auto &W) {
    const auto [Name, Places] = W;
    if (Name == Page && canName(Name, NameKind::Tag, Places, Text.Arguments))
      return true;
    auto Known = Names.find(Name);
    return Known != Names.end() &&
           any_of(Known->second,
                  [&, &Name = W.first, &Places = W.second](const Declared &D) {
                    return isSeen(D, From) &&
                           canName(Name, D.Kind, Places, Text.Arguments);
                  });
  });
}

bool PageLeads::leadsToPage(FileNumber F, Visible From) const {
  const FileText &Text = Graph.text(F);
  return leadsToPage(Part{Text.Words, Text.Arguments}, From);
}

// What is in Text leads to a page, and so do the names To that stand for it.
bool PageLeads::follow(const Part &Text, ArrayRef<Word> To, FileNumber In) {
  std::vector<std::optional<FileNumber>> Origins;
  for (const auto &[Name, Places] : Text.Words) {
    if (Name == Page && canName(Name, NameKind::Tag, Places, Text.Arguments))
      Origins.push_back(std::nullopt);
    auto Known = Names.find(Name);
    if (Known == Names.end())
      continue;
    for (const Declared &D : Known->second)
      if (canName(Name, D.Kind, Places, Text.Arguments))
        Origins.push_back(D.Origin ? D.Origin : D.In);
  }
  bool IsNew = false;
  for (Word Name : To)
    for (std::optional<FileNumber> Origin : Origins)
      IsNew |= add(Name, {NameKind::Any, In, Origin});
  return IsNew;
}

void PageLeads::followText() {
  for (bool HasMore = true; HasMore;) {
    HasMore = false;
    for (FileNumber F = 0; F < Graph.fileCount(); ++F) {
      for (const MacroText &Macro : Graph.text(F).Macros)
        HasMore |= follow({Macro.Body, Macro.Arguments}, Macro.Name, F);
      for (const TypedefText &Typedef : Graph.text(F).Typedefs)
        HasMore |= follow({Typedef.Words, {}}, Typedef.Names, F);
    }
  }
}

// As with CREATE_TRACE_POINTS: a macro of the source is what a header that it
// includes asks for, there or in one that it includes in turn.
bool PageLeads::changesHeader(size_t Unit) const {
  const FileNumber Main = Graph.mainFile(Unit);
  auto Asks = [&](FileNumber F) {
    return any_of(Graph.text(Main).Macros, [&](const MacroText &Macro) {
      return Graph.text(F).Tested.count(Macro.Name) != 0;
    });
  };
  return any_of(Graph.included(Unit, Main), [&](FileNumber F) {
    return concernsFile(F) &&
           (Asks(F) || any_of(Graph.included(Unit, F), Asks));
  });
}

bool PageLeads::concernsUnit(size_t Unit) const {
  const FileNumber Main = Graph.mainFile(Unit);
  // Most units have no such word at all.
  if (Graph.text(Main).MentionsPage || changesHeader(Unit))
    return true;
  if (!concernsFile(Main))
    return false;
  BitVector Readable = Graph.reachable(Unit);
  return leadsToPage(Main, &Readable) ||
         any_of(Graph.text(Main).Macros, [&](const MacroText &Macro) {
           return leadsToPage(Part{Macro.Body, Macro.Arguments}, &Readable);
         });
}

bool PageLeads::concernsFile(FileNumber F) const {
  return leadsToPage(F, nullptr) ||
         any_of(Graph.text(F).Macros, [&](const MacroText &Macro) {
           return leadsToPage(Part{Macro.Body, Macro.Arguments}, nullptr);
         });
}
