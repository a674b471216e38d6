//===- RawFlagsCheck.h - memdesc-raw-flags ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_RAWFLAGSCHECK_H
#define PAGESPLIT_CHECKS_RAWFLAGSCHECK_H

#include "CheckBase.h"

namespace pagesplit::checks {

/// Finds page flags that are copied or tested by hand.
///
/// For what it flags and its options see
/// docs/checks/memdesc-raw-flags.md.
class RawFlagsCheck : public PageCheck {
public:
  using PageCheck::PageCheck;

protected:
  void checkUnit(clang::ASTContext &Context) override;

private:
  bool isAccessor(const AccessSite &Site,
                  const clang::ASTContext &Context) const;
};

} // namespace pagesplit::checks

#endif
