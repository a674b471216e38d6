//===- PageListCheck.h - memdesc-page-list ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_PAGELISTCHECK_H
#define PAGESPLIT_CHECKS_PAGELISTCHECK_H

#include "CheckBase.h"

namespace pagesplit::checks {

/// Finds lists that link pages by a field of struct page.
///
/// For what it flags and its options see
/// docs/checks/memdesc-page-list.md.
class PageListCheck : public PageCheck {
public:
  using PageCheck::PageCheck;

protected:
  void checkUnit(clang::ASTContext &Context) override;

private:
  bool isPrivate(llvm::StringRef Field) const;
  std::string instead(const FlowSite *Use, llvm::StringRef Field);
};

} // namespace pagesplit::checks

#endif
