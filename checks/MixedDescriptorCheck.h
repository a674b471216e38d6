//===- MixedDescriptorCheck.h - memdesc-mixed-descriptor --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_MIXEDDESCRIPTORCHECK_H
#define PAGESPLIT_CHECKS_MIXEDDESCRIPTORCHECK_H

#include "CheckBase.h"

namespace pagesplit::checks {

/// Finds variables that hold pages of two kinds.
///
/// For what it flags and its options see
/// docs/checks/memdesc-mixed-descriptor.md.
class MixedDescriptorCheck : public PageCheck {
public:
  using PageCheck::PageCheck;

protected:
  void checkUnit(clang::ASTContext &Context) override;

private:
  void showSolved();
};

} // namespace pagesplit::checks

#endif
