//===- Entries.h - the entries of a knowledge file --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// How an entry of each section is read. Two sections may hold the same kind of
/// record, so the section is part of the type.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_KNOWLEDGE_ENTRIES_H
#define PAGESPLIT_LIB_KNOWLEDGE_ENTRIES_H

#include "Spelling.h"

namespace pagesplit {

template <KnowledgeSection S, class Record> struct Entry {
  Record Value;
};

/// Read the keys of one entry and note in the Reading what it says.
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, MemoryCall &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, Descriptor &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, CallEvidence &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, NameEvidence &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, FieldEvidence &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, GuardEvidence &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, PassThrough &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, Conversion &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, AddressCall &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, AssertMacro &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, ErrorTest &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, SplitCall &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, ListCall &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, WordCall &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, ApiPair &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, Boundary &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, PageFlag &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, ReferenceCall &E);
void readEntry(llvm::yaml::IO &Io, KnowledgeSection S, FailingCall &E);

/// What is wrong with an entry of which every key is there; empty: nothing.
std::string faultOf(const MemoryCall &E);
std::string faultOf(const Descriptor &E);
std::string faultOf(const CallEvidence &E);
std::string faultOf(const NameEvidence &E);
std::string faultOf(const FieldEvidence &E);
std::string faultOf(const GuardEvidence &E);
std::string faultOf(const PassThrough &E);
std::string faultOf(const Conversion &E);
std::string faultOf(const AddressCall &E);
std::string faultOf(const AssertMacro &E);
std::string faultOf(const ErrorTest &E);
std::string faultOf(const SplitCall &E);
std::string faultOf(const ListCall &E);
std::string faultOf(const WordCall &E);
std::string faultOf(const ApiPair &E);
std::string faultOf(const Boundary &E);
std::string faultOf(const PageFlag &E);
std::string faultOf(const ReferenceCall &E);
std::string faultOf(const FailingCall &E);

/// Read a section that may be missing and append its records to \p Records.
template <KnowledgeSection S, class Record>
void readSection(llvm::yaml::IO &Io, std::vector<Record> &Records) {
  std::vector<Entry<S, Record>> Entries;
  Io.mapOptional(sectionName(S).data(), Entries);
  for (Entry<S, Record> &E : Entries)
    Records.push_back(std::move(E.Value));
}

} // namespace pagesplit

template <pagesplit::KnowledgeSection S, class Record>
struct llvm::yaml::SequenceElementTraits<pagesplit::Entry<S, Record>> {
  static const bool flow = false;
};

template <pagesplit::KnowledgeSection S, class Record>
struct llvm::yaml::MappingTraits<pagesplit::Entry<S, Record>> {
  static void mapping(IO &Io, pagesplit::Entry<S, Record> &E) {
    pagesplit::readEntry(Io, S, E.Value);
    Io.mapRequired("source", E.Value.Source);
  }
  static std::string validate(IO &, pagesplit::Entry<S, Record> &E) {
    return E.Value.Source.empty() ? "an entry names its source"
                                  : pagesplit::faultOf(E.Value);
  }
};

#endif
