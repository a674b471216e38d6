//===- UncheckedConversionCheck.h - lookups used untested -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_UNCHECKEDCONVERSIONCHECK_H
#define PAGESPLIT_CHECKS_UNCHECKEDCONVERSIONCHECK_H

#include "CheckBase.h"
#include "FunctionPaths.h"

namespace pagesplit::checks {

/// Finds lookups used without a test of what they gave.
///
/// For what it flags and its options see
/// docs/checks/memdesc-unchecked-conversion.md.
class UncheckedConversionCheck : public PageCheck {
public:
  using PageCheck::PageCheck;

protected:
  void checkUnit(clang::ASTContext &Context) override;

private:
  const FailingCall *lookup(const clang::Expr *E, std::string &Name,
                            const clang::ASTContext &Context) const;
  void checkFunction(const clang::FunctionDecl *Function,
                     clang::ASTContext &Context);
  void follow(const clang::FunctionDecl *Function, const FunctionPaths &Paths,
              const clang::Stmt *From, const clang::VarDecl *Variable,
              const FailingCall &Call, const std::string &Name);
  void showWrongTest(const FunctionPaths &Paths, const clang::VarDecl *Variable,
                     const std::string &Name);
};

} // namespace pagesplit::checks

#endif
