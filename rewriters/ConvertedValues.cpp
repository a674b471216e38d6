//===- ConvertedValues.cpp - how the descriptor is named at a use ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConvertedValues.h"

#include "CallTexts.h"
#include "DescriptorVariable.h"
#include "NewNames.h"
#include "pagesplit/Edit/CodeWords.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// The changes of one page variable in one function.
class VariableChanges {
public:
  VariableChanges(const RewriteInput &Input, const Moments &Places,
                  EditSet &Out)
      : Input(Input), Places(Places), Out(Out) {}

  void add(const UseChange &Change) { Changes.push_back(&Change); }
  /// \p Taken are names in the function that its text does not show.
  void convert(const PageDeclaration *Variable,
               const std::vector<const PageUse *> &AllUses,
               std::set<std::string> &Taken);

private:
  bool mayShare(const PageDeclaration &Variable,
                const std::vector<const PageUse *> &AllUses) const;
  bool canName(const UseChange &Change) const;
  std::optional<PageNames>
  namesOf(const std::vector<const PageUse *> &AllUses) const;
  std::string existingName(const PageDeclaration &Variable,
                           unsigned &Behind) const;
  std::string newName(const PageDeclaration &Variable,
                      const std::set<std::string> &Taken) const;
  bool useExisting(const PageDeclaration &Variable, const PageNames &Names);
  bool useMoments(const PageDeclaration &Variable, StringRef Name,
                  const PageNames &Names);
  void introduce(const PageDeclaration &Variable, StringRef Name,
                 std::vector<Edit> Lines,
                 function_ref<bool(const UseChange &)> IsBehind);
  void addShared(const UseChange &Change, StringRef Name, StringRef DeclaredIn);
  void addInline(const UseChange &Change);
  bool isChurn(const UseChange &Change) const;
  EditGroup groupOf(const UseChange &Change, std::string Name) const;
  void addLookups(const PageDeclaration &Variable,
                  const std::vector<const PageUse *> &AllUses);
  bool isLookup(const UseChange &Change) const {
    return Change.To->isLookup() && Change.Use->Callee == Change.To->Lookup;
  }

  const RewriteInput &Input;
  const Moments &Places;
  EditSet &Out;
  std::vector<const UseChange *> Changes;
  std::vector<UseChange> Lookups;
};

} // namespace

static std::string placeOf(const PageUse &Use) {
  return Use.Value.File + ":" + std::to_string(Use.Line) + ":" +
         std::to_string(Use.Column);
}

EditGroup VariableChanges::groupOf(const UseChange &Change,
                                   std::string Name) const {
  EditGroup Group;
  Group.Name = std::move(Name);
  Group.Rewriter = Change.Rewriter;
  Group.Descriptor = Change.To->Variable;
  Group.Where = {Change.Use->Value.File, Change.Use->Line, Change.Use->Column};
  Group.Subjects.insert(Change.Use->Function + "()");
  Group.Edits.insert(Change.Edits.begin(), Change.Edits.end());
  Group.Notes = Change.Notes;
  if (Change.IsAccess)
    Group.Accesses.insert(placeOf(*Change.Use));
  return Group;
}

// "put_page(page)" is no better as "folio_put(page_folio(page))", nor
// "page_address(page)" as "ptdesc_address(page_ptdesc(page))". But what only
// page tables have is called on them.
bool VariableChanges::isChurn(const UseChange &Change) const {
  bool IsForAny =
      Change.To->isLookup() || Input.Known.isForSeveral(Change.Use->Callee);
  return IsForAny && !Change.IsAccess && !Change.To->IsApart &&
         !Input.Rewriters.count(Change.Rewriter);
}

// What is looked up there already is what a variable is for, unless it is put
// into one.
void VariableChanges::addLookups(const PageDeclaration &Variable,
                                 const std::vector<const PageUse *> &AllUses) {
  const UseChange &Like = *Changes.front();
  for (const PageUse *Use : AllUses) {
    if (Use->Callee != Like.To->Lookup || !Use->Call || !Use->Value ||
        Use->Call.File != Variable.Body.File || Use->Depth > 1)
      continue;
    StringRef Before =
        textAt(Input, {Use->Call.File, Variable.Body.Begin, Use->Call.Begin});
    if (Before.rtrim().ends_with("="))
      continue;
    UseChange Lookup;
    Lookup.Use = Use;
    Lookup.To = Like.To;
    Lookup.Rewriter = "field-access";
    for (auto [Begin, End] : {std::make_pair(Use->Call.Begin, Use->Value.Begin),
                              std::make_pair(Use->Value.End, Use->Call.End)})
      Lookup.Edits.push_back(
          replacement(Use->Call.File, Begin,
                      textAt(Input, {Use->Call.File, Begin, End}), ""));
    Lookups.push_back(std::move(Lookup));
  }
  for (const UseChange &Lookup : Lookups)
    Changes.push_back(&Lookup);
}

void VariableChanges::addInline(const UseChange &Change) {
  if (isLookup(Change))
    return;
  const TextSpan &Value = Change.Use->Value;
  StringRef Page = textAt(Input, Value);
  std::optional<ResultCall> Given =
      callThatGives(Input, *Change.Use, *Change.To);
  auto Refuse = [&](Refusal Why, StringRef Subject, const std::string &Detail) {
    Out.add(Finding{Why,
                    Change.Rewriter,
                    {Value.File, Change.Use->Line, Change.Use->Column},
                    Subject.str(),
                    Detail});
  };
  std::string Converted = Change.To->from(Page, Change.IsHead);
  if (!Given && Converted.empty())
    return Refuse(Refusal::Headness, Page, Change.To->Cast);
  if (!Given && isChurn(Change))
    return Refuse(Refusal::FrontierCost, Change.Use->Callee, Converted);
  // A page in a word would have to be looked up, and there may be none.
  if (Change.Other && Change.To->IsApart)
    return Refuse(Refusal::NeedsAnother, Page, Change.Use->Field);
  EditGroup Group =
      groupOf(Change, Change.Rewriter + ":" + placeOf(*Change.Use) + ":" +
                          Change.Use->Function);
  if (Given) {
    Group.Edits.insert(Given->Edits.begin(), Given->Edits.end());
    Group.Notes.insert(Given->Notes.begin(), Given->Notes.end());
  } else {
    StringRef Open = StringRef(Converted).take_front(Converted.find('(') + 1);
    auto [First, Last] = wrap(Value.File, Value.Begin, Value.End, Open, ")");
    Group.Edits.insert({First, Last});
  }
  Out.add(std::move(Group));
}

// The variable must be the page of one moment from the first line to the last,
// and there must be one: asking NULL for its folio is a crash.
bool VariableChanges::mayShare(
    const PageDeclaration &Variable,
    const std::vector<const PageUse *> &AllUses) const {
  if (Variable.Kind != DeclarationKind::Parameter || !Variable.Body)
    return false;
  for (const PageUse *Use : AllUses)
    if (Use->Kind == UseKind::Target || Use->Kind == UseKind::Object ||
        Use->Kind == UseKind::Test || Use->Depth > Variable.Depth ||
        Input.Known.isErrorTest(Use->Callee) || Places.isSplit(*Use))
      return false;
  return all_of(Changes, [&](const UseChange *C) { return canName(*C); });
}

bool VariableChanges::canName(const UseChange &Change) const {
  return Change.To == Changes.front()->To &&
         Change.Use->Name.key() == Change.Use->Value.key() &&
         !Change.To->Lookup.empty();
}

// Nothing when the variable may change where nobody can see it.
std::optional<PageNames>
VariableChanges::namesOf(const std::vector<const PageUse *> &AllUses) const {
  PageNames Names;
  for (const PageUse *Use : AllUses) {
    const TextSpan &At = Use->Name ? Use->Name : Use->Value;
    bool IsChange = Use->Kind == UseKind::Target ||
                    Use->Kind == UseKind::Object || Use->Depth > 1 ||
                    Places.isSplit(*Use);
    if (!At && IsChange)
      return std::nullopt;
    if (!At)
      continue;
    Names.All.insert(At.Begin);
    if (IsChange)
      Names.Changes.insert(At.Begin);
    if (Use->Kind == UseKind::Test || Input.Known.isErrorTest(Use->Callee))
      Names.Tests.insert(At.Begin);
  }
  for (const UseChange *Change : Changes)
    if (canName(*Change))
      Names.Wanting.insert(Change->Use->Value.Begin);
  return Names;
}

// "new_page" gets a "new_folio", "p" a "folio".
std::string VariableChanges::newName(const PageDeclaration &Variable,
                                     const std::set<std::string> &Taken) const {
  const DescriptorType &To = *Changes.front()->To;
  StringRef Body = textAt(Input, Variable.Body);
  std::string Own = renamed(Variable.Name, To.Variable);
  if (Own == Variable.Name)
    Own = To.Variable;
  return hasWord(Body, Own) || Taken.count(Own) ? "" : Own;
}

// "struct folio *folio = page_folio(page);" among the outermost declarations,
// never changed afterwards.
std::string VariableChanges::existingName(const PageDeclaration &Variable,
                                          unsigned &Behind) const {
  const DescriptorType &To = *Changes.front()->To;
  StringRef Body = textAt(Input, Variable.Body);
  std::string Head = "\n\t" + To.Type + " *";
  size_t At = Body.find(Head);
  if (At == StringRef::npos)
    return "";
  StringRef Rest = Body.substr(At + Head.size());
  StringRef Name =
      Rest.take_while([](char C) { return isAlnum(C) || C == '_'; });
  std::string Tail = " = " + To.from(Variable.Name, false) + ";";
  if (!Rest.substr(Name.size()).starts_with(Tail))
    return "";
  Behind = Variable.Body.Begin + At + Head.size() + Name.size() + Tail.size();
  return isChanged(Rest.substr(Name.size() + Tail.size()), Name) ? ""
                                                                 : Name.str();
}

void VariableChanges::addShared(const UseChange &Change, StringRef Name,
                                StringRef DeclaredIn) {
  const PageUse &Use = *Change.Use;
  std::string GroupName = DeclaredIn.str();
  bool IsApart = DeclaredIn.empty() || !Change.Notes.empty();
  if (IsApart)
    GroupName = Change.Rewriter + ":" + placeOf(Use) + ":" + Use.Function;
  EditGroup Group = groupOf(Change, GroupName);
  if (!IsApart) {
    Group.Rewriter = "field-access";
    Group.Where = {};
  } else if (!DeclaredIn.empty()) {
    Group.Needs.insert(DeclaredIn.str());
  }
  Group.Edits.insert(replacement(Use.Value.File, Use.Value.Begin,
                                 textAt(Input, Use.Value), Name));
  Out.add(std::move(Group));
}

void VariableChanges::introduce(
    const PageDeclaration &Variable, StringRef Name, std::vector<Edit> Lines,
    function_ref<bool(const UseChange &)> IsBehind) {
  EditGroup Group;
  Group.Name = "field-access:" + Variable.Body.File + ":" + Variable.Owner +
               ":" + Variable.Name;
  Group.Rewriter = "field-access";
  Group.Descriptor = Changes.front()->To->Variable;
  Group.Where = {};
  Group.Subjects.insert(Variable.Owner + "()");
  Group.Edits.insert(Lines.begin(), Lines.end());
  std::string DeclaredIn = Group.Name;
  Out.add(std::move(Group));
  for (const UseChange *Change : Changes)
    if (IsBehind(*Change))
      addShared(*Change, Name, DeclaredIn);
    else
      addInline(*Change);
}

bool VariableChanges::useExisting(const PageDeclaration &Variable,
                                  const PageNames &Names) {
  unsigned Behind = 0;
  std::string Name = existingName(Variable, Behind);
  if (Name.empty() || Names.Changes.lower_bound(Behind) != Names.Changes.end())
    return false;
  for (const UseChange *Change : Changes)
    if (canName(*Change) && Change->Use->Value.Begin > Behind)
      addShared(*Change, Name, "");
    else
      addInline(*Change);
  return true;
}

bool VariableChanges::useMoments(const PageDeclaration &Variable,
                                 StringRef Name, const PageNames &Names) {
  std::vector<Moment> Found = Places.of(Variable.Body, Names);
  auto IsBehind = [&](const UseChange &Change) {
    return canName(Change) && any_of(Found, [&](const Moment &M) {
             return M.Uses.count(Change.Use->Value.Begin) != 0;
           });
  };
  bool HasPlain = any_of(Changes, [&](const UseChange *C) {
    return C->Notes.empty() && !isLookup(*C) && IsBehind(*C);
  });
  if (!HasPlain)
    return false;
  std::optional<std::vector<Edit>> Lines = declareDescriptor(
      Input, Variable, *Changes.front()->To, Name, Found, Names.Changes);
  if (Lines)
    introduce(Variable, Name, std::move(*Lines), IsBehind);
  return Lines.has_value();
}

void VariableChanges::convert(const PageDeclaration *Variable,
                              const std::vector<const PageUse *> &AllUses,
                              std::set<std::string> &Taken) {
  auto AddAllInline = [&] {
    for (const UseChange *Change : Changes)
      addInline(*Change);
  };
  if (!Variable || Variable->Depth > 1 || !Variable->Body ||
      Changes.front()->To->Lookup.empty())
    return AddAllInline();
  addLookups(*Variable, AllUses);
  std::optional<PageNames> Names = namesOf(AllUses);
  if (!Names)
    return AddAllInline();
  if (useExisting(*Variable, *Names))
    return;
  std::string Name = newName(*Variable, Taken);
  if (Name.empty())
    return AddAllInline();
  StringRef Body = textAt(Input, Variable->Body);
  bool HasPlain = any_of(Changes, [&](const UseChange *C) {
    return C->Notes.empty() && !isLookup(*C);
  });
  if (mayShare(*Variable, AllUses) && HasPlain && Changes.size() >= 2 &&
      Body.starts_with("{\n"))
    introduce(*Variable, Name,
              {declareAtTop(*Variable, *Changes.front()->To, Name)},
              [](const UseChange &) { return true; });
  else if (!useMoments(*Variable, Name, *Names))
    return AddAllInline();
  Taken.insert(Name);
}

void pagesplit::convertValues(const RewriteInput &Input,
                              const std::vector<UseChange> &Changes,
                              NamesByBody Taken, EditSet &Out) {
  using Place = std::tuple<std::string, std::string, unsigned>;
  auto PlaceOf = [](const PageUse &Use) {
    return Place(Use.Function, Use.Declared.File, Use.Declared.Begin);
  };
  std::map<Place, const PageDeclaration *> Variables;
  for (const PageDeclaration &V : Input.Uses.Declarations)
    if (V.Body)
      Variables[Place(V.Owner, V.NameWord.File, V.NameWord.Begin)] = &V;
  std::map<Place, std::vector<const PageUse *>> Uses;
  for (const PageUse &Use : Input.Uses.Uses)
    Uses[PlaceOf(Use)].push_back(&Use);
  Moments Places(Input);
  std::map<Place, VariableChanges> Groups;
  for (const UseChange &Change : Changes)
    Groups.try_emplace(PlaceOf(*Change.Use), Input, Places, Out)
        .first->second.add(Change);
  for (auto &[At, Group] : Groups) {
    auto Found = Variables.find(At);
    const PageDeclaration *Variable =
        Found == Variables.end() ? nullptr : Found->second;
    std::pair<std::string, unsigned> Body;
    if (Variable)
      Body = {Variable->Body.File, Variable->Body.Begin};
    Group.convert(Variable, Uses[At], Taken[Body]);
  }
}
