//===- Knowledge.cpp - look-ups in the knowledge in force -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Knowledge/Knowledge.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

void Knowledge::forget(StringRef Name) {
  Evidence.remove(Name);
  ListCalls.erase(Name);
  Boundaries.erase(Name);
  // What took the place of a call stays known when the call itself is gone.
  for (auto &Entry : Pairs)
    erase_if(Entry.second,
             [&](const ApiPair &Pair) { return Pair.Call == Name; });
  EachPage.erase(Name);
  Fields.erase(Name);
  EachPageFlags.erase(Name);
  References.erase(Name);
  Failures.erase(Name);
  erase_if(Conversions,
           [&](const Conversion &C) { return C.Calls.front() == Name; });
}

void Knowledge::addPair(const ApiPair &Pair) {
  std::vector<ApiPair> &Known = Pairs[Pair.Page];
  StringRef Kind = Evidence.canonical(Pair.Descriptor);
  erase_if(Known, [&](const ApiPair &Old) { return Old.Descriptor == Kind; });
  Known.push_back(Pair);
  Known.back().Descriptor = Kind.str();
}

static void replaceOrAppend(std::vector<Descriptor> &Known,
                            const Descriptor &D) {
  auto Old = find_if(
      Known, [&](const Descriptor &Other) { return Other.Name == D.Name; });
  if (Old == Known.end())
    Known.push_back(D);
  else
    *Old = D;
}

void Knowledge::add(const KnowledgeLayer &Layer) {
  for (const std::string &Name : Layer.Gone)
    forget(Name);
  for (const Descriptor &D : Layer.Descriptors) {
    Evidence.add(D);
    replaceOrAppend(Descriptors, D);
  }
  for (const CallEvidence &E : Layer.Calls)
    Evidence.add(E);
  for (const NameEvidence &E : Layer.Members)
    Evidence.addMember(E);
  for (const NameEvidence &E : Layer.Types)
    Evidence.addType(E);
  for (const FieldEvidence &E : Layer.Fields) {
    Evidence.addField(E);
    for (const std::string &Name : E.Names) {
      if (E.EachPage)
        EachPage.insert(Name);
      else
        EachPage.erase(Name);
      Fields[Name] = E;
    }
  }
  for (const GuardEvidence &E : Layer.Guards)
    Evidence.add(E);
  for (const PassThrough &E : Layer.Passes)
    Evidence.add(E);
  for (const Conversion &E : Layer.Conversions) {
    Evidence.add(E);
    for (const std::string &Call : E.Calls) {
      Conversion One = E;
      One.Calls = {Call};
      One.From = Evidence.canonical(E.From).str();
      One.To = Evidence.canonical(E.To).str();
      erase_if(Conversions, [&](const Conversion &Old) {
        return Old.Calls.front() == Call;
      });
      if (E.Otherwise == "null")
        Failures[Call] = {{Call}, FailureValue::Null, "", E.Source};
      else
        Failures.erase(Call);
      Conversions.push_back(std::move(One));
    }
  }
  for (const AddressCall &E : Layer.Addresses)
    Evidence.add(E);
  for (const ListCall &E : Layer.ListCalls)
    for (const std::string &Name : E.Calls)
      ListCalls[Name] = E;
  for (const WordCall &E : Layer.WordCalls)
    for (const std::string &Name : E.Calls)
      WordCalls[Name] = E;
  for (const AssertMacro &E : Layer.Asserts)
    Evidence.add(E);
  for (const ErrorTest &E : Layer.ErrorTests)
    ErrorTests.insert(E.Calls.begin(), E.Calls.end());
  for (const SplitCall &E : Layer.Splits)
    Splits.insert(E.Calls.begin(), E.Calls.end());
  for (const ApiPair &E : Layer.Api)
    addPair(E);
  for (const Boundary &E : Layer.Boundaries)
    for (const std::string &Name : E.Names)
      Boundaries[Name] = E;
  for (const MemoryCall &E : Layer.MemoryCalls)
    add(E);
  for (const PageFlag &E : Layer.Flags) {
    EachPageFlags.insert(E.Names.begin(), E.Names.end());
    FlagFields.insert(E.Field);
  }
  for (const ReferenceCall &E : Layer.References)
    for (const std::string &Name : E.Calls)
      References[Name] = E;
  for (const FailingCall &E : Layer.Failures)
    for (const std::string &Name : E.Calls)
      Failures[Name] = E;
}

void Knowledge::add(const MemoryCall &Call) {
  for (const std::string &Name : Call.Calls) {
    std::vector<ArgumentEffect> &Known = Effects[Name];
    erase_if(Known, [&](const ArgumentEffect &Old) {
      return Old.Argument == Call.Argument;
    });
    Known.push_back({Call.Argument, Call.Effect});
  }
}

const ApiPair *Knowledge::replacement(StringRef Page,
                                      StringRef Descriptor) const {
  auto Found = Pairs.find(Page);
  if (Found == Pairs.end())
    return nullptr;
  StringRef Kind = Evidence.canonical(Descriptor);
  for (const ApiPair &Pair : Found->second)
    if (Pair.Descriptor == Kind)
      return &Pair;
  return nullptr;
}

bool Knowledge::isForSeveral(StringRef Page) const {
  auto Found = Pairs.find(Page);
  return Found != Pairs.end() && Found->second.size() > 1;
}

std::vector<const Conversion *> Knowledge::conversions(StringRef From,
                                                       StringRef To) const {
  std::vector<const Conversion *> Found;
  for (const Conversion &C : Conversions)
    if (C.From == From && C.To == To)
      Found.push_back(&C);
  return Found;
}

bool Knowledge::isConversion(StringRef Call) const {
  return any_of(Conversions, [&](const Conversion &C) {
    return C.Calls.front() == Call && (C.From == "page" || C.To == "page");
  });
}

const ListCall *Knowledge::listCall(StringRef Call) const {
  auto Found = ListCalls.find(Call);
  return Found == ListCalls.end() ? nullptr : &Found->second;
}

const WordCall *Knowledge::wordCall(StringRef Call) const {
  auto Found = WordCalls.find(Call);
  return Found == WordCalls.end() ? nullptr : &Found->second;
}

const Boundary *Knowledge::boundary(StringRef Name) const {
  auto Found = Boundaries.find(Name);
  return Found == Boundaries.end() ? nullptr : &Found->second;
}

template <class Record>
static const Record *lookUp(const StringMap<Record> &Known, StringRef Name) {
  auto Found = Known.find(Name);
  return Found == Known.end() ? nullptr : &Found->second;
}

std::set<std::string> Knowledge::stayingFields() const {
  std::set<std::string> Names;
  for (const auto &Entry : Fields)
    if (Entry.second.Stays)
      Names.insert(Entry.first().str());
  return Names;
}

const FieldEvidence *Knowledge::field(StringRef Field) const {
  return lookUp(Fields, Field);
}

const ReferenceCall *Knowledge::reference(StringRef Call) const {
  return lookUp(References, Call);
}

const FailingCall *Knowledge::failure(StringRef Call) const {
  return lookUp(Failures, Call);
}

const Descriptor *Knowledge::descriptor(StringRef Name) const {
  auto Found =
      find_if(Descriptors, [&](const Descriptor &D) { return D.Name == Name; });
  return Found == Descriptors.end() ? nullptr : &*Found;
}

std::optional<MemoryEffect> Knowledge::memoryEffect(StringRef Callee,
                                                    unsigned Argument) const {
  auto Found = Effects.find(Callee);
  if (Found == Effects.end())
    return std::nullopt;
  for (const ArgumentEffect &Known : Found->second)
    if (Known.Argument == Argument)
      return Known.Effect;
  return std::nullopt;
}

std::optional<MemoryEffect> Knowledge::memoryEffect(StringRef Macro) const {
  auto Found = Effects.find(Macro);
  if (Found == Effects.end())
    return std::nullopt;
  MemoryEffect First = Found->second.front().Effect;
  if (all_of(Found->second, [&](const ArgumentEffect &Known) {
        return Known.Effect == First;
      }))
    return First;
  return std::nullopt;
}

Expected<Knowledge> pagesplit::loadKnowledge(StringRef Directory,
                                             StringRef Layer) {
  Expected<std::vector<KnowledgeLayer>> Layers =
      readKnowledgeLayers(Directory, Layer);
  if (!Layers)
    return Layers.takeError();
  Knowledge Result;
  for (const KnowledgeLayer &Each : *Layers)
    Result.add(Each);
  return Result;
}

Expected<Knowledge> pagesplit::loadKnowledge(StringRef Directory) {
  return loadKnowledge(Directory, "base");
}
