//===- FactJson.h - one fact as a JSON object -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The JSON form of each record of Facts.h, without its configurations. Empty
/// members are left out; unknown keys are an error.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_FACTS_FACTJSON_H
#define PAGESPLIT_LIB_FACTS_FACTJSON_H

#include "pagesplit/Facts/Facts.h"
#include "llvm/Support/JSON.h"

namespace pagesplit {

/// The key of a fact's line: "access", "entity", …
template <typename T> llvm::StringRef factWord();

#define PAGESPLIT_FACT(TYPE)                                                   \
  template <> llvm::StringRef factWord<TYPE>();                                \
  llvm::json::Object toJSON(const TYPE &Fact);                                 \
  bool fromJSON(const llvm::json::Value &From, TYPE &To, llvm::json::Path P);
PAGESPLIT_FACT(Unit)
PAGESPLIT_FACT(SourceFile)
PAGESPLIT_FACT(UnitSource)
PAGESPLIT_FACT(CompiledLines)
PAGESPLIT_FACT(Layout)
PAGESPLIT_FACT(LayoutMember)
PAGESPLIT_FACT(Entity)
PAGESPLIT_FACT(Access)
PAGESPLIT_FACT(Flow)
#undef PAGESPLIT_FACT

} // namespace pagesplit

#endif
