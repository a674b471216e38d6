//===- ChildProcess.cpp - run a program and read its lines ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/ChildProcess.h"

#include "pagesplit/Support/Error.h"
#include "llvm/Support/Program.h"

#include <cerrno>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char **environ;

using namespace llvm;
using namespace pagesplit;

static std::error_code lastError() {
  return std::error_code(errno, std::generic_category());
}

static std::vector<char *> pointers(const std::vector<std::string> &Strings) {
  std::vector<char *> Result;
  for (const std::string &S : Strings)
    Result.push_back(const_cast<char *>(S.c_str()));
  Result.push_back(nullptr);
  return Result;
}

// Later entries win, so that ours replace inherited ones.
static std::vector<std::string> environmentWith(ArrayRef<std::string> Added) {
  std::vector<std::string> Result(Added.begin(), Added.end());
  for (char **Entry = environ; *Entry; ++Entry) {
    StringRef Name = StringRef(*Entry).split('=').first;
    bool Replaced =
        any_of(Added, [&](StringRef A) { return A.split('=').first == Name; });
    if (!Replaced)
      Result.push_back(*Entry);
  }
  return Result;
}

static Expected<pid_t> spawn(ArrayRef<std::string> Arguments,
                             ArrayRef<std::string> Environment, int Output) {
  std::vector<std::string> Words(Arguments.begin(), Arguments.end());
  std::vector<std::string> Variables = environmentWith(Environment);
  posix_spawn_file_actions_t Actions;
  posix_spawn_file_actions_init(&Actions);
  posix_spawn_file_actions_adddup2(&Actions, Output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&Actions, Output, STDERR_FILENO);
  posix_spawn_file_actions_addopen(&Actions, STDIN_FILENO, "/dev/null",
                                   O_RDONLY, 0);
  pid_t Child = 0;
  int Failure =
      posix_spawnp(&Child, Words[0].c_str(), &Actions, nullptr,
                   pointers(Words).data(), pointers(Variables).data());
  posix_spawn_file_actions_destroy(&Actions);
  if (Failure)
    return errorFrom(Words[0], "start",
                     std::error_code(Failure, std::generic_category()));
  return Child;
}

static void readLines(int Input, function_ref<void(StringRef)> OnLine) {
  std::string Pending;
  char Buffer[4096];
  while (true) {
    ssize_t Count = read(Input, Buffer, sizeof(Buffer));
    if (Count < 0 && errno == EINTR)
      continue;
    if (Count <= 0)
      break;
    Pending.append(Buffer, Count);
    StringRef Rest = Pending;
    while (Rest.contains('\n')) {
      auto [Line, Tail] = Rest.split('\n');
      OnLine(Line);
      Rest = Tail;
    }
    Pending = Rest.str();
  }
  if (!Pending.empty())
    OnLine(Pending);
}

static Expected<int> waitFor(pid_t Child, StringRef Program) {
  int Status = 0;
  while (waitpid(Child, &Status, 0) < 0)
    if (errno != EINTR)
      return errorFrom(Program, "wait for", lastError());
  if (WIFEXITED(Status))
    return WEXITSTATUS(Status);
  return errorIn(Program, "died of signal " + Twine(WTERMSIG(Status)));
}

Expected<int> pagesplit::runChild(ArrayRef<std::string> Arguments,
                                  ArrayRef<std::string> Environment,
                                  function_ref<void(StringRef)> OnLine) {
  int Pipe[2];
  if (pipe2(Pipe, O_CLOEXEC))
    return errorFrom(Arguments[0], "start", lastError());
  Expected<pid_t> Child = spawn(Arguments, Environment, Pipe[1]);
  close(Pipe[1]);
  if (!Child) {
    close(Pipe[0]);
    return Child.takeError();
  }
  readLines(Pipe[0], OnLine);
  close(Pipe[0]);
  return waitFor(*Child, Arguments[0]);
}
