//===- ConvertedValues.cpp - how the descriptor is named at a use ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConvertedValues.h"

#include "pagesplit/Edit/CodeWords.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// The changes of one page variable in one function.
class VariableChanges {
public:
  VariableChanges(const RewriteInput &Input, EditSet &Out)
      : Input(Input), Out(Out) {}

  void add(const UseChange &Change) { Changes.push_back(&Change); }
  void convert(const PageDeclaration *Variable,
               const std::vector<const PageUse *> &AllUses);

private:
  bool mayShare(const PageDeclaration &Variable,
                const std::vector<const PageUse *> &AllUses) const;
  std::string existingName(const PageDeclaration &Variable,
                           unsigned &Behind) const;
  void introduce(const PageDeclaration &Variable);
  void addShared(const UseChange &Change, StringRef Name, StringRef DeclaredIn);
  void addInline(const UseChange &Change);
  EditGroup groupOf(const UseChange &Change, std::string Name) const;

  const RewriteInput &Input;
  EditSet &Out;
  std::vector<const UseChange *> Changes;
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

void VariableChanges::addInline(const UseChange &Change) {
  const TextSpan &Value = Change.Use->Value;
  StringRef Page = textAt(Input, Value);
  std::string Converted = Change.To->from(Page, Change.IsHead);
  if (Converted.empty()) {
    Out.add(Finding{Refusal::Headness,
                    Change.Rewriter,
                    {Value.File, Change.Use->Line, Change.Use->Column},
                    Page.str(),
                    Change.To->Cast});
    return;
  }
  // A page in a word would have to be looked up, and there may be none.
  if (Change.Other && Change.To->IsApart) {
    Out.add(Finding{Refusal::NeedsAnother,
                    Change.Rewriter,
                    {Value.File, Change.Use->Line, Change.Use->Column},
                    Page.str(),
                    Change.Use->Field});
    return;
  }
  StringRef Open = StringRef(Converted).take_front(Converted.find('(') + 1);
  EditGroup Group =
      groupOf(Change, Change.Rewriter + ":" + placeOf(*Change.Use) + ":" +
                          Change.Use->Function);
  auto [First, Last] = wrap(Value.File, Value.Begin, Value.End, Open, ")");
  Group.Edits.insert({First, Last});
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
        Input.Known.isErrorTest(Use->Callee))
      return false;
  for (const UseChange *Change : Changes)
    if (Change->To != Changes.front()->To ||
        Change->Use->Name.key() != Change->Use->Value.key() ||
        Change->To->Lookup.empty())
      return false;
  return true;
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

void VariableChanges::introduce(const PageDeclaration &Variable) {
  const DescriptorType &To = *Changes.front()->To;
  std::string Name = "field-access:" + Variable.Body.File + ":" +
                     Variable.Owner + ":" + Variable.Name;
  EditGroup Group;
  Group.Name = Name;
  Group.Rewriter = "field-access";
  Group.Descriptor = To.Variable;
  Group.Where = {};
  Group.Subjects.insert(Variable.Owner + "()");
  std::string Line = "\n\t" + To.Type + " *" + To.Variable + " = " +
                     To.from(Variable.Name, false) + ";";
  if (!Variable.StartsWithDeclaration)
    Line += "\n";
  Group.Edits.insert(
      insertion(Variable.Body.File, Variable.Body.Begin + 1, Line));
  Out.add(std::move(Group));
  for (const UseChange *Change : Changes)
    addShared(*Change, To.Variable, Name);
}

void VariableChanges::convert(const PageDeclaration *Variable,
                              const std::vector<const PageUse *> &AllUses) {
  bool IsShared = Variable && mayShare(*Variable, AllUses);
  if (IsShared) {
    unsigned Behind = 0;
    std::string Name = existingName(*Variable, Behind);
    if (!Name.empty()) {
      for (const UseChange *Change : Changes)
        if (Change->Use->Value.Begin > Behind)
          addShared(*Change, Name, "");
        else
          addInline(*Change);
      return;
    }
    StringRef Body = textAt(Input, Variable->Body);
    unsigned Plain =
        count_if(Changes, [](const UseChange *C) { return C->Notes.empty(); });
    if (Plain >= 1 && Changes.size() >= 2 && Body.starts_with("{\n") &&
        !hasWord(Body, Changes.front()->To->Variable))
      return introduce(*Variable);
  }
  for (const UseChange *Change : Changes)
    addInline(*Change);
}

void pagesplit::convertValues(const RewriteInput &Input,
                              const std::vector<UseChange> &Changes,
                              EditSet &Out) {
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
  std::map<Place, VariableChanges> Groups;
  for (const UseChange &Change : Changes)
    Groups.try_emplace(PlaceOf(*Change.Use), Input, Out)
        .first->second.add(Change);
  for (auto &[At, Group] : Groups) {
    auto Variable = Variables.find(At);
    Group.convert(Variable == Variables.end() ? nullptr : Variable->second,
                  Uses[At]);
  }
}
