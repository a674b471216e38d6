//===- PageFieldAccessCheck.h - memdesc-page-field-access -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_PAGEFIELDACCESSCHECK_H
#define PAGESPLIT_CHECKS_PAGEFIELDACCESSCHECK_H

#include "clang-tidy/ClangTidyCheck.h"
#include "llvm/ADT/StringRef.h"

#include <vector>

namespace pagesplit {
struct AccessSite;
}

namespace pagesplit::checks {

/// Finds accesses to the fields of the kernel's struct page.
///
/// For what it flags and its options see
/// docs/checks/memdesc-page-field-access.md.
class PageFieldAccessCheck : public clang::tidy::ClangTidyCheck {
public:
  PageFieldAccessCheck(llvm::StringRef Name,
                       clang::tidy::ClangTidyContext *Context);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  bool isAllowed(const AccessSite &Site) const;

  const std::vector<llvm::StringRef> AllowedFields;
  const std::vector<llvm::StringRef> AllowedFunctions;
};

} // namespace pagesplit::checks

#endif
