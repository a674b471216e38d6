//===- AccessJoiner.cpp - one access per spelled expression ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AccessJoiner.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

// The macros that every evaluation came through.
static void keepCommonPrefix(std::vector<std::string> &Chain,
                             const std::vector<std::string> &Other) {
  size_t Common = 0;
  while (Common < Chain.size() && Common < Other.size() &&
         Chain[Common] == Other[Common])
    ++Common;
  Chain.resize(Common);
}

void AccessJoiner::add(Access A, const MemoryUse &Use) {
  Key K(A.Expansion.File, A.Expansion.Offset, A.Spelling.File,
        A.Spelling.Offset, A.Form, A.Path, A.Function);
  auto [At, IsNew] = Accesses.try_emplace(K);
  Joined &J = At->second;
  if (IsNew) {
    J.Fact = std::move(A);
  } else {
    keepCommonPrefix(J.Fact.Macros, A.Macros);
    // Which evaluation came first must leave no trace.
    J.Fact.Base = std::min(J.Fact.Base, A.Base);
    J.Fact.Expansion.Length =
        std::max(J.Fact.Expansion.Length, A.Expansion.Length);
    if (!A.Via.empty())
      J.Vias.insert(A.Via);
  }
  if (IsNew && !J.Fact.Via.empty())
    J.Vias.insert(J.Fact.Via);
  if (Use.Unevaluated)
    return;
  J.Evaluated = true;
  J.Reads |= Use.Reads;
  J.Writes |= Use.Writes;
  J.Leaves |= Use.Leaves;
  if (!Use.Via.empty())
    (Use.Leaves ? J.LeavesVia : J.Vias).insert(Use.Via);
}

AccessMode AccessJoiner::modeOf(const Joined &J) {
  switch (J.Fact.Form) {
  case AccessForm::Offsetof:
  case AccessForm::Container:
  case AccessForm::ListWalk:
  case AccessForm::Sizeof:
  case AccessForm::Arithmetic:
  case AccessForm::Cast:
    return AccessMode::TypeOnly;
  default:
    break;
  }
  if (!J.Evaluated)
    return AccessMode::TypeOnly;
  if (J.Leaves)
    return AccessMode::AddressOf;
  if (J.Reads && J.Writes)
    return AccessMode::ReadModifyWrite;
  if (J.Writes)
    return AccessMode::Write;
  return J.Reads ? AccessMode::Read : AccessMode::AddressOf;
}

void AccessJoiner::finish(FactSet &Facts, const ConfigSet &In) const {
  for (const auto &Entry : Accesses) {
    const Joined &J = Entry.second;
    Access Fact = J.Fact;
    Fact.Mode = modeOf(J);
    Fact.Via = join(Fact.Mode == AccessMode::AddressOf && !J.LeavesVia.empty()
                        ? J.LeavesVia
                        : J.Vias,
                    ",");
    Facts.add(std::move(Fact), In);
  }
}
