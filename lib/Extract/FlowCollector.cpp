//===- FlowCollector.cpp - moves of one AST become facts ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowCollector.h"

#include "pagesplit/AST/DeclarationWalker.h"
#include "pagesplit/AST/PageRecord.h"
#include "llvm/Support/JSON.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

static_assert(static_cast<int>(FlowEnd::Opaque) ==
              static_cast<int>(PlaceKind::Opaque));
static_assert(static_cast<int>(FlowForm::Take) ==
              static_cast<int>(FlowKind::Take));

std::string FlowCollector::where(SourceRange Range) {
  const SourceSpan Span = Spans.expansion(Range);
  return Span.File + ":" + std::to_string(Span.Line) + ":" +
         std::to_string(Span.Column);
}

std::string FlowCollector::fileOf(SourceLocation Loc) {
  return Spans.expansion(Loc).File;
}

// As for entities: a struct's members and what is static belong to a file.
std::string FlowCollector::scopeOf(const NamedDecl *Declaration) {
  const NamedDecl *Named = Declaration;
  if (const auto *Variable = dyn_cast<VarDecl>(Declaration))
    if (const auto *Function = dyn_cast_or_null<FunctionDecl>(
            Variable->getParentFunctionOrMethod()))
      Named = Function;
  if (!isa<FieldDecl>(Named) && Named->isExternallyVisible())
    return "";
  return fileOf(Named->getLocation());
}

static bool isLocalVariable(const NamedDecl *Declaration) {
  return isa<VarDecl>(Declaration) && !isa<ParmVarDecl>(Declaration) &&
         cast<VarDecl>(Declaration)->getParentFunctionOrMethod();
}

Place FlowCollector::named(const FlowPlace &From) {
  const NamedDecl *Declaration = From.Declaration;
  Place To;
  To.Kind = static_cast<PlaceKind>(From.Kind);
  To.Scope = scopeOf(Declaration);
  switch (From.Kind) {
  case FlowEnd::Param:
  case FlowEnd::Return:
  case FlowEnd::Function:
    To.Owner = json::fixUTF8(calleeName(Declaration));
    // Locals of one name are told apart by where they are declared.
    if (isLocalVariable(Declaration))
      To.Owner += "@" + where(Declaration->getLocation());
    return To;
  case FlowEnd::Local:
    To.Owner = json::fixUTF8(ownerName(dyn_cast_or_null<NamedDecl>(
        Declaration->getDeclContext()->getNonTransparentContext())));
    To.At = where(Declaration->getLocation());
    break;
  case FlowEnd::Member:
    To.Owner = json::fixUTF8(structName(cast<FieldDecl>(Declaration)));
    break;
  case FlowEnd::Slot:
    if (From.Position >= 0 || isa<FieldDecl>(Declaration)) {
      To.Owner = json::fixUTF8(calleeName(Declaration));
      return To;
    }
    if (const auto *Function =
            dyn_cast<FunctionDecl>(Declaration->getDeclContext())) {
      To.Owner = json::fixUTF8(ownerName(Function));
      To.At = where(Declaration->getLocation());
    }
    break;
  default:
    break;
  }
  To.Name = json::fixUTF8(Declaration->getNameAsString());
  return To;
}

Place FlowCollector::place(const FlowPlace &From) {
  Place To;
  if (!From.Declaration) {
    To.Kind = static_cast<PlaceKind>(From.Kind);
    bool IsMacro = From.Kind == FlowEnd::Param || From.Kind == FlowEnd::Return;
    (IsMacro ? To.Owner : To.Name) = json::fixUTF8(From.Name);
    if (!From.Pointee.isNull()) {
      To.Owner = json::fixUTF8(typeText(From.Pointee));
      if (const RecordDecl *Struct =
              From.Pointee->getAsRecordDecl()->getDefinition())
        To.Scope = fileOf(Struct->getLocation());
    }
  } else {
    // A slot that is a function's parameter is named otherwise than one that
    // is a variable.
    int Kind = static_cast<int>(From.Kind) * 2 + (From.Position >= 0);
    auto [Known, IsNew] = Named.try_emplace({From.Declaration, Kind});
    if (IsNew)
      Known->second = named(From);
    To = Known->second;
  }
  To.Position = From.Position;
  if (From.UsedAt.isValid())
    To.Scope = fileOf(From.UsedAt);
  return To;
}

void FlowCollector::add(const FlowSite &Site) {
  Flow F;
  F.Kind = static_cast<FlowKind>(Site.Form);
  F.From = place(Site.From);
  F.To = place(Site.To);
  for (const std::string &Step : Site.Through)
    F.Through.push_back(json::fixUTF8(Step));
  for (const FlowTest &Test : Site.Tests)
    F.Guards.push_back({json::fixUTF8(Test.Test), Test.Holds});
  llvm::sort(F.Guards);
  F.Guards.erase(llvm::unique(F.Guards), F.Guards.end());
  F.Where = where(Site.Range);
  F.Function = json::fixUTF8(ownerName(Site.Owner));
  Facts.add(std::move(F), In);
}
