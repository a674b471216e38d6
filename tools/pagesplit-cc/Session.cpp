//===- Session.cpp - where pagesplit-cc puts what it saw ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Session.h"

#include "pagesplit/Kbuild/StandIn.h"

#include <cerrno>
#include <climits>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace pagesplit::standin;

int pagesplit::standin::complain(const std::string &Path, const char *What,
                                 int Number) {
  std::string Line = Complaint + Path + ": " + What;
  if (Number)
    Line += std::string(": ") + strerror(Number);
  Line += '\n';
  // One call, so that lines of processes side by side stay whole.
  if (write(STDERR_FILENO, Line.data(), Line.size()) < 0)
    return 2;
  return 1;
}

bool pagesplit::standin::openSession(Session &S) {
  const char *Directory = getenv(SessionVariable);
  const char *Stage = getenv(StageVariable);
  if (!Directory || !Stage) {
    complain("environment",
             "this program is started by 'pagesplit kbuild' only", 0);
    return false;
  }
  S.Directory = Directory;
  S.Visiting = !strcmp(Stage, StageVisit);
  return true;
}

int pagesplit::standin::becomeReal(const char *Variable,
                                   const std::vector<std::string> &Arguments) {
  const char *Program = getenv(Variable);
  if (!Program) {
    complain(Variable, "not set", 0);
    return 127;
  }
  std::vector<char *> Pointers = {const_cast<char *>(Program)};
  for (const std::string &Argument : Arguments)
    Pointers.push_back(const_cast<char *>(Argument.c_str()));
  Pointers.push_back(nullptr);
  execv(Program, Pointers.data());
  complain(Program, "cannot start", errno);
  return 127;
}

static int writeAll(int File, const std::string &Content) {
  size_t Done = 0;
  while (Done < Content.size()) {
    ssize_t Count = write(File, Content.data() + Done, Content.size() - Done);
    if (Count < 0 && errno != EINTR)
      return errno;
    if (Count > 0)
      Done += static_cast<size_t>(Count);
  }
  return 0;
}

int pagesplit::standin::writeWhole(const std::string &Path,
                                   const std::string &Content) {
  int File = open(Path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (File < 0)
    return errno;
  int Failed = writeAll(File, Content);
  if (close(File) && !Failed)
    Failed = errno;
  return Failed;
}

int pagesplit::standin::writeByRename(const std::string &Path,
                                      const std::string &Content) {
  const std::string Temporary = Path + ".tmp" + std::to_string(getpid());
  int Failed = writeWhole(Temporary, Content);
  if (!Failed && rename(Temporary.c_str(), Path.c_str()))
    Failed = errno;
  if (Failed)
    unlink(Temporary.c_str());
  return Failed;
}

int pagesplit::standin::readWhole(const std::string &Path,
                                  std::string &Content) {
  int File = open(Path.c_str(), O_RDONLY | O_CLOEXEC);
  if (File < 0)
    return errno;
  char Buffer[4096];
  ssize_t Count;
  Content.clear();
  while ((Count = read(File, Buffer, sizeof Buffer)) > 0)
    Content.append(Buffer, static_cast<size_t>(Count));
  const int Failed = Count < 0 ? errno : 0;
  close(File);
  return Failed;
}

std::string pagesplit::standin::hashName(const std::string &Text) {
  uint64_t Hash = 0xcbf29ce484222325u;
  for (unsigned char Byte : Text)
    Hash = (Hash ^ Byte) * 0x100000001b3u;
  char Name[17];
  snprintf(Name, sizeof Name, "%016llx", static_cast<unsigned long long>(Hash));
  return Name;
}

// The length of this file is the number on the progress line. A byte lost on a
// full disk is of no interest beside the record that is lost too.
static void count(const Session &S) {
  const std::string Path = S.Directory + "/count";
  int File =
      open(Path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (File < 0)
    return;
  (void)!write(File, ".", 1);
  close(File);
}

int pagesplit::standin::leaveRecord(const Session &S,
                                    const CompileCommand &Command,
                                    const std::vector<std::string> &Arguments) {
  char Directory[PATH_MAX];
  if (!getcwd(Directory, sizeof Directory))
    return complain(".", "cannot name the working directory", errno);
  std::string Content;
  auto Add = [&](const std::string &Field) {
    Content.append(Field.c_str(), Field.size() + 1);
  };
  Add(RecordMagic);
  Add(Directory);
  Add(Command.Source);
  Add(Command.Output);
  for (const std::string &Argument : Arguments)
    Add(Argument);
  Add(RecordEnd);
  const std::string Path = S.Directory + "/records/" +
                           hashName(std::string(Directory) + '\n' +
                                    Command.Output + '\n' + Command.Source);
  if (int Failed = writeByRename(Path, Content))
    return complain(Path, "cannot write", Failed);
  count(S);
  return 0;
}
