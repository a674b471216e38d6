//===- Retyping.cpp - declarations that become descriptors ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Retyping.h"

#include "CallTexts.h"
#include "ListWalks.h"
#include "pagesplit/Edit/Declarators.h"
#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

// An edit that changes nothing is none.
static void insert(std::set<Edit> &Into, Edit E) {
  if (E.Was != E.Text)
    Into.insert(std::move(E));
}

static StringRef tagOf(const DescriptorType *To) {
  return To ? StringRef(To->Type).drop_front(StringRef("struct ").size())
            : StringRef();
}

Expected<std::vector<Edit>>
pagesplit::retypedDeclaration(const RewriteInput &Input, const RetypePlan &Plan,
                              const PageEntities &Entities,
                              const PageDeclaration &D) {
  const TextSpan &Type = D.TypeWord;
  if (D.Declarators.size() < 2) {
    const DescriptorType *To = Plan.typeOf(Entities.of(D));
    return std::vector<Edit>{
        replacement(Type.File, Type.Begin, "page", tagOf(To))};
  }
  DeclarationList List;
  List.Begin = D.Whole.Begin;
  List.Type = {Type.Begin, Type.End};
  std::vector<std::string> NewTypes;
  for (const TextSpan &Declarator : D.Declarators) {
    List.Declarators.push_back({Declarator.Begin, Declarator.End});
    NewTypes.push_back(
        tagOf(Plan.typeOf(Entities.declaredWithin(Declarator))).str());
  }
  return retypeDeclarators(*Input.Texts.at(Type.File), Type.File, List,
                           NewTypes);
}

namespace {

using EntityClasses = EquivalenceClasses<const PageEntity *>;

/// Makes the edits of what changes together.
class Retyper {
public:
  Retyper(const RewriteInput &Input, const RetypePlan &Plan,
          const DescriptorTypes &Types, const PageEntities &Entities,
          const ChangesByUse &Changes, const NewNames &Names)
      : Input(Input), Plan(Plan), Types(Types), Entities(Entities),
        Changes(Changes), Names(Names) {}

  EntityClasses classes() const;
  EditGroup group(ArrayRef<const PageEntity *> Members);

private:
  void addDeclarations(const PageEntity &X);
  void addKernelDoc(const PageDeclaration &D, StringRef New);
  void dropDeclaration(const TextSpan &Line);
  void addUse(const PageUse &Use);
  void addWrap(const TextSpan &Value, StringRef Form);
  void addUnwrap(const PageUse &Use);
  bool addLookup(const TextSpan &Value, const DescriptorType &To);
  void addFromPage(const PageUse &Use, const DescriptorType &To);
  void dropWordCasts(ArrayRef<const PageEntity *> Members);
  void addEntry(const TextSpan &Value, const DescriptorType &To);
  void addGiven(const PageUse &Use, const DescriptorType &To);
  void addChange(const PageUse &Use);
  void erase(StringRef File, unsigned Begin, unsigned End);

  const RewriteInput &Input;
  const RetypePlan &Plan;
  const DescriptorTypes &Types;
  const PageEntities &Entities;
  const ChangesByUse &Changes;
  const NewNames &Names;
  EditGroup Group;
  std::vector<TextSpan> Dropped;
};

} // namespace

EntityClasses Retyper::classes() const {
  EntityClasses Classes;
  std::map<std::pair<std::string, std::string>, const PageEntity *> Functions;
  std::map<std::pair<std::string, unsigned>, const PageEntity *> Lists;
  auto Join = [&](const PageEntity &A, const PageEntity *B) {
    if (B && Plan.typeOf(B))
      Classes.unionSets(&A, B);
  };
  for (const PageEntity &X : Entities.all()) {
    if (!Plan.typeOf(&X))
      continue;
    Classes.insert(&X);
    if (X.isOfFunction())
      Join(X, Functions.try_emplace({X.Scope, X.Owner}, &X).first->second);
    const TextSpan &List = X.main().TypeWord;
    Join(X, Lists.try_emplace({List.File, List.Begin}, &X).first->second);
    for (const PageEntity *Y : Entities.tiedTo(X))
      Join(X, Y);
    for (const PageUse *Use : X.Sources)
      if (const PageUse *Access = Plan.castAccess(*Use))
        Join(X, Entities.valueOf(*Access));
    for (const PageUse *Use : X.Uses) {
      Join(X, Entities.targetOf(*Use));
      if (Plan.passage(*Use) == Passage::Same)
        Join(X, Entities.otherOf(*Use));
    }
  }
  return Classes;
}

void Retyper::erase(StringRef File, unsigned Begin, unsigned End) {
  if (Begin < End)
    Group.Edits.insert(
        replacement(File, Begin, textAt(Input, {File.str(), Begin, End}), ""));
}

// The lines of kernel-doc above a function name its parameters.
void Retyper::addKernelDoc(const PageDeclaration &D, StringRef New) {
  if (!D.Head || D.Kind != DeclarationKind::Parameter)
    return;
  StringRef Before = textAt(Input, {D.Head.File, 0, D.Head.Begin}).rtrim();
  size_t Begin = Before.rfind("/*");
  if (!Before.ends_with("*/") || Begin == StringRef::npos ||
      !Before.substr(Begin).starts_with("/**"))
    return;
  std::string Old = "@" + D.Name;
  for (size_t At = Before.find(Old, Begin); At != StringRef::npos;
       At = Before.find(Old, At + 1)) {
    StringRef After = Before.substr(At + Old.size());
    if (After.empty() || (!isAlnum(After.front()) && After.front() != '_'))
      Group.Edits.insert(replacement(D.Head.File, At, Old, ("@" + New).str()));
  }
}

// With it goes the empty line that set it apart.
void Retyper::dropDeclaration(const TextSpan &Line) {
  unsigned End = Line.End;
  bool IsFirst = textAt(Input, {Line.File, Line.Begin - 1, Line.Begin}) == "{";
  if (IsFirst && textAt(Input, {Line.File, End, End + 2}) == "\n\n")
    ++End;
  Dropped.push_back({Line.File, Line.Begin, End});
  erase(Line.File, Line.Begin, End);
}

void Retyper::addDeclarations(const PageEntity &X) {
  const DescriptorType &To = *Plan.typeOf(&X);
  if (std::optional<TextSpan> Line = Names.declarationToDrop(X, To))
    dropDeclaration(*Line);
  if (!Names.originOf(X, To).empty())
    return;
  for (const PageDeclaration *D : X.Declarations) {
    // The plan has tried this.
    for (Edit &E : cantFail(retypedDeclaration(Input, Plan, Entities, *D)))
      Group.Edits.insert(std::move(E));
    std::string New = D->Name == X.Name
                          ? Names.nameOf(X, To)
                          : renamed(D->Name, To.Variable, X.Depth);
    if (X.Kind == DeclarationKind::Result || !D->NameWord || New == D->Name)
      continue;
    Group.Edits.insert(
        replacement(D->NameWord.File, D->NameWord.Begin, D->Name, New));
    addKernelDoc(*D, New);
  }
}

void Retyper::addWrap(const TextSpan &Value, StringRef Form) {
  auto [Open, Close] = Form.split('\1');
  auto [First, Last] = wrap(Value.File, Value.Begin, Value.End, Open, Close);
  Group.Edits.insert({First, Last});
}

void Retyper::addUnwrap(const PageUse &Use) {
  const TextSpan &Value = Use.Value;
  if (Plan.typeOf(Entities.valueOf(Use))) {
    erase(Value.File, Use.Call.Begin, Value.Begin);
    erase(Value.File, Value.End, Use.Call.End);
    return;
  }
  if (Plan.castAccess(Use))
    return erase(Value.File, Value.Begin, Value.Begin + PageCast.size());
  StringRef Text = textAt(Input, Value);
  StringRef Inner = *innerOfPageForm(Text, *Plan.typeAt(Use));
  unsigned Begin = Value.Begin + (Inner.begin() - Text.begin());
  erase(Value.File, Value.Begin, Begin);
  erase(Value.File, Begin + Inner.size(), Value.End);
}

// The call that Text is; empty when it is something else or more.
static StringRef calleeOf(StringRef Text) {
  StringRef Name =
      Text.take_while([](char C) { return isAlnum(C) || C == '_'; });
  unsigned Depth = 0;
  StringRef Rest = Text.drop_front(Name.size());
  for (size_t I = 0; I < Rest.size(); ++I) {
    Depth += Rest[I] == '(';
    Depth -= Rest[I] == ')' && Depth;
    if (!Depth)
      return I + 1 == Rest.size() ? Name : "";
  }
  return "";
}

// "compound_head(page)" is on the way to "page_folio(page)".
bool Retyper::addLookup(const TextSpan &Value, const DescriptorType &To) {
  StringRef Callee = calleeOf(textAt(Input, Value));
  const ApiPair *Pair = Input.Known.replacement(Callee, To.Descriptor);
  if (!To.isLookup() || !Pair || Pair->Call != To.Lookup)
    return false;
  Group.Edits.insert(replacement(Value.File, Value.Begin, Callee, To.Lookup));
  return true;
}

// A cast that makes a page of a number makes a descriptor of it as well.
void Retyper::addFromPage(const PageUse &Use, const DescriptorType &To) {
  const TextSpan &Value = Use.Value;
  StringRef Text = textAt(Input, Value);
  if (Use.Depth > 1) {
    unsigned Word = Value.Begin + PlaceCast.find("page");
    Group.Edits.insert(replacement(Value.File, Word, "page", tagOf(&To)));
    return;
  }
  if (addLookup(Value, To))
    return;
  if (To.isLookup() || !Text.starts_with(PageCast))
    return addWrap(Value, To.from("\1", /*IsHead=*/true));
  Group.Edits.insert(
      replacement(Value.File, Value.Begin, PageCast, "(" + To.Type + " *)"));
}

// "next = (unsigned long)page" has become "next = (void *)zpdesc".
void Retyper::dropWordCasts(ArrayRef<const PageEntity *> Members) {
  constexpr StringLiteral Cast = "(unsigned long)";
  for (const PageEntity *X : Members)
    for (const PageUse *Use : X->Uses) {
      if (Use->Kind != UseKind::Value || Use->Value.Begin < Cast.size() ||
          Plan.passage(*Use) != Passage::Same)
        continue;
      Edit Now = replacement(Use->Value.File, Use->Value.Begin - Cast.size(),
                             Cast, "(void *)");
      if (Group.Edits.erase(Now)) {
        Now.Text.clear();
        Group.Edits.insert(Now);
      }
    }
}

void Retyper::addEntry(const TextSpan &Value, const DescriptorType &To) {
  std::vector<Edit> Edits = *entryAs(Input, Types, Value, To);
  for (Edit &E : Edits)
    insert(Group.Edits, std::move(E));
}

void Retyper::addGiven(const PageUse &Use, const DescriptorType &To) {
  ResultCall Call = *callThatGives(Input, Use, To);
  Group.Edits.insert(Call.Edits.begin(), Call.Edits.end());
  Group.Notes.insert(Call.Notes.begin(), Call.Notes.end());
}

void Retyper::addChange(const PageUse &Use) {
  const UseChange &Change = *Changes.at(&Use);
  Group.Edits.insert(Change.Edits.begin(), Change.Edits.end());
  Group.Notes.insert(Change.Notes.begin(), Change.Notes.end());
  if (Change.IsAccess)
    Group.Accesses.insert(Use.Value.File + ":" + std::to_string(Use.Line) +
                          ":" + std::to_string(Use.Column));
}

void Retyper::addUse(const PageUse &Use) {
  const TextSpan &Value = Use.Value;
  for (const TextSpan &Line : Dropped)
    if (Value.File == Line.File && Line.Begin <= Value.Begin &&
        Value.End <= Line.End)
      return;
  const PageEntity *X = Entities.valueOf(Use);
  if (const DescriptorType *To = Plan.typeOf(X))
    if (X->Kind != DeclarationKind::Result && Use.Name &&
        Names.nameOf(*X, *To) != X->Name)
      Group.Edits.insert(replacement(Use.Name.File, Use.Name.Begin, X->Name,
                                     Names.nameOf(*X, *To)));
  const DescriptorType &To = *Plan.typeAt(Use);
  switch (*Plan.passage(Use)) {
  case Passage::Same:
  case Passage::Stuck:
    break;
  case Passage::Changed:
    addChange(Use);
    break;
  case Passage::Unwrap:
    addUnwrap(Use);
    break;
  case Passage::Walk:
    insert(Group.Edits, *walkOver(Input, Types, Use, To));
    break;
  case Passage::Entry:
    addEntry(Value, To);
    break;
  case Passage::Given:
    addGiven(Use, To);
    break;
  case Passage::ToPage:
    addWrap(Value, pageForm(Input, Value, To));
    break;
  case Passage::FromPage:
    addFromPage(Use, To);
    break;
  }
}

EditGroup Retyper::group(ArrayRef<const PageEntity *> Members) {
  Group = EditGroup();
  Dropped.clear();
  const PageEntity &First = *Members.front();
  const PageDeclaration &D = First.main();
  DeclarationKind Kind = First.Kind;
  for (const PageEntity *X : Members) {
    Kind = std::max(Kind, X->Kind);
    Group.Subjects.insert(X->Kind == DeclarationKind::Member || X->isOfSlot()
                              ? X->Owner
                              : X->Owner + "()");
    addDeclarations(*X);
  }
  Group.Rewriter = retyperFor(Kind).str();
  Group.Name = Group.Rewriter + ":" + D.TypeWord.File + ":" + First.Owner +
               ":" + First.Name + ":" + std::to_string(D.Line);
  Group.Descriptor = Plan.typeOf(&First)->Variable;
  Group.Where = {D.TypeWord.File, D.Line, D.Column};
  for (const PageEntity *X : Members) {
    for (const PageUse *Use : X->Uses)
      addUse(*Use);
    for (const PageUse *Use : X->Sources)
      if (!Plan.typeOf(Entities.valueOf(*Use)))
        addUse(*Use);
  }
  dropWordCasts(Members);
  return std::move(Group);
}

void pagesplit::retypeDeclarations(const RewriteInput &Input,
                                   const RetypePlan &Plan,
                                   const DescriptorTypes &Types,
                                   const PageEntities &Entities,
                                   const ChangesByUse &Changes,
                                   const NewNames &Names, EditSet &Out) {
  Retyper Each(Input, Plan, Types, Entities, Changes, Names);
  EntityClasses Classes = Each.classes();
  // In the order of the entities, whatever their addresses are.
  std::map<const PageEntity *, std::vector<const PageEntity *>> ByLeader;
  for (const PageEntity &X : Entities.all())
    if (Plan.typeOf(&X))
      ByLeader[Classes.getLeaderValue(&X)].push_back(&X);
  for (const auto &[Leader, Members] : ByLeader)
    Out.add(Each.group(Members));
}
