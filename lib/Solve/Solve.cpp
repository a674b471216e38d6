//===- Solve.cpp - from facts to a database -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Solve/Solve.h"

#include "Conclusions.h"
#include "DatabaseWriter.h"
#include "Entities.h"
#include "HeadPages.h"
#include "HeldWords.h"
#include "MentionCoverage.h"
#include "SourceLines.h"
#include "Subsystems.h"
#include "pagesplit/Solve/Sqlite.h"
#include "pagesplit/Solve/Verdicts.h"
#include "pagesplit/Support/OutputFile.h"

using namespace llvm;
using namespace pagesplit;

static void warnAbout(const Subsystems &Names, StringRef SourceRoot,
                      std::vector<std::string> *Warnings) {
  if (Warnings)
    for (const std::string &Line : Names.refused())
      Warnings->push_back((SourceRoot + "/MAINTAINERS:" + Line +
                           ": pattern not understood, left out")
                              .str());
}

namespace {

/// What is concluded about one set of facts.
struct Solved {
  Solved(const FactSet &Facts, const std::vector<JoinedEntity> &Entities,
         const EvidenceIndex &Evidence)
      : Graph(Facts, Entities, Evidence),
        Known(inferWithWords(Graph, Facts, Evidence)), Paths(Known) {
    for (const JoinedEntity &E : Entities)
      OfEntities.push_back(conclude(Known, Graph.nodeOf(*E.Primary)));
    OfAccesses = concludeAccesses(Known, Facts);
    std::vector<Headness> Heads = solveHeadness(Graph, Evidence);
    for (std::vector<Conclusion> *Of : {&OfEntities, &OfAccesses})
      for (Conclusion &C : *Of)
        if (C.At)
          C.Head = headnessWord(Heads[*C.At]);
    for (const Conclusion &C : OfEntities)
      Paths.keep(C, /*IsEntity=*/true);
    for (const Conclusion &C : OfAccesses)
      Paths.keep(C, /*IsEntity=*/false);
  }

  FlowGraph Graph;
  Inference Known;
  Witnesses Paths;
  std::vector<Conclusion> OfEntities;
  std::vector<Conclusion> OfAccesses;
};

} // namespace

Error pagesplit::solveFacts(const FactSet &Facts, const SolveOptions &Options,
                            StringRef DbPath,
                            std::vector<std::string> *Warnings) {
  Expected<Subsystems> Names = Subsystems::of(Options.SourceRoot);
  if (!Names)
    return Names.takeError();
  warnAbout(*Names, Options.SourceRoot, Warnings);

  MentionCoverage Mentions;
  if (Options.CoveragePaths) {
    auto Covered =
        coverMentions(Facts, Options.SourceRoot, *Options.CoveragePaths);
    if (!Covered)
      return Covered.takeError();
    Mentions = std::move(*Covered);
    if (Warnings)
      for (const std::string &File : Mentions.OtherVersions)
        Warnings->push_back(File + ": another version than the one that was "
                                   "analysed; not in the coverage");
  }

  // Built in memory, so that the file appears in one step.
  Expected<Sqlite> Db = Sqlite::inMemory(DbPath);
  if (!Db)
    return Db.takeError();
  std::vector<JoinedEntity> Entities = joinEntities(Facts.entities());
  DatabaseWriter Writer(*Db, Facts, Mentions);
  if (Options.Evidence) {
    Solved S(Facts, Entities, *Options.Evidence);
    Writer.write(*Names, Entities, S.OfEntities, S.OfAccesses, &S.Paths);
  } else {
    Writer.write(*Names, Entities, std::vector<Conclusion>(Entities.size()),
                 std::vector<Conclusion>(Facts.accesses().size()), nullptr);
  }
  Writer.writeStaying(Options.StayingFields);
  Writer.writeMeta("kernel", Options.Kernel);
  Writer.writeMeta("subsystems",
                   Names->fromMaintainers() ? "MAINTAINERS" : "directories");
  if (Options.SourceLines && !Options.SourceRoot.empty())
    writeSourceLines(*Db, Options.SourceRoot, Warnings);
  if (Error E = Db->takeError())
    return E;
  Expected<std::string> Image = Db->image();
  if (!Image)
    return Image.takeError();
  return writeFile(DbPath, [&](raw_ostream &Out) {
    Out << *Image;
    return Error::success();
  });
}
