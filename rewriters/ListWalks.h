//===- ListWalks.h - macros that take a type and a member ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// list_for_each_entry(page, list, lru) and list_first_entry(list, struct page,
/// lru): what is walked changes its type and the member together. No list is
/// known by name: a macro that sets a page and is given the name of a field of
/// struct page is such a walk, and so is one that is given "struct page" and
/// such a name. Were it something else, the compiler would say so.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_LISTWALKS_H
#define PAGESPLIT_REWRITERS_LISTWALKS_H

#include "UseRewriter.h"

namespace pagesplit {

/// Whether a macro sets the page of \p Use, and may walk with it.
bool isCursor(const PageUse &Use);

/// The edit of the member in the call of \p Use, a cursor that becomes a \p To;
/// nothing when it is no walk, or \p To has no member of that type there. May
/// change nothing.
std::optional<Edit> walkOver(const RewriteInput &Input,
                             const DescriptorTypes &Types, const PageUse &Use,
                             const DescriptorType &To);

/// The edits of the call at \p Value that make it give a \p To; nothing when it
/// is not given "struct page" and a field.
std::optional<std::vector<Edit>> entryAs(const RewriteInput &Input,
                                         const DescriptorTypes &Types,
                                         const TextSpan &Value,
                                         const DescriptorType &To);

/// The calls that are given "struct page" and a field, and so give a page.
class ListEntries {
public:
  explicit ListEntries(const RewriteInput &Input);

  /// The innermost one that is given the address of the field \p Access is of;
  /// null: there is none.
  const PageUse *around(const PageUse &Access) const;

private:
  std::map<std::string, std::vector<const PageUse *>> ByFile;
};

/// The edits that make the call at \p Entry take its list for one of \p To, and
/// give a page all the same. Empty when nothing says that it is such a list.
std::vector<Edit> pageOfEntry(const RewriteInput &Input,
                              const DescriptorTypes &Types,
                              const PageUse &Entry, const DescriptorType &To);

} // namespace pagesplit

#endif
