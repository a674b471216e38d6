//===- DeclarationSpans.cpp - where pages are declared --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeclarationSpans.h"

#include "pagesplit/AST/DeclarationWalker.h"
#include "pagesplit/AST/PageRecord.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

// A struct in a header is the same to all who include it.
std::pair<std::string, std::string>
DeclarationSpans::nameOf(const NamedDecl *Callable) {
  if (const auto *Slot = dyn_cast<FieldDecl>(Callable)) {
    std::string Scope = Spans.fileOf(Slot->getLocation());
    if (StringRef(Scope).ends_with(".h"))
      Scope.clear();
    return {"struct " + structName(Slot) + "." + Slot->getNameAsString(),
            Scope};
  }
  std::string Scope;
  const auto *F = cast<FunctionDecl>(Callable);
  if (!F->isExternallyVisible()) {
    const FunctionDecl *Definition = F->getDefinition();
    Scope = Spans.fileOf((Definition ? Definition : F)->getLocation());
  }
  return {ownerName(F), Scope};
}

// The word "page" behind "struct", from Begin on.
TextSpan DeclarationSpans::pageWord(SourceLocation Begin,
                                    const TextSpan &Before) {
  TextSpan Struct = Spans.span(SourceRange(Begin, Begin));
  if (!Struct || Struct.File != Before.File || Struct.Begin >= Before.Begin)
    return {};
  StringRef Text = Spans.text({Struct.File, Struct.Begin, Before.Begin});
  size_t At = 0;
  auto Take = [&](StringRef Word) {
    if (!Text.substr(At).starts_with(Word))
      return false;
    At += Word.size();
    while (At < Text.size() && isSpace(Text[At]))
      ++At;
    return true;
  };
  Take("const ");
  if (!Take("struct ") || !Text.substr(At).starts_with("page"))
    return {};
  unsigned Page = Struct.Begin + At;
  return {Struct.File, Page, Page + 4};
}

static std::string typedefIn(QualType Written) {
  while (!Written.isNull()) {
    if (const auto *Named = Written->getAs<TypedefType>())
      return Named->getDecl()->getNameAsString();
    const auto *Array = dyn_cast<clang::ArrayType>(Written.getTypePtr());
    Written = Array ? Array->getElementType() : Written->getPointeeType();
  }
  return "";
}

// The typedef that D is declared with, be it of a page, of where one is, or of
// a function.
static std::string typedefOf(const DeclaratorDecl *D) {
  const auto *F = dyn_cast<FunctionDecl>(D);
  const auto *P = dyn_cast<ParmVarDecl>(D);
  return typedefIn(F   ? F->getReturnType()
                   : P ? P->getOriginalType()
                       : D->getType());
}

TextSpan DeclarationSpans::pageWord(const DeclaratorDecl *D,
                                    const TextSpan &Before) {
  const TypeSourceInfo *Written = D->getTypeSourceInfo();
  if (!Written)
    return {};
  TypeLoc Loc = Written->getTypeLoc();
  if (auto Function = Loc.getAsAdjusted<FunctionTypeLoc>())
    Loc = Function.getReturnLoc();
  return pageWord(Loc.getBeginLoc(), Before);
}

unsigned DeclarationSpans::skipBlanks(const TextSpan &Behind) {
  unsigned At = Behind.End;
  while (isSpace(Spans.text({Behind.File, At, At + 1}).front()))
    ++At;
  return At;
}

// Each from behind the comma before it to the end of its initialiser.
std::vector<TextSpan>
DeclarationSpans::declarators(ArrayRef<const DeclaratorDecl *> List,
                              const TextSpan &TypeWord) {
  std::vector<TextSpan> Result;
  if (!TypeWord)
    return Result;
  TextSpan Last = TypeWord;
  for (const DeclaratorDecl *D : List) {
    TextSpan End = Spans.span(SourceRange(D->getEndLoc(), D->getEndLoc()));
    if (!End || End.File != TypeWord.File || End.End <= Last.End)
      return {};
    if (D != List.front()) {
      unsigned Comma = skipBlanks(Last);
      if (Spans.text({Last.File, Comma, Comma + 1}) != ",")
        return {};
      Last.End = Comma + 1;
    }
    Result.push_back({End.File, skipBlanks(Last), End.End});
    Last = Result.back();
  }
  return Result;
}

void DeclarationSpans::setBody(const FunctionDecl *F, PageDeclaration &Record) {
  std::tie(Record.Owner, Record.Scope) = nameOf(F);
  if (!F->doesThisDeclarationHaveABody())
    return;
  Record.Body = Spans.span(F->getBody()->getSourceRange());
  const auto *Body = dyn_cast<CompoundStmt>(F->getBody());
  Record.StartsWithDeclaration =
      Body && !Body->body_empty() && isa<DeclStmt>(Body->body_front());
}

void DeclarationSpans::add(PageDeclaration Record, const DeclaratorDecl *D,
                           UseSet &Into) {
  PresumedLoc Place =
      Context.getSourceManager().getPresumedLoc(D->getLocation());
  Record.Line = Place.getLine();
  Record.Column = Place.getColumn();
  Into.Declarations.insert(std::move(Record));
}

// What one "struct page" declares: its declarators belong together.
void DeclarationSpans::addList(ArrayRef<const DeclaratorDecl *> List,
                               const PageDeclaration &Common, UseSet &Into) {
  auto IsPage = [](const DeclaratorDecl *D) {
    return pagePointerDepth(D->getType()) && !D->getName().empty();
  };
  if (none_of(List, IsPage))
    return;
  TextSpan First =
      Spans.word(List.front()->getLocation(), List.front()->getName());
  PageDeclaration Shared = Common;
  if (First)
    Shared.TypeWord = pageWord(List.front(), First);
  Shared.Declarators = declarators(List, Shared.TypeWord);
  Shared.Whole = Spans.span(
      SourceRange(List.front()->getBeginLoc(), List.back()->getEndLoc()));
  for (const DeclaratorDecl *D : List) {
    if (!IsPage(D))
      continue;
    PageDeclaration Record = Shared;
    Record.Depth = pagePointerDepth(D->getType());
    Record.Typedef = typedefOf(D);
    Record.Name = D->getName().str();
    Record.NameWord = Spans.word(D->getLocation(), D->getName());
    if (Record.NameWord)
      add(std::move(Record), D, Into);
  }
}

namespace {
/// Shows the declaration statements in a body.
class Statements : public RecursiveASTVisitor<Statements> {
public:
  explicit Statements(function_ref<void(const DeclStmt *)> Show) : Show(Show) {}
  bool VisitDeclStmt(DeclStmt *S) {
    Show(S);
    return true;
  }

private:
  function_ref<void(const DeclStmt *)> Show;
};

/// Shows the definitions of structs.
class Records : public RecursiveASTVisitor<Records> {
public:
  explicit Records(function_ref<void(const RecordDecl *)> Show) : Show(Show) {}
  bool VisitRecordDecl(RecordDecl *R) {
    if (R->isThisDeclarationADefinition())
      Show(R);
    return true;
  }

private:
  function_ref<void(const RecordDecl *)> Show;
};
} // namespace

void DeclarationSpans::addLocals(const FunctionDecl *F, UseSet &Into) {
  PageDeclaration Common;
  Common.Kind = DeclarationKind::Local;
  setBody(F, Common);
  auto Show = [&](const DeclStmt *S) {
    SmallVector<const DeclaratorDecl *, 4> List;
    for (const Decl *D : S->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        List.push_back(V);
    if (!List.empty())
      addList(List, Common, Into);
  };
  Statements(Show).TraverseStmt(F->getBody());
}

void DeclarationSpans::addRecord(const RecordDecl *Record, UseSet &Into) {
  MapVector<SourceLocation, SmallVector<const DeclaratorDecl *, 4>> Lists;
  for (const FieldDecl *Field : Record->fields())
    Lists[Field->getBeginLoc()].push_back(Field);
  PageDeclaration Common;
  Common.Kind = DeclarationKind::Member;
  if (!Record->field_empty())
    Common.Owner = "struct " + structName(*Record->field_begin());
  for (const auto &[Begin, List] : Lists)
    addList(List, Common, Into);
}

void DeclarationSpans::addMembers(const std::set<std::string> &Files,
                                  UseSet &Into) {
  auto Show = [&](const RecordDecl *R) {
    if (Files.count(Spans.fileOf(R->getLocation())))
      addRecord(R, Into);
  };
  Records(Show).TraverseDecl(Context.getTranslationUnitDecl());
}

FunctionMention DeclarationSpans::declaration(const NamedDecl *Callable) {
  FunctionMention Declared;
  std::tie(Declared.Name, Declared.Scope) = nameOf(Callable);
  Declared.Mode = "declare";
  Declared.Word = Spans.word(Callable->getLocation(), Callable->getName());
  PresumedLoc Place =
      Context.getSourceManager().getPresumedLoc(Callable->getLocation());
  Declared.Line = Place.getLine();
  Declared.Column = Place.getColumn();
  return Declared;
}

void DeclarationSpans::addParameter(const ParmVarDecl *P,
                                    PageDeclaration Common, UseSet &Into) {
  Common.Depth = pagePointerDepth(P->getOriginalType());
  if (!Common.Depth)
    return;
  Common.Kind = DeclarationKind::Parameter;
  Common.Typedef = typedefOf(P);
  Common.Position = P->getFunctionScopeIndex();
  Common.Name = P->getName().str();
  if (!Common.Name.empty())
    Common.NameWord = Spans.word(P->getLocation(), P->getName());
  TextSpan End = Spans.span(SourceRange(P->getEndLoc(), P->getEndLoc()));
  if (End)
    Common.TypeWord = pageWord(P, {End.File, End.End, End.End});
  add(std::move(Common), P, Into);
}

void DeclarationSpans::addRedeclaration(const FunctionDecl *F, UseSet &Into) {
  PageDeclaration Common;
  setBody(F, Common);
  FunctionMention Declared = declaration(F);
  Common.Head = Spans.span(SourceRange(F->getBeginLoc(), F->getLocation()));
  if (unsigned Depth = pagePointerDepth(F->getReturnType())) {
    PageDeclaration Result = Common;
    Result.Kind = DeclarationKind::Result;
    Result.Depth = Depth;
    Result.Typedef = typedefOf(F);
    Result.NameWord = Declared.Word;
    if (Declared.Word)
      Result.TypeWord = pageWord(F, Declared.Word);
    add(std::move(Result), F, Into);
  }
  for (const ParmVarDecl *P : F->parameters())
    addParameter(P, Common, Into);
  Into.Mentions.insert(std::move(Declared));
}

// What a typedef hides has no words here, and cannot change.
void DeclarationSpans::addSlot(const FieldDecl *Slot, UseSet &Into) {
  const FunctionProtoType *Called = calledType(Slot->getType());
  FunctionTypeLoc Written = functionTypeLoc(Slot);
  FunctionMention Declared = declaration(Slot);
  PageDeclaration Common;
  Common.Owner = Declared.Name;
  Common.Scope = Declared.Scope;
  if (unsigned Depth = pagePointerDepth(Called->getReturnType())) {
    PageDeclaration Result = Common;
    Result.Kind = DeclarationKind::Result;
    Result.Depth = Depth;
    Result.Typedef = Written ? typedefIn(Called->getReturnType())
                             : typedefIn(Slot->getType());
    Result.NameWord = Declared.Word;
    if (Written && Declared.Word)
      Result.TypeWord =
          pageWord(Written.getReturnLoc().getBeginLoc(), Declared.Word);
    add(std::move(Result), Slot, Into);
  }
  for (unsigned I = 0; I < Called->getNumParams(); ++I) {
    const ParmVarDecl *P = Written ? Written.getParam(I) : nullptr;
    unsigned Depth = pagePointerDepth(Called->getParamType(I));
    if (P) {
      addParameter(P, Common, Into);
    } else if (Depth) {
      PageDeclaration Hidden = Common;
      Hidden.Kind = DeclarationKind::Parameter;
      Hidden.Depth = Depth;
      Hidden.Typedef = typedefIn(Slot->getType());
      Hidden.Position = I;
      add(std::move(Hidden), Slot, Into);
    }
  }
  Into.Mentions.insert(std::move(Declared));
}

void DeclarationSpans::addFunction(const FunctionDecl *F, UseSet &Into) {
  for (const FunctionDecl *Redeclaration : F->redecls())
    if (!Redeclaration->isImplicit())
      addRedeclaration(Redeclaration, Into);
}
