//===- QuotedSource.cpp - texts that macros make of the source ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "QuotedSource.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/MultiplexConsumer.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

namespace {

class Neutralizer : public ASTConsumer,
                    public RecursiveASTVisitor<Neutralizer> {
public:
  void Initialize(ASTContext &C) override { Context = &C; }

  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    for (Decl *D : Group)
      TraverseDecl(D);
    return true;
  }

  bool VisitImplicitCastExpr(ImplicitCastExpr *Cast) {
    if (Cast->getCastKind() != CK_ArrayToPointerDecay)
      return true;
    auto *Text =
        dyn_cast<clang::StringLiteral>(Cast->getSubExpr()->IgnoreParens());
    if (Text && Text->isOrdinary() && isQuoted(*Text))
      Cast->setSubExpr(neutral(*Text));
    return true;
  }

private:
  // What "#" makes stands in no file.
  bool isQuoted(const clang::StringLiteral &Text) const {
    const SourceManager &Sources = Context->getSourceManager();
    for (unsigned I = 0; I < Text.getNumConcatenated(); ++I)
      if (Sources.isWrittenInScratchSpace(
              Sources.getSpellingLoc(Text.getStrTokenLoc(I))))
        return true;
    return false;
  }

  clang::StringLiteral *neutral(const clang::StringLiteral &Text) const {
    constexpr llvm::StringLiteral Quoted = "quoted source";
    QualType Type = Context->getStringLiteralArrayType(
        Context->getAsConstantArrayType(Text.getType())->getElementType(),
        Quoted.size());
    return clang::StringLiteral::Create(*Context, Quoted, Text.getKind(),
                                        /*Pascal=*/false, Type,
                                        Text.getBeginLoc());
  }

  ASTContext *Context = nullptr;
};

} // namespace

std::unique_ptr<ASTConsumer>
pagesplit::withoutQuotedSource(std::unique_ptr<ASTConsumer> Next) {
  std::vector<std::unique_ptr<ASTConsumer>> Both;
  Both.push_back(std::make_unique<Neutralizer>());
  Both.push_back(std::move(Next));
  return std::make_unique<MultiplexConsumer>(std::move(Both));
}
