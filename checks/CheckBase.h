//===- CheckBase.h - what all memdesc checks share --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The base of the checks: one visit for each unit, the knowledge of the kernel
/// at hand, the snapshot if there is one, and the options that say where both
/// are. docs/checks/index.md describes the options.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_CHECKBASE_H
#define PAGESPLIT_CHECKS_CHECKBASE_H

#include "Snapshot.h"
#include "UnitView.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "pagesplit/Knowledge/Knowledge.h"

#include <memory>
#include <string>

namespace pagesplit::checks {

class PageCheck : public clang::tidy::ClangTidyCheck {
public:
  PageCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;
  void registerPPCallbacks(const clang::SourceManager &Sources,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *Expander) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) final;
  void check(const clang::ast_matchers::MatchFinder::MatchResult &Result) final;
  void onEndOfTranslationUnit() override { View.reset(); }

protected:
  /// Called once for a unit that knows struct page, when the knowledge could be
  /// read.
  virtual void checkUnit(clang::ASTContext &Context) = 0;

  /// What holds in the kernel of this unit. Only in checkUnit(), as all below.
  const Knowledge &known() const { return *Known; }
  const clang::Preprocessor &macros() const { return *Macros; }

  /// The option \p Key, a yes or no; no without one. A value that is neither is
  /// said to be wrong and counts as no.
  bool isAsked(llvm::StringRef Key);

  /// What stands in the unit, walked once for all checks.
  UnitView &unit() const { return *View; }

  /// What the snapshot says of a variable, parameter or member; nothing without
  /// a snapshot.
  std::optional<SnapshotVerdict> solved(const clang::NamedDecl *D);

  /// The same of an access to \p Field whose name stands at \p Token.
  std::optional<SnapshotVerdict> solvedAccess(clang::SourceLocation Token,
                                              llvm::StringRef Field);

  /// Whether diagnostics there would be dropped anyway.
  bool isInSystemHeader(clang::SourceLocation Loc) const;

private:
  bool prepare(clang::ASTContext &Context);
  llvm::StringRef shared(llvm::StringRef Key);
  void complainOnce(llvm::Error E);
  std::string portable(clang::FileID File) const;

  const std::string Database, KnowledgeDirectory, Layer, SourceRoot;
  std::shared_ptr<const Knowledge> Known;
  std::unique_ptr<Snapshot> Solved;
  std::shared_ptr<UnitView> View;
  const clang::Preprocessor *Macros = nullptr;
  const clang::SourceManager *Sources = nullptr;
  std::string Root; ///< of the kernel; empty when there is none
};

} // namespace pagesplit::checks

#endif
