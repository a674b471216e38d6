//===- UseCollector.cpp - sites of one AST become uses --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UseCollector.h"

#include "TextSpans.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "pagesplit/AST/FlowWalker.h"
#include "pagesplit/AST/PageRecord.h"
#include "pagesplit/AST/UseWalker.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

namespace {

class Collector {
public:
  Collector(ASTContext &Context, StringRef Directory, const SourceRoots &Roots,
            const std::set<std::string> &Files)
      : Context(Context), Spans(Context, Roots, Directory), Files(Files) {}

  UseSet run(const Knowledge &Known);

private:
  bool isWanted(const FunctionDecl *F);
  void add(const UseSite &Site);
  void addField(const UseSite &Site, PageUse &Use);
  void addArgument(const UseSite &Site, PageUse &Use);
  void addMacroArgument(const UseSite &Site, PageUse &Use);
  void addVariables(const FunctionDecl *F);
  void addVariable(const FunctionDecl *F, const VarDecl *V);
  void addMembers(StringRef Type, const RecordDecl *Record);
  TextSpan nameOf(const NamedDecl *D);
  TextSpan pageWord(const VarDecl *V, const TextSpan &Name);

  ASTContext &Context;
  TextSpans Spans;
  const std::set<std::string> &Files;
  UseSet Result;
};

/// Finds the variables in a body.
class Variables : public RecursiveASTVisitor<Variables> {
public:
  explicit Variables(function_ref<void(const VarDecl *)> Show) : Show(Show) {}
  bool VisitVarDecl(VarDecl *V) {
    Show(V);
    return true;
  }

private:
  function_ref<void(const VarDecl *)> Show;
};

} // namespace

static bool isPagePointer(QualType Type) {
  return Type->isPointerType() && pageDepth(Type) == 1u;
}

TextSpan Collector::nameOf(const NamedDecl *D) {
  return D ? Spans.word(D->getLocation(), D->getName()) : TextSpan();
}

bool Collector::isWanted(const FunctionDecl *F) {
  if (!Files.count(Spans.fileOf(F->getBody()->getBeginLoc())))
    return false;
  addVariables(F);
  return true;
}

// The word "page" behind "struct" among the specifiers of a declaration.
TextSpan Collector::pageWord(const VarDecl *V, const TextSpan &Name) {
  TextSpan Begin = Spans.span(SourceRange(V->getBeginLoc(), V->getLocation()));
  if (!Begin || Begin.File != Name.File)
    return {};
  StringRef Text = Spans.text(Begin);
  std::vector<char> Copy(Text.begin(), Text.end());
  Copy.push_back(0);
  Lexer Raw(SourceLocation(), Context.getLangOpts(), Copy.data(), Copy.data(),
            Copy.data() + Text.size());
  bool BehindStruct = false;
  for (Token T; !Raw.LexFromRawLexer(T);) {
    unsigned At = Raw.getBufferLocation() - Copy.data() - T.getLength();
    StringRef Word = Text.substr(At, T.getLength());
    if (BehindStruct && Word == "page")
      return {Begin.File, Begin.Begin + At, Begin.Begin + At + 4};
    BehindStruct = Word == "struct";
  }
  return {};
}

void Collector::addVariable(const FunctionDecl *F, const VarDecl *V) {
  if (!isPagePointer(V->getType()) || V->getName().empty())
    return;
  PageVariable Record;
  Record.Function = ownerName(F);
  Record.Name = V->getName().str();
  Record.NameWord = nameOf(V);
  if (!Record.NameWord)
    return;
  Record.TypeWord = pageWord(V, Record.NameWord);
  Record.Declaration = Spans.span(V->getSourceRange());
  Record.Body = Spans.span(F->getBody()->getSourceRange());
  Record.IsParameter = isa<ParmVarDecl>(V);
  const auto *Body = dyn_cast<CompoundStmt>(F->getBody());
  Record.StartsWithDeclaration =
      Body && !Body->body_empty() && isa<DeclStmt>(Body->body_front());
  PresumedLoc Place =
      Context.getSourceManager().getPresumedLoc(V->getLocation());
  Record.Line = Place.getLine();
  Record.Column = Place.getColumn();
  Result.Variables.insert(std::move(Record));
}

void Collector::addVariables(const FunctionDecl *F) {
  for (const ParmVarDecl *Param : F->parameters())
    addVariable(F, Param);
  auto Add = [&](const VarDecl *V) { addVariable(F, V); };
  Variables(Add).TraverseStmt(F->getBody());
}

void Collector::addField(const UseSite &Site, PageUse &Use) {
  Use.Field = Site.Member->getMemberDecl()->getName().str();
  Use.FieldType = typeText(Site.Member->getMemberDecl()->getType());
  Use.FieldWord = Spans.word(Site.Member->getMemberLoc(), Use.Field);
  Use.Access = Spans.span(Site.Access);
  Use.Mode = Site.Mode;
}

void Collector::addArgument(const UseSite &Site, PageUse &Use) {
  const FunctionDecl *Callee = Site.Call->getDirectCallee();
  Use.Position = Site.Position;
  if (!Callee)
    return;
  Use.Callee = ownerName(Callee);
  Use.CallType = typeText(Site.Call->getType());
  Use.CalleeWord = Spans.word(
      Site.Call->getCallee()->IgnoreParenImpCasts()->getExprLoc(), Use.Callee);
  CallText Call = Spans.call(Use.CalleeWord);
  Use.Call = Call.Whole;
  Use.Arguments = Call.Arguments;
}

// What is all of an argument of a macro is one use, whatever the macro makes of
// it: a macro is a call to the programmer.
void Collector::addMacroArgument(const UseSite &Site, PageUse &Use) {
  TextSpan Macro = Spans.macroAround(Site.Value->getBeginLoc());
  CallText Call = Spans.call(Macro);
  for (unsigned I = 0; I < Call.Arguments.size(); ++I) {
    if (Call.Arguments[I].key() != Use.Value.key())
      continue;
    PageUse Outer;
    Outer.Kind = UseKind::MacroArgument;
    Outer.Function = Use.Function;
    Outer.Line = Use.Line;
    Outer.Column = Use.Column;
    Outer.Value = Use.Value;
    Outer.Declared = Use.Declared;
    Outer.Name = Use.Name;
    Outer.Callee = Spans.text(Macro).str();
    Outer.CalleeWord = Macro;
    Outer.Call = Call.Whole;
    Outer.Arguments = Call.Arguments;
    Outer.Position = I;
    Use = std::move(Outer);
    return;
  }
}

void Collector::add(const UseSite &Site) {
  PageUse Use;
  Use.Kind = Site.Form == UseForm::Field ? UseKind::Field
             : Site.Form == UseForm::Argument
                 ? UseKind::Argument
                 : static_cast<UseKind>(static_cast<int>(Site.Form) + 1);
  Use.Function = ownerName(Site.Function);
  const SourceManager &Sources = Context.getSourceManager();
  PresumedLoc Place = Sources.getPresumedLoc(
      Sources.getExpansionLoc(Site.Value->getBeginLoc()));
  Use.Line = Place.getLine();
  Use.Column = Place.getColumn();
  Use.Value = Spans.span(Site.Value);
  Use.Declared = nameOf(Site.Declared);
  if (Site.Declared)
    Use.Name = Spans.word(Site.Name, Site.Declared->getName());
  Use.Other = nameOf(Site.Other);
  if (Site.Written)
    Use.Written = Spans.span(Site.Written);
  if (Site.Form == UseForm::Field)
    addField(Site, Use);
  else if (Site.Form == UseForm::Argument)
    addArgument(Site, Use);
  if (Use.Value && Site.Value->getBeginLoc().isMacroID())
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
  for (const Descriptor &D : Known.descriptors()) {
    StringRef Name = D.Type;
    if (!Name.consume_front("struct "))
      continue;
    for (const NamedDecl *Found :
         Context.getTranslationUnitDecl()->lookup(&Context.Idents.get(Name)))
      if (const auto *Record = dyn_cast<RecordDecl>(Found))
        if (const RecordDecl *Definition = Record->getDefinition())
          addMembers(D.Type, Definition);
  }
  walkUses(
      Context, [&](const FunctionDecl *F) { return isWanted(F); },
      [&](const UseSite &Site) { add(Site); });
  std::set<std::string> Named;
  for (const PageUse &Use : Result.Uses)
    Named.insert(Use.Value.File);
  for (const PageVariable &V : Result.Variables)
    Named.insert(V.NameWord.File);
  Named.erase("");
  for (const std::string &File : Named)
    Result.Sources[File].insert(Spans.hash(File));
  return std::move(Result);
}

UseSet pagesplit::collectUses(ASTContext &Context, StringRef Directory,
                              const SourceRoots &Roots, const Knowledge &Known,
                              const std::set<std::string> &Files) {
  return Collector(Context, Directory, Roots, Files).run(Known);
}
