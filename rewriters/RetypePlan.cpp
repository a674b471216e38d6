//===- RetypePlan.cpp - which declarations change their type --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RetypePlan.h"

#include "CallTexts.h"
#include "ListWalks.h"
#include "Retyping.h"
#include "pagesplit/Edit/CodeWords.h"
#include "llvm/ADT/EquivalenceClasses.h"

using namespace llvm;
using namespace pagesplit;

StringRef pagesplit::retyperFor(DeclarationKind Kind) {
  switch (Kind) {
  case DeclarationKind::Local:
    return "local-variable";
  case DeclarationKind::Member:
    return "struct-member";
  case DeclarationKind::Parameter:
  case DeclarationKind::Result:
    break;
  }
  return "function-signature";
}

RetypePlan::RetypePlan(const RewriteInput &Input, const DescriptorTypes &Types,
                       const PageEntities &Entities,
                       const ChangesByUse &Changes, const NewNames &Names)
    : Input(Input), Types(Types), Entities(Entities), Changes(Changes),
      Names(Names) {
  for (const PageUse &Use : Input.Uses.Uses) {
    if (isCursor(Use))
      Cursors[{Use.Call.File, Use.Line}].push_back(&Use);
    if (Use.Access)
      Accesses[{Use.Access.File, Use.Access.Begin}] = &Use;
  }
  for (const auto &[Access, Change] : Changes)
    if (Change->Other)
      OtherEnds[Change->Other] = Change;
  bundle();
}

// What is handed on by its address has one type on both sides.
void RetypePlan::bundle() {
  EquivalenceClasses<const PageEntity *> Classes;
  for (const PageEntity &X : Entities.all()) {
    Classes.insert(&X);
    for (const PageEntity *Y : Entities.tiedTo(X))
      if (Y)
        Classes.unionSets(&X, Y);
    for (const PageUse *Use : X.Uses)
      for (const PageEntity *Y :
           {Entities.targetOf(*Use), Entities.otherOf(*Use)})
        if (Use->Depth > 1 && Y)
          Classes.unionSets(&X, Y);
  }
  for (const PageEntity &X : Entities.all()) {
    auto &Members = Bundles[Classes.getLeaderValue(&X)];
    if (!Members)
      Members = std::make_shared<std::vector<const PageEntity *>>();
    Members->push_back(&X);
    Bundles[&X] = Members;
  }
}

static SourcePlace placeOf(const PageUse &Use) {
  return {Use.Value.File, Use.Line, Use.Column};
}

static SourcePlace placeOf(const PageDeclaration &D) {
  const TextSpan &Word = D.NameWord ? D.NameWord : D.TypeWord;
  return {Word.File, D.Line, D.Column};
}

const DescriptorType *RetypePlan::typeOf(const PageEntity *Entity) const {
  auto Found = Retyped.find(Entity);
  return Found == Retyped.end() ? nullptr : Found->second;
}

void RetypePlan::nominate(EditSet &Out) {
  for (const PageEntity &X : Entities.all()) {
    if (!Input.wants(retyperFor(X.Kind)) ||
        X.Said.Confidence < Input.Confidence ||
        (!Input.Descriptors.empty() && !Input.Descriptors.count(X.Said.Word)))
      continue;
    const DescriptorType *To = Types.of(X.Said.Word);
    if (!To || !StringRef(To->Type).starts_with("struct "))
      continue;
    // What is only declared here belongs to others.
    if (X.isOfFunction() && !X.isOfSlot() && !X.main().Body)
      continue;
    Retyped[&X] = To;
    if (auto Found = fixedObstacle(X)) {
      refuse(X, *Found, Out);
      Retyped.erase(&X);
    }
  }
}

// The page and the descriptor of it are the same memory at every place of X.
bool RetypePlan::isExact(const PageEntity &X) const {
  return X.Said.IsHead || typeOf(&X)->HasNoTails;
}

std::string RetypePlan::fileOutside(const PageEntity &X) const {
  for (const PageDeclaration *D : X.Declarations)
    if (D->NameWord && !Input.mayEdit(D->NameWord.File))
      return D->NameWord.File;
  for (const auto *Uses : {&X.Uses, &X.Sources})
    for (const PageUse *Use : *Uses)
      if (Use->Value && !Input.mayEdit(Use->Value.File))
        return Use->Value.File;
  return "";
}

// What stands in the way whatever else changes.
std::optional<RetypePlan::Obstacle>
RetypePlan::fixedObstacle(const PageEntity &X) const {
  if (std::string File = fileOutside(X); !File.empty())
    return Obstacle{Refusal::OutsidePaths, File, placeOf(X.main())};
  for (const PageDeclaration *D : X.Declarations)
    if (!D->Typedef.empty())
      return Obstacle{Refusal::Typedef, D->Typedef, placeOf(*D)};
  for (const PageDeclaration *D : X.Declarations)
    if (!D->TypeWord || (!D->NameWord && !D->Name.empty()) ||
        !Input.Texts.count(D->TypeWord.File))
      return Obstacle{Refusal::MacroBody, "", placeOf(*D)};
  if (X.isOfFunction() && Input.Known.replacement(X.Owner, X.Said.Word))
    return Obstacle{Refusal::PageForm, "", placeOf(X.main())};
  if (auto Fault = Names.fault(X, *typeOf(&X)))
    return Obstacle{Fault->Why, Fault->Detail, Fault->Where};
  return inFunction(X);
}

std::optional<RetypePlan::Obstacle>
RetypePlan::inDeclarations(const PageEntity &X) const {
  for (const PageDeclaration *D : X.Declarations)
    if (Error E = retypedDeclaration(Input, *this, Entities, *D).takeError())
      return Obstacle{Refusal::SeveralDeclarators, toString(std::move(E)),
                      placeOf(*D)};
  return std::nullopt;
}

// What the other side is waits for a reason of its own, if it has one.
RetypePlan::Obstacle RetypePlan::stuckAt(const PageUse &Use,
                                         const PageEntity *Other) const {
  bool HasReason = Other && isDescriptor(Other->Said.Word);
  return {HasReason ? Refusal::NeedsAnother : Refusal::AddressTaken, Use.Callee,
          placeOf(Use)};
}

// The address of X, or of what X leads to, goes somewhere.
std::optional<RetypePlan::Obstacle>
RetypePlan::inPlace(const PageEntity &X, const PageUse &Use) const {
  bool IsObject = Use.Kind == UseKind::Object && Use.Mode != "size";
  if (IsObject || passage(Use) == Passage::Stuck)
    return stuckAt(Use, Entities.targetOf(Use));
  if (Use.Mode == "opaque" && !isExact(X))
    return Obstacle{Refusal::ExactPage, Use.Callee, placeOf(Use)};
  return std::nullopt;
}

std::optional<RetypePlan::Obstacle>
RetypePlan::inUse(const PageEntity &X, const PageUse &Use) const {
  if (X.Kind != DeclarationKind::Result && !Use.Name && !Use.Value)
    return Obstacle{Refusal::MacroBody, "", placeOf(Use)};
  if (Use.Depth > 1)
    return inPlace(X, Use);
  std::optional<Passage> Way = passage(Use);
  const DescriptorType &To = *typeOf(&X);
  if ((Use.Kind == UseKind::Object && Use.Mode != "size") ||
      (isCursor(Use) && Way != Passage::Walk))
    return Obstacle{Refusal::AddressTaken, Use.Callee, placeOf(Use)};
  if (Way == Passage::Walk && !agrees(Use, To))
    return Obstacle{Refusal::NeedsAnother, Use.Callee, placeOf(Use)};
  if (Way == Passage::Same && Use.Kind == UseKind::Compare && !isExact(X))
    return Obstacle{Refusal::ExactPage, "", placeOf(Use)};
  if (Way == Passage::Changed && To.IsApart)
    if (const PageUse *Other = Changes.at(&Use)->Other;
        Other && typeOf(Entities.valueOf(*Other)) != &To &&
        typeOf(Entities.targetOf(*Other)) != &To)
      return Obstacle{Refusal::NeedsAnother, Use.Field, placeOf(Use)};
  if (Way != Passage::ToPage)
    return std::nullopt;
  if (!Use.Value)
    return Obstacle{Refusal::MacroBody, "", placeOf(Use)};
  if (!isExact(X) || To.toPage("x").empty())
    return Obstacle{Refusal::ExactPage,
                    Use.Callee.empty() ? Use.Field : Use.Callee, placeOf(Use)};
  return std::nullopt;
}

std::optional<RetypePlan::Obstacle>
RetypePlan::inSource(const PageEntity &X, const PageUse &Use) const {
  const DescriptorType &To = *typeOf(&X);
  bool IsFresh = Use.Depth > 1 && Use.Mode == "fresh";
  // What lies apart can be looked up, one by one.
  bool MayBeTaken = To.IsApart ? Use.Depth == 1 : isExact(X);
  if (Use.Kind == UseKind::Foreign && !IsFresh && !MayBeTaken)
    return Obstacle{Refusal::Headness, "", placeOf(Use)};
  if (passage(Use) == Passage::Stuck)
    return stuckAt(Use, Entities.valueOf(Use));
  if (passage(Use) != Passage::FromPage)
    return std::nullopt;
  if (!Use.Value)
    return Obstacle{Refusal::MacroBody, "", placeOf(Use)};
  if (To.from("x", isExact(X)).empty())
    return Obstacle{Refusal::Headness, To.Cast, placeOf(Use)};
  if (To.isLookup() && Use.Depth == 1 && mayBeTested(X))
    return Obstacle{Refusal::MayBeNull, "", placeOf(Use)};
  return std::nullopt;
}

// X, or where its value goes as it is, is tested for NULL, which has no
// descriptor to be looked up.
bool RetypePlan::mayBeTested(const PageEntity &X) const {
  std::set<const PageEntity *> Seen{&X};
  std::vector<const PageEntity *> Open{&X};
  auto Follow = [&](const PageEntity *Y) {
    if (Y && typeOf(Y) && Seen.insert(Y).second)
      Open.push_back(Y);
  };
  while (!Open.empty()) {
    const PageEntity &Next = *Open.back();
    Open.pop_back();
    for (const PageUse *Use : Next.Uses) {
      if (Use->Depth == 1 && isTest(*Use))
        return true;
      Follow(Entities.targetOf(*Use));
    }
    // Whoever hands on its address sees what is put there.
    for (const PageUse *Use : Next.Sources)
      if (Use->Depth > 1)
        Follow(Entities.valueOf(*Use));
  }
  return false;
}

std::vector<WordPlace> RetypePlan::placesOf(const PageEntity &X) const {
  std::vector<WordPlace> Places;
  StringRef Name = wordOfCallable(X.Owner);
  if (!X.IsKnownInOne) {
    auto Found = Input.Words.find(Name.str());
    return Found == Input.Words.end() ? Places : Found->second;
  }
  auto Text = Input.Texts.find(X.Scope);
  if (Text == Input.Texts.end() || !Text->second)
    return Places;
  StringRef All = *Text->second;
  forEachWord(All, [&](unsigned Offset, StringRef Word) {
    StringRef Before = All.take_front(Offset);
    if (Word == Name)
      Places.push_back({{X.Scope, unsigned(Before.count('\n') + 1),
                         unsigned(Offset - Before.rfind('\n'))},
                        Offset,
                        ""});
  });
  return Places;
}

// Every word that is the function's name must be one that was seen.
std::optional<RetypePlan::Obstacle>
RetypePlan::inFunction(const PageEntity &X) const {
  if (!X.isOfFunction())
    return std::nullopt;
  std::set<std::pair<std::string, unsigned>> Seen;
  StringRef Name = wordOfCallable(X.Owner);
  for (const FunctionMention &M : Input.Uses.Mentions) {
    if (M.Name != X.Owner || M.Scope != X.Scope || M.Mode == "other") {
      // The words are looked for in the text, which cannot tell them apart.
      if (M.Word && wordOfCallable(M.Name) == Name &&
          (M.Mode == "other" || X.isOfSlot() || isSlot(M.Name)))
        Seen.insert({M.Word.File, M.Word.Begin});
      continue;
    }
    if ((M.Mode == "store" && M.Into.empty()) || !M.Word)
      return Obstacle{M.Word ? Refusal::AddressTaken : Refusal::MacroBody,
                      "",
                      {M.Word.File, M.Line, M.Column}};
    Seen.insert({M.Word.File, M.Word.Begin});
  }
  std::vector<WordPlace> Places = placesOf(X);
  if (Places.empty() || (!X.main().Body && !X.isOfSlot()))
    return Obstacle{Refusal::NotCovered, X.Owner, placeOf(X.main())};
  for (const WordPlace &Place : Places)
    if (!Seen.count({Place.Where.File, Place.Offset}) &&
        !StringRef(Place.Around).starts_with("EXPORT_"))
      return Obstacle{Refusal::NotCovered, X.Owner, Place.Where};
  return std::nullopt;
}

void RetypePlan::weigh(const PageEntity &X, Weight &Sum) const {
  auto Count = [&](const PageUse *Use) {
    switch (*passage(*Use)) {
    case Passage::Changed:
    case Passage::Unwrap:
    case Passage::Walk:
    case Passage::Entry:
      ++Sum.Gain;
      break;
    case Passage::Given:
      ++Sum.Given;
      break;
    case Passage::Stuck:
      break;
    case Passage::Same:
      Sum.Gain += !isTest(*Use) && Use->Kind != UseKind::Target &&
                  Use->Kind != UseKind::Foreign;
      break;
    case Passage::ToPage:
    case Passage::FromPage:
      ++Sum.Cost;
      break;
    }
  };
  for_each(X.Uses, Count);
  for_each(X.Sources, Count);
}

// Changing a type is no end in itself: it has to leave fewer conversions and
// old accesses behind than it brings. That there is a call which gives the
// descriptor is no reason to want one.
bool RetypePlan::paysOff(const PageEntity &X) const {
  Weight Sum;
  for (const PageEntity *Y : *Bundles.at(&X))
    if (typeOf(Y))
      weigh(*Y, Sum);
  return Sum.Gain && Sum.Gain + Sum.Given >= Sum.Cost;
}

// All that is called through one slot changes, or nothing does.
std::optional<RetypePlan::Obstacle>
RetypePlan::inSlots(const PageEntity &X) const {
  for (const PageEntity *Y : Entities.tiedTo(X))
    if (!Y || typeOf(Y) != typeOf(&X))
      return Obstacle{Refusal::NeedsAnother, Y ? Y->Owner : "",
                      Y ? placeOf(Y->main()) : placeOf(X.main())};
  return std::nullopt;
}

std::optional<RetypePlan::Obstacle>
RetypePlan::obstacle(const PageEntity &X) const {
  if (auto Found = inSlots(X))
    return Found;
  if (auto Found = inDeclarations(X))
    return Found;
  for (const PageUse *Use : X.Uses)
    if (auto Found = inUse(X, *Use))
      return Found;
  for (const PageUse *Use : X.Sources)
    if (auto Found = inSource(X, *Use))
      return Found;
  if (!paysOff(X))
    return Obstacle{Refusal::FrontierCost, "", placeOf(X.main())};
  return std::nullopt;
}

void RetypePlan::refuse(const PageEntity &X, const Obstacle &Why,
                        EditSet &Out) const {
  Finding F;
  F.Why = Why.Why;
  F.Rewriter = retyperFor(X.Kind).str();
  F.Where = placeOf(X.main());
  F.Subject = X.Kind == DeclarationKind::Result ? X.Owner + "()" : X.Name;
  F.Detail = Why.Detail;
  if (!(Why.Where == F.Where))
    F.Detail = textOf(Why.Where) + (F.Detail.empty() ? "" : ": " + F.Detail);
  Out.add(std::move(F));
}

void RetypePlan::run(EditSet &Out) {
  nominate(Out);
  for (bool HasChanged = true; HasChanged;) {
    HasChanged = false;
    for (const PageEntity &X : Entities.all()) {
      std::optional<Obstacle> Found;
      if (typeOf(&X))
        Found = obstacle(X);
      if (!Found)
        continue;
      refuse(X, *Found, Out);
      Retyped.erase(&X);
      HasChanged = true;
    }
  }
}
