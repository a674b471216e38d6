//===- Knowledge.cpp - look-ups in the knowledge in force -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Knowledge/Knowledge.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

void Knowledge::add(const KnowledgeLayer &Layer) {
  for (const MemoryCall &Call : Layer.MemoryCalls)
    for (const std::string &Name : Call.Calls) {
      std::vector<ArgumentEffect> &Known = Effects[Name];
      erase_if(Known, [&](const ArgumentEffect &Old) {
        return Old.Argument == Call.Argument;
      });
      Known.push_back({Call.Argument, Call.Effect});
    }
}

std::optional<MemoryEffect> Knowledge::memoryEffect(StringRef Callee,
                                                    unsigned Argument) const {
  auto Found = Effects.find(Callee);
  if (Found == Effects.end())
    return std::nullopt;
  for (const ArgumentEffect &Known : Found->second)
    if (Known.Argument == Argument)
      return Known.Effect;
  return std::nullopt;
}

std::optional<MemoryEffect> Knowledge::memoryEffect(StringRef Macro) const {
  auto Found = Effects.find(Macro);
  if (Found == Effects.end())
    return std::nullopt;
  MemoryEffect First = Found->second.front().Effect;
  if (all_of(Found->second, [&](const ArgumentEffect &Known) {
        return Known.Effect == First;
      }))
    return First;
  return std::nullopt;
}

Expected<Knowledge> pagesplit::loadKnowledge(StringRef Directory) {
  SmallString<256> Path(Directory);
  sys::path::append(Path, "base.yaml");
  Expected<KnowledgeLayer> Layer = readKnowledgeLayer(Path);
  if (!Layer)
    return Layer.takeError();
  Knowledge Result;
  Result.add(*Layer);
  return Result;
}
