//===- ProofTally.cpp - what was proved of a patch ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ProofTally.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"

using namespace llvm;
using namespace pagesplit;

void ProofTally::add(Tier T, StringRef Config) {
  if (T == Tier::Untouched)
    return;
  ++Counts[T];
  Configs.insert(Config.str());
}

unsigned ProofTally::units() const {
  unsigned Sum = 0;
  for (const auto &[T, Count] : Counts)
    Sum += Count;
  return Sum;
}

std::optional<Tier> ProofTally::worst() const {
  if (Counts.empty())
    return std::nullopt;
  return Counts.rbegin()->first;
}

static std::string counted(unsigned Count) {
  return std::to_string(Count) + (Count == 1 ? " unit" : " units");
}

static std::string meaning(Tier T, unsigned Count) {
  bool One = Count == 1;
  switch (T) {
  case Tier::SameObject:
    return "the object code of " + counted(Count) +
           " is identical before and after";
  case Tier::SameIR:
    return "the optimised code of " + counted(Count) +
           " is the same before and after";
  case Tier::Compiles:
    return counted(Count) + (One ? " compiles" : " compile") +
           " without a new warning";
  default:
    return counted(Count) + (One ? " does" : " do") + " not compile";
  }
}

std::string ProofTally::text() const {
  std::string Also =
      Broken ? "; " + counted(Broken) + " did not compile before" : "";
  if (Counts.empty())
    return "none, no unit of the configurations given compiles it" + Also + ".";
  std::vector<std::string> Parts;
  for (auto It = Counts.rbegin(); It != Counts.rend(); ++It)
    Parts.push_back(meaning(It->first, It->second));
  std::vector<std::string> Under(Configs.begin(), Configs.end());
  return wordOf(*worst()).str() + ", " + join(Parts, "; ") + Also + " (" +
         join(Under, ", ") + ", Clang " LLVM_VERSION_STRING ").";
}
