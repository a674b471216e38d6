//===- Kbuild.cpp - a compile database from a kernel tree -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Kbuild/Kbuild.h"

#include "KernelTree.h"
#include "MakeCommand.h"
#include "MakeLog.h"
#include "MakeRun.h"
#include "Places.h"
#include "Records.h"
#include "SessionState.h"
#include "Toolchain.h"
#include "pagesplit/Kbuild/StandIn.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Support/Version.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

namespace {
/// What a request asks for, as far as the tree and the file system say.
struct ChosenConfig {
  std::string Arch, ArchDirectory;
  std::string Name; ///< of the target, or of the file without its directory
  bool IsFile = false;

  std::string label() const { return Arch + "/" + Name; }
};

/// One run. The steps are called in the order they stand in.
class Run {
public:
  Run(const KbuildRequest &Request, KbuildObserver Observe, KernelTree Tree)
      : Request(Request), Observe(Observe), Tree(std::move(Tree)) {}

  Run(const Run &) = delete;
  ~Run() { (void)flushLog(); }

  Error begin();
  Error configure();
  Error prepare();
  Error visit();
  Error finish();

  KbuildResult Result;

private:
  Error takeConfigFile();
  std::string otherConfigs(const MakeLog &Seen) const;
  std::vector<std::string> goals() const;
  Expected<int> runMake(KbuildProgress::Step Step, ArrayRef<std::string> Goals,
                        MakeLog &Seen);
  Error explain(const Twine &What, const MakeLog &Seen) const;
  Error writeFailed();
  std::error_code flushLog();
  std::string logPath() const { return Roots.Build + "/kbuild.log"; }
  std::string salt() const;

  const KbuildRequest &Request;
  KbuildObserver Observe;
  KernelTree Tree;
  Toolchain Tools;
  ChosenConfig Chosen;
  std::string ConfigGoal;
  BuildRoots Roots;
  std::vector<std::string> Paths;
  std::optional<SessionState> Session;
  std::unique_ptr<raw_fd_ostream> Log;
  unsigned LogLines = 0;
};
} // namespace

static Error checkConfigName(StringRef Name) {
  const bool IsWord = all_of(Name, [](char C) {
    return isAlnum(C) || C == '_' || C == '-' || C == '.' || C == '/';
  });
  if (IsWord && Name.ends_with("config") && !Name.starts_with("-"))
    return Error::success();
  return errorIn(Name, "neither a file nor a configuration such as "
                       "'defconfig' or 'allmodconfig'");
}

// A plain word that ends in "config" is a target, "./defconfig" a file.
static Expected<ChosenConfig> chooseConfig(const KernelTree &Tree,
                                           const KbuildRequest &Request) {
  ChosenConfig Result;
  Result.Arch = Request.Arch.empty() ? Tree.hostArch() : Request.Arch;
  Expected<std::string> Directory = Tree.archDirectory(Result.Arch);
  if (!Directory)
    return Directory.takeError();
  Result.ArchDirectory = std::move(*Directory);
  const StringRef Name = Request.Config;
  const bool IsTarget =
      Name.ends_with("config") && !Name.contains('/') && !Name.contains('.');
  Result.IsFile = !IsTarget && sys::fs::is_regular_file(Name);
  if (!Result.IsFile)
    if (Error E = checkConfigName(Name))
      return std::move(E);
  Result.Name = (Result.IsFile ? sys::path::filename(Name) : Name).str();
  return Result;
}

Error Run::begin() {
  Expected<ChosenConfig> Config = chooseConfig(Tree, Request);
  if (!Config)
    return Config.takeError();
  Chosen = std::move(*Config);
  BuildDescription &About = Result.Description;
  About.Kernel = Tree.version();
  About.SourceRoot = Tree.root();
  About.Arch = Chosen.Arch;
  About.Config = Chosen.Name;
  About.Label = Chosen.label();
  Expected<std::vector<std::string>> InTree = pathsInTree(Tree, Request.Paths);
  if (!InTree)
    return InTree.takeError();
  Paths = std::move(*InTree);
  Expected<Toolchain> Found = findToolchain(Tree);
  if (!Found)
    return Found.takeError();
  Tools = std::move(*Found);
  About.Clang = Tools.ClangVersion;
  if (!sys::fs::can_execute(Request.StandIn))
    return errorIn(Request.StandIn, "no such program; it is installed beside "
                                    "pagesplit");
  Expected<BuildRoots> Made = makeBuildDirectory(Tree, Request.Build);
  if (!Made)
    return Made.takeError();
  Roots = std::move(*Made);
  Expected<SessionState> State =
      SessionState::open(Roots.Build, Request.StandIn);
  if (!State)
    return State.takeError();
  Session.emplace(std::move(*State));
  std::error_code Code;
  Log = std::make_unique<raw_fd_ostream>(logPath(), Code);
  return Code ? errorFrom(logPath(), "write", Code) : Error::success();
}

// A stream that is destroyed with an unread error ends the process.
std::error_code Run::flushLog() {
  if (!Log)
    return {};
  Log->flush();
  const std::error_code Code = Log->error();
  Log->clear_error();
  return Code;
}

Expected<int> Run::runMake(KbuildProgress::Step Step,
                           ArrayRef<std::string> Goals, MakeLog &Seen) {
  const MakeSettings Settings = {
      Tree, Tools, *Session, Roots, Result.Description.Arch, Request.Jobs};
  const Invocation Make =
      makeCommand(Settings,
                  Step == KbuildProgress::Visit ? standin::StageVisit
                                                : standin::StageConfigure,
                  Goals);
  *Log << "+ " << join(Make.Arguments, " ") << '\n';
  ++LogLines;
  auto Line = [&](StringRef Text) -> Error {
    *Log << Text << '\n';
    Seen.read(Text, ++LogLines);
    return Log->has_error() ? errorFrom(logPath(), "write", flushLog())
                            : Error::success();
  };
  Expected<int> Status =
      runToEnd(Make, Line, [&] { Observe({Step, Session->recorded()}); });
  const std::error_code Flushed = flushLog();
  if (!Status)
    return Status;
  if (Flushed)
    return errorFrom(logPath(), "write", Flushed);
  if (!Seen.lost().empty())
    return errorAt(logPath(), Seen.lost().front().Number, 1,
                   Seen.lost().front().Text);
  return Status;
}

// The first lines that look like the cause, one error each.
Error Run::explain(const Twine &What, const MakeLog &Seen) const {
  Error Result = errorIn(logPath(), What);
  for (const LogLine &Line : Seen.firstErrors())
    Result = joinErrors(std::move(Result),
                        errorAt(logPath(), Line.Number, 1, Line.Text));
  return Result;
}

Error Run::takeConfigFile() {
  Expected<std::string> Text = readFile(Request.Config);
  if (!Text)
    return Text.takeError();
  return writeFileIfChanged(Roots.Build + "/.config", *Text);
}

Error Run::configure() {
  if (Chosen.IsFile)
    if (Error E = takeConfigFile())
      return E;
  ConfigGoal = Chosen.IsFile ? "olddefconfig" : Chosen.Name;
  MakeLog Seen;
  Expected<int> Status = runMake(KbuildProgress::Configure, {ConfigGoal}, Seen);
  if (!Status)
    return Status.takeError();
  if (*Status == 0)
    return Error::success();
  return explain("'make " + ConfigGoal + "' failed" + otherConfigs(Seen), Seen);
}

// For a name that is not one of the tree's.
std::string Run::otherConfigs(const MakeLog &Seen) const {
  const std::vector<std::string> Known = Tree.configs(Chosen.ArchDirectory);
  const bool IsUnknown = Seen.failed().count(ConfigGoal) ||
                         (StringRef(ConfigGoal).ends_with("_defconfig") &&
                          !is_contained(Known, ConfigGoal));
  if (!IsUnknown)
    return "";
  return "; arch/" + Chosen.ArchDirectory + "/configs has " + join(Known, " ");
}

// Everything beside the configuration that decides what commands look like.
std::string Run::salt() const {
  return join(ArrayRef<std::string>{Result.Description.Arch, Tools.Clang,
                                    Tools.ClangVersion, Tree.root(),
                                    versionText().str()},
              "\n");
}

Error Run::prepare() {
  Expected<std::vector<CompileRecord>> Old = readRecords(Session->records());
  if (!Old)
    return Old.takeError();
  Expected<std::string> Stamp = stampOf(*Old, Roots, salt());
  if (!Stamp)
    return Stamp.takeError();
  if (!Old->empty() && !Session->isSavedAs(*Stamp)) {
    // kbuild would see that the compiler has another path, but a simpler
    // Makefile need not.
    for (const CompileRecord &Record : *Old)
      (void)sys::fs::remove(Record.Directory + "/" + Record.Output);
    if (Error E = Session->renew())
      return E;
  }
  MakeLog Seen;
  Expected<int> Status = runMake(KbuildProgress::Prepare, {"prepare"}, Seen);
  if (!Status)
    return Status.takeError();
  return *Status == 0 ? Error::success()
                      : explain("'make prepare' failed", Seen);
}

std::vector<std::string> Run::goals() const {
  std::vector<std::string> Goals = {"-k"};
  for (StringRef Path : Paths) {
    std::string Goal = Tree.visitGoal(Path);
    if (Goal.empty())
      return {"-k", Tree.visitAllGoal()};
    if (!is_contained(Goals, Goal))
      Goals.push_back(std::move(Goal));
  }
  if (Paths.empty())
    Goals.push_back(Tree.visitAllGoal());
  return Goals;
}

Error Run::visit() {
  MakeLog Seen;
  Expected<int> Status = runMake(KbuildProgress::Visit, goals(), Seen);
  if (!Status)
    return Status.takeError();
  Result.Failed.assign(Seen.failed().begin(), Seen.failed().end());
  if (*Status != 0 && Session->recorded() == 0 && Result.Failed.empty())
    return explain("make failed", Seen);
  return writeFailed();
}

Error Run::writeFailed() {
  const std::string Path = Roots.Build + "/kbuild-failed.txt";
  if (Result.Failed.empty()) {
    (void)sys::fs::remove(Path);
    return Error::success();
  }
  return writeFile(Path, [&](raw_ostream &Out) {
    for (const std::string &Target : Result.Failed)
      Out << Target << '\n';
    return Error::success();
  });
}

Error Run::finish() {
  Expected<std::vector<CompileRecord>> Records =
      readRecords(Session->records());
  if (!Records)
    return Records.takeError();
  Expected<std::string> Stamp = stampOf(*Records, Roots, salt());
  if (!Stamp)
    return Stamp.takeError();
  auto Counts = [&](StringRef Path) {
    return any_of(*Records, [&](const CompileRecord &Record) {
      return isBelow(Record, Path, Roots);
    });
  };
  for (const std::string &Path : Paths)
    (Counts(Path) ? Result.Paths : Result.EmptyPaths).push_back(Path);
  if (!Paths.empty())
    erase_if(*Records, [&](const CompileRecord &Record) {
      return none_of(
          Paths, [&](StringRef Path) { return isBelow(Record, Path, Roots); });
    });
  if (Records->empty())
    return errorIn(
        logPath(),
        "this configuration compiles nothing" +
            (Paths.empty() ? Twine() : " below " + Twine(join(Paths, " "))));
  Result.Commands = Records->size();
  Result.Database = Roots.Build + "/compile_commands.json";
  if (Error E = writeDatabase(Result.Database, Tools.Clang, *Records))
    return E;
  if (Error E = writeBuildDescription(Roots.Build, Result.Description))
    return E;
  return Session->save(*Stamp);
}

Expected<KbuildResult> pagesplit::runKbuild(const KbuildRequest &Request,
                                            KbuildObserver Observe) {
  Expected<KernelTree> Tree = KernelTree::open(Request.Kernel);
  if (!Tree)
    return Tree.takeError();
  Run TheRun(Request, Observe, std::move(*Tree));
  using Step = Error (Run::*)();
  for (Step Next :
       {&Run::begin, &Run::configure, &Run::prepare, &Run::visit, &Run::finish})
    if (Error E = (TheRun.*Next)())
      return std::move(E);
  return std::move(TheRun.Result);
}

Expected<std::string>
pagesplit::configurationLabel(const KbuildRequest &Request) {
  Expected<KernelTree> Tree = KernelTree::open(Request.Kernel);
  if (!Tree)
    return Tree.takeError();
  Expected<ChosenConfig> Chosen = chooseConfig(*Tree, Request);
  if (!Chosen)
    return Chosen.takeError();
  return Chosen->label();
}
