//===- UseCollector.cpp - sites of one AST become uses --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UseCollector.h"

#include "DeclarationSpans.h"
#include "TextSpans.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "pagesplit/AST/FlowWalker.h"
#include "pagesplit/AST/PageRecord.h"
#include "pagesplit/AST/UseWalker.h"
#include "pagesplit/Support/ContentHash.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

// The walker's enum names what the AST shows, the uses' enum what files hold;
// they list the same things in the same order, up to what is text alone.
static_assert(static_cast<int>(UseForm::Field) ==
              static_cast<int>(UseKind::Field));
static_assert(static_cast<int>(UseForm::Foreign) ==
              static_cast<int>(UseKind::Foreign));
static_assert(static_cast<int>(UseKind::Foreign) + 1 ==
              static_cast<int>(UseKind::MacroArgument));

namespace {

class Collector {
public:
  Collector(ASTContext &Context, StringRef Directory, const SourceRoots &Roots,
            const std::set<std::string> &Files)
      : Context(Context), Spans(Context, Roots, Directory),
        Declarations(Context, Spans), Files(Files) {}

  UseSet run(const Knowledge &Known);

private:
  bool isWanted(const FunctionDecl *F);
  void add(const UseSite &Site);
  void addField(const UseSite &Site, PageUse &Use);
  void addArgument(const UseSite &Site, PageUse &Use);
  void addMacroArgument(const UseSite &Site, PageUse &Use);
  void addMention(const DeclRefExpr *Name, const FunctionDecl *F, bool IsCall);
  void noteNames();
  void addNamesake(const VarDecl *V, SourceLocation Name);
  void addMembers(StringRef Type, const RecordDecl *Record);
  TextSpan placeOf(const NamedDecl *D);

  ASTContext &Context;
  TextSpans Spans;
  DeclarationSpans Declarations;
  const std::set<std::string> &Files;
  /// Functions whose declarations are wanted: defined or named in Files.
  SetVector<const FunctionDecl *> Functions;
  /// Names of functions in Files that concern pages, with their scopes.
  std::map<StringRef, std::string> Names;
  UseSet Result;
};

} // namespace

TextSpan Collector::placeOf(const NamedDecl *D) {
  return D ? Spans.word(D->getLocation(), D->getName()) : TextSpan();
}

bool Collector::isWanted(const FunctionDecl *F) {
  if (!Files.count(Spans.fileOf(F->getBody()->getBeginLoc())))
    return false;
  if (concernsPages(F))
    Functions.insert(F->getCanonicalDecl());
  Declarations.addLocals(F, Result);
  return true;
}

void Collector::addMention(const DeclRefExpr *Name, const FunctionDecl *F,
                           bool IsCall) {
  Functions.insert(F->getCanonicalDecl());
  FunctionMention Record;
  auto [Plain, Scope] = Declarations.nameOf(F);
  Record.Name = Plain;
  Record.Scope = Scope;
  Record.Mode = IsCall ? "call" : "store";
  Record.Word = Spans.word(Name->getLocation(), Plain);
  const SourceManager &Sources = Context.getSourceManager();
  PresumedLoc Place =
      Sources.getPresumedLoc(Sources.getExpansionLoc(Name->getLocation()));
  Record.Line = Place.getLine();
  Record.Column = Place.getColumn();
  Result.Mentions.insert(std::move(Record));
}

void Collector::noteNames() {
  for (const Decl *D : Context.getTranslationUnitDecl()->decls())
    if (const auto *F = dyn_cast<FunctionDecl>(D))
      if (F->getIdentifier() && concernsPages(F) &&
          Files.count(Spans.fileOf(F->getLocation())))
        Names[F->getName()] = Declarations.nameOf(F).second;
}

// A text that is searched for a function's name finds these as well.
void Collector::addNamesake(const VarDecl *V, SourceLocation Name) {
  auto Found = V->getIdentifier() ? Names.find(V->getName()) : Names.end();
  if (Found == Names.end())
    return;
  FunctionMention Record;
  Record.Name = V->getName().str();
  Record.Scope = Found->second;
  Record.Mode = "other";
  Record.Word = Spans.word(Name, Record.Name);
  if (Record.Word)
    Result.Mentions.insert(std::move(Record));
}

void Collector::addField(const UseSite &Site, PageUse &Use) {
  Use.Field = Site.Member->getMemberDecl()->getName().str();
  Use.FieldType = typeText(Site.Member->getMemberDecl()->getType());
  Use.FieldWord = Spans.word(Site.Member->getMemberLoc(), Use.Field);
  Use.Access = Spans.span(Site.Access);
  // page_private() writes the parentheses itself.
  if (!Use.Access)
    Use.Access = Spans.span(Site.AccessWhole);
  Use.Mode = Site.Mode;
}

void Collector::addArgument(const UseSite &Site, PageUse &Use) {
  const FunctionDecl *Callee = Site.Call->getDirectCallee();
  Use.Position = Site.Position;
  if (!Callee)
    return;
  std::tie(Use.Callee, Use.CalleeScope) = Declarations.nameOf(Callee);
  Use.CalleeWord = Spans.word(
      Site.Call->getCallee()->IgnoreParenImpCasts()->getExprLoc(), Use.Callee);
  CallText Call = Spans.call(Use.CalleeWord);
  Use.Call = Call.Whole;
  Use.Arguments = Call.Arguments;
}

// What is all of an argument of a macro is one use, whatever the macro makes of
// it: a macro is a call to the programmer.
void Collector::addMacroArgument(const UseSite &Site, PageUse &Use) {
  for (const TextSpan &Macro : Spans.macrosAround(Site.Value->getBeginLoc())) {
    CallText Call = Spans.call(Macro);
    for (unsigned I = 0; I < Call.Arguments.size(); ++I) {
      if (Call.Arguments[I].key() != Use.Value.key())
        continue;
      PageUse Outer;
      Outer.Kind = UseKind::MacroArgument;
      Outer.Function = Use.Function;
      Outer.Scope = Use.Scope;
      Outer.Line = Use.Line;
      Outer.Column = Use.Column;
      Outer.Value = Use.Value;
      Outer.Declared = Use.Declared;
      Outer.Name = Use.Name;
      Outer.Called = Use.Called;
      Outer.CalledScope = Use.CalledScope;
      Outer.Callee = Spans.text(Macro).str();
      Outer.CalleeWord = Macro;
      Outer.Call = Call.Whole;
      Outer.Arguments = Call.Arguments;
      Outer.Position = I;
      if (Site.Form == UseForm::Target || Site.Form == UseForm::Object)
        Outer.Mode = wordOf(Use.Kind).str();
      // page_private(page) is page->private and nothing else.
      if (Site.Form == UseForm::Field && Use.Access.key() == Call.Whole.key()) {
        Outer.Field = Use.Field;
        Outer.FieldType = Use.FieldType;
        Outer.Mode = Use.Mode;
        Outer.Access = Use.Access;
        Outer.Written = Use.Written;
      }
      Use = std::move(Outer);
      return;
    }
  }
}

void Collector::add(const UseSite &Site) {
  PageUse Use;
  Use.Kind = static_cast<UseKind>(Site.Form);
  Use.Depth = Site.Depth;
  Use.Mode = Site.Mode;
  std::tie(Use.Function, Use.Scope) = Declarations.nameOf(Site.Function);
  if (Site.Called)
    std::tie(Use.Called, Use.CalledScope) = Declarations.nameOf(Site.Called);
  const SourceManager &Sources = Context.getSourceManager();
  SourceLocation Begin = Site.Value ? Site.Value->getBeginLoc() : Site.Name;
  PresumedLoc Place = Sources.getPresumedLoc(Sources.getExpansionLoc(Begin));
  Use.Line = Place.getLine();
  Use.Column = Place.getColumn();
  if (Site.Value)
    Use.Value = Spans.span(Site.Value);
  // A macro that writes the parentheses is the expression.
  if (Site.Value && !Use.Value)
    Use.Value = Spans.span(Site.Whole);
  Use.Declared = placeOf(Site.Declared);
  if (Site.Declared)
    Use.Name = Spans.word(Site.Name, Site.Declared->getName());
  Use.Other = placeOf(Site.Other);
  if (Site.Written)
    Use.Written = Spans.span(Site.Written);
  if (Site.Form == UseForm::Field)
    addField(Site, Use);
  else if (Site.Call)
    addArgument(Site, Use);
  if (!Use.Value)
    Use.Macro = Spans.macroOf(Begin);
  // A macro makes of a page what it likes, but not of where pages are.
  bool MayBeArgument =
      Use.Depth == 1 && Site.Form != UseForm::Foreign && Use.Mode != "size";
  if (Use.Value && MayBeArgument && Begin.isMacroID())
    addMacroArgument(Site, Use);
  Result.Uses.insert(std::move(Use));
}

void Collector::addMembers(StringRef Type, const RecordDecl *Record) {
  for (const FieldDecl *Field : Record->fields()) {
    if (!Field->getName().empty())
      Result.Members.insert(
          {Type.str(), Field->getName().str(), typeText(Field->getType())});
    else if (const RecordDecl *Inner = Field->getType()->getAsRecordDecl())
      addMembers(Type, Inner);
  }
}

UseSet Collector::run(const Knowledge &Known) {
  std::vector<std::string> Types = {"struct page"};
  for (const Descriptor &D : Known.descriptors())
    Types.push_back(D.Type);
  for (const std::string &Type : Types) {
    StringRef Name = Type;
    if (!Name.consume_front("struct "))
      continue;
    for (const NamedDecl *Found :
         Context.getTranslationUnitDecl()->lookup(&Context.Idents.get(Name)))
      if (const auto *Record = dyn_cast<RecordDecl>(Found))
        if (const RecordDecl *Definition = Record->getDefinition())
          addMembers(Type, Definition);
  }
  auto IsWanted = [&](const FunctionDecl *F) { return isWanted(F); };
  auto IsWantedVariable = [&](const VarDecl *V) {
    return Files.count(Spans.fileOf(V->getLocation())) != 0;
  };
  auto Show = [&](const UseSite &Site) { add(Site); };
  auto ShowMention = [&](const DeclRefExpr *Name, const FunctionDecl *F,
                         bool IsCall) { addMention(Name, F, IsCall); };
  auto ShowVariable = [&](const VarDecl *V, SourceLocation Name) {
    addNamesake(V, Name);
  };
  noteNames();
  walkUses(Context,
           {IsWanted, IsWantedVariable, Show, ShowMention, ShowVariable});
  for (const FunctionDecl *F : Functions)
    Declarations.addFunction(F, Result);
  Declarations.addMembers(Files, Result);
  std::set<std::string> Named;
  for (const PageUse &Use : Result.Uses)
    for (const TextSpan *Span : {&Use.Value, &Use.Name})
      Named.insert(Span->File);
  for (const PageDeclaration &D : Result.Declarations)
    for (const TextSpan *Span : {&D.NameWord, &D.TypeWord, &D.Head})
      Named.insert(Span->File);
  for (const FunctionMention &M : Result.Mentions)
    Named.insert(M.Word.File);
  Named.erase("");
  for (const std::string &File : Named)
    Result.Sources[File].insert(contentHash(Spans.files().text(File)));
  return std::move(Result);
}

UseSet pagesplit::collectUses(ASTContext &Context, StringRef Directory,
                              const SourceRoots &Roots, const Knowledge &Known,
                              const std::set<std::string> &Files) {
  return Collector(Context, Directory, Roots, Files).run(Known);
}
