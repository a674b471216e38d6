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
  /// Fields by the field of struct page they lie on.
  std::map<std::string, std::vector<std::string>> Fields;
  std::map<std::string, std::string> FieldTypes; ///< of Type

  /// The expression for the descriptor of \p Page; empty when there is none
  /// that is right for a page which \p IsHead says this much about.
  std::string from(llvm::StringRef Page, bool IsHead) const;
};

class DescriptorTypes {
public:
  explicit DescriptorTypes(const RewriteInput &Input);
  const DescriptorType *of(llvm::StringRef Descriptor) const;

private:
  std::map<std::string, DescriptorType> Types;
};

} // namespace pagesplit

#endif
