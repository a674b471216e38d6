//===- Knowledge.h - what the sources cannot say themselves -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The knowledge files: facts about the kernel's core API that no header spells
/// out, such as which calls modify the word they are given. One YAML file per
/// layer; docs/knowledge.md describes the keys. Layout is not here: that comes
/// from the tree (AST/PageRecord.h).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_KNOWLEDGE_KNOWLEDGE_H
#define PAGESPLIT_KNOWLEDGE_KNOWLEDGE_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>
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

/// One knowledge file as written.
struct KnowledgeLayer {
  unsigned Format = 0;
  std::string Layer; ///< its name: "base"
  std::vector<MemoryCall> MemoryCalls;
};

/// Read one layer. Unknown and duplicate keys, a missing source and an unknown
/// format are errors with file, line and column.
llvm::Expected<KnowledgeLayer> readKnowledgeLayer(llvm::StringRef Path);

/// The layers that are in force, prepared for look-ups.
class Knowledge {
public:
  /// Nothing is known: every call is an unknown callee.
  Knowledge() = default;

  /// Layers are added on top of each other; a call and argument that two of
  /// them name keeps the later one's effect.
  void add(const KnowledgeLayer &Layer);

  /// What \p Callee does to what its argument number \p Argument points to;
  /// nothing when that is not known.
  std::optional<MemoryEffect> memoryEffect(llvm::StringRef Callee,
                                           unsigned Argument) const;

  /// The effect of a macro of which only the name is known, not the argument:
  /// answered when all its known arguments agree.
  std::optional<MemoryEffect> memoryEffect(llvm::StringRef Macro) const;

private:
  struct ArgumentEffect {
    unsigned Argument;
    MemoryEffect Effect;
  };
  llvm::StringMap<std::vector<ArgumentEffect>> Effects;
};

/// Read \p Directory/base.yaml.
llvm::Expected<Knowledge> loadKnowledge(llvm::StringRef Directory);

} // namespace pagesplit

#endif
