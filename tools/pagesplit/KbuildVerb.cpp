//===- KbuildVerb.cpp - pagesplit kbuild ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Steps.h"
#include "Verb.h"

#include "pagesplit/Kbuild/Kbuild.h"
#include "pagesplit/Support/Progress.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand Kbuild("kbuild",
                             "write a compile database of a kernel tree, "
                             "without compiling the kernel");
static cl::opt<std::string> Kernel("kernel",
                                   cl::desc("Root of the kernel tree"),
                                   cl::value_desc("DIR"), cl::Required,
                                   cl::sub(Kbuild));
static cl::opt<std::string> Arch("arch",
                                 cl::desc("Architecture, as make's ARCH "
                                          "(default: this machine's)"),
                                 cl::value_desc("A"), cl::sub(Kbuild));
static cl::opt<std::string> Config("config",
                                   cl::desc("A make target such as defconfig "
                                            "or allmodconfig, or a .config "
                                            "file (default: defconfig)"),
                                   cl::value_desc("NAME|FILE"),
                                   cl::init("defconfig"), cl::sub(Kbuild));
static cl::opt<std::string> Build("o",
                                  cl::desc("Build directory, outside of the "
                                           "tree; made when missing"),
                                  cl::value_desc("BUILD"), cl::Required,
                                  cl::sub(Kbuild));
static cl::opt<unsigned> Jobs("j", cl::Prefix,
                              cl::desc("Jobs at once (default: all cores)"),
                              cl::value_desc("N"), cl::init(0), cl::Prefix,
                              cl::sub(Kbuild));
static cl::list<std::string> Paths(cl::Positional,
                                   cl::desc("[PATH...]  Visit only these "
                                            "directories or files of the tree"),
                                   cl::sub(Kbuild));

static StringRef wordFor(KbuildProgress::Step Step) {
  switch (Step) {
  case KbuildProgress::Configure:
    return "configuring";
  case KbuildProgress::Prepare:
    return "preparing";
  case KbuildProgress::Visit:
    return "visiting";
  }
  return "";
}

static void printResult(const KbuildResult &Result) {
  for (const std::string &Path : Result.EmptyPaths)
    errs() << "pagesplit: " << Path << ": warning: " << Result.Description.Label
           << " compiles nothing here\n";
  if (!Result.Failed.empty())
    errs() << "pagesplit: warning: " << Result.Failed.size()
           << " targets that make could not build, listed in "
           << sys::path::parent_path(Result.Database) << "/kbuild-failed.txt\n";
  errs() << Result.Database << ": " << Result.Commands << " commands, Linux "
         << Result.Description.Kernel << ' ' << Result.Description.Label
         << '\n';
}

Expected<KbuildResult> pagesplit::kbuildStep(KbuildRequest Request,
                                             StringRef Title) {
  SmallString<128> StandIn(sys::path::parent_path(programPath()));
  sys::path::append(StandIn, "pagesplit-cc");
  Request.StandIn = std::string(StandIn);
  Progress Shown(Title, "commands recorded");
  Expected<KbuildResult> Result =
      runKbuild(Request, [&](const KbuildProgress &P) {
        Shown.update(P.Commands, 0, wordFor(P.Now));
      });
  Shown.finish();
  if (Result)
    printResult(*Result);
  return Result;
}

static Expected<ExitCode> run() {
  KbuildRequest Request;
  Request.Kernel = Kernel;
  Request.Arch = Arch;
  Request.Config = Config;
  Request.Build = Build;
  Request.Jobs = Jobs;
  Request.Paths = Paths;
  Expected<KbuildResult> Result = kbuildStep(std::move(Request));
  if (!Result)
    return Result.takeError();
  return Fine;
}

Verb pagesplit::kbuildVerb() { return {&Kbuild, run}; }
