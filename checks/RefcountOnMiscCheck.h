//===- RefcountOnMiscCheck.h - memdesc-refcount-on-misc ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_REFCOUNTONMISCCHECK_H
#define PAGESPLIT_CHECKS_REFCOUNTONMISCCHECK_H

#include "CheckBase.h"

namespace pagesplit::checks {

/// Finds references to pages that have no reference count.
///
/// For what it flags and its options see
/// docs/checks/memdesc-refcount-on-misc.md.
class RefcountOnMiscCheck : public PageCheck {
public:
  using PageCheck::PageCheck;

protected:
  void checkUnit(clang::ASTContext &Context) override;

private:
  void report(const FlowSite &Site, const std::string &Call,
              const PageKind &Kind, bool Takes, bool IsSolved);
};

} // namespace pagesplit::checks

#endif
