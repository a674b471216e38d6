//===- NinjaRun.cpp - ninja over the graph of a stage ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NinjaRun.h"

#include "pagesplit/Support/ChildProcess.h"
#include "pagesplit/Support/Error.h"
#include "llvm/Support/Program.h"

using namespace llvm;
using namespace pagesplit;

namespace {
/// Understands what ninja prints under NINJA_STATUS="%f %t ".
class NinjaOutput {
public:
  NinjaOutput(const NinjaRun &Run, UnitProgress OnProgress)
      : Run(Run), OnProgress(OnProgress) {}

  void line(StringRef Line) {
    StringRef Rest = Line;
    unsigned Done = 0, Total = 0;
    if (!Rest.consumeInteger(10, Done) && Rest.consume_front(" ") &&
        !Rest.consumeInteger(10, Total) && Rest.consume_front(" ")) {
      Failing.clear();
      return OnProgress(Done, Total, Rest);
    }
    if (Rest.consume_front("FAILED: "))
      return failed(Rest);
    if (!Failing.empty() && Rest.consume_front(DiedPrefix))
      Died[Failing] = Rest.str();
    bool IsOurs = Rest.consume_front("pagesplit: ");
    // The last when its own files cannot be written; it says so as well when
    // nothing but an action failed, in other words.
    if (IsOurs || Rest.consume_front("ninja: fatal: ") ||
        Rest.consume_front("ninja: error: ") ||
        (Rest.consume_front("ninja: build stopped: ") &&
         Rest.starts_with("Error ")))
      if (FirstProblem.empty())
        FirstProblem = Rest.str();
  }

  std::string FirstProblem;
  DiedUnits Died;

private:
  // From 1.13 on ninja puts the exit code before the files.
  void failed(StringRef Files) {
    if (Files.consume_front("[code="))
      Files = Files.split("] ").second;
    auto Known = Run.UnitOf.find(Files.rtrim().str());
    if (Known == Run.UnitOf.end())
      return;
    Failing = Known->second;
    Died[Failing];
  }

  const NinjaRun &Run;
  UnitProgress OnProgress;
  std::string Failing;
};
} // namespace

static Expected<std::string> findNinja() {
  for (StringRef Name : {"ninja", "ninja-build"})
    if (ErrorOr<std::string> Path = sys::findProgramByName(Name))
      return *Path;
  return errorOf("ninja is not installed (Debian: ninja-build)");
}

Error pagesplit::removeDead(StringRef Directory) {
  Expected<std::string> Ninja = findNinja();
  if (!Ninja)
    return Ninja.takeError();
  Expected<int> Code = runChild(
      {*Ninja, "-C", Directory.str(), "-t", "cleandead"}, {}, [](StringRef) {});
  return Code ? Error::success() : Code.takeError();
}

Expected<DiedUnits> pagesplit::runNinja(const NinjaRun &Run,
                                        UnitProgress OnProgress) {
  Expected<std::string> Ninja = findNinja();
  if (!Ninja)
    return Ninja.takeError();
  NinjaOutput Seen(Run, OnProgress);
  std::vector<std::string> Command = {*Ninja, "-C", Run.Directory, "-k", "0"};
  if (Run.Jobs)
    Command.insert(Command.end(), {"-j", std::to_string(Run.Jobs)});
  Command.insert(Command.end(), Run.Targets.begin(), Run.Targets.end());
  Expected<int> Code = runChild(Command, {"NINJA_STATUS=%f %t "},
                                [&](StringRef Line) { Seen.line(Line); });
  if (!Code)
    return Code.takeError();
  if (*Code && !Seen.FirstProblem.empty())
    return createStringError(inconvertibleErrorCode(), Seen.FirstProblem);
  if (*Code && Seen.Died.empty())
    return errorIn(Run.Directory, "ninja ended with exit code " + Twine(*Code) +
                                      " and did not say why");
  return std::move(Seen.Died);
}
