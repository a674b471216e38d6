//===- PageArithmeticCheck.h - memdesc-page-arithmetic ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_PAGEARITHMETICCHECK_H
#define PAGESPLIT_CHECKS_PAGEARITHMETICCHECK_H

#include "CheckBase.h"

namespace pagesplit::checks {

/// Finds code that depends on the size of struct page.
///
/// For what it flags and its options see
/// docs/checks/memdesc-page-arithmetic.md.
class PageArithmeticCheck : public PageCheck {
public:
  PageArithmeticCheck(llvm::StringRef Name,
                      clang::tidy::ClangTidyContext *Context);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  void checkUnit(clang::ASTContext &Context) override;

private:
  bool isNamed(const AccessSite &Site, const clang::ASTContext &Context) const;

  const bool AllowPointers;
};

} // namespace pagesplit::checks

#endif
