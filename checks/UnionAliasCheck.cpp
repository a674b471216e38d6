//===- UnionAliasCheck.cpp - memdesc-union-alias -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnionAliasCheck.h"

#include "llvm/ADT/MapVector.h"

using namespace clang;
using namespace llvm;

namespace pagesplit::checks {

// Whether both lie in one union, in arms that share bytes.
static bool areAliases(const FieldPlace &A, const FieldPlace &B) {
  if (A.Field == B.Field || A.Arm.empty() || B.Arm.empty() || A.Arm == B.Arm)
    return false;
  // One inside the other is the same arm seen from further out.
  if (StringRef(A.Arm).starts_with(B.Arm + "/") ||
      StringRef(B.Arm).starts_with(A.Arm + "/"))
    return false;
  return A.Offset < B.Offset + B.Size && B.Offset < A.Offset + A.Size;
}

static bool assigns(const Stmt *S, const VarDecl *Variable) {
  if (const auto *Binary = dyn_cast<BinaryOperator>(S))
    return Binary->isAssignmentOp() && variableIn(Binary->getLHS()) == Variable;
  if (const auto *Unary = dyn_cast<UnaryOperator>(S))
    return (Unary->isIncrementDecrementOp() ||
            Unary->getOpcode() == UO_AddrOf) &&
           variableIn(Unary->getSubExpr()) == Variable;
  if (const auto *Declares = dyn_cast<DeclStmt>(S))
    return Declares->isSingleDecl() && Declares->getSingleDecl() == Variable;
  return false;
}

// From a write on, until the variable, or the arm that is read, is set again.
void UnionAliasCheck::follow(const FunctionPaths &Paths,
                             const AccessSite &Write,
                             const std::vector<const AccessSite *> &All) {
  const VarDecl *Variable = variableIn(Write.Base);
  DenseMap<const Stmt *, const AccessSite *> Later;
  for (const AccessSite *Site : All)
    if (Site != &Write && variableIn(Site->Base) == Variable)
      Later[Site->Base] = Site;
  SmallPtrSet<const AccessSite *, 4> Shown;
  Paths.after(Write.Base, [&](const Stmt *S, bool IsCondition) {
    if (IsCondition)
      return true;
    if (assigns(S, Variable))
      return false;
    const AccessSite *Site = Later.lookup(S);
    if (!Site)
      return true;
    if (areAliases(Write.Place, Site->Place) && Site->Use.Reads &&
        Shown.insert(Site).second) {
      diag(Site->Token, "'%0' of struct page is read where '%1', another arm "
                        "of the union, was written")
          << Site->Place.Field << Write.Place.Field;
      diag(Write.Token, "written here", DiagnosticIDs::Note);
    }
    return !Site->Use.Writes;
  });
}

void UnionAliasCheck::checkUnit(ASTContext &Context) {
  MapVector<const FunctionDecl *, std::vector<const AccessSite *>> Functions;
  for (const AccessSite &Site : unit().accesses()) {
    const auto *Function = dyn_cast_or_null<FunctionDecl>(Site.Owner);
    if (Site.Form == SiteForm::Member && Function && Function->hasBody() &&
        !Function->isDependentContext() && Site.Base && variableIn(Site.Base) &&
        !Site.Use.Unevaluated && !Site.Place.Arm.empty())
      Functions[Function].push_back(&Site);
  }
  for (const auto &[Function, All] : Functions) {
    std::vector<const AccessSite *> Writes;
    for (const AccessSite *Write : All)
      for (const AccessSite *Read : All)
        if (Write->Use.Writes && !Write->Use.Reads && Read->Use.Reads &&
            areAliases(Write->Place, Read->Place)) {
          Writes.push_back(Write);
          break;
        }
    if (Writes.empty())
      continue;
    FunctionPaths Paths(Function, Context);
    for (const AccessSite *Write : Writes)
      follow(Paths, *Write, All);
  }
}

} // namespace pagesplit::checks
