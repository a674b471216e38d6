//===- PageFieldAccessCheck.h - memdesc-page-field-access -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_PAGEFIELDACCESSCHECK_H
#define PAGESPLIT_CHECKS_PAGEFIELDACCESSCHECK_H

#include "CheckBase.h"

#include <vector>

namespace pagesplit::checks {

/// Finds accesses to the fields of the kernel's struct page.
///
/// For what it flags and its options see
/// docs/checks/memdesc-page-field-access.md.
class PageFieldAccessCheck : public PageCheck {
public:
  PageFieldAccessCheck(llvm::StringRef Name,
                       clang::tidy::ClangTidyContext *Context);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  void checkUnit(clang::ASTContext &Context) override;

private:
  bool isAllowed(const AccessSite &Site) const;
  std::string kindOf(const AccessSite &Site);
  std::string belonging(const AccessSite &Site);
  clang::FixItHint fix(const AccessSite &Site, clang::ASTContext &Context);

  const std::vector<llvm::StringRef> AllowedFields;
  const std::vector<llvm::StringRef> AllowedFunctions;
};

} // namespace pagesplit::checks

#endif
