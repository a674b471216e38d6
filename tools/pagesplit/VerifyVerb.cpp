//===- VerifyVerb.cpp - pagesplit verify ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Recipients.h"
#include "Verb.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/Progress.h"
#include "pagesplit/Verify/Verify.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand Verify("verify", "Prove the patches of a series");
static cl::opt<std::string> SeriesDirectory(cl::Positional, cl::Required,
                                            cl::desc("SERIES"),
                                            cl::sub(Verify));
static cl::list<std::string>
    Builds("p", cl::OneOrMore, cl::value_desc("BUILD"),
           cl::desc("Directory that holds compile_commands.json; may be "
                    "repeated, for several configurations"),
           cl::sub(Verify));
static cl::opt<std::string>
    Kernel("kernel", cl::value_desc("DIR"),
           cl::desc("The source tree (default: as pagesplit kbuild noted it, "
                    "else BUILD)"),
           cl::sub(Verify));
static cl::opt<std::string>
    Wanted("tier", cl::value_desc("T"), cl::init("T1"),
           cl::desc("Try to prove T1, T2 or T3, the cheapest (default T1)"),
           cl::sub(Verify));
static cl::opt<std::string>
    Cache("cache", cl::value_desc("DIR"),
          cl::desc("Keep what was compiled in DIR (default SERIES.verify)"),
          cl::sub(Verify));
static cl::opt<unsigned> Jobs("j", cl::Prefix, cl::value_desc("N"),
                              cl::desc("Units at a time (default: all cores)"),
                              cl::sub(Verify));

// The proofs have all of them; here a screen must do.
static constexpr unsigned Listed = 10;

static void list(StringRef Word, const std::vector<std::string> &Lines) {
  for (size_t I = 0; I < Lines.size() && I < Listed; ++I)
    errs() << "  " << Word << ": " << Lines[I] << '\n';
  if (Lines.size() > Listed)
    errs() << "  " << Word << ": and " << Lines.size() - Listed << " more\n";
}

static void summarize(const VerifyResult &R) {
  std::map<Tier, unsigned> Tiers;
  unsigned Unproved = 0;
  for (const PatchProof &Patch : R.Patches)
    Patch.Reached ? ++Tiers[*Patch.Reached] : ++Unproved;
  errs() << "verify: " << R.Units << " units compiled, " << R.Patches.size()
         << " patches";
  for (const auto &[T, Count] : Tiers)
    errs() << ", " << Count << " at " << wordOf(T);
  if (Unproved)
    errs() << ", " << Unproved << " that no unit compiles";
  errs() << "; " << R.Dropped.size() << " groups dropped\n";
  std::vector<std::string> Dropped;
  for (const Finding &F : R.Dropped)
    Dropped.push_back(F.Subject + ": " + wordOf(F.Why).str() + ": " + F.Detail);
  list("dropped", Dropped);
  if (!R.BrokenBefore.empty())
    errs() << "  " << R.BrokenBefore.size()
           << " units did not compile before\n";
  list("did not compile before", R.BrokenBefore);
  list("does not compile, without a guilty group", R.Unexplained);
  for (const PatchProof &Patch : R.Patches)
    outs() << Patch.FileName << ": " << Patch.Text << '\n';
}

static Expected<ExitCode> run() {
  std::optional<Tier> T = tierOf(Wanted);
  if (!T || *T == Tier::Untouched || *T == Tier::DoesNotCompile)
    return errorOf("--tier wants T1, T2 or T3, not '" + Wanted + "'");
  VerifyRequest Request;
  Request.Series = StringRef(SeriesDirectory).rtrim('/').str();
  Request.Builds.assign(Builds.begin(), Builds.end());
  Request.SourceRoot = Kernel;
  Request.Wanted = *T;
  Request.Cache = Cache.empty() ? Request.Series + ".verify" : Cache;
  Request.Program = programPath().str();
  Request.Jobs = Jobs;
  Request.StyleFor = styleFor;
  Progress Shown("verify", "units");
  Expected<VerifyResult> Result = verifySeries(
      Request, [&](StringRef, unsigned Done, unsigned Total, StringRef Unit) {
        Shown.update(Done, Total, Unit);
      });
  Shown.finish();
  if (!Result)
    return Result.takeError();
  summarize(*Result);
  bool Proved = Result->Unexplained.empty();
  for (const PatchProof &Patch : Result->Patches)
    Proved &= Patch.Reached && *Patch.Reached != Tier::DoesNotCompile;
  return Proved ? Fine : Findings;
}

Verb pagesplit::verifyVerb() { return {&Verify, run}; }
