//===- UnitView.cpp - what one unit does with its pages -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitView.h"

#include "DescriptorText.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace pagesplit::checks {

std::shared_ptr<UnitView> UnitView::of(ASTContext &Context,
                                       const Preprocessor &Macros,
                                       const Knowledge &Known) {
  // Every check of a unit runs in one thread, and lets go at its end.
  static thread_local std::weak_ptr<UnitView> Latest;
  std::shared_ptr<UnitView> View = Latest.lock();
  if (View && &View->Context == &Context && &View->Known == &Known)
    return View;
  View = std::make_shared<UnitView>(Context, Macros, Known);
  Latest = View;
  return View;
}

const std::vector<AccessSite> &UnitView::accesses() {
  if (!HasAccesses)
    walkAccesses(Context, Known,
                 [&](const AccessSite &Site) { Accesses.push_back(Site); });
  HasAccesses = true;
  return Accesses;
}

const std::vector<FlowSite> &UnitView::flows() {
  if (!HasFlows)
    walk();
  HasFlows = true;
  return Flows;
}

void UnitView::walk() {
  walkFlows(Context, Macros, Known,
            [&](const FlowSite &Site) { Flows.push_back(Site); });
  for (const FlowSite &Site : Flows) {
    GroupKey Key{Site.Form,
                 Site.Range.getBegin().getRawEncoding(),
                 Site.Range.getEnd().getRawEncoding(),
                 Site.To.Declaration,
                 Site.To.Position,
                 Site.To.Name};
    Value &Group = Groups[Key];
    Group.push_back(&Site);
    GroupOf[&Site] = &Group;
    if (Site.Form == FlowForm::Use)
      Uses[Site.Range.getBegin()].push_back(&Site);
    bool Fills = Site.Form == FlowForm::Argument &&
                 is_contained(Site.Through, std::string("&"));
    // What is given the address of a variable may put anything there.
    const NamedDecl *Changed = Fills ? variableOf(Site.From)
                               : Site.Form == FlowForm::Assign
                                   ? variableOf(Site.To)
                                   : nullptr;
    if (Changed)
      Into[Changed].push_back(&Site);
  }
}

const std::vector<const FlowSite *> &UnitView::into(const NamedDecl *Variable) {
  flows();
  return Into[Variable];
}

const FlowSite *UnitView::useAt(SourceRange Range, StringRef Field) {
  flows();
  auto Found = Uses.find(Range.getBegin());
  if (Found != Uses.end())
    for (const FlowSite *Site : Found->second)
      if (Site->Range == Range && Site->To.Name == Field)
        return Site;
  return nullptr;
}

const NamedDecl *variableOf(const FlowPlace &Place) {
  if (!Place.Declaration)
    return nullptr;
  if (Place.Kind == FlowEnd::Local)
    return cast<NamedDecl>(Place.Declaration->getCanonicalDecl());
  const auto *Function = dyn_cast<FunctionDecl>(Place.Declaration);
  if (Place.Kind != FlowEnd::Param || !Function || Place.Position < 0)
    return nullptr;
  if (const FunctionDecl *Definition = Function->getDefinition())
    Function = Definition;
  if (unsigned(Place.Position) >= Function->getNumParams())
    return nullptr;
  return Function->getParamDecl(Place.Position);
}

std::string nameOf(const FlowPlace &Callee) {
  return Callee.Declaration ? calleeName(Callee.Declaration) : Callee.Name;
}

static std::optional<PageKind> kindFrom(const Claim *Said, StringRef Because,
                                        SourceLocation At) {
  if (!Said || Said->Descriptor == "unknown" || Said->Descriptor == "nothing")
    return std::nullopt;
  bool IsBare = Said->Descriptor == "page";
  if (IsBare ? !Said->IsFrozen : Said->How == Strength::Weak)
    return std::nullopt;
  return PageKind{Said->Descriptor, Because.str(), At, false, Said->IsFrozen};
}

// "compound_head#0": the call and the argument it may hand on.
static std::pair<StringRef, int> callIn(StringRef Through) {
  auto [Call, Position] = Through.rsplit('#');
  int Argument = -1;
  if (Call.empty() || Position.getAsInteger(10, Argument))
    return {"", -1};
  return {Call, Argument};
}

// Whether what comes out is in the same memory as what went in.
bool UnitView::isHandedOn(const FlowSite &Site) const {
  return all_of(Site.Through, [&](const std::string &Step) {
    auto [Call, Argument] = callIn(Step);
    return Call.empty() ? Step == "+"
                        : Known.evidence().passes(Call, Argument) != nullptr;
  });
}

std::optional<PageKind> UnitView::kindByName(const FlowSite &Site) const {
  const EvidenceIndex &Evidence = Known.evidence();
  const FlowPlace &From = Site.From;
  SourceLocation At = Site.Range.getBegin();
  switch (From.Kind) {
  case FlowEnd::Return:
    return kindFrom(Evidence.call(nameOf(From), -1), nameOf(From), At);
  case FlowEnd::Member: {
    const auto *Field = dyn_cast_or_null<FieldDecl>(From.Declaration);
    if (!Field)
      return std::nullopt;
    std::string Name = structName(Field) + "." + Field->getNameAsString();
    return kindFrom(Evidence.member(Name), Name, At);
  }
  case FlowEnd::Type: {
    StringRef Type = StringRef(From.Name).split('.').first;
    for (const std::string &Step : Site.Through) {
      auto [Call, Argument] = callIn(Step);
      if (const Claim *Said = Evidence.address(Call, true, Type))
        return kindFrom(Said, Type, At);
    }
    StringRef Descriptor = Evidence.describedBy(Type);
    if (Descriptor.empty() || From.IsList)
      return std::nullopt;
    return PageKind{Descriptor.str(), Type.str(), At, false, false};
  }
  default:
    return std::nullopt;
  }
}

std::optional<PageKind> UnitView::kindByTests(const FlowSite &Site) const {
  std::optional<PageKind> Result;
  for (const FlowTest &Test : Site.Tests) {
    const GuardMeaning *Meaning = Known.evidence().guard(Test.Test);
    if (!Meaning)
      continue;
    const std::string &Word =
        Test.Holds ? Meaning->WhenTrue : Meaning->WhenFalse;
    if (Word.empty() || Word == "page")
      continue;
    // Two tests that disagree prove that one of them is not about kinds.
    if (Result && Result->Descriptor != Word)
      return std::nullopt;
    Result = PageKind{Word, Test.Test, SourceLocation(), true, false};
  }
  return Result;
}

static const Claim *claimOfType(const NamedDecl *Variable,
                                const EvidenceIndex &Evidence) {
  const auto *Value = dyn_cast<ValueDecl>(Variable);
  const auto *Typedef =
      Value ? Value->getType()->getAs<TypedefType>() : nullptr;
  return Typedef ? Evidence.type(Typedef->getDecl()->getName()) : nullptr;
}

// The result of the macro that somebody wrote there; those in its body say the
// same less exactly.
const FlowSite *UnitView::writtenMacro(const Value &Flows) const {
  SourceLocation Begin = Flows.front()->Range.getBegin();
  if (!Begin.isMacroID())
    return nullptr;
  std::vector<std::string> Names = macrosAround(Begin, Context);
  for (const FlowSite *Site : Flows)
    if (Site->From.Kind == FlowEnd::Return && !Names.empty() &&
        nameOf(Site->From) == Names.back())
      return Site;
  return nullptr;
}

std::optional<PageKind> UnitView::kindOfVariable(const NamedDecl *Variable,
                                                 Variables &Seen) {
  if (!Seen.insert(Variable).second)
    return std::nullopt;
  if (auto Kind = kindFrom(claimOfType(Variable, Known.evidence()),
                           cast<ValueDecl>(Variable)->getType().getAsString(),
                           Variable->getLocation()))
    return Kind;
  // A parameter comes from callers, which are not looked at.
  if (isa<ParmVarDecl>(Variable) || !Variable->getParentFunctionOrMethod())
    return std::nullopt;
  std::optional<PageKind> Result;
  SmallPtrSet<const Value *, 4> Done;
  for (const FlowSite *Site : into(Variable)) {
    if (Site->Form != FlowForm::Assign)
      return std::nullopt;
    const Value *Flows = GroupOf.lookup(Site);
    if (!Done.insert(Flows).second)
      continue;
    std::optional<PageKind> Kind = kindOfValue(*Flows, Seen);
    if (!Kind || (Result && Result->Descriptor != Kind->Descriptor))
      return std::nullopt;
    Result = Kind;
    Result->IsTest = false;
  }
  return Result;
}

// Several flows describe one value: a result, and what it was made of.
std::optional<PageKind> UnitView::kindOfValue(const Value &Flows,
                                              Variables &Seen) {
  for (const FlowSite *Site : Flows)
    if (std::optional<PageKind> Kind = kindByTests(*Site))
      return Kind;
  if (const FlowSite *Written = writtenMacro(Flows))
    if (std::optional<PageKind> Kind = kindByName(*Written))
      return Kind;
  std::optional<PageKind> Result;
  for (const FlowSite *Site : Flows) {
    const NamedDecl *Variable = variableOf(Site->From);
    if (Variable && !isHandedOn(*Site))
      continue;
    std::optional<PageKind> Kind =
        Variable ? kindOfVariable(Variable, Seen) : kindByName(*Site);
    if (!Kind && Variable)
      return std::nullopt;
    if (Kind && Result && Result->Descriptor != Kind->Descriptor)
      return std::nullopt;
    if (Kind)
      Result = Kind;
  }
  return Result;
}

std::optional<PageKind> UnitView::kindOf(const FlowSite &Site) {
  flows();
  Variables Seen;
  return kindOfValue(*GroupOf.lookup(&Site), Seen);
}

bool UnitView::isHead(const FlowSite &Site) const {
  const EvidenceIndex &Evidence = Known.evidence();
  for (const FlowTest &Test : Site.Tests) {
    const GuardMeaning *Meaning = Evidence.guard(Test.Test);
    if (Meaning && Meaning->HeadWhen == Test.Holds)
      return true;
  }
  return any_of(Site.Through, [&](const std::string &Step) {
    auto [Call, Argument] = callIn(Step);
    const PassThrough *Passes =
        Call.empty() ? nullptr : Evidence.passes(Call, Argument);
    return Passes && Passes->Result == Headness::Head;
  });
}

static bool isCounted(const FlowSite &Site) {
  return is_contained(Site.Through, std::string("+"));
}

// What a call gives; nothing when nobody has said.
std::optional<TailReason> UnitView::tailByCall(const FlowSite &Site,
                                               bool Lookups) const {
  const std::string Name = nameOf(Site.From);
  const Claim *Said = Site.From.Kind == FlowEnd::Return
                          ? Known.evidence().call(Name, -1)
                          : nullptr;
  if (!Said)
    return std::nullopt;
  const Descriptor *Kind = Known.descriptor(Said->Descriptor);
  bool HasTails = Kind && !Kind->HasNoTails && !Kind->IsTransient &&
                  Said->Head == Headness::Any && Said->How != Strength::Weak;
  for (const Conversion *C : Known.conversions(Said->Descriptor, "page"))
    if (C->Calls.front() == Name)
      HasTails &= C->Form == ConversionForm::Arithmetic;
  bool IsLookup =
      Said->How == Strength::Establishing && !Known.isConversion(Name);
  if (!HasTails || (IsLookup && !Lookups))
    return TailReason{};
  // A conversion that has tails counts them.
  return TailReason{Name + "() gives the very page that was asked for",
                    Known.isConversion(Name)};
}

TailReason UnitView::tailOfValue(const Value &Flows, bool Lookups,
                                 Variables &Seen) {
  if (any_of(Flows, [&](const FlowSite *Site) { return isHead(*Site); }))
    return {};
  const TailReason Counted{"it was counted on from another page", true};
  if (const FlowSite *Written = writtenMacro(Flows))
    if (auto Why = tailByCall(*Written, Lookups))
      return isCounted(*Written) ? Counted : *Why;
  for (const FlowSite *Site : Flows)
    if (auto Why = tailByCall(*Site, Lookups))
      return isCounted(*Site) ? Counted : *Why;
  for (const FlowSite *Site : Flows) {
    if (isCounted(*Site))
      return Counted;
    const NamedDecl *Variable = variableOf(Site->From);
    if (!Variable || !isHandedOn(*Site) || !Seen.insert(Variable).second)
      continue;
    for (const FlowSite *Given : into(Variable)) {
      if (Given->Form != FlowForm::Assign)
        continue;
      TailReason Why = tailOfValue(*GroupOf.lookup(Given), Lookups, Seen);
      if (!Why.Text.empty())
        return Why;
    }
  }
  return {};
}

TailReason UnitView::tailReason(const FlowSite &Site, bool Lookups) {
  flows();
  Variables Seen;
  return tailOfValue(*GroupOf.lookup(&Site), Lookups, Seen);
}

} // namespace pagesplit::checks
