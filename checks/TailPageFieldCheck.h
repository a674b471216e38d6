//===- TailPageFieldCheck.h - memdesc-tail-page-field -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_TAILPAGEFIELDCHECK_H
#define PAGESPLIT_CHECKS_TAILPAGEFIELDCHECK_H

#include "CheckBase.h"

namespace pagesplit::checks {

/// Finds fields of struct page that a tail page does not have.
///
/// For what it flags and its options see
/// docs/checks/memdesc-tail-page-field.md.
class TailPageFieldCheck : public PageCheck {
public:
  TailPageFieldCheck(llvm::StringRef Name,
                     clang::tidy::ClangTidyContext *Context);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  void checkUnit(clang::ASTContext &Context) override;

private:
  const bool Lookups;
};

} // namespace pagesplit::checks

#endif
