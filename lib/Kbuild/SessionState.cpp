//===- SessionState.cpp - what is kept between two runs -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SessionState.h"

#include "pagesplit/Kbuild/StandIn.h"
#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/MadeFrom.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <set>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

using namespace llvm;
using namespace pagesplit;

SessionState::SessionState(SessionState &&Other)
    : Root(std::move(Other.Root)), StandIn(std::move(Other.StandIn)),
      Name(std::move(Other.Name)), SavedStamp(std::move(Other.SavedStamp)),
      Lock(std::exchange(Other.Lock, -1)) {}

SessionState::~SessionState() {
  if (Lock >= 0)
    close(Lock);
}

std::string SessionState::program(StringRef StandInName) const {
  return directory() + "/bin/" + StandInName.str();
}

size_t SessionState::recorded() const {
  uint64_t Size = 0;
  return sys::fs::file_size(directory() + "/count", Size) ? 0 : Size;
}

static Expected<int> lockDirectory(const std::string &Root) {
  const std::string Path = Root + "/lock";
  const int File = open(Path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (File < 0)
    return errorFrom(Path, "write",
                     std::error_code(errno, std::generic_category()));
  if (flock(File, LOCK_EX | LOCK_NB) == 0)
    return File;
  close(File);
  return errorIn(sys::path::parent_path(Root),
                 "another 'pagesplit kbuild' is at work in this directory");
}

Expected<SessionState> SessionState::open(StringRef Build, StringRef StandIn) {
  SessionState State;
  State.Root = (Build + "/.pagesplit").str();
  State.StandIn = StandIn.str();
  if (Error E = makeDirectory(State.Root))
    return std::move(E);
  Expected<int> Lock = lockDirectory(State.Root);
  if (!Lock)
    return Lock.takeError();
  State.Lock = *Lock;
  // A state file that is missing or spoilt means a fresh start, no more.
  if (Expected<std::string> Text = readFile(State.Root + "/state")) {
    std::tie(State.Name, State.SavedStamp) = [&] {
      auto [First, Second] = StringRef(*Text).trim().split('\n');
      return std::pair(First.str(), Second.str());
    }();
  } else {
    consumeError(Text.takeError());
  }
  if (!all_of(State.Name, isAlnum) || State.Name.empty() ||
      !sys::fs::is_directory(State.records())) {
    if (Error E = State.renew())
      return std::move(E);
  } else if (Error E = State.makeDirectories()) {
    return std::move(E);
  }
  return State;
}

// The programs are linked anew each time: pagesplit may have moved.
Error SessionState::makeDirectories() {
  for (StringRef Part : {"bin", "records", "objects"})
    if (Error E = makeDirectory(directory() + "/" + Part.str()))
      return E;
  for (StringRef Program : {standin::ClangName, standin::LinkerName,
                            standin::ArchiverName, standin::PythonName}) {
    (void)sys::fs::remove(program(Program));
    if (std::error_code Code = sys::fs::create_link(StandIn, program(Program)))
      return errorFrom(program(Program), "write", Code);
  }
  (void)sys::fs::remove(directory() + "/count");
  return Error::success();
}

Error SessionState::renew() {
  if (!Name.empty())
    (void)sys::fs::remove_directories(directory());
  SavedStamp.clear();
  const auto Now = std::chrono::system_clock::now().time_since_epoch();
  Name = "s" + utohexstr(static_cast<uint64_t>(Now.count()), true) + "p" +
         utostr(static_cast<uint64_t>(sys::Process::getProcessId()));
  // Named at once, so that a run that does not end leaves no litter.
  if (Error E = save(""))
    return E;
  return makeDirectories();
}

Error SessionState::save(StringRef Stamp) {
  return writeFileIfChanged(Root + "/state", Name + "\n" + Stamp.str() + "\n");
}

// Every directory of the tree that had a part in a record, with those above.
static std::set<std::string>
makefileDirectories(const std::vector<CompileRecord> &Records,
                    const BuildRoots &Roots) {
  std::set<std::string> Directories = {""};
  for (const CompileRecord &Record : Records)
    for (StringRef File : {Record.File, Record.Output})
      for (StringRef Directory = sys::path::parent_path(Roots.relative(File));
           !Directory.empty() && Directory != "/" &&
           Directories.insert(Directory.str()).second;
           Directory = sys::path::parent_path(Directory))
        ;
  return Directories;
}

static void describeFile(const std::string &Path, raw_ostream &Out) {
  if (FileState State = fileState(Path); State.IsFile)
    Out << Path << ' ' << State.Size << ' ' << State.Changed << '\n';
}

static void describeScripts(const std::string &Scripts, raw_ostream &Out) {
  std::set<std::string> Files;
  std::error_code Code;
  for (sys::fs::directory_iterator I(Scripts, Code), End; I != End && !Code;
       I.increment(Code)) {
    StringRef Name = sys::path::filename(I->path());
    if (Name.starts_with("Makefile") || Name.starts_with("Kbuild"))
      Files.insert(I->path());
  }
  for (const std::string &File : Files)
    describeFile(File, Out);
}

Expected<std::string>
pagesplit::stampOf(const std::vector<CompileRecord> &Records,
                   const BuildRoots &Roots, StringRef Salt) {
  Expected<std::string> Config = readFile(Roots.Build + "/.config");
  if (!Config)
    return Config.takeError();
  std::string Text;
  raw_string_ostream Out(Text);
  Out << Salt << '\n' << *Config;
  for (const std::string &Directory : makefileDirectories(Records, Roots))
    for (StringRef Name : {"Makefile", "Kbuild"})
      describeFile(Roots.Source + "/" + Directory + "/" + Name.str(), Out);
  describeScripts(Roots.Source + "/scripts", Out);
  return contentHash(Text);
}
