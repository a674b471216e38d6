//===- FlowAddresses.cpp - pages whose address is given a type ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowBody.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

// \p Call gives the address of \p Page, and \p Cast says what lies there.
bool FlowBody::isAddressOf(const std::string &Call, const Expr *Page,
                           const CastExpr *Cast) {
  const EvidenceIndex &Evidence = Unit.Known.evidence();
  FlowPlace To;
  To.Kind = FlowEnd::Type;
  To.Name = typedefBehind(Cast->getType()).str();
  if (!Page || !Evidence.address(Call, false, To.Name))
    return false;
  show(FlowForm::Cast, Page, To, Cast->getSourceRange(), Call + "#0");
  return true;
}

// (pmd_t *)page_address(page), also where the cast is not written.
void FlowBody::addressOf(const CastExpr *E) {
  if (typedefBehind(E->getType()).empty() ||
      !typedefBehind(E->getSubExpr()->getType()).empty())
    return;
  const Expr *Address = E->getSubExpr()->IgnoreParenCasts();
  const auto *Call = dyn_cast<CallExpr>(Address);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (Callee && Callee->getIdentifier() && Call->getNumArgs() > 0 &&
      isAddressOf(Callee->getName().str(), Call->getArg(0), E))
    return;
  for (const Expr *Whole : {E->getSubExpr(), Address})
    for (const MacroAround &Use : Unit.Macros.around(Whole))
      if (Use.IsValue && Unit.Known.evidence().isAddressCall(Use.Name, false) &&
          isAddressOf(Use.Name,
                      Unit.Macros.argumentOf(Whole, Use.Invocation, 0), E))
        return;
}
