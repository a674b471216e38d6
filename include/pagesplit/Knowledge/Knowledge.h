//===- Knowledge.h - what the sources cannot say themselves -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The knowledge in force: facts about the kernel's core API that no header
/// spells out, such as which calls modify the word they are given and which say
/// what kind of page they take. The files are Knowledge/Layer.h. Layout is not
/// here: that comes from the tree (AST/PageRecord.h).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_KNOWLEDGE_KNOWLEDGE_H
#define PAGESPLIT_KNOWLEDGE_KNOWLEDGE_H

#include "pagesplit/Knowledge/EvidenceIndex.h"
#include "pagesplit/Knowledge/Layer.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pagesplit {

/// The layers that are in force, prepared for look-ups.
class Knowledge {
public:
  /// Nothing is known: every call is an unknown callee.
  Knowledge() = default;

  /// Layers are added on top of each other, the lowest first; what two of them
  /// say about the same call and argument is what the later one says.
  void add(const KnowledgeLayer &Layer);

  /// What \p Callee does to what its argument number \p Argument points to;
  /// nothing when that is not known.
  std::optional<MemoryEffect> memoryEffect(llvm::StringRef Callee,
                                           unsigned Argument) const;

  /// The effect of a macro of which only the name is known, not the argument:
  /// answered when all its known arguments agree.
  std::optional<MemoryEffect> memoryEffect(llvm::StringRef Macro) const;

  /// What the names of the kernel say about pages.
  const EvidenceIndex &evidence() const { return Evidence; }

  /// Whether the negation of \p Macro's argument 0 holds behind it.
  bool asserts(llvm::StringRef Macro) const { return Evidence.asserts(Macro); }

  /// Whether \p Call only asks a pointer for an error code.
  bool isErrorTest(llvm::StringRef Call) const {
    return ErrorTests.contains(Call);
  }

  /// Whether a page may be in another folio behind \p Call than before it.
  bool splits(llvm::StringRef Call) const { return Splits.contains(Call); }

  /// What the list operation \p Call does; null: it is none that is known.
  const ListCall *listCall(llvm::StringRef Call) const;

  /// Which word of a page \p Call puts something into or takes it out of; null:
  /// none that is known.
  const WordCall *wordCall(llvm::StringRef Call) const;

  /// Descriptors by canonical name, in the order of the files.
  const std::vector<Descriptor> &descriptors() const { return Descriptors; }

  /// The call that takes the place of \p Page when its page is a
  /// \p Descriptor; null when nobody has said. Page may be a call that this
  /// kernel has no more: sources from elsewhere still use it.
  const ApiPair *replacement(llvm::StringRef Page,
                             llvm::StringRef Descriptor) const;

  /// Whether descriptors of several kinds have a call for \p Page, so that it
  /// says nothing about the page that it is about.
  bool isForSeveral(llvm::StringRef Page) const;

  /// The calls that give a \p To for a \p From, in the order of the files.
  std::vector<const Conversion *> conversions(llvm::StringRef From,
                                              llvm::StringRef To) const;

  /// Whether each page has a \p Field of its own, tail pages too, so that that
  /// of the descriptor is another one.
  bool isEachPages(llvm::StringRef Field) const {
    return EachPage.contains(Field);
  }

  /// The fields that the page of one word still has.
  std::set<std::string> stayingFields() const;

  /// What is said of \p Field of struct page; null: nothing.
  const FieldEvidence *field(llvm::StringRef Field) const;

  /// Null when there is none of that name; aliases are not looked at.
  const Descriptor *descriptor(llvm::StringRef Name) const;

  /// Whether \p Name is a page flag of which each page has its own.
  bool isEachPagesFlag(llvm::StringRef Name) const {
    return EachPageFlags.contains(Name);
  }

  /// Whether \p Field of struct page holds such flags.
  bool holdsFlags(llvm::StringRef Field) const {
    return FlagFields.contains(Field);
  }

  /// Whether \p Call makes a descriptor of a page, or the other way round.
  bool isConversion(llvm::StringRef Call) const;

  /// What \p Call does to the references of a page; null: nothing known.
  const ReferenceCall *reference(llvm::StringRef Call) const;

  /// What \p Call gives when it found nothing; null: it always finds
  /// something, or nobody has said. A conversion that gives NULL for pages of
  /// another kind is one of these.
  const FailingCall *failure(llvm::StringRef Call) const;

  /// Whether conversions stop at \p Name on purpose, and why; null: no.
  const Boundary *boundary(llvm::StringRef Name) const;

private:
  void forget(llvm::StringRef Name);
  void add(const MemoryCall &Call);
  void addPair(const ApiPair &Pair);
  struct ArgumentEffect {
    unsigned Argument;
    MemoryEffect Effect;
  };
  llvm::StringMap<std::vector<ArgumentEffect>> Effects;
  EvidenceIndex Evidence;
  llvm::StringMap<ListCall> ListCalls;
  llvm::StringMap<WordCall> WordCalls;
  llvm::StringSet<> ErrorTests;
  llvm::StringSet<> Splits;
  std::vector<Descriptor> Descriptors;
  llvm::StringMap<std::vector<ApiPair>> Pairs;
  llvm::StringMap<Boundary> Boundaries;
  /// One call each.
  std::vector<Conversion> Conversions;
  llvm::StringSet<> EachPage;
  llvm::StringMap<FieldEvidence> Fields;
  llvm::StringSet<> EachPageFlags;
  llvm::StringSet<> FlagFields;
  llvm::StringMap<ReferenceCall> References;
  llvm::StringMap<FailingCall> Failures;
};

/// Read \p Directory/LAYER.yaml and the layers below it.
llvm::Expected<Knowledge> loadKnowledge(llvm::StringRef Directory,
                                        llvm::StringRef Layer);

/// Read \p Directory/base.yaml: what holds for every kernel.
llvm::Expected<Knowledge> loadKnowledge(llvm::StringRef Directory);

} // namespace pagesplit

#endif
