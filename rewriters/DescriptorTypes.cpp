//===- DescriptorTypes.cpp - the C types of descriptors in this tree ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DescriptorTypes.h"

using namespace llvm;
using namespace pagesplit;

std::string DescriptorType::from(StringRef Page, bool IsHead) const {
  StringRef Call = !Lookup.empty() ? StringRef(Lookup)
                   : IsHead        ? StringRef(Cast)
                                   : StringRef();
  return Call.empty() ? "" : (Call + "(" + Page + ")").str();
}

DescriptorTypes::DescriptorTypes(const RewriteInput &Input) {
  for (const Descriptor &D : Input.Known.descriptors()) {
    DescriptorType T;
    for (const DescriptorMember &M : Input.Uses.Members)
      if (M.Type == D.Type)
        T.FieldTypes[M.Field] = M.FieldType;
    StringRef Name = D.Type;
    if (T.FieldTypes.empty() || !Name.consume_front("struct "))
      continue;
    T.Descriptor = D.Name;
    T.Type = D.Type;
    T.Variable = Name.str();
    T.Fields = D.Fields;
    for (const Conversion *C : Input.Known.conversions("page", D.Name)) {
      // What may give nothing needs a test that the code does not have.
      if (C->Otherwise == "null" || C->How == Strength::Weak)
        continue;
      if (C->Form == ConversionForm::Lookup && T.Lookup.empty())
        T.Lookup = C->Calls.front();
      if (C->Form == ConversionForm::Cast && T.Cast.empty())
        T.Cast = C->Calls.front();
    }
    Types[D.Name] = std::move(T);
  }
}

const DescriptorType *DescriptorTypes::of(StringRef Descriptor) const {
  auto Found = Types.find(Descriptor.str());
  return Found == Types.end() ? nullptr : &Found->second;
}
