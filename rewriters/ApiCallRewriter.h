//===- ApiCallRewriter.h - a call about the descriptor ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// lock_page(page) becomes folio_lock(page_folio(page)).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_APICALLREWRITER_H
#define PAGESPLIT_REWRITERS_APICALLREWRITER_H

#include "UseRewriter.h"

namespace pagesplit {

class ApiCallRewriter : public UseRewriter {
public:
  using UseRewriter::UseRewriter;
  std::optional<UseChange> change(const PageUse &Use) override;
  llvm::StringRef word() const override { return "api-call"; }
};

} // namespace pagesplit

#endif
