//===- ClangCompat.h - what differs between LLVM 19 and 22 ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The only C++ file that may ask for LLVM_VERSION_MAJOR; utils/check-layers
/// holds the others to that. Everywhere else the newest version's spelling is
/// used, and what an older version lacks gets that spelling here.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_AST_CLANGCOMPAT_H
#define PAGESPLIT_AST_CLANGCOMPAT_H

#include "clang/AST/Decl.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "llvm/Config/llvm-config.h"

/// The header that declares clang::tidy::ClangTidyModuleRegistry, for
/// `#include PAGESPLIT_CLANG_TIDY_REGISTRY`. A macro, so that rooms other than
/// checks/ need no clang-tidy header. The old place warns from 22 on and is
/// gone from 24 on.
#if LLVM_VERSION_MAJOR < 22
#define PAGESPLIT_CLANG_TIDY_REGISTRY "clang-tidy/ClangTidyModuleRegistry.h"
#else
#define PAGESPLIT_CLANG_TIDY_REGISTRY "clang-tidy/ClangTidyModule.h"
#endif

namespace pagesplit {

/// The width in bits of \p Field, which is a bit-field. From 20 on Clang needs
/// no context for it.
inline unsigned bitWidthOf(const clang::FieldDecl &Field) {
#if LLVM_VERSION_MAJOR < 20
  return Field.getBitWidthValue(Field.getASTContext());
#else
  return Field.getBitWidthValue();
#endif
}

/// Diagnostics that go to \p Client, which is not owned, with \p Options, which
/// must live as long. From 21 on options are not counted.
inline std::unique_ptr<clang::DiagnosticsEngine>
diagnosticsFor(clang::DiagnosticOptions &Options,
               clang::DiagnosticConsumer &Client) {
  auto Ids = llvm::makeIntrusiveRefCnt<clang::DiagnosticIDs>();
#if LLVM_VERSION_MAJOR < 21
  return std::make_unique<clang::DiagnosticsEngine>(
      Ids, llvm::makeIntrusiveRefCnt<clang::DiagnosticOptions>(Options),
      &Client, /*ShouldOwnClient=*/false);
#else
  return std::make_unique<clang::DiagnosticsEngine>(Ids, Options, &Client,
                                                    /*ShouldOwnClient=*/false);
#endif
}

/// Let the checks of \p Tidy, a clang::tidy::ClangTidyContext, report to
/// \p Engine. A template, for the reason above. From 21 on it wants to own
/// options, and has none then.
template <typename TidyContext>
void setDiagnostics(TidyContext &Tidy, clang::DiagnosticsEngine &Engine) {
#if LLVM_VERSION_MAJOR < 21
  Tidy.setDiagnosticsEngine(&Engine);
#else
  Tidy.setDiagnosticsEngine(nullptr, &Engine);
#endif
}

} // namespace pagesplit

#endif
