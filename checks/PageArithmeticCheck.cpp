//===- PageArithmeticCheck.cpp - memdesc-page-arithmetic -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PageArithmeticCheck.h"

#include "DescriptorText.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace pagesplit::checks {

PageArithmeticCheck::PageArithmeticCheck(StringRef Name,
                                         tidy::ClangTidyContext *Context)
    : PageCheck(Name, Context), AllowPointers(isAsked("AllowPointers")) {}

void PageArithmeticCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  PageCheck::storeOptions(Opts);
  Options.store(Opts, "AllowPointers", AllowPointers ? "true" : "false");
}

// What the knowledge files name counts pages for everybody else.
bool PageArithmeticCheck::isNamed(const AccessSite &Site,
                                  const ASTContext &Context) const {
  auto Counts = [&](StringRef Name) {
    const EvidenceIndex &Evidence = known().evidence();
    return Evidence.passes(Name, -1) || Evidence.call(Name, -1) ||
           Evidence.call(Name, 0) || Evidence.anyArgument(Name) ||
           known().isConversion(Name);
  };
  if (Site.Owner && Counts(ownerName(Site.Owner)))
    return true;
  return any_of(macrosAround(Site.Token, Context), Counts);
}

void PageArithmeticCheck::checkUnit(ASTContext &Context) {
  for (const AccessSite &Site : unit().accesses()) {
    // A sizeof counts as not evaluated, like what stands in it.
    bool IsIdle = Site.Use.Unevaluated && Site.Form != SiteForm::Sizeof;
    if (!Site.Place.Field.empty() || IsIdle || isNamed(Site, Context))
      continue;
    switch (Site.Form) {
    case SiteForm::Copy:
      diag(Site.Token,
           "struct page is copied as a whole; what is in it belongs "
           "to its descriptor and to this one page");
      break;
    case SiteForm::MemoryCall:
      diag(Site.Token, "%0() takes struct page as plain bytes; it will be one "
                       "word")
          << Site.Use.Via;
      break;
    case SiteForm::Sizeof:
      diag(Site.Token, "the size of struct page will be that of one word");
      break;
    case SiteForm::Arithmetic:
      if (!AllowPointers)
        diag(Site.Token,
             "arithmetic on a pointer to struct page; the next one is the next "
             "page only inside one allocation");
      break;
    default:
      break;
    }
  }
}

} // namespace pagesplit::checks
