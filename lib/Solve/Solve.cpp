//===- Solve.cpp - from facts to a database -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Solve/Solve.h"

#include "Conclusions.h"
#include "DatabaseWriter.h"
#include "Entities.h"
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

static std::vector<Verdict> verdictsOf(const std::vector<Conclusion> &All) {
  std::vector<Verdict> Verdicts;
  Verdicts.reserve(All.size());
  for (const Conclusion &C : All)
    Verdicts.push_back(C.V);
  return Verdicts;
}

Error pagesplit::solveFacts(const FactSet &Facts, const SolveOptions &Options,
                            StringRef DbPath,
                            std::vector<std::string> *Warnings) {
  Expected<Subsystems> Names = Subsystems::of(Options.SourceRoot);
  if (!Names)
    return Names.takeError();
  warnAbout(*Names, Options.SourceRoot, Warnings);

  // Built in memory, so that the file appears in one step.
  Expected<Sqlite> Db = Sqlite::inMemory(DbPath);
  if (!Db)
    return Db.takeError();
  std::vector<JoinedEntity> Entities = joinEntities(Facts.entities());
  DatabaseWriter Writer(*Db, Facts);
  std::vector<Conclusion> OfEntities(Entities.size());
  std::vector<Conclusion> OfAccesses(Facts.accesses().size());
  if (Options.Evidence) {
    FlowGraph Graph(Facts, Entities, *Options.Evidence);
    Inference Known(Graph);
    for (size_t I = 0; I < Entities.size(); ++I)
      OfEntities[I] = conclude(Known, Graph.nodeOf(*Entities[I].Primary));
    OfAccesses = concludeAccesses(Known, Facts);
  }
  Writer.write(*Names, Entities, verdictsOf(OfEntities),
               verdictsOf(OfAccesses));
  Writer.writeMeta("kernel", Options.Kernel);
  Writer.writeMeta("subsystems",
                   Names->fromMaintainers() ? "MAINTAINERS" : "directories");
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
