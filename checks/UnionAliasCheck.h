//===- UnionAliasCheck.h - memdesc-union-alias ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_UNIONALIASCHECK_H
#define PAGESPLIT_CHECKS_UNIONALIASCHECK_H

#include "CheckBase.h"
#include "FunctionPaths.h"

namespace pagesplit::checks {

/// Finds fields read where another arm of their union was written.
///
/// For what it flags and its options see
/// docs/checks/memdesc-union-alias.md.
class UnionAliasCheck : public PageCheck {
public:
  using PageCheck::PageCheck;

protected:
  void checkUnit(clang::ASTContext &Context) override;

private:
  void follow(const FunctionPaths &Paths, const AccessSite &Write,
              const std::vector<const AccessSite *> &All);
};

} // namespace pagesplit::checks

#endif
