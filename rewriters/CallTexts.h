//===- CallTexts.h - calls as they are written -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The arguments of a call in the text, and what they become when another call
/// takes its place. Also calls that give a page: virt_to_page(address) becomes
/// virt_to_slab(address) when what it goes into becomes a slab.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_CALLTEXTS_H
#define PAGESPLIT_REWRITERS_CALLTEXTS_H

#include "UseRewriter.h"

namespace pagesplit {

/// The arguments of \p Call, without blanks around them; empty when \p Call is
/// more than a name and parentheses, or has none.
std::vector<TextSpan> argumentsOf(const RewriteInput &Input,
                                  const TextSpan &Call);

/// What the descriptor at \p Value, a \p To, has around it to be a page again:
/// a
/// "\1" is in its place.
std::string pageForm(const RewriteInput &Input, const TextSpan &Value,
                     const DescriptorType &To);

/// The edits that make the arguments of the call that \p Pair replaces those of
/// the other. The one at \p Page, which others may edit, stays where it is; -1:
/// there is none. Nothing when an argument has to be found first.
std::optional<std::vector<Edit>>
mappedArguments(const RewriteInput &Input, llvm::ArrayRef<TextSpan> Arguments,
                const ApiPair &Pair, int Page);

/// What whoever reads the patch has to know of \p Pair at \p Use.
std::string noteOn(const ApiPair &Pair, const PageUse &Use);

/// A call that gives a descriptor where one gave a page.
struct ResultCall {
  std::vector<Edit> Edits;
  std::set<std::string> Notes;
};

/// What the value of \p Use becomes when it is a call for which the knowledge
/// files have one that gives a \p To, and means the same but for that.
std::optional<ResultCall> callThatGives(const RewriteInput &Input,
                                        const PageUse &Use,
                                        const DescriptorType &To);

} // namespace pagesplit

#endif
