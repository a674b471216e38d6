//===- MakeRun.cpp - one run of make --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MakeRun.h"

#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Signals.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

extern char **environ;

using namespace llvm;
using namespace pagesplit;

static std::atomic<pid_t> RunningGroup{0};
static std::atomic<bool> Interrupted{false};

static void endGroup() {
  if (pid_t Group = RunningGroup)
    kill(-Group, SIGTERM);
}

// Runs inside a signal handler.
static void interrupt() {
  Interrupted = true;
  endGroup();
}

namespace {
/// LLVM's handler calls interrupt() once, for INT, HUP, TERM or USR2.
struct InterruptHook {
  InterruptHook() { sys::SetInterruptFunction(interrupt); }
  ~InterruptHook() { sys::SetInterruptFunction(nullptr); }
};
} // namespace

static bool isPassedOn(StringRef Name) {
  static constexpr StringRef Dropped[] = {"MAKEFLAGS",
                                          "MFLAGS",
                                          "MAKELEVEL",
                                          "MAKEFILES",
                                          "GNUMAKEFLAGS",
                                          "M",
                                          "O",
                                          "V",
                                          "ARCH",
                                          "CC",
                                          "LLVM",
                                          "LLVM_IAS",
                                          "CROSS_COMPILE",
                                          "W",
                                          "C",
                                          "KBUILD_OUTPUT",
                                          "KBUILD_EXTMOD",
                                          "LC_ALL",
                                          "KCONFIG_CONFIG"};
  return !is_contained(Dropped, Name);
}

static std::vector<std::string> environmentFor(const Invocation &What) {
  std::vector<std::string> Result;
  for (char **Entry = environ; *Entry; ++Entry)
    if (isPassedOn(StringRef(*Entry).split('=').first))
      Result.push_back(*Entry);
  for (const auto &[Name, Value] : What.Environment)
    Result.push_back(Name + "=" + Value);
  return Result;
}

static std::vector<char *> pointersTo(const std::vector<std::string> &Texts) {
  std::vector<char *> Pointers;
  for (const std::string &Text : Texts)
    Pointers.push_back(const_cast<char *>(Text.c_str()));
  Pointers.push_back(nullptr);
  return Pointers;
}

// Only calls that are safe between fork and exec.
[[noreturn]] static void becomeProgram(char **Arguments, char **Environment,
                                       int Output) {
  setpgid(0, 0);
#ifdef __linux__
  // When this process is killed outright, make ends too.
  prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
  int Null = open("/dev/null", O_RDONLY);
  dup2(Null, STDIN_FILENO);
  dup2(Output, STDOUT_FILENO);
  dup2(Output, STDERR_FILENO);
  execve(Arguments[0], Arguments, Environment);
  _exit(127);
}

static Expected<pid_t> start(const Invocation &What, int &Output) {
  const std::vector<std::string> Environment = environmentFor(What);
  std::vector<char *> ArgumentPointers = pointersTo(What.Arguments);
  std::vector<char *> EnvironmentPointers = pointersTo(Environment);
  int Pipe[2];
  if (pipe2(Pipe, O_CLOEXEC))
    return errorFrom(What.Arguments[0], "start",
                     std::error_code(errno, std::generic_category()));
  pid_t Child = fork();
  if (Child == 0)
    becomeProgram(ArgumentPointers.data(), EnvironmentPointers.data(), Pipe[1]);
  const int Failed = errno;
  close(Pipe[1]);
  if (Child < 0) {
    close(Pipe[0]);
    return errorFrom(What.Arguments[0], "start",
                     std::error_code(Failed, std::generic_category()));
  }
  setpgid(Child, Child);
  Output = Pipe[0];
  return Child;
}

// Hands on what is complete; keeps the rest in Pending.
static Error passLines(std::string &Pending,
                       function_ref<Error(StringRef)> Line) {
  StringRef Rest = Pending;
  while (Rest.contains('\n')) {
    auto [First, Others] = Rest.split('\n');
    if (Error E = Line(First))
      return E;
    Rest = Others;
  }
  Pending = Rest.str();
  return Error::success();
}

static Error readAll(int Output, function_ref<Error(StringRef)> Line,
                     function_ref<void()> Idle) {
  std::string Pending;
  char Buffer[16384];
  while (true) {
    struct pollfd Wait = {Output, POLLIN, 0};
    const int Ready = poll(&Wait, 1, 200);
    Idle();
    if (Ready <= 0)
      continue;
    const ssize_t Count = read(Output, Buffer, sizeof Buffer);
    if (Count < 0 && errno == EINTR)
      continue;
    if (Count <= 0)
      break;
    Pending.append(Buffer, static_cast<size_t>(Count));
    if (Error E = passLines(Pending, Line))
      return E;
  }
  return Pending.empty() ? Error::success() : Line(Pending);
}

static int waitFor(pid_t Child) {
  int Status = 0;
  while (waitpid(Child, &Status, 0) < 0 && errno == EINTR)
    ;
  return WIFEXITED(Status) ? WEXITSTATUS(Status) : 128 + WTERMSIG(Status);
}

Expected<int> pagesplit::runToEnd(const Invocation &What,
                                  function_ref<Error(StringRef)> Line,
                                  function_ref<void()> Idle) {
  int Output = -1;
  const InterruptHook Hook;
  Expected<pid_t> Child = start(What, Output);
  if (!Child)
    return Child.takeError();
  RunningGroup = *Child;
  if (Interrupted)
    endGroup();
  Error Failed = readAll(Output, Line, Idle);
  close(Output);
  if (Failed)
    endGroup();
  const int Status = waitFor(*Child);
  RunningGroup = 0;
  if (Failed)
    return std::move(Failed);
  if (Interrupted)
    return errorOf("interrupted");
  return Status;
}
