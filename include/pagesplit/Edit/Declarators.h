//===- Declarators.h - one type of a declaration list changes ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// "struct page *page, *other;" of which one declarator changes its type is
/// split at the comma. Declarators stay where they are, in their order and
/// untouched, so that edits of their names and initialisers still fit.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EDIT_DECLARATORS_H
#define PAGESPLIT_EDIT_DECLARATORS_H

#include "pagesplit/Edit/Edit.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace pagesplit {

/// Bytes of a file from Begin to before End.
struct TextRange {
  unsigned Begin = 0;
  unsigned End = 0;
};

/// Where the parts of a declaration stand.
struct DeclarationList {
  unsigned Begin = 0; ///< first specifier: "static struct page *a, *b;"
  TextRange Type;     ///< the tokens that change: "page", or "struct page"
  /// Each with its pointers, attributes and initialiser, without the comma. In
  /// order; what follows the last one is the semicolon.
  std::vector<TextRange> Declarators;
};

/// The edits of \p Text, which is that of \p File, that give declarator I the
/// type \p NewTypes[I] in place of the text at List.Type; "" keeps its type.
/// An error when the list cannot be split: in the head of a "for", behind
/// something else on its line, with a body between braces, or with a comment or
/// directive where a comma alone is expected.
llvm::Expected<std::vector<Edit>>
retypeDeclarators(llvm::StringRef Text, llvm::StringRef File,
                  const DeclarationList &List,
                  llvm::ArrayRef<std::string> NewTypes);

} // namespace pagesplit

#endif
