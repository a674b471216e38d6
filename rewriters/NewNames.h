//===- NewNames.h - what a converted variable is called ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Names by the kernel's habits: what was a page called after it is called
/// after its descriptor, "first_page" becomes "first_zpdesc". Other names stay.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_NEWNAMES_H
#define PAGESPLIT_REWRITERS_NEWNAMES_H

#include "DescriptorTypes.h"
#include "PageEntities.h"

#include <optional>

namespace pagesplit {

/// \p Name of a page, as that of a descriptor which the kernel calls
/// \p Variable. What is deeper than a page is called "pages" or "pagep".
std::string renamed(llvm::StringRef Name, llvm::StringRef Variable,
                    unsigned Depth = 1);

/// What \p Text, a conversion from a \p To to its page such as "&folio->page",
/// converts; nothing when it is something else.
std::optional<llvm::StringRef> innerOfPageForm(llvm::StringRef Text,
                                               const DescriptorType &To);

class NewNames {
public:
  explicit NewNames(const RewriteInput &Input);

  /// What \p X is called as a \p To.
  std::string nameOf(const PageEntity &X, const DescriptorType &To) const;

  /// The variable whose page the local variable \p X is, from its declaration
  /// to its end: "folio" of "struct page *page = &folio->page;". As a \p To, X
  /// is that variable. Empty: there is none.
  llvm::StringRef originOf(const PageEntity &X, const DescriptorType &To) const;

  /// What stands in the way of a new name for \p X as a \p To.
  struct Fault {
    Refusal Why;
    SourcePlace Where;
    std::string Detail;
  };
  std::optional<Fault> fault(const PageEntity &X,
                             const DescriptorType &To) const;

  /// "struct folio *folio = page_folio(page);" in the body of X's function,
  /// when X is to take the name of what this declares, or the declaration of X
  /// when it has an origin; its place, from the end of the line before.
  std::optional<TextSpan> declarationToDrop(const PageEntity &X,
                                            const DescriptorType &To) const;

private:
  std::optional<Fault> uncovered(const PageEntity &X, TextSpan Within) const;
  TextSpan scopeOf(const PageDeclaration &Local) const;
  bool mayBeCalled(const PageEntity &X, llvm::StringRef New) const;
  SourcePlace placeAt(llvm::StringRef File, unsigned Offset) const;

  const RewriteInput &Input;
  /// Where uses and declarations have a name, by file.
  std::map<std::string, std::set<unsigned>> Known;
};

} // namespace pagesplit

#endif
