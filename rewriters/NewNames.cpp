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

std::optional<TextSpan>
NewNames::declarationToDrop(const PageEntity &X,
                            const DescriptorType &To) const {
  const PageDeclaration &D = X.main();
  if (X.Kind != DeclarationKind::Parameter || X.Depth > 1 || !D.Body ||
      To.Lookup.empty())
    return std::nullopt;
  std::string Line = ("\n\t" + To.Type + " *" + renamed(X, To) + " = " +
                      To.Lookup + "(" + X.Name + ");");
  StringRef Body = textAt(Input, D.Body);
  size_t At = Body.find(Line);
  if (At == StringRef::npos ||
      isChanged(Body.substr(At + Line.size()), renamed(X, To)))
    return std::nullopt;
  unsigned Begin = D.Body.Begin + At;
  return TextSpan{D.Body.File, Begin, unsigned(Begin + Line.size())};
}

std::optional<NewNames::Fault> NewNames::fault(const PageEntity &X,
                                               const DescriptorType &To) const {
  std::string New = renamed(X, To);
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
  return uncovered(X, Within);
}
