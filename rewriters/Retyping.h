//===- Retyping.h - declarations that become descriptors -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The edits of a RetypePlan. What cannot change apart is one group: what flows
/// from one changed declaration into another, the parameters of one function,
/// and what one list declares.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_RETYPING_H
#define PAGESPLIT_REWRITERS_RETYPING_H

#include "RetypePlan.h"

namespace pagesplit {

/// How a word of struct page becomes where pages are again.
inline constexpr llvm::StringLiteral PlaceCast = "(struct page **)";

/// The edits that give \p D the type that \p Plan has for it. An error when a
/// list of declarators cannot be split.
llvm::Expected<std::vector<Edit>>
retypedDeclaration(const RewriteInput &Input, const RetypePlan &Plan,
                   const PageEntities &Entities, const PageDeclaration &D);

/// Make the groups of \p Plan in \p Out.
void retypeDeclarations(const RewriteInput &Input, const RetypePlan &Plan,
                        const DescriptorTypes &Types,
                        const PageEntities &Entities,
                        const ChangesByUse &Changes, const NewNames &Names,
                        EditSet &Out);

} // namespace pagesplit

#endif
