//===- DescriptorText.cpp - descriptors as they are written ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DescriptorText.h"

#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace pagesplit::checks {

std::string textOf(SourceRange Range, const ASTContext &Context) {
  if (Range.isInvalid() || Range.getBegin().isMacroID() ||
      Range.getEnd().isMacroID())
    return "";
  return Lexer::getSourceText(CharSourceRange::getTokenRange(Range),
                              Context.getSourceManager(), Context.getLangOpts())
      .str();
}

SourceLocation endOf(SourceRange Range, const ASTContext &Context) {
  return Lexer::getLocForEndOfToken(
      Range.getEnd(), 0, Context.getSourceManager(), Context.getLangOpts());
}

std::optional<WrittenMacro> macroOf(const Expr *E, const ASTContext &Context) {
  const SourceManager &Sources = Context.getSourceManager();
  SourceLocation Begin = E->getBeginLoc(), End = E->getEndLoc();
  if (!Begin.isMacroID() || !End.isMacroID())
    return std::nullopt;
  CharSourceRange Range = Sources.getExpansionRange(Begin);
  CharSourceRange Other = Sources.getExpansionRange(End);
  if (Range.getBegin() != Other.getBegin() || Range.getEnd() != Other.getEnd())
    return std::nullopt;
  // An argument that is all of E is not what the macro makes.
  while (Sources.isMacroArgExpansion(Begin))
    Begin = Sources.getImmediateSpellingLoc(Begin);
  if (Begin.isFileID() && Begin != Range.getBegin())
    return std::nullopt;
  StringRef Text = Lexer::getSourceText(Range, Sources, Context.getLangOpts());
  auto [Name, Rest] = Text.split('(');
  if (!Rest.consume_back(")"))
    Rest = "";
  return WrittenMacro{Name.trim().str(), Rest.trim().str(), Range};
}

std::vector<std::string> macrosAround(SourceLocation Loc,
                                      const ASTContext &Context) {
  const SourceManager &Sources = Context.getSourceManager();
  std::vector<std::string> Names;
  while (Loc.isMacroID()) {
    if (!Sources.isMacroArgExpansion(Loc))
      Names.push_back(
          Lexer::getImmediateMacroName(Loc, Sources, Context.getLangOpts())
              .str());
    Loc = Sources.getImmediateMacroCallerLoc(Loc);
  }
  return Names;
}

static std::string typeName(const RecordDecl *Record) {
  return ((Record->isUnion() ? "union " : "struct ") + Record->getName()).str();
}

// The descriptor that `&E` or `E` is the page of: E is `folio->page`.
static std::optional<DescriptorBehind> behindMember(const MemberExpr *E,
                                                    const Knowledge &Known,
                                                    const ASTContext &Context) {
  const Expr *Base = E->getBase();
  while (const auto *Hop = dyn_cast<MemberExpr>(Base)) {
    if (Hop->getMemberDecl()->getIdentifier())
      break;
    E = Hop;
    Base = Hop->getBase();
  }
  QualType Type = Base->getType();
  if (E->isArrow())
    Type = Type->getPointeeType();
  const RecordDecl *Record = Type->getAsRecordDecl();
  if (!Record)
    return std::nullopt;
  StringRef Kind = Known.evidence().describedBy(typeName(Record));
  const Descriptor *D = Kind.empty() ? nullptr : Known.descriptor(Kind);
  std::string Text = textOf(Base->getSourceRange(), Context);
  if (!D || D->IsApart || Text.empty())
    return std::nullopt;
  return DescriptorBehind{Kind.str(), E->isArrow() ? Text : "&" + Text};
}

// A conversion to the first page, which is what casts and members give.
static std::optional<DescriptorBehind>
behindCall(StringRef Call, StringRef Argument, const Knowledge &Known) {
  if (Argument.empty() || Argument.contains(','))
    return std::nullopt;
  for (const Descriptor &D : Known.descriptors())
    for (const Conversion *C : Known.conversions(D.Name, "page"))
      if (C->Calls.front() == Call && !D.Type.empty() &&
          (C->Form == ConversionForm::Cast ||
           C->Form == ConversionForm::Member))
        return DescriptorBehind{D.Name, Argument.str()};
  return std::nullopt;
}

std::optional<DescriptorBehind> descriptorBehind(const Expr *Page,
                                                 const Knowledge &Known,
                                                 ASTContext &Context) {
  if (std::optional<WrittenMacro> Macro = macroOf(Page, Context))
    return behindCall(Macro->Name, Macro->Arguments, Known);
  Page = Page->IgnoreParenImpCasts();
  if (const auto *Address = dyn_cast<UnaryOperator>(Page))
    if (Address->getOpcode() == UO_AddrOf)
      Page = Address->getSubExpr()->IgnoreParens();
  if (const auto *Member = dyn_cast<MemberExpr>(Page))
    return isPageType(Member->getType()) ? behindMember(Member, Known, Context)
                                         : std::nullopt;
  const auto *Call = dyn_cast<CallExpr>(Page);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() || Call->getNumArgs() != 1)
    return std::nullopt;
  return behindCall(Callee->getName(),
                    textOf(Call->getArg(0)->getSourceRange(), Context), Known);
}

static const RecordDecl *recordOf(const Descriptor &D, ASTContext &Context) {
  StringRef Name = StringRef(D.Type).split(' ').second;
  if (Name.empty())
    return nullptr;
  for (const Decl *Found :
       Context.getTranslationUnitDecl()->lookup(&Context.Idents.get(Name)))
    if (const auto *Record = dyn_cast<RecordDecl>(Found))
      return Record->getDefinition();
  return nullptr;
}

static QualType typeOfMember(const ValueDecl *Member) {
  return Member->getType().getCanonicalType().getUnqualifiedType();
}

static const ValueDecl *memberNamed(const RecordDecl *Record, StringRef Name,
                                    ASTContext &Context) {
  for (const NamedDecl *Found : Record->lookup(&Context.Idents.get(Name)))
    if (isa<FieldDecl, IndirectFieldDecl>(Found))
      return cast<ValueDecl>(Found);
  return nullptr;
}

std::string sameField(const FieldPlace &Place, StringRef Kind,
                      const Knowledge &Known, ASTContext &Context) {
  const Descriptor *D = Known.descriptor(Kind);
  const RecordDecl *Record = D ? recordOf(*D, Context) : nullptr;
  const RecordDecl *Page = nullptr;
  for (const Decl *Found :
       Context.getTranslationUnitDecl()->lookup(&Context.Idents.get("page")))
    if (const auto *One = dyn_cast<RecordDecl>(Found))
      Page = isPageRecord(One) ? One->getDefinition() : Page;
  if (!D || D->IsApart || !Record || !Page)
    return "";
  const ValueDecl *Old = memberNamed(Page, Place.Field, Context);
  auto Fields = D->Fields.find(Place.Field);
  if (!Old || Fields == D->Fields.end())
    return "";
  for (const std::string &Name : Fields->second) {
    const ValueDecl *New = memberNamed(Record, Name, Context);
    if (New && Context.getFieldOffset(New) == Context.getFieldOffset(Old) &&
        typeOfMember(New) == typeOfMember(Old))
      return Name;
  }
  return "";
}

std::string destinationOf(StringRef Field, StringRef Kind,
                          const Knowledge &Known) {
  const Descriptor *D = Known.descriptor(Kind);
  if (!D || D->Type.empty())
    return "";
  auto Fields = D->Fields.find(Field.str());
  if (Fields == D->Fields.end() || Fields->second.empty())
    return "";
  return "'" + join(Fields->second, "' or '") + "' of " + D->Type;
}

std::string withArticle(StringRef Descriptor) {
  bool Vowel =
      !Descriptor.empty() && StringRef("aeiou").contains(Descriptor[0]);
  return ((Vowel ? "an " : "a ") + Descriptor).str();
}

} // namespace pagesplit::checks
