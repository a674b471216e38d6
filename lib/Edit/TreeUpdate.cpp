//===- TreeUpdate.cpp - change many files of a tree, or none --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/TreeUpdate.h"

#include "Git.h"
#include "Journal.h"
#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/Error.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

Error pagesplit::requireClean(const SourceTree &Tree) {
  Expected<std::string> Why = whyNotClean(Tree.root());
  if (!Why)
    return Why.takeError();
  if (Why->empty())
    return Error::success();
  return errorIn(Tree.root(), *Why + "; commit or stash first, so that git can "
                                     "take back what is applied");
}

static std::string hashOf(const std::optional<std::string> &Text) {
  return Text ? contentHash(*Text) : NoFileYet.str();
}

Expected<Recovery> pagesplit::recoverUpdate(const SourceTree &Tree) {
  if (!Journal::isIn(Tree))
    return Recovery::Nothing;
  Expected<Journal> Old = Journal::open(Tree);
  if (!Old)
    return Old.takeError();
  if (!Old->isCommitted()) {
    if (Error E = Old->discard())
      return std::move(E);
    return Recovery::Undone;
  }
  if (Error E = Old->finish([](StringRef) { return true; }))
    return std::move(E);
  return Recovery::Finished;
}

// What could fail when names are changed is tried before anything is.
static Expected<JournalEntry> entryFor(const SourceTree &Tree, StringRef File,
                                       const FileTexts &Before,
                                       const std::string &Text) {
  Expected<std::string> Path = Tree.pathOf(File);
  if (!Path)
    return Path.takeError();
  Expected<std::optional<std::string>> Now = Tree.read(File);
  if (!Now)
    return Now.takeError();
  auto Old = Before.find(File.str());
  if (Old == Before.end() || *Now != Old->second)
    return errorIn(File, "not the version that was analysed; extract again");
  StringRef Directory = sys::path::parent_path(*Path);
  if (std::error_code Code =
          sys::fs::access(Directory, sys::fs::AccessMode::Write))
    return errorFrom(Directory, "write into", Code);
  return JournalEntry{File.str(), hashOf(*Now), contentHash(Text)};
}

Error pagesplit::updateTree(const SourceTree &Tree, const FileTexts &Before,
                            const FileTexts &After, UpdateStep Step) {
  std::vector<JournalEntry> Entries;
  std::vector<std::string> Texts;
  for (const auto &[File, Text] : After) {
    Expected<JournalEntry> Entry = entryFor(Tree, File, Before, *Text);
    if (!Entry)
      return Entry.takeError();
    if (Entry->Before == Entry->After)
      continue;
    Entries.push_back(std::move(*Entry));
    Texts.push_back(*Text);
  }
  if (Entries.empty())
    return Error::success();
  Expected<Journal> New = Journal::create(Tree);
  if (!New)
    return New.takeError();
  if (Error E = New->write(Entries, Texts, Step)) {
    // Killed, as far as a test goes: what a kill leaves must stay.
    if (!New->wasStopped())
      consumeError(New->discard());
    return E;
  }
  return New->finish(Step);
}
