//===- UseCollector.cpp - sites of one AST become uses --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UseCollector.h"

#include "BlockStatements.h"
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
  void addBody(const UseSite &Site, PageUse &Use);
  void addArgument(const UseSite &Site, PageUse &Use);
  void addMacroArgument(const UseSite &Site, PageUse &Use);
  void addMention(const MentionSite &Site);
  void noteNames(const DeclContext *Around);
  void addNamesake(const NamedDecl *D, SourceLocation Name);
  void addMembers(StringRef Type, const RecordDecl *Record);
  TextSpan placeOf(const NamedDecl *D);

  ASTContext &Context;
  TextSpans Spans;
  DeclarationSpans Declarations;
  const std::set<std::string> &Files;
  /// Functions whose declarations are wanted: defined or named in Files.
  SetVector<const FunctionDecl *> Functions;
  SetVector<const FieldDecl *> Slots; ///< named in Files
  /// Functions in Files with uses of a variable that is a page.
  SetVector<const FunctionDecl *> WithVariables;
  /// Names of functions in Files that concern pages, with their scopes, and of
  /// slots.
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

void Collector::addMention(const MentionSite &Site) {
  if (const auto *F = dyn_cast<FunctionDecl>(Site.Named))
    Functions.insert(F->getCanonicalDecl());
  else
    Slots.insert(cast<FieldDecl>(Site.Named));
  FunctionMention Record;
  std::tie(Record.Name, Record.Scope) = Declarations.nameOf(Site.Named);
  Record.Mode = Site.IsStored ? "store" : "call";
  if (Site.IsStored && Site.Into) {
    Slots.insert(Site.Into);
    std::tie(Record.Into, Record.IntoScope) = Declarations.nameOf(Site.Into);
  }
  Record.Word = Spans.word(Site.Name, Site.Named->getName());
  const SourceManager &Sources = Context.getSourceManager();
  PresumedLoc Place =
      Sources.getPresumedLoc(Sources.getExpansionLoc(Site.Name));
  Record.Line = Place.getLine();
  Record.Column = Place.getColumn();
  Result.Mentions.insert(std::move(Record));
}

void Collector::noteNames(const DeclContext *Around) {
  for (const Decl *D : Around->decls()) {
    if (const auto *F = dyn_cast<FunctionDecl>(D)) {
      if (F->getIdentifier() && concernsPages(F) &&
          Files.count(Spans.fileOf(F->getLocation())))
        Names[F->getName()] = Declarations.nameOf(F).second;
    } else if (const auto *Slot = dyn_cast<FieldDecl>(D)) {
      if (Slot->getIdentifier() && concernsPages(Slot))
        Names.try_emplace(Slot->getName(), "");
    } else if (const auto *Record = dyn_cast<RecordDecl>(D)) {
      noteNames(Record);
    }
  }
}

// A text that is searched for a function's name finds these as well.
void Collector::addNamesake(const NamedDecl *D, SourceLocation Name) {
  auto Found = D->getIdentifier() ? Names.find(D->getName()) : Names.end();
  if (Found == Names.end())
    return;
  FunctionMention Record;
  Record.Name = D->getName().str();
  Record.Scope = Found->second;
  Record.Mode = "other";
  Record.Word = Spans.word(Name, Record.Name);
  if (Record.Word)
    Result.Mentions.insert(std::move(Record));
}

// A number is the same by whatever name: pgoff_t is unsigned long.
static std::string fieldTypeText(QualType Type) {
  QualType Plain = Type.getCanonicalType();
  bool IsNumber = Plain->isIntegerType() && !Plain->isEnumeralType();
  return typeText(IsNumber ? Plain : Type);
}

void Collector::addField(const UseSite &Site, PageUse &Use) {
  Use.Field = Site.Member->getMemberDecl()->getName().str();
  Use.FieldType = fieldTypeText(Site.Member->getMemberDecl()->getType());
  Use.FieldWord = Spans.word(Site.Member->getMemberLoc(), Use.Field);
  Use.Access = Spans.span(Site.Access);
  // page_private() writes the parentheses itself.
  if (!Use.Access)
    Use.Access = Spans.span(Site.AccessWhole);
  Use.Mode = Site.Mode;
}

// A macro's body that calls a function and looks into what it gives does so
// wherever it is used.
void Collector::addBody(const UseSite &Site, PageUse &Use) {
  TextSpan Value = Spans.inBody(Site.Value->getSourceRange());
  TextSpan Word = Spans.inBody(Site.Member->getMemberLoc());
  bool IsCall = isa<FunctionDecl>(Site.Called) &&
                Spans.text(Value).starts_with(Use.Called + "(");
  if (!IsCall || !Word || Value.File != Word.File || Word.Begin < Value.End)
    return;
  Use.Value = Value;
  Use.FieldWord = Word;
  Use.Access = {Value.File, Value.Begin, Word.End};
  Use.Written = {};
  StringRef Before = Spans.text({Value.File, 0, Value.Begin});
  Use.Line = Before.count('\n') + 1;
  Use.Column = Value.Begin - Before.rfind('\n');
}

void Collector::addArgument(const UseSite &Site, PageUse &Use) {
  const NamedDecl *Callee = calledBy(Site.Call);
  Use.Position = Site.Position;
  if (!Callee)
    return;
  std::tie(Use.Callee, Use.CalleeScope) = Declarations.nameOf(Callee);
  const Expr *Named = Site.Call->getCallee()->IgnoreParenImpCasts();
  const auto *Member = dyn_cast<MemberExpr>(Named);
  Use.CalleeWord = Spans.word(
      Member ? Member->getMemberLoc() : Named->getExprLoc(), Callee->getName());
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
  if (Site.Function && isa_and_nonnull<VarDecl>(Site.Declared))
    WithVariables.insert(Site.Function);
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
  if (!Use.Value) {
    Use.Macro = Spans.macroOf(Begin);
    if (Site.Form == UseForm::Field && Site.Called)
      addBody(Site, Use);
    if (Use.Value) {
      Result.Uses.insert(std::move(Use));
      return;
    }
  }
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
      Result.Members.insert({Type.str(), Field->getName().str(),
                             fieldTypeText(Field->getType())});
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
  auto ShowMention = [&](const MentionSite &Site) { addMention(Site); };
  auto ShowName = [&](const NamedDecl *D, SourceLocation Name) {
    addNamesake(D, Name);
  };
  noteNames(Context.getTranslationUnitDecl());
  walkUses(Context, {IsWanted, IsWantedVariable, Show, ShowMention, ShowName});
  for (const FunctionDecl *F : WithVariables)
    addStatements(F, Context, Known, Spans, Result);
  for (const FunctionDecl *F : Functions)
    Declarations.addFunction(F, Result);
  for (const FieldDecl *Slot : Slots)
    Declarations.addSlot(Slot, Result);
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
