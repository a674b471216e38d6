//===- EntryFaults.cpp - entries that say too little ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Entries.h"

using namespace llvm;
using namespace pagesplit;

static std::string unlessEmpty(const std::vector<std::string> &List,
                               const char *Key) {
  return List.empty() ? std::string("an entry names at least one of its ") + Key
                      : "";
}

std::string pagesplit::faultOf(const MemoryCall &E) {
  return unlessEmpty(E.Calls, "calls");
}

std::string pagesplit::faultOf(const Descriptor &) { return ""; }

std::string pagesplit::faultOf(const CallEvidence &E) {
  return unlessEmpty(E.Calls, "calls");
}

std::string pagesplit::faultOf(const NameEvidence &E) {
  return unlessEmpty(E.Names, "names");
}

std::string pagesplit::faultOf(const FieldEvidence &E) {
  return unlessEmpty(E.Names.empty() ? E.Names : E.Owners,
                     E.Names.empty() ? "names" : "owners");
}

std::string pagesplit::faultOf(const GuardEvidence &E) {
  return unlessEmpty(E.Calls, "calls");
}

std::string pagesplit::faultOf(const PassThrough &E) {
  return unlessEmpty(E.Calls, "calls");
}

std::string pagesplit::faultOf(const Conversion &E) {
  if (E.Otherwise != "never" && E.Otherwise != "null" &&
      E.Otherwise != "unchecked")
    return "otherwise is one of never, null and unchecked";
  return unlessEmpty(E.Calls, "calls");
}

std::string pagesplit::faultOf(const AddressCall &E) {
  return unlessEmpty(E.Calls.empty() ? E.Calls : E.Types,
                     E.Calls.empty() ? "calls" : "types");
}

std::string pagesplit::faultOf(const ListCall &E) {
  if (E.Entry && E.From)
    return "a list operation has an entry or a from, not both";
  if (E.To.has_value() != (E.Entry || E.From))
    return "an entry or a from goes with a to";
  return unlessEmpty(E.Calls, "calls");
}

std::string pagesplit::faultOf(const WordCall &E) {
  if (E.Value == E.Page)
    return "the page and the value are two arguments";
  return unlessEmpty(E.Calls, "calls");
}

std::string pagesplit::faultOf(const AssertMacro &E) {
  return unlessEmpty(E.Calls, "calls");
}

std::string pagesplit::faultOf(const ErrorTest &E) {
  return unlessEmpty(E.Calls, "calls");
}

std::string pagesplit::faultOf(const SplitCall &E) {
  return unlessEmpty(E.Calls, "calls");
}

std::string pagesplit::faultOf(const ApiPair &E) {
  if (!E.Call.empty() && !E.Field.empty())
    return "a pair has a call or sets a field, not both";
  if (E.Call.empty() && E.Field.empty() && E.Caveat.empty())
    return "a pair without a call has a caveat that says why";
  if (E.IsResult && E.Call.empty())
    return "what gives the descriptor is a call";
  return "";
}

std::string pagesplit::faultOf(const Boundary &E) {
  return unlessEmpty(E.Names, "names");
}

std::string pagesplit::faultOf(const PageFlag &E) {
  return unlessEmpty(E.Names, "names");
}

std::string pagesplit::faultOf(const ReferenceCall &E) {
  return unlessEmpty(E.Calls, "calls");
}

std::string pagesplit::faultOf(const FailingCall &E) {
  return unlessEmpty(E.Calls, "calls");
}
