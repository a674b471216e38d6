//===- SteppedPages.h - pages that arithmetic leads to ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Who steps through the pages of an allocation means each of them, its tail
/// pages too: "head + i", "folio_page(folio, i)", "page++". What such a page
/// has in a field is not what its folio has there.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_STEPPEDPAGES_H
#define PAGESPLIT_REWRITERS_STEPPEDPAGES_H

#include "pagesplit/rewriters/Rewriters.h"

namespace pagesplit {

class SteppedPages {
public:
  explicit SteppedPages(const RewriteInput &Input);

  /// Whether the value of \p Use may be such a page: it is written as one, or
  /// is a variable or parameter that such a page goes into somewhere.
  bool is(const PageUse &Use) const;

private:
  bool isStep(llvm::StringRef Text) const;
  bool isMoved(const PageUse &Use) const;

  const RewriteInput &Input;
  /// Variables and parameters by the place of their name.
  std::set<std::pair<std::string, unsigned>> Declared;
};

} // namespace pagesplit

#endif
