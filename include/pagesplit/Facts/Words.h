//===- Words.h - the spelling of the fact enums -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One spelling of every enum in Facts.h and Flow.h, used alike by fact files,
/// database, tables and documentation (docs/file-formats.md).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_FACTS_WORDS_H
#define PAGESPLIT_FACTS_WORDS_H

#include "pagesplit/Facts/Facts.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <optional>

namespace pagesplit {

/// The words of an enum in the order of its values.
template <typename EnumT> llvm::ArrayRef<llvm::StringLiteral> words();
template <> llvm::ArrayRef<llvm::StringLiteral> words<AccessForm>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<AccessMode>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<EntityKind>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<UnitStatus>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<PlaceKind>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<FlowKind>();

/// The word of \p Value: "rmw" for AccessMode::ReadModifyWrite.
template <typename EnumT> llvm::StringRef wordOf(EnumT Value) {
  return words<EnumT>()[static_cast<size_t>(Value)];
}

/// The value a word stands for, or nothing.
template <typename EnumT> std::optional<EnumT> valueOf(llvm::StringRef Word) {
  llvm::ArrayRef<llvm::StringLiteral> All = words<EnumT>();
  for (size_t I = 0; I < All.size(); ++I)
    if (All[I] == Word)
      return static_cast<EnumT>(I);
  return std::nullopt;
}

} // namespace pagesplit

#endif
