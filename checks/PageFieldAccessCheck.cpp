//===- PageFieldAccessCheck.cpp - memdesc-page-field-access ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PageFieldAccessCheck.h"

#include "clang-tidy/utils/OptionsUtils.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace pagesplit::checks {

namespace {
AST_MATCHER(MemberExpr, namesPageField) {
  const auto *Field = dyn_cast<FieldDecl>(Node.getMemberDecl());
  if (!Field || !Field->getDeclName())
    return false;
  const RecordDecl *Record = Field->getParent();
  while (Record->isAnonymousStructOrUnion()) {
    const auto *Outer = dyn_cast<RecordDecl>(Record->getDeclContext());
    if (!Outer)
      return false;
    Record = Outer;
  }
  const IdentifierInfo *Name = Record->getIdentifier();
  return Name && Name->isStr("page") &&
         Record->getDeclContext()->getRedeclContext()->isTranslationUnit();
}
} // namespace

PageFieldAccessCheck::PageFieldAccessCheck(StringRef Name,
                                           tidy::ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context),
      AllowedFields(tidy::utils::options::parseStringList(
          Options.get("AllowedFields", ""))) {}

void PageFieldAccessCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "AllowedFields",
                tidy::utils::options::serializeStringList(AllowedFields));
}

void PageFieldAccessCheck::registerMatchers(MatchFinder *Finder) {
  Finder->addMatcher(memberExpr(namesPageField()).bind("access"), this);
}

void PageFieldAccessCheck::check(const MatchFinder::MatchResult &Result) {
  const auto *Access = Result.Nodes.getNodeAs<MemberExpr>("access");
  StringRef Field = Access->getMemberDecl()->getName();
  if (llvm::is_contained(AllowedFields, Field))
    return;
  diag(Access->getMemberLoc(),
       "access to field '%0' of struct page; it belongs to the page's "
       "descriptor")
      << Field;
}

} // namespace pagesplit::checks
