//===- Layer.h - one knowledge file, and those below it ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The knowledge files as written: one YAML file per layer, each on top of the
/// one it extends. docs/knowledge.md describes the keys. What is in force when
/// all of them are added up is Knowledge/Knowledge.h.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_KNOWLEDGE_LAYER_H
#define PAGESPLIT_KNOWLEDGE_LAYER_H

#include "pagesplit/Knowledge/Evidence.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace pagesplit {

/// What a call does to the memory one of its arguments points to.
enum class MemoryEffect { Read, Write, ReadModifyWrite };

/// Some functions or macros that treat one argument alike.
struct MemoryCall {
  std::vector<std::string> Calls;
  unsigned Argument = 0; ///< counted from 0
  MemoryEffect Effect = MemoryEffect::Read;
  std::string Source; ///< where the kernel says so
};

/// The sections of a knowledge file.
enum class KnowledgeSection {
  MemoryCalls,
  Descriptors,
  Results,
  Arguments,
  Members,
  Types,
  Fields,
  Guards,
  Passes,
  Conversions,
  Addresses,
  Asserts,
  ErrorTests,
  Splits,
  ListCalls,
  WordCalls,
  Api,
  Boundaries,
  Flags,
  References,
  Failures,
  Gone,
};

/// The section's key in the file: "memory-calls".
llvm::StringRef sectionName(KnowledgeSection Section);

/// A word of a knowledge file and where it stands; both count from 1.
struct SpelledWord {
  std::string Text;
  unsigned Line = 0;
  unsigned Column = 0;
};

/// What one entry says about one name, for people and for checks.
struct KnowledgeStatement {
  KnowledgeSection Section = KnowledgeSection::Gone;
  SpelledWord Name;
  /// Tells statements about one name apart: "argument 0", "result", or for an
  /// API pair the descriptor.
  std::string Detail;
  /// The rest of the entry on one line.
  std::string Text;
  /// Further names of the kernel in the entry: the replacement of an API pair,
  /// the C type of a descriptor, those of an address.
  std::vector<SpelledWord> Kernel;
  /// Descriptors in the entry, "page", "unknown" or "address" among them.
  std::vector<SpelledWord> Descriptors;
  /// Of a descriptor: a field of struct page ("index", "page[1].flags"), and a
  /// field of its type at that place.
  std::vector<std::pair<std::string, SpelledWord>> Fields;
  /// Of an API pair: it says that its call takes or gives another type.
  bool DiffersInType = false;

  /// A later layer's statement with the same key takes this one's place.
  std::tuple<KnowledgeSection, std::string, std::string> key() const {
    return {Section, Name.Text, Detail};
  }
};

/// One knowledge file as written.
struct KnowledgeLayer {
  unsigned Format = 0;
  std::string Layer; ///< its name: "base"
  /// The layer below, "base"; empty for the lowest.
  std::string Extends;
  /// Names of the layers below that this kernel does not have any more.
  std::vector<std::string> Gone;
  std::vector<Descriptor> Descriptors;
  std::vector<CallEvidence> Calls;
  std::vector<NameEvidence> Members;
  std::vector<NameEvidence> Types;
  std::vector<FieldEvidence> Fields;
  std::vector<GuardEvidence> Guards;
  std::vector<PassThrough> Passes;
  std::vector<Conversion> Conversions;
  std::vector<AddressCall> Addresses;
  std::vector<AssertMacro> Asserts;
  std::vector<ErrorTest> ErrorTests;
  std::vector<SplitCall> Splits;
  std::vector<ListCall> ListCalls;
  std::vector<WordCall> WordCalls;
  std::vector<ApiPair> Api;
  std::vector<Boundary> Boundaries;
  std::vector<PageFlag> Flags;
  std::vector<ReferenceCall> References;
  std::vector<FailingCall> Failures;
  std::vector<MemoryCall> MemoryCalls;

  /// The file it was read from, and what it says name by name, in the order of
  /// the file. Empty for a layer that was not read.
  std::string Path;
  std::vector<KnowledgeStatement> Statements;
  SpelledWord ExtendsAt;
};

/// Read one layer. Unknown and duplicate keys, a missing source, an unknown
/// format, and two entries that speak about the same are errors with file, line
/// and column.
llvm::Expected<KnowledgeLayer> readKnowledgeLayer(llvm::StringRef Path);

/// The same from \p Text, which errors call \p Path.
llvm::Expected<KnowledgeLayer> parseKnowledgeLayer(llvm::StringRef Text,
                                                   llvm::StringRef Path);

/// Read \p Directory/LAYER.yaml and the layers it extends, the lowest first. A
/// cycle, a missing layer, a descriptor that no layer declares and a `gone`
/// name that no layer below has are errors with file, line and column.
llvm::Expected<std::vector<KnowledgeLayer>>
readKnowledgeLayers(llvm::StringRef Directory, llvm::StringRef Layer);

/// 16 hexadecimal digits over all that \p Layers say, whatever their form: two
/// sets of files with the same digest mean the same.
std::string digestOf(const std::vector<KnowledgeLayer> &Layers);

/// The layer of \p Directory for a kernel that calls itself \p Kernel ("Linux
/// 6.12.117", "6.1"): the newest linux-X.Y that is not newer. Of a kernel older
/// than all of them, the oldest; of one that names no version, "base".
std::string layerFor(llvm::StringRef Directory, llvm::StringRef Kernel);

} // namespace pagesplit

#endif
