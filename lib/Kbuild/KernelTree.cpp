//===- KernelTree.cpp - what a kernel tree says about itself --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KernelTree.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;
using namespace pagesplit;

bool KernelTree::has(const Twine &Relative) const {
  return sys::fs::exists(Root + "/" + Relative);
}

// "NAME = VALUE" or "NAME := VALUE"; empty when it is another assignment.
static std::optional<StringRef> assigned(StringRef Line, StringRef Name) {
  auto [Left, Right] = Line.split('=');
  Left = Left.rtrim();
  Left.consume_back(":");
  if (!Line.contains('=') || Left.trim() != Name)
    return std::nullopt;
  return Right.trim();
}

// Reads the version, and the conditionals that map ARCH to a directory:
//   ifeq ($(ARCH),i386)
//           SRCARCH := x86
void KernelTree::readMakefile(StringRef Text) {
  std::string Parts[4];
  const StringRef Names[] = {"VERSION", "PATCHLEVEL", "SUBLEVEL",
                             "EXTRAVERSION"};
  StringRef Arch;
  for (StringRef Line : split(Text, '\n')) {
    for (unsigned I = 0; I < 4; ++I)
      if (std::optional<StringRef> Value = assigned(Line, Names[I]))
        if (Parts[I].empty())
          Parts[I] = Value->str();
    StringRef Condition = Line.trim();
    if (Condition.consume_front("ifeq ($(ARCH),") &&
        Condition.consume_back(")"))
      Arch = Condition;
    else if (std::optional<StringRef> Directory = assigned(Line, "SRCARCH"))
      ArchAliases.try_emplace(Arch, Directory->str());
    else if (Condition == "endif")
      Arch = "";
  }
  ArchAliases.erase("");
  HasDatabaseGoal = Text.contains("compile_commands.json:");
  if (!Parts[0].empty() && !Parts[1].empty())
    Version = Parts[0] + "." + Parts[1] +
              (Parts[2].empty() ? "" : "." + Parts[2]) + Parts[3];
}

static Error notATree(StringRef Directory) {
  return errorIn(Directory, "not a kernel tree: no Makefile with VERSION and "
                            "PATCHLEVEL, Kconfig, arch/ and scripts/");
}

Expected<KernelTree> KernelTree::open(StringRef Directory) {
  SmallString<128> Real;
  if (std::error_code Code = sys::fs::real_path(Directory, Real))
    return errorFrom(Directory, "open", Code);
  KernelTree Tree;
  Tree.Root = std::string(Real);
  if (Tree.Root.find_first_of(" :\t") != std::string::npos)
    return errorIn(Tree.Root, "kernel trees cannot be in a directory with a "
                              "space or a colon in its name");
  Expected<std::string> Makefile = readFile(Tree.Root + "/Makefile");
  if (!Makefile) {
    consumeError(Makefile.takeError());
    return notATree(Directory);
  }
  Tree.readMakefile(*Makefile);
  if (Tree.Version.empty() || !Tree.has("Kconfig") || !Tree.has("arch") ||
      !Tree.has("scripts"))
    return notATree(Directory);
  for (StringRef Trace : {".config", "include/config"})
    if (Tree.has(Trace))
      return errorIn(Tree.Root + "/" + Trace.str(),
                     "the tree was configured in place, so make refuses to "
                     "build it elsewhere; run 'make mrproper' in the tree "
                     "(keep its .config if you want it), or use a clean "
                     "checkout");
  return Tree;
}

static std::vector<std::string> sortedNames(const Twine &Directory) {
  std::vector<std::string> Names;
  std::error_code Code;
  for (sys::fs::directory_iterator I(Directory, Code), End; I != End && !Code;
       I.increment(Code))
    Names.push_back(sys::path::filename(I->path()).str());
  llvm::sort(Names);
  return Names;
}

std::vector<std::string> KernelTree::architectures() const {
  std::vector<std::string> Names;
  for (std::string &Name : sortedNames(Root + "/arch"))
    if (has("arch/" + Name + "/Kconfig"))
      Names.push_back(std::move(Name));
  for (const auto &Alias : ArchAliases)
    if (has("arch/" + Alias.getValue() + "/Kconfig"))
      Names.push_back(Alias.getKey().str());
  llvm::sort(Names);
  return Names;
}

Expected<std::string> KernelTree::archDirectory(StringRef Arch) const {
  auto Alias = ArchAliases.find(Arch);
  const std::string Name =
      Alias == ArchAliases.end() ? Arch.str() : Alias->second;
  const bool IsPlain = !Name.empty() && !StringRef(Name).contains('/');
  if (IsPlain && has("arch/" + Name + "/Kconfig"))
    return Name;
  return errorIn(Root, "no architecture '" + Arch + "'; this tree has " +
                           join(architectures(), " "));
}

std::string KernelTree::hostArch() const {
  const Triple Host(sys::getProcessTriple());
#define PAGESPLIT_ARCHITECTURE(ARCH, TRIPLE)                                   \
  if (Triple(TRIPLE).getArch() == Host.getArch()) {                            \
    if (Expected<std::string> Found = archDirectory(ARCH))                     \
      return ARCH;                                                             \
    else                                                                       \
      consumeError(Found.takeError());                                         \
  }
#include "Architectures.def"
#undef PAGESPLIT_ARCHITECTURE
  return Host.getArchName().str();
}

std::vector<std::string> KernelTree::configs(StringRef ArchDirectory) const {
  return sortedNames(Root + "/arch/" + ArchDirectory + "/configs");
}

std::string KernelTree::visitAllGoal() const {
  return HasDatabaseGoal ? "compile_commands.json" : "all";
}

std::string KernelTree::visitGoal(StringRef Path) const {
  for (StringRef Directory = Path; !Directory.empty();
       Directory = sys::path::parent_path(Directory))
    if (has(Directory + "/Makefile") || has(Directory + "/Kbuild"))
      return Directory.str() + "/";
  return "";
}
