//===- PageApiCheck.h - memdesc-page-api ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_PAGEAPICHECK_H
#define PAGESPLIT_CHECKS_PAGEAPICHECK_H

#include "CheckBase.h"

namespace pagesplit::checks {

/// Finds calls about a page that have a form for its descriptor.
///
/// For what it flags and its options see
/// docs/checks/memdesc-page-api.md.
class PageApiCheck : public PageCheck {
public:
  using PageCheck::PageCheck;

protected:
  void checkUnit(clang::ASTContext &Context) override;

private:
  std::string kindOf(const FlowSite &Site, const std::string &Call,
                     bool &IsProved);
  clang::FixItHint fix(const FlowSite &Site, const ApiPair &Pair,
                       const clang::CallExpr *Call, bool IsProved,
                       clang::ASTContext &Context);
};

} // namespace pagesplit::checks

#endif
