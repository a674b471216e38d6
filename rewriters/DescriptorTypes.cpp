//===- DescriptorTypes.cpp - the C types of descriptors in this tree ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DescriptorTypes.h"

using namespace llvm;
using namespace pagesplit;

std::string DescriptorType::from(StringRef Page, bool IsHead) const {
  StringRef Call = !Lookup.empty()        ? StringRef(Lookup)
                   : IsHead || HasNoTails ? StringRef(Cast)
                                          : StringRef();
  return Call.empty() ? "" : (Call + "(" + Page + ")").str();
}

std::string DescriptorType::toPage(StringRef Value) const {
  if (!ToPage.empty())
    return (ToPage + "(" + Value + ToPageEnd).str();
  return HasPage ? ("&" + Value + "->page").str() : "";
}

// How a page becomes one and back.
static void addConversions(DescriptorType &T, const RewriteInput &Input) {
  for (const Conversion *C : Input.Known.conversions("page", T.Descriptor)) {
    if (C->How == Strength::Weak)
      continue;
    if (C->Form == ConversionForm::Lookup && T.Lookup.empty())
      T.Lookup = C->Calls.front();
    if (C->Form == ConversionForm::Cast && T.Cast.empty() && !T.IsApart)
      T.Cast = C->Calls.front();
  }
  for (const Conversion *C : Input.Known.conversions(T.Descriptor, "page")) {
    bool Counts = C->Form == ConversionForm::Arithmetic && T.IsApart;
    if ((!Counts && C->Form != ConversionForm::Cast) ||
        C->Otherwise == "null" || !T.ToPage.empty())
      continue;
    T.ToPage = C->Calls.front();
    if (Counts)
      T.ToPageEnd = ", 0)";
  }
}

DescriptorTypes::DescriptorTypes(const RewriteInput &Input) {
  for (const DescriptorMember &M : Input.Uses.Members)
    if (M.Type == "struct page")
      PageFields[M.Field] = M.FieldType;
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
    T.IsApart = D.IsApart;
    addConversions(T, Input);
    auto Page = T.FieldTypes.find("page");
    T.HasPage = Page != T.FieldTypes.end() && Page->second == "struct page" &&
                !T.IsApart;
    T.HasNoTails = D.HasNoTails;
    Types[D.Name] = std::move(T);
  }
}

std::string DescriptorTypes::pageFieldType(StringRef Field) const {
  auto Found = PageFields.find(Field.str());
  return Found == PageFields.end() ? "" : Found->second;
}

const DescriptorType *DescriptorTypes::of(StringRef Descriptor) const {
  auto Found = Types.find(Descriptor.str());
  return Found == Types.end() ? nullptr : &Found->second;
}
