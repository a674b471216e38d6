//===- EvidenceIndex.h - look-ups in the evidence in force ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Answers the questions that inference asks: what does this name say about
/// that page. Built once from the layers in force; a later layer's entry takes
/// the place of an earlier one's for the same name and position.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_KNOWLEDGE_EVIDENCEINDEX_H
#define PAGESPLIT_KNOWLEDGE_EVIDENCEINDEX_H

#include "pagesplit/Knowledge/Evidence.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"

#include <map>

namespace pagesplit {

/// What one name says. Descriptor is a canonical name, "page", "unknown" or
/// "nothing".
struct Claim {
  std::string Descriptor;
  Strength How = Strength::Establishing;
  std::string Source;
  Headness Head = Headness::Any;
  bool IsFrozen = false; ///< CallEvidence::IsFrozen
};

/// What a test says about its argument where it came out true or false; empty
/// strings prove nothing.
struct GuardMeaning {
  std::string WhenTrue;
  std::string WhenFalse;
  std::optional<bool> HeadWhen; ///< GuardEvidence::HeadWhen
};

class EvidenceIndex {
public:
  void add(const Descriptor &D);
  void add(const CallEvidence &E);
  void addMember(const NameEvidence &E);
  void addType(const NameEvidence &E);
  void addField(const NameEvidence &E);
  void add(const GuardEvidence &E);
  void add(const PassThrough &P);
  void add(const Conversion &C);
  void add(const AssertMacro &A);
  void add(const AddressCall &C);
  /// Forget everything said about \p Name: a later kernel dropped it.
  void remove(llvm::StringRef Name);

  /// "zpdesc" gives "zsdesc"; a name that is no alias gives itself.
  llvm::StringRef canonical(llvm::StringRef Descriptor) const;
  /// The descriptor whose C type is \p Type ("struct slab"); empty: none.
  llvm::StringRef describedBy(llvm::StringRef Type) const;

  /// The field of struct page at whose place \p Member of the descriptor
  /// \p Type lies; empty: none, or not known.
  llvm::StringRef pageField(llvm::StringRef Type, llvm::StringRef Member) const;

  /// Whether a page is \p Descriptor only for a while
  /// (Descriptor::IsTransient).
  bool isTransient(llvm::StringRef Descriptor) const {
    return Transient.contains(Descriptor);
  }

  /// Null when nothing is known. \p Position is the argument, or -1 for the
  /// result. Conversions from a page answer for their argument.
  const Claim *call(llvm::StringRef Name, int Position) const;
  /// For a macro of which the argument's position is not known: the claim that
  /// all of its arguments share.
  const Claim *anyArgument(llvm::StringRef Macro) const;
  const Claim *member(llvm::StringRef Name) const;
  const Claim *type(llvm::StringRef Name) const;
  const Claim *field(llvm::StringRef Name) const;
  const GuardMeaning *guard(llvm::StringRef Call) const;
  /// What it says of a page that its address, which is argument 0 of \p Call or
  /// (not \p TakesAddress) its result, points to a \p Type; null: nothing.
  const Claim *address(llvm::StringRef Call, bool TakesAddress,
                       llvm::StringRef Type) const;
  /// Whether address() has an answer for some type.
  bool isAddressCall(llvm::StringRef Call, bool TakesAddress) const;
  /// Whether \p Call hands argument \p Position on as its result, or with -1
  /// any argument; null: no.
  const PassThrough *passes(llvm::StringRef Call, int Position) const;
  /// Whether the negation of \p Macro's argument 0 holds behind it.
  bool asserts(llvm::StringRef Macro) const { return Asserts.contains(Macro); }

private:
  llvm::StringMap<std::string> Canonical;
  llvm::StringMap<std::string> Types;
  /// By type, then by member.
  llvm::StringMap<llvm::StringMap<std::string>> PageFields;
  llvm::StringSet<> Transient;
  llvm::StringMap<std::map<int, Claim>> Calls;
  llvm::StringMap<Claim> Members;
  llvm::StringMap<Claim> TypeNames;
  llvm::StringMap<Claim> Fields;
  llvm::StringMap<GuardMeaning> Guards;
  llvm::StringMap<std::map<int, PassThrough>> Passes;
  llvm::StringSet<> Asserts;
  /// By call, then by type; those that take an address come second.
  llvm::StringMap<llvm::StringMap<Claim>> Addresses[2];
};

} // namespace pagesplit

#endif
