//===- FactCollector.cpp - sites of one AST become facts ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FactCollector.h"

#include "AccessJoiner.h"
#include "FlowCollector.h"
#include "SourceSpans.h"
#include "pagesplit/AST/AccessWalker.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecordLayout.h"
#include "llvm/Support/JSON.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

// The walkers' enums name what the AST shows, the facts' enums what files
// hold; they list the same things in the same order.
static_assert(static_cast<int>(SiteForm::Cast) ==
              static_cast<int>(AccessForm::Cast));
static_assert(static_cast<int>(SiteKind::Global) ==
              static_cast<int>(EntityKind::Global));

namespace {

class Collector {
public:
  Collector(ASTContext &Context, const UnitName &Unit, const SourceRoots &Roots)
      : Context(Context), Unit(Unit), Spans(Context, Roots, Unit.Directory),
        In{Unit.Config} {}

  Collected run(const Preprocessor &Macros, const Knowledge &Known);

private:
  void add(const AccessSite &Site);
  void add(const DeclarationSite &Site);
  void addLayout(const RecordDecl *Page);
  void addSources();

  ASTContext &Context;
  const UnitName &Unit;
  SourceSpans Spans;
  const ConfigSet In;
  AccessJoiner Joiner;
  FactSet Facts;
};

} // namespace

// In ref->index the object is ref, also when `->` is a function of it.
static const Expr *withoutArrow(const Expr *E) {
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
  return Call && Call->getOperator() == OO_Arrow
             ? Call->getArg(0)->IgnoreParenImpCasts()
             : E;
}

void Collector::add(const AccessSite &Site) {
  Access A;
  A.Form = static_cast<AccessForm>(Site.Form);
  A.Field = Site.Place.Field.empty() ? "*" : Site.Place.Field;
  A.Path = Site.Place.Path.empty() ? "*" : Site.Place.Path;
  A.Offset = Site.Place.Offset;
  A.Size = Site.Place.Size;
  A.Arm = Site.Place.Arm;
  A.Spelling = Spans.spelling(Site.Token);
  A.Expansion = Spans.expansion(Site.Range);
  A.Macros = Spans.macros(Site.Token);
  A.Function = json::fixUTF8(ownerName(Site.Owner));
  if (Site.Base)
    A.Base = Spans.text(withoutArrow(Site.Base->IgnoreParenImpCasts()));
  A.Via = Site.Detail;
  Joiner.add(std::move(A), Site.Use);
}

void Collector::add(const DeclarationSite &Site) {
  Entity E;
  E.Kind = static_cast<EntityKind>(Site.Kind);
  E.Owner = json::fixUTF8(Site.Owner);
  E.Position = Site.Position;
  E.Name = json::fixUTF8(Site.Name);
  E.Depth = Site.Depth;
  E.Type = json::fixUTF8(Site.Type);
  E.Where = Spans.expansion(Site.Token);
  E.Scope = Site.IsExternal ? "" : E.Where.File;
  E.IsDefinition = Site.IsDefinition;
  Facts.add(std::move(E), In);
}

void Collector::addLayout(const RecordDecl *Page) {
  const ASTRecordLayout &Record = Context.getASTRecordLayout(Page);
  Layout L;
  L.PageSize = Record.getSize().getQuantity();
  L.WordSize = Context.getTypeSizeInChars(Context.LongTy).getQuantity();
  L.Where = Spans.expansion(Page->getLocation());
  Facts.add(L, In);
  for (const MemberPlace &Member : membersOf(Page, Context)) {
    LayoutMember M;
    M.Path = Member.Place.Path;
    M.Type = Member.Type;
    M.Offset = Member.Place.Offset;
    M.Size = Member.Place.Size;
    M.Arm = Member.Place.Arm;
    Facts.add(std::move(M), In);
  }
}

void Collector::addSources() {
  for (const auto &[File, Hash] : Spans.files().hashes()) {
    Facts.add(SourceFile{File, Hash});
    Facts.add(UnitSource{Unit.Config, Unit.File, File});
  }
}

static const RecordDecl *findPage(ASTContext &Context) {
  for (const NamedDecl *Found :
       Context.getTranslationUnitDecl()->lookup(&Context.Idents.get("page")))
    if (const auto *Record = dyn_cast<RecordDecl>(Found))
      if (const RecordDecl *Definition = Record->getDefinition())
        return Definition;
  return nullptr;
}

Collected Collector::run(const Preprocessor &Macros, const Knowledge &Known) {
  const RecordDecl *Page = findPage(Context);
  if (Page && !Page->isInvalidDecl())
    addLayout(Page);
  walkAccesses(Context, Known, [&](const AccessSite &Site) { add(Site); });
  walkDeclarations(Context, [&](const DeclarationSite &Site) { add(Site); });
  FlowCollector Flows(Spans, Facts, In);
  walkFlows(Context, Macros, Known,
            [&](const FlowSite &Site) { Flows.add(Site); });
  Joiner.finish(Facts, In);
  addSources();
  return {std::move(Facts), Page != nullptr, Spans.files().firstNonUtf8()};
}

Collected pagesplit::collectFacts(ASTContext &Context,
                                  const Preprocessor &Macros,
                                  const UnitName &Unit,
                                  const SourceRoots &Roots,
                                  const Knowledge &Known) {
  return Collector(Context, Unit, Roots).run(Macros, Known);
}
