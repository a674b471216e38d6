//===- UnitExtractor.cpp - facts of one translation unit ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Extract/UnitExtractor.h"

#include "FactCollector.h"
#include "LineCoverage.h"
#include "pagesplit/AST/ConcernedNames.h"
#include "pagesplit/Units/UnitParser.h"
#include "llvm/Support/FileSystem.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

namespace {
/// Those of headers that concern pages, and all of the main file: what is wrong
/// in the body of a function there is still an error of the unit.
class ConcernedBodies : public BodyChoice {
public:
  void declared(const Decl *D) override { Names.add(D); }
  bool isNeeded(const FunctionDecl *F, Preprocessor &Tokens,
                bool IsInHeader) override {
    return !IsInHeader || Names.mayConcern(F, Tokens);
  }

private:
  ConcernedNames Names;
};

} // namespace

static Unit unitRecord(const UnitRequest &Request) {
  Unit Record;
  Record.File = Request.Name;
  Record.Config = Request.Config;
  return Record;
}

Unit pagesplit::skippedUnit(const UnitRequest &Request) {
  Unit Record = unitRecord(Request);
  Record.Status = UnitStatus::Skipped;
  return Record;
}

UnitResult pagesplit::failedUnit(const UnitRequest &Request, StringRef Error) {
  UnitResult Result;
  Unit Record = unitRecord(Request);
  Record.Status = UnitStatus::Failed;
  Record.Error = Error.str();
  Result.Facts.add(std::move(Record));
  Result.Dependencies = {Request.File};
  return Result;
}

UnitResult pagesplit::extractUnit(const UnitRequest &Request,
                                  const Knowledge &Known, UnitObserver *Other) {
  if (!sys::fs::exists(Request.File))
    return failedUnit(Request, Request.Name + ": the file is gone");
  SourceRoots Roots(Request.SourceRoot, Request.BuildRoot);
  std::optional<Collected> Seen;
  ConcernedBodies Bodies;
  LineCoverage Lines;
  UnitOutcome Outcome = parseUnit(
      Request, Roots,
      [&](ASTContext &Context, const Preprocessor &Macros) {
        UnitName Name{Request.Name, Request.Config, Request.Directory};
        Seen = collectFacts(Context, Macros, Name, Roots, Known);
        Lines.addTo(Seen->Facts, Context.getSourceManager(), Roots,
                    Request.Directory, Request.Config);
        if (Other)
          Other->look(Context);
      },
      Request.Task == AllBodiesTask ? nullptr : &Bodies,
      [&](Preprocessor &Reader) {
        Lines.watch(Reader);
        if (Other)
          Other->begin(Reader);
      });
  Unit Record = unitRecord(Request);
  Record.Error = std::move(Outcome.Error);
  Record.DroppedFlags = std::move(Outcome.DroppedFlags);
  if (!Seen)
    return failedUnit(Request, Record.Error.empty() ? "the parser did not run"
                                                    : Record.Error);
  if (Record.Error.empty())
    Record.Error = Seen->NonUtf8;
  Record.Status =
      Record.Error.empty() ? UnitStatus::Complete : UnitStatus::Partial;
  Record.SeesPage = Seen->SeesPage;
  UnitResult Result;
  Result.Facts = std::move(Seen->Facts);
  Result.Facts.add(std::move(Record));
  Result.Dependencies = std::move(Outcome.Files);
  return Result;
}
