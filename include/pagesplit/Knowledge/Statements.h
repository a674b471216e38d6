//===- Statements.h - what is in force, name by name ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The layers added up the way Knowledge adds them, but kept as statements with
/// their place in the files: for `pagesplit knowledge`. Inference has no use
/// for this.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_KNOWLEDGE_STATEMENTS_H
#define PAGESPLIT_KNOWLEDGE_STATEMENTS_H

#include "pagesplit/Knowledge/Layer.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/raw_ostream.h"

#include <map>

namespace pagesplit {

/// A statement and the layer that makes it; both belong to the layers.
struct StatementInForce {
  const KnowledgeStatement *Statement = nullptr;
  const KnowledgeLayer *Layer = nullptr;
};

/// What the layers say together. Statements stay in the layers, which have to
/// live as long.
class StatementsInForce {
public:
  /// \p Layers as readKnowledgeLayers() returns them, the lowest first.
  explicit StatementsInForce(llvm::ArrayRef<KnowledgeLayer> Layers);

  using Key = std::tuple<KnowledgeSection, std::string, std::string>;
  const std::map<Key, StatementInForce> &all() const { return Statements; }

  /// Whether some layer dropped \p Name and none above it took it up again. An
  /// API pair may still begin with it.
  bool isGone(llvm::StringRef Name) const { return Gone.contains(Name); }

private:
  void drop(llvm::StringRef Name);

  std::map<Key, StatementInForce> Statements;
  llvm::StringSet<> Gone;
};

/// Print what is in force about \p Name, or about every name when it is empty:
/// one line a statement, sorted by name. Returns whether there was anything.
bool showStatements(const StatementsInForce &Statements, llvm::StringRef Name,
                    llvm::raw_ostream &Out);

/// Print what \p New says otherwise than \p Old: one line a statement, "+"
/// added, "-" removed, "~" changed, sorted by name. Returns whether there was
/// anything.
bool compareStatements(const StatementsInForce &Old,
                       const StatementsInForce &New, llvm::raw_ostream &Out);

} // namespace pagesplit

#endif
