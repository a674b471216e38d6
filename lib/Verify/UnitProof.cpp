//===- UnitProof.cpp - what was proved of one unit ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Verify/UnitProof.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;
using namespace pagesplit;

static constexpr unsigned ProofVersion = 1;

static const std::pair<Tier, StringLiteral> Words[] = {
    {Tier::Untouched, "-"},
    {Tier::SameObject, "T1"},
    {Tier::SameIR, "T2"},
    {Tier::Compiles, "T3"},
    {Tier::DoesNotCompile, "T4"}};

StringRef pagesplit::wordOf(Tier T) {
  for (const auto &[Which, Word] : Words)
    if (Which == T)
      return Word;
  llvm_unreachable("a tier without a word");
}

std::optional<Tier> pagesplit::tierOf(StringRef Word) {
  for (const auto &[Which, Text] : Words)
    if (Text == Word)
      return Which;
  return std::nullopt;
}

std::string pagesplit::printProof(const UnitProof &Proof) {
  json::Array Patches, Culprits;
  for (Tier T : Proof.Patches)
    Patches.push_back(wordOf(T));
  for (const Culprit &C : Proof.Culprits)
    Culprits.push_back(json::Object{{"group", json::fixUTF8(C.Group)},
                                    {"problem", json::fixUTF8(C.Problem)}});
  json::Value Value =
      json::Object{{"pagesplit-proof", ProofVersion},
                   {"unit", Proof.Unit},
                   {"broken-before", json::fixUTF8(Proof.BrokenBefore)},
                   {"patches", std::move(Patches)},
                   {"culprits", std::move(Culprits)},
                   {"new-files", json::Array(Proof.NewFiles)}};
  return formatv("{0:2}\n", Value).str();
}

namespace pagesplit {

// Found by json::fromJSON() of a list, so they stand in the namespace.
static bool fromJSON(const json::Value &From, Tier &To, json::Path P) {
  std::optional<StringRef> Word = From.getAsString();
  std::optional<Tier> T = Word ? tierOf(*Word) : std::nullopt;
  if (!T) {
    P.report("expected a tier");
    return false;
  }
  To = *T;
  return true;
}

static bool fromJSON(const json::Value &From, Culprit &To, json::Path P) {
  json::ObjectMapper Map(From, P);
  return Map && Map.map("group", To.Group) && Map.map("problem", To.Problem);
}

} // namespace pagesplit

Expected<UnitProof> pagesplit::readProof(StringRef Path) {
  Expected<json::Value> Value = readJsonFile(Path);
  if (!Value)
    return Value.takeError();
  UnitProof Proof;
  int64_t Version = 0;
  json::Path::Root Root("proof");
  json::ObjectMapper Map(*Value, Root);
  if (!Map || !Map.map("pagesplit-proof", Version) ||
      !Map.map("unit", Proof.Unit) ||
      !Map.map("broken-before", Proof.BrokenBefore) ||
      !Map.map("patches", Proof.Patches) ||
      !Map.map("culprits", Proof.Culprits) ||
      !Map.map("new-files", Proof.NewFiles))
    return errorIn(Path, toString(Root.getError()));
  if (Version != ProofVersion)
    return errorIn(Path, "proof of format version " + Twine(Version) +
                             ", this pagesplit reads version " +
                             Twine(ProofVersion) + "; verify again");
  return Proof;
}
