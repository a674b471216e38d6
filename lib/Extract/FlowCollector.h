//===- FlowCollector.h - moves of one AST become facts ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Gives the declarations of AST/FlowWalker.h names that mean the same in every
/// unit.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EXTRACT_FLOWCOLLECTOR_H
#define PAGESPLIT_LIB_EXTRACT_FLOWCOLLECTOR_H

#include "SourceSpans.h"
#include "pagesplit/AST/FlowWalker.h"
#include "pagesplit/Facts/Facts.h"

namespace pagesplit {

class FlowCollector {
public:
  /// Facts go to \p Facts, as seen in \p In.
  FlowCollector(SourceSpans &Spans, FactSet &Facts, const ConfigSet &In)
      : Spans(Spans), Facts(Facts), In(In) {}

  void add(const FlowSite &Site);

private:
  Place place(const FlowPlace &From);
  Place named(const FlowPlace &From);
  std::string scopeOf(const clang::NamedDecl *Declaration);
  std::string fileOf(clang::SourceLocation Loc);
  std::string where(clang::SourceRange Range);

  SourceSpans &Spans;
  FactSet &Facts;
  const ConfigSet &In;
  /// Places without a position, by kind and declaration.
  llvm::DenseMap<std::pair<const clang::NamedDecl *, int>, Place> Named;
};

} // namespace pagesplit

#endif
