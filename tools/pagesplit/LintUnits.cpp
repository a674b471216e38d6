//===- LintUnits.cpp - the units that lint needs --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LintUnits.h"

#include "UnitAction.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Support/SourceRoots.h"
#include "pagesplit/Verify/UnitVerifier.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

bool LintScope::wants(StringRef File) const {
  return IsAll || Files.count(File.str()) || coversFile(Directories, File);
}

bool pagesplit::isCSource(StringRef File) {
  return is_contained({".c", ".h", ".cc", ".cpp", ".cxx", ".hh", ".hpp"},
                      sys::path::extension(File));
}

// How much of the path two files have in common, in directories.
static unsigned nearness(StringRef A, StringRef B) {
  unsigned Same = 0;
  while (true) {
    auto [HeadA, RestA] = A.split('/');
    auto [HeadB, RestB] = B.split('/');
    if (HeadA != HeadB || RestA.empty() || RestB.empty())
      return Same;
    ++Same;
    A = RestA;
    B = RestB;
  }
}

static bool namesHeader(StringRef Text, StringRef BaseName) {
  for (size_t At = Text.find(BaseName); At != StringRef::npos;
       At = Text.find(BaseName, At + 1)) {
    StringRef Line = Text.take_front(At);
    Line = Line.substr(Line.rfind('\n') + 1).ltrim();
    char Before = At ? Text[At - 1] : ' ';
    if (Line.starts_with("#") && Line.contains("include") &&
        (Before == '/' || Before == '"' || Before == '<'))
      return true;
  }
  return false;
}

namespace {
/// A unit that may include a header.
struct Candidate {
  bool NamesIt = false;
  unsigned Nearness = 0;
  const UnitRequest *Unit = nullptr;
};
} // namespace

static std::vector<Candidate> candidates(const UnitSelection &Selected,
                                         StringRef Header,
                                         const std::set<std::string> &Known) {
  std::vector<Candidate> All;
  StringRef BaseName = sys::path::filename(Header);
  for (const UnitRequest &Unit : Selected.Units) {
    Candidate C;
    C.Unit = &Unit;
    C.Nearness = nearness(Unit.Name, Header);
    C.NamesIt = Known.count(Unit.Name) != 0;
    if (!C.NamesIt) {
      if (Expected<std::string> Text = readFile(Unit.File))
        C.NamesIt = namesHeader(*Text, BaseName);
      else
        consumeError(Text.takeError());
    }
    All.push_back(C);
  }
  llvm::sort(All, [](const Candidate &A, const Candidate &B) {
    return std::make_tuple(!A.NamesIt, ~A.Nearness, StringRef(A.Unit->Name)) <
           std::make_tuple(!B.NamesIt, ~B.Nearness, StringRef(B.Unit->Name));
  });
  return All;
}

static bool includes(const UnitRequest &Unit, StringRef Header) {
  UnitFiles Files;
  if (!survives(Unit, [&] { Files = filesOfUnit(Unit); }))
    return false;
  return is_contained(Files.InTree, Header);
}

// A header that neither the next few sources name nor the nearest units
// include is most likely not part of this configuration.
static const UnitRequest *unitFor(const UnitSelection &Selected,
                                  StringRef Header,
                                  const std::set<std::string> &Known) {
  constexpr size_t Tries = 8;
  std::vector<Candidate> All = candidates(Selected, Header, Known);
  for (size_t I = 0; I < All.size() && I < Tries; ++I)
    if (includes(*All[I].Unit, Header))
      return All[I].Unit;
  return nullptr;
}

LintUnits
pagesplit::chooseUnits(const UnitSelection &Selected, const LintScope &Scope,
                       function_ref<std::set<std::string>(StringRef)> From) {
  LintUnits Chosen;
  std::set<std::string> Compiled;
  for (const UnitRequest &Unit : Selected.Units) {
    StringRef Main = mainFileOf(Unit.Name);
    Compiled.insert(Main.str());
    if (Scope.wants(Main))
      Chosen.Names.insert(Unit.Name);
  }
  for (const std::string &File : Scope.Files) {
    if (Compiled.count(File) || !isCSource(File))
      continue;
    if (const UnitRequest *Unit = unitFor(Selected, File, From(File))) {
      Chosen.Names.insert(Unit->Name);
      Chosen.Headers.insert(File);
    } else {
      Chosen.Unseen.push_back(
          {CoverageProblem::Unseen, File, "no unit of the build shows it"});
    }
  }
  return Chosen;
}
