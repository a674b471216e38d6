//===- DescriptorVariable.h - a name for what is looked up ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The lines that declare a descriptor beside its page and look it up, where
/// the kernel's habits put them.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_DESCRIPTORVARIABLE_H
#define PAGESPLIT_REWRITERS_DESCRIPTORVARIABLE_H

#include "DescriptorTypes.h"
#include "Moments.h"

#include <optional>

namespace pagesplit {

/// The insertions that give \p Page, a local variable or parameter, a \p To
/// called \p Name from each of \p Moments on. \p Changes are where the page may
/// become another one. Nothing when there is no place for the declaration.
std::optional<std::vector<Edit>>
declareDescriptor(const RewriteInput &Input, const PageDeclaration &Page,
                  const DescriptorType &To, llvm::StringRef Name,
                  llvm::ArrayRef<Moment> Moments,
                  const std::set<unsigned> &Changes);

/// The same at the top of the function, for a parameter.
Edit declareAtTop(const PageDeclaration &Page, const DescriptorType &To,
                  llvm::StringRef Name);

} // namespace pagesplit

#endif
