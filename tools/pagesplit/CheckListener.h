//===- CheckListener.h - diagnostics of checks as records -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Takes what checks say while the tree is there, and keeps what lint needs of
/// it: portable places, the function around, the macro, notes and the fix.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_CHECKLISTENER_H
#define PAGESPLIT_TOOLS_CHECKLISTENER_H

#include "pagesplit/Lint/CheckFile.h"
#include "pagesplit/Support/SourceRoots.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"

#include <functional>

namespace pagesplit {

class CheckListener : public clang::DiagnosticConsumer {
public:
  /// \p NameOf gives the check that a kind of diagnostics belongs to.
  CheckListener(const SourceRoots &Roots, llvm::StringRef Directory,
                std::function<std::string(unsigned Id)> NameOf)
      : Roots(Roots), Directory(Directory), NameOf(std::move(NameOf)) {}

  /// What comes from now on is about \p Tree.
  void begin(const clang::ASTContext &Tree);

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &D) override;

  CheckResults take();

private:
  /// A function or an initialised variable at file level.
  struct Owner {
    unsigned Begin = 0; ///< bytes from the start of the file
    unsigned End = 0;
    const clang::NamedDecl *Declared = nullptr;
  };
  void addOwners(const clang::DeclContext &In);
  void addOwner(const clang::NamedDecl *D);
  std::string ownerAt(clang::SourceLocation FileLoc) const;
  std::string fileOf(clang::SourceLocation FileLoc) const;
  LintPlace place(clang::SourceLocation Loc) const;
  std::optional<CheckEdit> editOf(const clang::Diagnostic &D,
                                  clang::FileID File) const;
  void keepLatest();

  const SourceRoots &Roots;
  std::string Directory;
  std::function<std::string(unsigned)> NameOf;
  const clang::ASTContext *Tree = nullptr;
  const clang::SourceManager *Sources = nullptr;
  std::map<clang::FileID, std::vector<Owner>> Owners;
  std::optional<CheckDiagnostic> Latest; ///< which notes belong to
  CheckResults Results;
};

} // namespace pagesplit

#endif
