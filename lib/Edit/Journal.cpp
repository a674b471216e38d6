//===- Journal.cpp - the state of an update, on disk ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Journal.h"

#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;
using namespace pagesplit;

static constexpr StringLiteral DirectoryName = ".pagesplit-apply";

static std::error_code lastCode() {
  return std::error_code(errno, std::generic_category());
}

// A rename is on the disk only when its directory is.
static Error syncDirectory(StringRef Path) {
  int Descriptor = ::open(Path.str().c_str(), O_RDONLY | O_DIRECTORY);
  if (Descriptor < 0 || ::fsync(Descriptor)) {
    Error E = errorFrom(Path, "write", lastCode());
    if (Descriptor >= 0)
      ::close(Descriptor);
    return E;
  }
  ::close(Descriptor);
  return Error::success();
}

static Error writeSynced(StringRef Path, StringRef Text, unsigned Mode) {
  int Descriptor;
  if (std::error_code Code = sys::fs::openFileForWrite(Path, Descriptor))
    return errorFrom(Path, "write", Code);
  raw_fd_ostream Out(Descriptor, /*shouldClose=*/true);
  Out << Text;
  Out.flush();
  std::error_code Code = Out.error();
  Out.clear_error();
  if (!Code && (::fchmod(Descriptor, Mode) || ::fsync(Descriptor)))
    Code = lastCode();
  return Code ? errorFrom(Path, "write", Code) : Error::success();
}

std::string Journal::directoryOf(const SourceTree &Tree) {
  SmallString<256> Path(Tree.root());
  sys::path::append(Path, DirectoryName);
  return std::string(Path);
}

std::string Journal::path(StringRef Name) const {
  return directoryOf(*Tree) + "/" + Name.str();
}

bool Journal::isIn(const SourceTree &Tree) {
  return sys::fs::exists(directoryOf(Tree));
}

Journal::Journal(Journal &&Other)
    : Tree(Other.Tree), Lock(Other.Lock), Stopped(Other.Stopped) {
  Other.Lock = -1;
}

Journal::~Journal() {
  if (Lock >= 0)
    ::close(Lock);
}

Expected<Journal> Journal::locked(const SourceTree &Tree) {
  std::string Path = directoryOf(Tree) + "/lock";
  int Lock = ::open(Path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (Lock < 0)
    return errorFrom(Path, "write", lastCode());
  Journal Taken(Tree, Lock);
  if (::flock(Lock, LOCK_EX | LOCK_NB))
    return errorIn(directoryOf(Tree),
                   "another pagesplit is changing this tree");
  return std::move(Taken);
}

Expected<Journal> Journal::create(const SourceTree &Tree) {
  std::string Directory = directoryOf(Tree);
  if (std::error_code Code =
          sys::fs::create_directory(Directory, /*IgnoreExisting=*/false))
    return errorFrom(Directory, "make directory", Code);
  return locked(Tree);
}

Expected<Journal> Journal::open(const SourceTree &Tree) { return locked(Tree); }

bool Journal::isCommitted() const { return sys::fs::exists(path("list")); }

Error Journal::stop(UpdateStep Step, const Twine &Word) {
  if (Step(Word.str()))
    return Error::success();
  Stopped = true;
  return errorIn(directoryOf(*Tree), "stopped before: " + Word);
}

static unsigned modeOf(const SourceTree &Tree, StringRef File) {
  SmallString<256> Path(Tree.root());
  sys::path::append(Path, File);
  struct stat Status;
  return ::stat(Path.c_str(), &Status) ? 0644 : Status.st_mode & 07777;
}

Error Journal::write(ArrayRef<JournalEntry> Entries,
                     ArrayRef<std::string> Texts, UpdateStep Step) {
  json::Array List;
  for (unsigned I = 0; I < Entries.size(); ++I) {
    const JournalEntry &Entry = Entries[I];
    if (Error E = stop(Step, "text " + Twine(I)))
      return E;
    if (Error E = writeSynced(path(std::to_string(I)), Texts[I],
                              modeOf(*Tree, Entry.File)))
      return E;
    List.push_back(json::Array{Entry.File, Entry.Before, Entry.After});
  }
  std::string Text;
  raw_string_ostream(Text) << json::Value(std::move(List)) << '\n';
  if (Error E = stop(Step, "list"))
    return E;
  if (Error E = writeSynced(path("list.new"), Text, 0644))
    return E;
  if (Error E = stop(Step, "commit"))
    return E;
  if (std::error_code Code = sys::fs::rename(path("list.new"), path("list")))
    return errorFrom(path("list"), "write", Code);
  return syncDirectory(directoryOf(*Tree));
}

Expected<std::vector<JournalEntry>> Journal::read() const {
  Expected<json::Value> Value = readJsonFile(path("list"));
  if (!Value)
    return Value.takeError();
  std::vector<JournalEntry> Entries;
  const json::Array *List = Value->getAsArray();
  for (size_t I = 0; List && I < List->size(); ++I) {
    const json::Array *Row = (*List)[I].getAsArray();
    if (!Row || Row->size() != 3 || !(*Row)[0].getAsString() ||
        !(*Row)[1].getAsString() || !(*Row)[2].getAsString())
      return errorIn(path("list"), "entry " + Twine(I) +
                                       " is not "
                                       "[file, hash, hash]");
    Entries.push_back({(*Row)[0].getAsString()->str(),
                       (*Row)[1].getAsString()->str(),
                       (*Row)[2].getAsString()->str()});
  }
  if (!List)
    return errorIn(path("list"), "not a list");
  return std::move(Entries);
}

// A file somebody has changed after the update was interrupted is theirs.
Error Journal::check(ArrayRef<JournalEntry> Entries) const {
  for (const JournalEntry &Entry : Entries) {
    Expected<std::optional<std::string>> Now = Tree->read(Entry.File);
    if (!Now)
      return Now.takeError();
    std::string Hash = *Now ? contentHash(**Now) : NoFileYet.str();
    if (Hash != Entry.Before && Hash != Entry.After)
      return errorIn(Entry.File,
                     "changed while an update of the tree was interrupted; put "
                     "it back, or remove " +
                         directoryOf(*Tree) +
                         " to give the update up half way");
  }
  return Error::success();
}

Error Journal::put(const JournalEntry &Entry, unsigned Number) {
  std::string From = path(std::to_string(Number));
  if (!sys::fs::exists(From))
    return Error::success(); // an earlier run did this one
  Expected<std::string> To = Tree->pathOf(Entry.File);
  if (!To)
    return To.takeError();
  if (std::error_code Code = sys::fs::rename(From, *To))
    return errorFrom(*To, "write", Code);
  return syncDirectory(sys::path::parent_path(*To));
}

Error Journal::finish(UpdateStep Step) {
  Expected<std::vector<JournalEntry>> Entries = read();
  if (!Entries)
    return Entries.takeError();
  if (Error E = check(*Entries))
    return E;
  for (unsigned I = 0; I < Entries->size(); ++I) {
    if (Error E = stop(Step, "file " + Twine(I)))
      return E;
    if (Error E = put((*Entries)[I], I))
      return E;
  }
  if (Error E = stop(Step, "clean"))
    return E;
  return discard();
}

// The list goes first: without it nothing is ever put anywhere.
Error Journal::discard() {
  sys::fs::remove(path("list"));
  if (std::error_code Code = sys::fs::remove_directories(
          directoryOf(*Tree), /*IgnoreErrors=*/false))
    return errorFrom(directoryOf(*Tree), "remove", Code);
  return Error::success();
}
