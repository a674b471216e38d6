//===- CallPlaces.h - where a call stands in the text -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A flow fact says where the page stands that is passed; a reader wants to see
/// the call.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_LINT_CALLPLACES_H
#define PAGESPLIT_LIB_LINT_CALLPLACES_H

#include "SourceTokens.h"

namespace pagesplit {

/// The call of \p Callee, name to closing bracket, that the expression at token
/// \p At is or is an argument of; or all of them among its arguments, when it
/// is the use of a macro. None when only the body of a macro names it.
std::vector<TokenRange> callsAround(const SourceTokens &Tokens, size_t At,
                                    llvm::StringRef Callee);

} // namespace pagesplit

#endif
