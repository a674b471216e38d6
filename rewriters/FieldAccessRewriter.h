//===- FieldAccessRewriter.h - a field through the descriptor --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// page->mapping becomes page_folio(page)->mapping.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_FIELDACCESSREWRITER_H
#define PAGESPLIT_REWRITERS_FIELDACCESSREWRITER_H

#include "UseRewriter.h"

namespace pagesplit {

class FieldAccessRewriter : public UseRewriter {
public:
  using UseRewriter::UseRewriter;
  std::optional<UseChange> change(const PageUse &Use) override;
  llvm::StringRef word() const override { return "field-access"; }

private:
  std::string fieldOf(const PageUse &Use, const DescriptorType &To) const;
  bool retype(const PageUse &Use, llvm::StringRef NewType,
              std::vector<Edit> &Edits) const;
};

} // namespace pagesplit

#endif
