//===- EvidenceIndex.cpp - look-ups in the evidence in force --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Knowledge/EvidenceIndex.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

static constexpr int ResultPosition = -1;

void EvidenceIndex::add(const Descriptor &D) {
  Canonical[D.Name] = D.Name;
  for (const std::string &Alias : D.Aliases)
    Canonical[Alias] = D.Name;
  if (!D.Type.empty()) {
    Types[D.Type] = D.Name;
    StringMap<std::string> &OfType = PageFields[D.Type];
    OfType.clear();
    for (const auto &[Field, Members] : D.Fields)
      for (const std::string &Member : Members)
        OfType[Member] = Field;
  }
  if (D.IsTransient)
    Transient.insert(D.Name);
}

void EvidenceIndex::add(const CallEvidence &E) {
  int Position = E.Argument ? static_cast<int>(*E.Argument) : ResultPosition;
  for (const std::string &Name : E.Calls)
    Calls[Name][Position] = {canonical(E.Descriptor).str(), E.How, E.Source,
                             E.Head, E.IsFrozen};
}

static void addNames(StringMap<Claim> &Claims, const NameEvidence &E,
                     StringRef Descriptor) {
  for (const std::string &Name : E.Names)
    Claims[Name] = {Descriptor.str(), E.How, E.Source, Headness::Any, false};
}

void EvidenceIndex::addMember(const NameEvidence &E) {
  addNames(Members, E, canonical(E.Descriptor));
}

void EvidenceIndex::addType(const NameEvidence &E) {
  addNames(TypeNames, E, canonical(E.Descriptor));
}

void EvidenceIndex::addField(const NameEvidence &E) {
  // A field that says nothing takes the place of one that did.
  if (E.Descriptor.empty())
    for (const std::string &Name : E.Names)
      Fields.erase(Name);
  else
    addNames(Fields, E, canonical(E.Descriptor));
}

void EvidenceIndex::add(const GuardEvidence &E) {
  auto Meaning = [&](StringRef Descriptor) {
    return Descriptor.empty() ? std::string() : canonical(Descriptor).str();
  };
  for (const std::string &Name : E.Calls)
    Guards[Name] = {Meaning(E.WhenTrue), Meaning(E.WhenFalse), E.HeadWhen};
}

void EvidenceIndex::add(const PassThrough &P) {
  for (const std::string &Name : P.Calls)
    Passes[Name][static_cast<int>(P.Argument)] = P;
}

void EvidenceIndex::add(const Conversion &C) {
  bool Takes = C.From == "page";
  // Between two descriptors no page is seen.
  if (!Takes && C.To != "page")
    return;
  StringRef Descriptor = canonical(Takes ? C.To : C.From);
  for (const std::string &Name : C.Calls)
    Calls[Name][Takes ? 0 : ResultPosition] = {Descriptor.str(), C.How,
                                               C.Source, Headness::Any, false};
}

void EvidenceIndex::add(const AssertMacro &A) {
  Asserts.insert(A.Calls.begin(), A.Calls.end());
}

void EvidenceIndex::add(const AddressCall &C) {
  for (const std::string &Name : C.Calls)
    for (const std::string &Type : C.Types)
      Addresses[C.TakesAddress][Name][Type] = {
          canonical(C.Descriptor).str(), C.How, C.Source, Headness::Any, false};
}

void EvidenceIndex::remove(StringRef Name) {
  Calls.erase(Name);
  Members.erase(Name);
  TypeNames.erase(Name);
  Fields.erase(Name);
  Guards.erase(Name);
  Passes.erase(Name);
  Asserts.erase(Name);
  for (auto &Calls : Addresses)
    Calls.erase(Name);
}

StringRef EvidenceIndex::canonical(StringRef Descriptor) const {
  auto Found = Canonical.find(Descriptor);
  return Found == Canonical.end() ? Descriptor : StringRef(Found->second);
}

StringRef EvidenceIndex::describedBy(StringRef Type) const {
  auto Found = Types.find(Type);
  return Found == Types.end() ? StringRef() : StringRef(Found->second);
}

StringRef EvidenceIndex::pageField(StringRef Type, StringRef Member) const {
  auto Found = PageFields.find(Type);
  if (Found == PageFields.end())
    return "";
  auto Field = Found->second.find(Member);
  return Field == Found->second.end() ? StringRef() : StringRef(Field->second);
}

const Claim *EvidenceIndex::call(StringRef Name, int Position) const {
  auto Found = Calls.find(Name);
  if (Found == Calls.end())
    return nullptr;
  auto At = Found->second.find(Position);
  return At == Found->second.end() ? nullptr : &At->second;
}

const Claim *EvidenceIndex::anyArgument(StringRef Macro) const {
  auto Found = Calls.find(Macro);
  if (Found == Calls.end())
    return nullptr;
  const Claim *Shared = nullptr;
  for (const auto &[Position, Known] : Found->second) {
    if (Position == ResultPosition)
      continue;
    if (Shared && Shared->Descriptor != Known.Descriptor)
      return nullptr;
    // Which of them it was is not known, so the weakest has to do.
    if (!Shared || Known.How < Shared->How)
      Shared = &Known;
  }
  return Shared;
}

static const Claim *lookUp(const StringMap<Claim> &Claims, StringRef Name) {
  auto Found = Claims.find(Name);
  return Found == Claims.end() ? nullptr : &Found->second;
}

const Claim *EvidenceIndex::member(StringRef Name) const {
  return lookUp(Members, Name);
}

const Claim *EvidenceIndex::type(StringRef Name) const {
  return lookUp(TypeNames, Name);
}

const Claim *EvidenceIndex::field(StringRef Name) const {
  return lookUp(Fields, Name);
}

const GuardMeaning *EvidenceIndex::guard(StringRef Call) const {
  auto Found = Guards.find(Call);
  return Found == Guards.end() ? nullptr : &Found->second;
}

bool EvidenceIndex::isAddressCall(StringRef Call, bool TakesAddress) const {
  return Addresses[TakesAddress].contains(Call);
}

const Claim *EvidenceIndex::address(StringRef Call, bool TakesAddress,
                                    StringRef Type) const {
  auto Found = Addresses[TakesAddress].find(Call);
  return Found == Addresses[TakesAddress].end() ? nullptr
                                                : lookUp(Found->second, Type);
}

const PassThrough *EvidenceIndex::passes(StringRef Call, int Position) const {
  auto Found = Passes.find(Call);
  if (Found == Passes.end())
    return nullptr;
  if (Position < 0)
    return &Found->second.begin()->second;
  auto At = Found->second.find(Position);
  return At == Found->second.end() ? nullptr : &At->second;
}
