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
  ApiCallRewriter(const RewriteInput &Input, const DescriptorTypes &Types,
                  EditSet &Out);
  std::optional<UseChange> change(const PageUse &Use) override;
  llvm::StringRef word() const override { return "api-call"; }

private:
  const PlaceVerdict *saidOfTaker(const PageUse &Use) const;

  /// Parameters with a name, by function, scope and position.
  std::map<std::tuple<std::string, std::string, int>, const PageDeclaration *>
      Parameters;
};

} // namespace pagesplit

#endif
