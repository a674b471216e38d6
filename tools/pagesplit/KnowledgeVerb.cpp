//===- KnowledgeVerb.cpp - pagesplit knowledge ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Installation.h"
#include "Verb.h"

#include "pagesplit/Knowledge/Statements.h"
#include "pagesplit/Knowledge/TreeCheck.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand KnowledgeCommand(
    "knowledge",
    "Check, show or compare the knowledge files:\n"
    "      check [--kernel TREE]   faults, and names the tree "
    "lacks\n"
    "      show [NAME]             what is known\n"
    "      diff LAYER LAYER        what the second says otherwise");
static cl::list<std::string>
    Words(cl::Positional, cl::desc("check | show [NAME] | diff LAYER LAYER"),
          cl::sub(KnowledgeCommand));
static cl::opt<std::string>
    Kernel("kernel", cl::value_desc("TREE"),
           cl::desc("check: the kernel that must have every name"),
           cl::sub(KnowledgeCommand));
static cl::opt<std::string>
    Layer("layer", cl::value_desc("LAYER"),
          cl::desc("The layer, as linux-6.12 (default: by the version of "
                   "--kernel, else the newest)"),
          cl::sub(KnowledgeCommand));
static cl::opt<std::string>
    Files("knowledge", cl::value_desc("DIR"),
          cl::desc("The knowledge files (default: the installed ones)"),
          cl::sub(KnowledgeCommand));

static Expected<std::string> directory() {
  if (!Files.empty())
    return Files.getValue();
  return knowledgeDirectory();
}

// A version that no kernel will reach, so that the newest layer is taken.
static std::string newestLayer(StringRef Directory) {
  return layerFor(Directory, "4294967295.0");
}

// Print every fault of every file; true when there was one.
static Expected<bool> printFaults(StringRef Directory) {
  std::vector<std::string> Layers;
  std::error_code Code;
  for (sys::fs::directory_iterator I(Directory, Code), End; I != End && !Code;
       I.increment(Code))
    if (sys::path::extension(I->path()) == ".yaml")
      Layers.push_back(sys::path::stem(I->path()).str());
  if (Code)
    return errorFrom(Directory, "read", Code);
  if (Layers.empty())
    return errorIn(Directory, "no knowledge files here");
  llvm::sort(Layers);
  std::vector<std::string> Faults;
  for (const std::string &Name : Layers) {
    auto Read = readKnowledgeLayers(Directory, Name);
    // A fault of a lower layer comes back with every layer on top of it.
    std::string Fault = Read ? std::string() : toString(Read.takeError());
    if (!Fault.empty() && !is_contained(Faults, Fault))
      Faults.push_back(Fault);
  }
  llvm::sort(Faults);
  for (const std::string &Fault : Faults)
    printError(createStringError(inconvertibleErrorCode(), Fault));
  return !Faults.empty();
}

static void printTreeCheck(const TreeCheck &Result, StringRef Chosen) {
  for (const std::string &Finding : Result.Findings)
    printError(createStringError(inconvertibleErrorCode(), Finding));
  for (const FieldAssertion &A : Result.Private)
    outs() << A.Where << ": " << A.Type << " of its own has '" << A.Field
           << "' at '" << A.Page << "' of struct page\n";
  outs() << Chosen << ": " << Result.Names << " names, " << Result.Assertions
         << " assertions about fields, " << Result.Findings.size()
         << " findings\n";
}

static Expected<ExitCode> check() {
  Expected<std::string> Directory = directory();
  if (!Directory)
    return Directory.takeError();
  Expected<bool> Faulty = printFaults(*Directory);
  if (!Faulty)
    return Faulty.takeError();
  if (*Faulty)
    return Findings;
  if (Kernel.empty())
    return Fine;
  std::string Chosen = Layer;
  if (Chosen.empty()) {
    Expected<std::string> Version = kernelVersionOf(Kernel);
    if (!Version)
      return Version.takeError();
    Chosen = layerFor(*Directory, *Version);
  }
  auto Layers = readKnowledgeLayers(*Directory, Chosen);
  if (!Layers)
    return Layers.takeError();
  Expected<TreeCheck> Result = checkAgainstTree(*Layers, Kernel);
  if (!Result)
    return Result.takeError();
  printTreeCheck(*Result, Chosen);
  return Result->Findings.empty() ? Fine : Findings;
}

static Expected<ExitCode> show() {
  Expected<std::string> Directory = directory();
  if (!Directory)
    return Directory.takeError();
  std::string Chosen = Layer.empty() ? newestLayer(*Directory) : Layer;
  auto Layers = readKnowledgeLayers(*Directory, Chosen);
  if (!Layers)
    return Layers.takeError();
  std::string Name = Words.size() > 1 ? Words[1] : "";
  if (!showStatements(StatementsInForce(*Layers), Name, outs()))
    return errorOf(Chosen + " says nothing about '" + Name + "'");
  return Fine;
}

static Expected<ExitCode> diff() {
  Expected<std::string> Directory = directory();
  if (!Directory)
    return Directory.takeError();
  auto Old = readKnowledgeLayers(*Directory, Words[1]);
  if (!Old)
    return Old.takeError();
  auto New = readKnowledgeLayers(*Directory, Words[2]);
  if (!New)
    return New.takeError();
  compareStatements(StatementsInForce(*Old), StatementsInForce(*New), outs());
  return Fine;
}

static Expected<ExitCode> run() {
  std::string Action = Words.empty() ? "" : Words[0];
  if (Action == "check" && Words.size() == 1)
    return check();
  if (Action == "show" && Words.size() <= 2)
    return show();
  if (Action == "diff" && Words.size() == 3)
    return diff();
  return errorOf("use 'knowledge check [--kernel TREE]', 'knowledge show "
                 "[NAME]' or 'knowledge diff LAYER LAYER'");
}

Verb pagesplit::knowledgeVerb() { return {&KnowledgeCommand, run}; }
