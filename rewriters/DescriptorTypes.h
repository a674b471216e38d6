//===- DescriptorTypes.h - C types of descriptors --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Joins what the knowledge files say of descriptors with the types that the
/// units have: how a page becomes one and back, and where its fields are.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_DESCRIPTORTYPES_H
#define PAGESPLIT_REWRITERS_DESCRIPTORTYPES_H

#include "pagesplit/rewriters/Rewriters.h"

namespace pagesplit {

struct DescriptorType {
  std::string Descriptor; ///< "folio"
  std::string Type;       ///< "struct folio"
  std::string Variable;   ///< the kernel's habit: "folio"
  std::string Lookup;     ///< call from any page of it; empty: none
  std::string Cast;       ///< call from its first page; empty: none
  std::string ToPage;     ///< call back to its first page; empty: none
  /// Behind ToPage and the descriptor: ")", or ", 0)" of a call that counts.
  std::string ToPageEnd = ")";
  bool HasPage = false; ///< there is a member "struct page page" at its start
  bool IsApart = false; ///< no cast between it and a page is right
  /// No page of it is a tail page, so that each is the first one.
  bool HasNoTails = false;
  /// Fields by the field of struct page they lie on.
  std::map<std::string, std::vector<std::string>> Fields;
  std::map<std::string, std::string> FieldTypes; ///< of Type

  /// The expression for the descriptor of \p Page; empty when there is none
  /// that is right for a page which \p IsHead says this much about.
  std::string from(llvm::StringRef Page, bool IsHead) const;

  /// Whether from() gives a call that looks at the page, which must be there.
  bool isLookup() const { return !Lookup.empty(); }

  /// The expression for the first page of \p Value; empty when there is none.
  std::string toPage(llvm::StringRef Value) const;
};

class DescriptorTypes {
public:
  explicit DescriptorTypes(const RewriteInput &Input);
  const DescriptorType *of(llvm::StringRef Descriptor) const;

  /// The type of a field of struct page; empty when it has none of that name.
  std::string pageFieldType(llvm::StringRef Field) const;

private:
  std::map<std::string, DescriptorType> Types;
  std::map<std::string, std::string> PageFields;
};

} // namespace pagesplit

#endif
