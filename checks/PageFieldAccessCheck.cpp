//===- PageFieldAccessCheck.cpp - memdesc-page-field-access ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PageFieldAccessCheck.h"

#include "pagesplit/AST/AccessWalker.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "pagesplit/Knowledge/Knowledge.h"

#include "clang-tidy/utils/OptionsUtils.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ast_matchers;
using namespace clang::tidy::utils::options;

namespace pagesplit::checks {

PageFieldAccessCheck::PageFieldAccessCheck(StringRef Name,
                                           tidy::ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context),
      AllowedFields(parseStringList(Options.get("AllowedFields", ""))),
      AllowedFunctions(parseStringList(Options.get("AllowedFunctions", ""))) {}

void PageFieldAccessCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "AllowedFields", serializeStringList(AllowedFields));
  Options.store(Opts, "AllowedFunctions",
                serializeStringList(AllowedFunctions));
}

// One visit for the whole unit: the walker is that of `pagesplit extract`.
void PageFieldAccessCheck::registerMatchers(MatchFinder *Finder) {
  Finder->addMatcher(translationUnitDecl(), this);
}

bool PageFieldAccessCheck::isAllowed(const AccessSite &Site) const {
  if (llvm::is_contained(AllowedFields, Site.Place.Field))
    return true;
  return Site.Owner && !AllowedFunctions.empty() &&
         llvm::is_contained(AllowedFunctions, ownerName(Site.Owner));
}

void PageFieldAccessCheck::check(const MatchFinder::MatchResult &Result) {
  // What a callee does to the field decides the mode, which is not told here.
  const Knowledge Nothing;
  walkAccesses(*Result.Context, Nothing, [&](const AccessSite &Site) {
    if (Site.Place.Field.empty() || isAllowed(Site))
      return;
    diag(Site.Token, "access to field '%0' of struct page; it belongs to the "
                     "page's descriptor")
        << Site.Place.Field;
  });
}

} // namespace pagesplit::checks
