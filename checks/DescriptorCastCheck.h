//===- DescriptorCastCheck.h - memdesc-descriptor-cast ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_DESCRIPTORCASTCHECK_H
#define PAGESPLIT_CHECKS_DESCRIPTORCASTCHECK_H

#include "CheckBase.h"

namespace pagesplit::checks {

/// Finds casts between struct page and descriptors outside conversions.
///
/// For what it flags and its options see
/// docs/checks/memdesc-descriptor-cast.md.
class DescriptorCastCheck : public PageCheck {
public:
  using PageCheck::PageCheck;

protected:
  void checkUnit(clang::ASTContext &Context) override;

private:
  void showCast(const AccessSite &Site, clang::ASTContext &Context);
  bool isConversion(const clang::NamedDecl *Owner, clang::SourceLocation Loc,
                    const clang::ASTContext &Context) const;
  clang::FixItHint fix(const AccessSite &Site, llvm::StringRef Kind,
                       bool ToPage, clang::ASTContext &Context);
};

} // namespace pagesplit::checks

#endif
