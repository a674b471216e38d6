//===- Toolchain.cpp - the programs a kernel build starts -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Toolchain.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/Program.h"

using namespace llvm;
using namespace pagesplit;

static std::string inPath(const Twine &Name) {
  SmallString<32> Storage;
  ErrorOr<std::string> Found =
      sys::findProgramByName(Name.toStringRef(Storage));
  return Found ? *Found : std::string();
}

static std::string findLlvmProgram(StringRef Name) {
  if (ErrorOr<std::string> Found =
          sys::findProgramByName(Name, {PAGESPLIT_LLVM_TOOLS}))
    return *Found;
  std::string Versioned = inPath(Name + "-" PAGESPLIT_LLVM_MAJOR);
  return Versioned.empty() ? inPath(Name) : Versioned;
}

namespace {
struct LlvmProgram {
  const char *Name;
  std::string Toolchain::*Member;
};
} // namespace

static constexpr LlvmProgram LlvmPrograms[] = {
    {"clang", &Toolchain::Clang},
    {"clang++", &Toolchain::ClangXX},
    {"ld.lld", &Toolchain::Linker},
    {"llvm-ar", &Toolchain::Archiver},
    {"llvm-nm", &Toolchain::Nm},
    {"llvm-objcopy", &Toolchain::Objcopy},
    {"llvm-objdump", &Toolchain::Objdump},
    {"llvm-readelf", &Toolchain::Readelf},
    {"llvm-strip", &Toolchain::Strip},
};

// Asked once for what facts are labelled with; it also shows that it starts.
static Expected<std::string> askVersion(StringRef Clang) {
  SmallString<64> Answer;
  if (std::error_code Code =
          sys::fs::createTemporaryFile("pagesplit-clang", "txt", Answer))
    return errorFrom("temporary file", "make", Code);
  FileRemover Remover(Answer);
  std::string Problem;
  const int Status = sys::ExecuteAndWait(
      Clang, {Clang, "--version"}, std::nullopt,
      {StringRef(""), StringRef(Answer), StringRef("")}, 60, 0, &Problem);
  Expected<std::string> Text = readFile(Answer);
  if (!Text)
    return Text.takeError();
  StringRef Version = StringRef(*Text).split("clang version ").second;
  Version = Version.take_while([](char C) { return isDigit(C) || C == '.'; });
  if (Status != 0 || Version.empty())
    return errorIn(Clang, "does not answer --version " + Twine(Problem));
  return Version.str();
}

Expected<Toolchain> pagesplit::findToolchain(const KernelTree &Tree) {
  Toolchain Tools;
  std::vector<std::string> Missing;
  for (const LlvmProgram &Program : LlvmPrograms)
    if ((Tools.*Program.Member = findLlvmProgram(Program.Name)).empty())
      Missing.push_back(Program.Name);
#define PAGESPLIT_PROGRAM(NAME, BECAUSE)                                       \
  if ((StringRef(BECAUSE).empty() || Tree.has(BECAUSE)) &&                     \
      inPath(NAME).empty())                                                    \
    Missing.push_back(NAME);
#include "Programs.def"
#undef PAGESPLIT_PROGRAM
  if (!Missing.empty())
    return errorOf("building a kernel needs programs that are not installed: " +
                   join(Missing, " ") + " (docs/kbuild.md names the packages)");
  Tools.Make = inPath("make");
  Tools.Python = inPath("python3");
  Expected<std::string> Version = askVersion(Tools.Clang);
  if (!Version)
    return Version.takeError();
  Tools.ClangVersion = std::move(*Version);
  return Tools;
}
