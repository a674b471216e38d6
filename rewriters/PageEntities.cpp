//===- PageEntities.cpp - what is declared as a page ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PageEntities.h"

#include <limits>

using namespace llvm;
using namespace pagesplit;

const PageDeclaration &PageEntity::main() const {
  for (const PageDeclaration *D : Declarations)
    if (D->Body)
      return *D;
  return *Declarations.front();
}

PageEntity &PageEntities::entityFor(const PageDeclaration &D) {
  bool IsOfFunction =
      D.Kind == DeclarationKind::Parameter || D.Kind == DeclarationKind::Result;
  Place At(D.NameWord.File, D.NameWord.Begin);
  size_t Next = Entities.size();
  size_t Found = IsOfFunction
                     ? BySeat.try_emplace({D.Scope, D.Owner, D.Position}, Next)
                           .first->second
                     : ByPlace.try_emplace(At, Next).first->second;
  if (D.NameWord && D.Kind == DeclarationKind::Parameter)
    ByPlace.try_emplace(At, Found);
  if (Found == Next) {
    Entities.emplace_back();
    Entities.back().Kind = D.Kind;
    Entities.back().Depth = D.Depth;
    Entities.back().Owner = D.Owner;
    Entities.back().Scope = D.Scope;
    Entities.back().Name = D.Kind == DeclarationKind::Result ? D.Owner : D.Name;
  }
  return Entities[Found];
}

static const PlaceVerdict *verdictOf(const PageDeclaration &D,
                                     const VerdictIndex &Verdicts) {
  if (!D.NameWord)
    return nullptr;
  return D.Kind == DeclarationKind::Result
             ? Verdicts.result(D.NameWord.File, D.NameWord.Begin)
             : Verdicts.declaration(D.NameWord.File, D.NameWord.Begin);
}

// A static function of a header is known to all who include it.
static bool isKnownInOne(const std::string &Scope,
                         const VerdictIndex &Verdicts) {
  return !Scope.empty() &&
         Verdicts.unitsOf(Scope) == std::set<std::string>{Scope};
}

std::set<std::string>
pagesplit::callersToFind(const UseSet &Uses, const VerdictIndex &Verdicts,
                         const std::set<std::string> &Descriptors,
                         double Confidence) {
  std::set<std::string> Names;
  for (const PageDeclaration &D : Uses.Declarations) {
    bool IsOfFunction = D.Kind == DeclarationKind::Parameter ||
                        D.Kind == DeclarationKind::Result;
    const PlaceVerdict *Said = verdictOf(D, Verdicts);
    bool IsShared = !isKnownInOne(D.Scope, Verdicts);
    if (isSlot(D.Owner) && IsShared && (!Said || !isDescriptor(Said->Word)))
      Names.insert(wordOfCallable(D.Owner).str());
    if (!IsOfFunction || (!D.Body && !isSlot(D.Owner)) || !IsShared || !Said ||
        Said->Confidence < Confidence || !isDescriptor(Said->Word) ||
        (!Descriptors.empty() && !Descriptors.count(Said->Word)))
      continue;
    Names.insert(wordOfCallable(D.Owner).str());
  }
  return Names;
}

// A declaration nobody concluded anything about, such as a prototype without
// names, says nothing.
void PageEntities::addVerdict(PageEntity &Entity, const PageDeclaration &D,
                              const VerdictIndex &Verdicts) {
  const PlaceVerdict *Said = verdictOf(D, Verdicts);
  if (!Said)
    return;
  PlaceVerdict &Known = Entity.Said;
  if (Known.Word.empty()) {
    Known = *Said;
    return;
  }
  if (Known.Word != Said->Word)
    Known.Word = "mixed";
  Known.Confidence = std::min(Known.Confidence, Said->Confidence);
  Known.IsHead = Known.IsHead && Said->IsHead;
}

PageEntities::PageEntities(const RewriteInput &Input) {
  for (const PageDeclaration &D : Input.Uses.Declarations) {
    PageEntity &Entity = entityFor(D);
    Entity.Declarations.push_back(&D);
    Entity.IsKnownInOne = isKnownInOne(D.Scope, Input.Verdicts);
    addVerdict(Entity, D, Input.Verdicts);
    // A prototype may call it otherwise, or not at all.
    if (D.Kind == DeclarationKind::Parameter && D.Body)
      Entity.Name = D.Name;
  }
  for (const PageUse &Use : Input.Uses.Uses) {
    if (const PageEntity *Value = valueOf(Use))
      Entities[Value - Entities.data()].Uses.push_back(&Use);
    if (const PageEntity *Target = targetOf(Use))
      Entities[Target - Entities.data()].Sources.push_back(&Use);
  }
  tie(Input);
  adoptVerdicts();
}

// What is called through a slot has the slot's type.
void PageEntities::tie(const RewriteInput &Input) {
  std::set<std::pair<const PageEntity *, const PageEntity *>> Known;
  auto Join = [&](const PageEntity *A, const PageEntity *B) {
    if (A && A != B && Known.insert({A, B}).second)
      Ties[A].push_back(B);
  };
  auto SeatsOf = [&](const std::string &Scope, const std::string &Owner) {
    std::set<int> Positions;
    constexpr int Least = std::numeric_limits<int>::min();
    for (auto It = BySeat.lower_bound({Scope, Owner, Least});
         It != BySeat.end() && std::get<0>(It->first) == Scope &&
         std::get<1>(It->first) == Owner;
         ++It)
      Positions.insert(std::get<2>(It->first));
    return Positions;
  };
  for (const FunctionMention &M : Input.Uses.Mentions) {
    if (M.Into.empty())
      continue;
    std::set<int> Positions = SeatsOf(M.Scope, M.Name);
    Positions.merge(SeatsOf(M.IntoScope, M.Into));
    for (int Position : Positions) {
      const PageEntity *Stored = at(M.Scope, M.Name, Position);
      const PageEntity *Slot = at(M.IntoScope, M.Into, Position);
      Join(Stored, Slot);
      Join(Slot, Stored);
    }
  }
}

// A function that does nothing with its page is what its slot is, and a slot of
// which nothing is known is what all its functions are.
void PageEntities::adoptVerdicts() {
  auto IsOpen = [](const PageEntity &X) {
    return X.Said.Word.empty() || X.Said.Word == "unknown";
  };
  auto Adopt = [&](PageEntity &X) {
    PlaceVerdict Agreed;
    for (const PageEntity *Y : tiedTo(X)) {
      if (!Y ||
          (!IsOpen(*Y) && !Agreed.Word.empty() && Agreed.Word != Y->Said.Word))
        return;
      if (IsOpen(*Y))
        continue;
      bool IsFirst = Agreed.Word.empty();
      Agreed.Word = Y->Said.Word;
      Agreed.Confidence = IsFirst
                              ? Y->Said.Confidence
                              : std::min(Agreed.Confidence, Y->Said.Confidence);
      Agreed.IsHead = (IsFirst || Agreed.IsHead) && Y->Said.IsHead;
    }
    if (!Agreed.Word.empty())
      X.Said = Agreed;
  };
  for (bool OfSlot : {true, false})
    for (PageEntity &X : Entities)
      if (X.isOfFunction() && X.isOfSlot() == OfSlot && IsOpen(X))
        Adopt(X);
}

const std::vector<const PageEntity *> &
PageEntities::tiedTo(const PageEntity &X) const {
  static const std::vector<const PageEntity *> None;
  auto Found = Ties.find(&X);
  return Found == Ties.end() ? None : Found->second;
}

const PageEntity *PageEntities::of(const PageDeclaration &D) const {
  bool IsOfFunction =
      D.Kind == DeclarationKind::Parameter || D.Kind == DeclarationKind::Result;
  return IsOfFunction ? at(D.Scope, D.Owner, D.Position) : at(D.NameWord);
}

const PageEntity *
PageEntities::declaredWithin(const TextSpan &Declarator) const {
  auto Found = ByPlace.lower_bound({Declarator.File, Declarator.Begin});
  bool IsWithin = Found != ByPlace.end() &&
                  Found->first.first == Declarator.File &&
                  Found->first.second < Declarator.End;
  return IsWithin ? &Entities[Found->second] : nullptr;
}

const PageEntity *PageEntities::at(const TextSpan &Declared) const {
  auto Found = ByPlace.find({Declared.File, Declared.Begin});
  return !Declared || Found == ByPlace.end() ? nullptr
                                             : &Entities[Found->second];
}

const PageEntity *PageEntities::at(const std::string &Scope,
                                   const std::string &Function,
                                   int Position) const {
  auto Found = BySeat.find({Scope, Function, Position});
  return Found == BySeat.end() ? nullptr : &Entities[Found->second];
}

const PageEntity *PageEntities::valueOf(const PageUse &Use) const {
  if (Use.Kind == UseKind::Foreign)
    return nullptr;
  return Use.Declared ? at(Use.Declared)
         : Use.Called.empty()
             ? nullptr
             : at(Use.CalledScope, Use.Called, /*Position=*/-1);
}

const PageEntity *PageEntities::otherOf(const PageUse &Use) const {
  return Use.Kind == UseKind::Compare ? at(Use.Other) : nullptr;
}

const PageEntity *PageEntities::targetOf(const PageUse &Use) const {
  switch (Use.Kind) {
  case UseKind::Assign:
    return at(Use.Other);
  case UseKind::Argument:
    return at(Use.CalleeScope, Use.Callee, Use.Position);
  case UseKind::Return:
    return at(Use.Scope, Use.Function, /*Position=*/-1);
  case UseKind::Foreign:
    if (Use.Other)
      return at(Use.Other);
    return Use.Callee.empty() ? at(Use.Scope, Use.Function, /*Position=*/-1)
                              : at(Use.CalleeScope, Use.Callee, Use.Position);
  default:
    return nullptr;
  }
}
