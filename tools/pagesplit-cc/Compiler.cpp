//===- Compiler.cpp - standing in for clang -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StandIns.h"

#include "pagesplit/Kbuild/StandIn.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

using namespace pagesplit::standin;

std::string pagesplit::standin::anyObject(const Session &S) {
  return S.Directory + "/objects/any.o";
}

// posix_spawn: the caller is about to end, and fork would copy it.
static int runQuietly(const Arguments &Args) {
  std::vector<char *> Pointers;
  for (const std::string &Argument : Args)
    Pointers.push_back(const_cast<char *>(Argument.c_str()));
  Pointers.push_back(nullptr);
  posix_spawn_file_actions_t Actions;
  posix_spawn_file_actions_init(&Actions);
  posix_spawn_file_actions_addopen(&Actions, STDERR_FILENO, "/dev/null",
                                   O_WRONLY, 0);
  pid_t Child = 0;
  if (int Failed = posix_spawn(&Child, Pointers[0], &Actions, nullptr,
                               Pointers.data(), environ))
    return complain(Args[0], "cannot start", Failed);
  int Status = 0;
  while (waitpid(Child, &Status, 0) < 0)
    if (errno != EINTR)
      return complain(Args[0], "cannot wait for it", errno);
  return WIFEXITED(Status) ? WEXITSTATUS(Status) : 1;
}

static int compileEmpty(const Arguments &Machine, const std::string &Output) {
  const char *Clang = getenv(ClangVariable);
  if (!Clang)
    return complain(ClangVariable, "not set", 0);
  Arguments Args = {Clang};
  Args.insert(Args.end(), Machine.begin(), Machine.end());
  for (const char *Argument : {"-w", "-c", "-x", "c", "/dev/null", "-o"})
    Args.push_back(Argument);
  Args.push_back(Output);
  return runQuietly(Args);
}

// An option may make no sense without the others of its command; the target
// alone is near enough for an object without content.
static Arguments targetOnly(const Arguments &Machine) {
  Arguments Target;
  for (size_t I = 0; I < Machine.size(); ++I) {
    if (Machine[I].rfind("--target=", 0) == 0)
      Target.push_back(Machine[I]);
    if (Machine[I] == "-target" && I + 1 < Machine.size())
      Target.insert(Target.end(), {Machine[I], Machine[I + 1]});
  }
  return Target;
}

static int emptyObject(const Session &S, const CompileCommand &Command,
                       std::string &Content) {
  std::string Key;
  for (const std::string &Option : Command.Machine)
    Key += Option + '\n';
  const std::string Cached = S.Directory + "/objects/" + hashName(Key) + ".o";
  if (!readWhole(Cached, Content))
    return 0;
  // Two may make the same one: both are equal, and rename is atomic.
  const std::string Temporary = Cached + ".tmp" + std::to_string(getpid());
  if (compileEmpty(Command.Machine, Temporary) &&
      compileEmpty(targetOnly(Command.Machine), Temporary)) {
    unlink(Temporary.c_str());
    return complain(Command.Output, "cannot make an empty object for it", 0);
  }
  if (link(Temporary.c_str(), anyObject(S).c_str()) && errno != EEXIST)
    return complain(anyObject(S), "cannot write", errno);
  if (rename(Temporary.c_str(), Cached.c_str()))
    return complain(Cached, "cannot write", errno);
  if (int Failed = readWhole(Cached, Content))
    return complain(Cached, "cannot read", Failed);
  return 0;
}

// Only the source is a dependency: the command does not change with a header.
static int writeDependency(const CompileCommand &Command) {
  if (Command.Dependency.empty())
    return 0;
  if (int Failed = writeWhole(Command.Dependency,
                              Command.Output + ": " + Command.Source + "\n"))
    return complain(Command.Dependency, "cannot write", Failed);
  return 0;
}

static int placeEmptyObject(const Session &S, const CompileCommand &Command) {
  std::string Content;
  if (int Failed = emptyObject(S, Command, Content))
    return Failed;
  if (int Failed = writeDependency(Command))
    return Failed;
  if (int Failed = writeWhole(Command.Output, Content)) {
    // Half an object would look up to date.
    unlink(Command.Output.c_str());
    return complain(Command.Output, "cannot write", Failed);
  }
  return 0;
}

int pagesplit::standin::standInForCompiler(const Session &S,
                                           const Arguments &Args) {
  const CompileCommand Command = readCompileCommand(Args);
  if (Command.What == CompileCommand::Other)
    return becomeReal(ClangVariable, Args);
  // A source that is missing is the real compiler's to complain about.
  if (access(Command.Source.c_str(), R_OK))
    return becomeReal(ClangVariable, Args);
  // The record comes before the object: an object without a record would look
  // up to date to make, and the command would be lost.
  if (Command.What == CompileCommand::CObject)
    if (int Failed = leaveRecord(S, Command, Args))
      return Failed;
  if (!S.Visiting)
    return becomeReal(ClangVariable, Args);
  if (Command.What == CompileCommand::SyntaxCheck)
    return writeDependency(Command);
  return placeEmptyObject(S, Command);
}
