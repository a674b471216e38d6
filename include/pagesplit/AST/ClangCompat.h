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

#endif
