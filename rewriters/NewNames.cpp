//===- NewNames.cpp - what a converted variable is called -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NewNames.h"

#include "UseRewriter.h"
#include "pagesplit/Edit/CodeWords.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

// "pages" is the name of several, "pageset" of something else.
std::string pagesplit::renamed(StringRef Name, StringRef Variable,
                               unsigned Depth) {
  constexpr StringLiteral Page = "page";
  size_t At = Name.rfind(Page);
  if (At == StringRef::npos)
    return Name.str();
  StringRef Rest = Name.substr(At + Page.size());
  std::string New = (Name.take_front(At) + Variable + Rest).str();
  if (Depth > 1 && (Rest.starts_with("s") || Rest.starts_with("p")))
    Rest = Rest.drop_front();
  if (!Rest.empty() && Rest.front() != '_' && !isDigit(Rest.front()))
    return Name.str();
  return New;
}

// Of 954 locals in mm, fs and block of Linux 6.12 that are a "struct folio *",
// none is called so.
static bool isShortForPage(StringRef Name) {
  return Name == "p" || Name == "pg";
}

NewNames::NewNames(const RewriteInput &Input) : Input(Input) {
  auto Note = [&](const TextSpan &Span) {
    if (Span)
      Known[Span.File].insert(Span.Begin);
  };
  for (const PageUse &Use : Input.Uses.Uses) {
    Note(Use.Name);
    Note(Use.FieldWord);
  }
  for (const PageDeclaration &D : Input.Uses.Declarations)
    Note(D.NameWord);
}

SourcePlace NewNames::placeAt(StringRef File, unsigned Offset) const {
  StringRef Before = textAt(Input, {File.str(), 0, Offset});
  return {File.str(), unsigned(Before.count('\n') + 1),
          unsigned(Offset - Before.rfind('\n'))};
}

// What no use has is code that was not compiled, or a macro that makes
// something else of the name.
std::optional<NewNames::Fault> NewNames::uncovered(const PageEntity &X,
                                                   TextSpan Within) const {
  auto InFile = Known.find(Within.File);
  StringRef Text = textAt(Input, Within);
  std::optional<Fault> Found;
  forEachWord(Text, [&](unsigned Offset, StringRef Word) {
    unsigned At = Within.Begin + Offset;
    if (Found || Word != X.Name ||
        (InFile != Known.end() && InFile->second.count(At)))
      return;
    StringRef Before = Text.take_front(Offset).rtrim();
    bool IsMember = Before.ends_with("->") || Before.ends_with(".");
    if (Before.ends_with("struct") ||
        IsMember != (X.Kind == DeclarationKind::Member))
      return;
    Found = Fault{Refusal::NotCovered, placeAt(Within.File, At), X.Name};
  });
  return Found;
}

// "folio", "batch->folios[i]", "next_folio(a + b)": nothing binds tighter.
static bool isPostfix(StringRef Text) {
  int Depth = 0;
  for (size_t I = 0; I < Text.size(); ++I) {
    if (StringRef("([").contains(Text[I]))
      ++Depth;
    else if (StringRef(")]").contains(Text[I]) && --Depth < 0)
      return false;
    else if (Text.substr(I).starts_with("->"))
      ++I;
    else if (!Depth && !isAlnum(Text[I]) &&
             !StringRef("_.)]").contains(Text[I]))
      return false;
  }
  return !Depth && !Text.empty() &&
         (isAlpha(Text.front()) || Text.front() == '_');
}

std::optional<StringRef> pagesplit::innerOfPageForm(StringRef Text,
                                                    const DescriptorType &To) {
  std::string Form = To.toPage("\1");
  auto [Open, Close] = StringRef(Form).split('\1');
  if (Form.empty() || !Text.consume_front(Open) || !Text.consume_back(Close))
    return std::nullopt;
  return isPostfix(Text) ? std::optional<StringRef>(Text) : std::nullopt;
}

// Neither of the two may be something else later on.
StringRef NewNames::originOf(const PageEntity &X,
                             const DescriptorType &To) const {
  const PageDeclaration &D = X.main();
  if (X.Kind != DeclarationKind::Local || X.Depth > 1 || !D.Body ||
      D.Declarators.size() != 1 || X.Sources.size() != 1)
    return "";
  for (const PageUse *Use : X.Uses)
    if (Use->Kind == UseKind::Target || Use->Kind == UseKind::Object ||
        Use->Depth > 1 || !Use->Name)
      return "";
  const TextSpan &Value = X.Sources.front()->Value;
  const TextSpan &Declarator = D.Declarators.front();
  std::optional<StringRef> Inner = innerOfPageForm(textAt(Input, Value), To);
  StringRef After = textAt(Input, {Value.File, Value.End, D.Body.End});
  bool IsLine = StringRef(After).starts_with(";\n");
  if (!Inner || Value.File != D.NameWord.File || Value.End != Declarator.End ||
      Value.Begin < Declarator.Begin || !IsLine ||
      !all_of(
          *Inner, [](char C) { return isAlnum(C) || C == '_'; }) ||
      isChanged(After, *Inner))
    return "";
  return *Inner;
}

std::string NewNames::nameOf(const PageEntity &X,
                             const DescriptorType &To) const {
  if (StringRef Origin = originOf(X, To); !Origin.empty())
    return Origin.str();
  return isShortForPage(X.Name) && mayBeCalled(X, To.Variable)
             ? To.Variable
             : renamed(X.Name, To.Variable, X.Depth);
}

// Nothing in the function is called so, or is going to be.
bool NewNames::mayBeCalled(const PageEntity &X, StringRef New) const {
  const PageDeclaration &D = X.main();
  bool IsLocal = X.Kind == DeclarationKind::Local;
  if ((!IsLocal && X.Kind != DeclarationKind::Parameter) || X.Depth > 1 ||
      X.isOfSlot() || !D.Body || (!IsLocal && !D.Head))
    return false;
  TextSpan Within = D.Body;
  if (D.Head)
    Within.Begin = D.Head.End;
  StringRef Text = textAt(Input, Within);
  bool IsFree = true;
  forEachWord(Text, [&](unsigned Offset, StringRef Word) {
    bool IsTag = Text.take_front(Offset).rtrim().ends_with("struct");
    bool WillBe = Word == "page" || (isShortForPage(Word) && Word != X.Name);
    IsFree &= IsTag || (Word != New && !WillBe);
  });
  return IsFree && !uncovered(X, IsLocal ? scopeOf(D) : Within);
}

std::optional<TextSpan>
NewNames::declarationToDrop(const PageEntity &X,
                            const DescriptorType &To) const {
  const PageDeclaration &D = X.main();
  if (!originOf(X, To).empty()) {
    StringRef Before = textAt(Input, {D.Whole.File, 0, D.Whole.Begin});
    return TextSpan{D.Whole.File, unsigned(Before.rfind('\n')),
                    D.Whole.End + 1};
  }
  if (X.Kind != DeclarationKind::Parameter || X.Depth > 1 || !D.Body ||
      To.Lookup.empty())
    return std::nullopt;
  std::string Line = ("\n\t" + To.Type + " *" + nameOf(X, To) + " = " +
                      To.Lookup + "(" + X.Name + ");");
  StringRef Body = textAt(Input, D.Body);
  size_t At = Body.find(Line);
  if (At == StringRef::npos ||
      isChanged(Body.substr(At + Line.size()), nameOf(X, To)))
    return std::nullopt;
  unsigned Begin = D.Body.Begin + At;
  return TextSpan{D.Body.File, Begin, unsigned(Begin + Line.size())};
}

// A local is known from its declaration to the end of the block. Branches of
// "#if" may open and close blocks that are none.
TextSpan NewNames::scopeOf(const PageDeclaration &Local) const {
  TextSpan Scope = Local.Body;
  if (textAt(Input, Scope).contains("\n#") || Local.NameWord.File != Scope.File)
    return Scope;
  Scope.Begin = Local.NameWord.Begin;
  Scope.End = Scope.Begin + endOfBlock(textAt(Input, Scope));
  return Scope;
}

std::optional<NewNames::Fault> NewNames::fault(const PageEntity &X,
                                               const DescriptorType &To) const {
  std::string New = nameOf(X, To);
  // The parameters of a slot have no body to be used in.
  if (X.Kind == DeclarationKind::Result || X.isOfSlot() || New == X.Name)
    return std::nullopt;
  const PageDeclaration &D = X.main();
  TextSpan Within = D.Body;
  if (X.Kind == DeclarationKind::Parameter && D.Head && D.Body)
    Within.Begin = D.Head.End;
  if (X.Kind == DeclarationKind::Member) {
    auto Text = Input.Texts.find(D.NameWord.File);
    if (Text == Input.Texts.end() || !Text->second)
      return Fault{Refusal::ChangedSource, {D.NameWord.File, 0, 0}, ""};
    Within = {D.NameWord.File, 0, unsigned(Text->second->size())};
  }
  if (!Within)
    return Fault{Refusal::MacroBody, {D.NameWord.File, D.Line, D.Column}, ""};
  if (hasWord(textAt(Input, Within), New) &&
      X.Kind != DeclarationKind::Member && !declarationToDrop(X, To))
    return Fault{Refusal::NameTaken, {D.NameWord.File, D.Line, D.Column}, New};
  bool IsLocal = X.Kind == DeclarationKind::Local;
  return uncovered(X, IsLocal ? scopeOf(D) : Within);
}
