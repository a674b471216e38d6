//===- Words.cpp - the spelling of the fact enums -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Facts/Words.h"

using namespace llvm;
using namespace pagesplit;

template <> ArrayRef<StringLiteral> pagesplit::words<AccessForm>() {
  static constexpr StringLiteral Words[] = {
      "member",     "offsetof", "container",   "list-walk",
      "designator", "copy",     "memory-call", "sizeof",
      "arithmetic", "embedded", "cast"};
  return Words;
}

template <> ArrayRef<StringLiteral> pagesplit::words<AccessMode>() {
  static constexpr StringLiteral Words[] = {"read", "write", "rmw",
                                            "address-of", "type-only"};
  return Words;
}

template <> ArrayRef<StringLiteral> pagesplit::words<EntityKind>() {
  static constexpr StringLiteral Words[] = {"param", "return", "local",
                                            "member", "global"};
  return Words;
}

template <> ArrayRef<StringLiteral> pagesplit::words<UnitStatus>() {
  static constexpr StringLiteral Words[] = {"complete", "partial", "failed",
                                            "skipped"};
  return Words;
}

template <> ArrayRef<StringLiteral> pagesplit::words<PlaceKind>() {
  static constexpr StringLiteral Words[] = {
      "param", "return", "local",    "member", "global",
      "field", "type",   "function", "slot",   "opaque"};
  return Words;
}

template <> ArrayRef<StringLiteral> pagesplit::words<FlowKind>() {
  static constexpr StringLiteral Words[] = {
      "assign", "argument", "return", "use", "cast", "store", "put", "take"};
  return Words;
}
