//===- UnitVerifier.cpp - one unit, before and after ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Verify/UnitVerifier.h"

#include "Culprits.h"
#include "EditedFiles.h"
#include "MachineCode.h"
#include "UnitCompiler.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/TargetSelect.h"

using namespace llvm;
using namespace pagesplit;

static constexpr unsigned FilesVersion = 1;

// What the edits do to line numbers is in the code by way of __LINE__ alone,
// since debug info and sanitizers are off.
static LineNumbers linesFor(const ResolvedEdits &Edits) {
  for (const EditGroup &Group : Edits.Groups)
    for (const Edit &E : Group.Edits)
      if (StringRef(E.Was).count('\n') != StringRef(E.Text).count('\n'))
        return LineNumbers::Neutral;
  return LineNumbers::Kept;
}

namespace {

/// The texts of the edited files with some groups applied.
struct State {
  GroupList Groups;
  FileTexts Texts;
  FileSystemPtr Files;
  Compilation Result;
  std::set<std::string> Read; ///< those of the edited files that it read
  std::string Problem;
  /// As far as it was asked.
  std::map<std::pair<Tier, LineNumbers>, std::optional<std::string>> Code;
};

/// Compiles one unit in its versions.
class Verifier {
public:
  Verifier(const UnitRequest &Request, const UnitTask &Task,
           const ResolvedEdits &Edits, SourceTree Tree, FileTexts Unchanged)
      : Request(Request), Task(Task), Edits(Edits), Tree(std::move(Tree)),
        Unchanged(std::move(Unchanged)),
        Roots(Request.SourceRoot, Request.BuildRoot), Lines(linesFor(Edits)) {}

  VerifiedUnit run();

private:
  std::vector<GroupList> patches() const;
  std::string apply(const GroupList &Groups, State &Now) const;
  void compile(State &Now) const;
  State &stateWith(const GroupList &Groups);
  bool sameFor(const State &A, const State &B) const;
  bool sameTexts(const std::set<std::string> &Files, const State &A,
                 const State &B) const;
  const std::optional<std::string> &codeOf(State &Now, Tier What,
                                           LineNumbers Numbers);
  bool sameCode(State &A, State &B, Tier What);
  Tier compare(State &A, State &B);
  void judge(ArrayRef<const EditGroup *> Ordered, ArrayRef<unsigned> Ends,
             UnitProof &Proof);
  std::vector<std::string> newFiles() const;
  std::set<std::string> dependencies() const;

  const UnitRequest &Request;
  const UnitTask &Task;
  const ResolvedEdits &Edits;
  SourceTree Tree;
  FileTexts Unchanged;
  SourceRoots Roots;
  LineNumbers Lines;
  State Before;
  std::map<GroupList, State> States;
};

} // namespace

std::vector<GroupList> Verifier::patches() const {
  StringMap<const EditGroup *> Known;
  for (const EditGroup &Group : Edits.Groups)
    Known[Group.Name] = &Group;
  std::vector<GroupList> Patches;
  for (const std::vector<std::string> &Names : Task.Patches) {
    Patches.emplace_back();
    for (const std::string &Name : Names)
      if (const EditGroup *Group = Known.lookup(Name))
        Patches.back().push_back(Group);
  }
  return Patches;
}

std::string Verifier::apply(const GroupList &Groups, State &Now) const {
  std::vector<EditGroup> Copies;
  for (const EditGroup *Group : Groups)
    Copies.push_back(*Group);
  Expected<FileTexts> Texts = rewrittenTexts(Unchanged, Copies);
  if (!Texts)
    return toString(Texts.takeError());
  Now.Texts = std::move(*Texts);
  Expected<FileSystemPtr> Files = editedFiles(Tree, Now.Texts);
  if (!Files)
    return toString(Files.takeError());
  Now.Files = std::move(*Files);
  return "";
}

// Only what the unit read can make a difference to it. A file that appears
// where none was looked for is not seen by this; nothing but a header that
// hides another of its name could matter.
bool Verifier::sameFor(const State &A, const State &B) const {
  return sameTexts(A.Read, A, B);
}

bool Verifier::sameTexts(const std::set<std::string> &Files, const State &A,
                         const State &B) const {
  auto TextIn = [&](const State &S, const std::string &File) {
    auto Found = S.Texts.find(File);
    return Found != S.Texts.end() ? &Found->second : &Unchanged.at(File);
  };
  return all_of(Files, [&](const std::string &File) {
    return *TextIn(A, File) == *TextIn(B, File);
  });
}

void Verifier::compile(State &Now) const {
  Now.Result = checkUnit(Request, Roots, Now.Files);
  for (const std::string &Path : Now.Result.Files) {
    std::string File = Roots.portable(Path, Request.Directory);
    if (Unchanged.count(File))
      Now.Read.insert(File);
  }
}

State &Verifier::stateWith(const GroupList &Groups) {
  auto [It, IsNew] = States.try_emplace(Groups);
  State &Now = It->second;
  if (!IsNew)
    return Now;
  Now.Groups = Groups;
  Now.Problem = apply(Groups, Now);
  if (!Now.Problem.empty())
    return Now;
  for (const auto &[Others, Other] : States)
    if (!Other.Result.Files.empty() && Other.Result.Error.empty() &&
        sameFor(Other, Now)) {
      Now.Result = Other.Result;
      Now.Read = Other.Read;
      Now.Problem = Other.Problem;
      return Now;
    }
  compile(Now);
  Now.Problem = newProblem(Before.Result, Now.Result);
  return Now;
}

const std::optional<std::string> &Verifier::codeOf(State &Now, Tier What,
                                                   LineNumbers Numbers) {
  auto [It, IsNew] = Now.Code.try_emplace({What, Numbers});
  if (IsNew)
    It->second = What == Tier::SameObject
                     ? objectCode(Request, Roots, Now.Files, Numbers)
                     : optimisedIR(Request, Roots, Now.Files, Numbers);
  return It->second;
}

// A file that makes names of line numbers does not compile without them. Code
// that one of the two does not become proves nothing.
bool Verifier::sameCode(State &A, State &B, Tier What) {
  for (LineNumbers Numbers : {Lines, LineNumbers::Kept})
    if (const std::optional<std::string> &Code = codeOf(A, What, Numbers))
      return Code == codeOf(B, What, Numbers);
  return false;
}

Tier Verifier::compare(State &A, State &B) {
  for (Tier What : {Tier::SameObject, Tier::SameIR})
    if (What >= Task.Wanted && (sameFor(A, B) || sameCode(A, B, What)))
      return What;
  return Tier::Compiles;
}

// A header that one patch creates and a later one includes is compiled in the
// unit, though not at once.
void Verifier::judge(ArrayRef<const EditGroup *> Ordered,
                     ArrayRef<unsigned> Ends, UnitProof &Proof) {
  std::vector<State *> Steps = {&Before};
  std::set<std::string> Read = Before.Read;
  for (unsigned End : Ends) {
    Steps.push_back(&stateWith(withNeedsMet(Ordered.take_front(End))));
    Read.insert(Steps.back()->Read.begin(), Steps.back()->Read.end());
  }
  for (size_t I = 1; I < Steps.size(); ++I)
    Proof.Patches.push_back(sameTexts(Read, *Steps[I - 1], *Steps[I])
                                ? Tier::Untouched
                                : compare(*Steps[I - 1], *Steps[I]));
}

std::vector<std::string> Verifier::newFiles() const {
  std::set<std::string> Names;
  for (const auto &[Groups, S] : States)
    for (const std::string &File : S.Result.Files)
      if (!Before.Result.Files.count(File)) {
        std::string Name = Roots.portable(File, Request.Directory);
        if (isInSourceTree(Name))
          Names.insert(Name);
      }
  return {Names.begin(), Names.end()};
}

std::set<std::string> Verifier::dependencies() const {
  std::set<std::string> Paths = Before.Result.Files;
  // ninja would run the action every time for a file that is not there, as one
  // is that the edits create.
  for (const auto &[Groups, S] : States)
    for (const std::string &Path : S.Result.Files)
      if (!Paths.count(Path) && sys::fs::exists(Path))
        Paths.insert(Path);
  for (const auto &[File, Text] : Unchanged)
    if (Text)
      Paths.insert((Tree.root() + "/" + File).str());
  return Paths;
}

VerifiedUnit Verifier::run() {
  VerifiedUnit Unit;
  Unit.Proof.Unit = Request.Name;
  compile(Before);
  Unit.Proof.BrokenBefore = Before.Result.Error;
  if (Before.Result.Error.empty()) {
    std::vector<unsigned> Ends;
    GroupList Ordered = orderGroups(patches(), Ends);
    Unit.Proof.Culprits =
        findCulprits(Ordered, Ends, [&](const GroupList &Groups) {
          return stateWith(Groups).Problem;
        });
    if (Unit.Proof.Culprits.empty())
      judge(Ordered, Ends, Unit.Proof);
    Unit.Proof.NewFiles = newFiles();
  }
  Unit.Dependencies = dependencies();
  return Unit;
}

Expected<VerifiedUnit> pagesplit::verifyUnit(const UnitRequest &Request,
                                             const UnitTask &Task,
                                             const ResolvedEdits &Edits) {
  Expected<SourceTree> Tree = SourceTree::at(Request.SourceRoot);
  if (!Tree)
    return Tree.takeError();
  Expected<FileTexts> Unchanged = Tree->readAll(Edits);
  if (!Unchanged)
    return Unchanged.takeError();
  return Verifier(Request, Task, Edits, std::move(*Tree), std::move(*Unchanged))
      .run();
}

UnitProof pagesplit::crashedProof(const UnitRequest &Request,
                                  const UnitTask &Task) {
  UnitProof Proof;
  Proof.Unit = Request.Name;
  Proof.Patches.assign(Task.Patches.size(), Tier::DoesNotCompile);
  return Proof;
}

UnitFiles pagesplit::filesOfUnit(const UnitRequest &Request) {
  SourceRoots Roots(Request.SourceRoot, Request.BuildRoot);
  std::set<std::string> Read = readsOfUnit(Request, Roots), InTree;
  for (const std::string &File : Read) {
    std::string Name = Roots.portable(File, Request.Directory);
    if (isInSourceTree(Name))
      InTree.insert(Name);
  }
  return {{InTree.begin(), InTree.end()}, std::move(Read)};
}

std::string pagesplit::printUnitFiles(const std::vector<std::string> &InTree) {
  json::Value Value = json::Object{{"pagesplit-unit-files", FilesVersion},
                                   {"files", json::Array(InTree)}};
  return formatv("{0:2}\n", Value).str();
}

Expected<std::vector<std::string>> pagesplit::readUnitFiles(StringRef Path) {
  Expected<json::Value> Value = readJsonFile(Path);
  if (!Value)
    return Value.takeError();
  std::vector<std::string> Files;
  int64_t Version = 0;
  json::Path::Root Root("files of a unit");
  json::ObjectMapper Map(*Value, Root);
  if (!Map || !Map.map("pagesplit-unit-files", Version) ||
      !Map.map("files", Files) || Version != FilesVersion)
    return errorIn(Path, "not the files of a unit; take the directory away");
  return Files;
}

void pagesplit::initializeMachines() {
  InitializeAllTargets();
  InitializeAllTargetMCs();
  InitializeAllAsmPrinters();
  InitializeAllAsmParsers();
}
