//===- QuotedSource.h - texts that macros make of the source ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// VM_BUG_ON_PAGE(!PageLocked(page), page) keeps the text of its condition to
/// print it. Such a text changes with every name in it, and says nothing about
/// what the code does.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_VERIFY_QUOTEDSOURCE_H
#define PAGESPLIT_LIB_VERIFY_QUOTEDSOURCE_H

#include "clang/AST/ASTConsumer.h"

#include <memory>

namespace pagesplit {

/// A consumer that makes all such texts one, before \p Next sees them. Only
/// those that are pointed to: an array has them for its size.
std::unique_ptr<clang::ASTConsumer>
withoutQuotedSource(std::unique_ptr<clang::ASTConsumer> Next);

} // namespace pagesplit

#endif
