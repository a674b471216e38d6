//===- UnitTask.cpp - what is to be proved of one unit --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Verify/UnitTask.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;
using namespace pagesplit;

std::string pagesplit::editsFile(StringRef Hash) {
  return ("edits/" + Hash + ".jsonl").str();
}

std::string pagesplit::printTask(const UnitTask &Task) {
  json::Array Patches;
  for (const std::vector<std::string> &Groups : Task.Patches)
    Patches.push_back(json::Array(Groups));
  json::Value Value = json::Object{{"tier", wordOf(Task.Wanted)},
                                   {"edits", Task.EditsHash},
                                   {"patches", std::move(Patches)}};
  return formatv("{0}", Value).str();
}

Expected<UnitTask> pagesplit::parseTask(StringRef Text, StringRef Name) {
  Expected<json::Value> Value = parseJson(Text, Name);
  if (!Value)
    return Value.takeError();
  UnitTask Task;
  std::string Word;
  json::Path::Root Root("task");
  json::ObjectMapper Map(*Value, Root);
  if (!Map || !Map.map("tier", Word) || !Map.map("edits", Task.EditsHash) ||
      !Map.map("patches", Task.Patches))
    return errorIn(Name, toString(Root.getError()));
  std::optional<Tier> Wanted = tierOf(Word);
  if (!Wanted)
    return errorIn(Name, "there is no tier '" + Word + "'");
  Task.Wanted = *Wanted;
  return Task;
}
