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

#include "SteppedPages.h"
#include "UseRewriter.h"

namespace pagesplit {

class FieldAccessRewriter : public UseRewriter {
public:
  FieldAccessRewriter(const RewriteInput &Input, const DescriptorTypes &Types,
                      EditSet &Out);
  std::optional<UseChange> change(const PageUse &Use) override;
  llvm::StringRef word() const override { return "field-access"; }

private:
  /// An access to a field, written out or behind a call.
  struct FieldUse {
    std::string Field;
    std::string Type;
    std::string Mode;
    TextSpan Access;
    TextSpan Written;
  };
  bool isPointerHere(const FieldUse &At) const;
  std::string fieldOf(const FieldUse &At, const DescriptorType &To) const;
  bool retype(const FieldUse &At, llvm::StringRef NewType,
              std::vector<Edit> &Edits) const;
  const PageUse *otherEnd(const FieldUse &At) const;
  bool isDeclaredAs(const TextSpan &At, llvm::StringRef Name,
                    llvm::StringRef Type) const;
  std::optional<FieldUse> accessor(const PageUse &Use, const DescriptorType &To,
                                   std::vector<Edit> &Edits) const;

  SteppedPages Stepped;
  /// Pages as values, by file, begin and end.
  std::map<std::tuple<std::string, unsigned, unsigned>, const PageUse *> Values;
};

} // namespace pagesplit

#endif
