//===- KnownVerdicts.cpp - what a database knows of findings --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/KnownVerdicts.h"

#include "pagesplit/Report/WitnessPath.h"
#include "pagesplit/Solve/VerdictIndex.h"
#include "pagesplit/Support/SourceRoots.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

namespace {
struct Known {
  std::string Verdict;
  double Confidence = 0;
  std::optional<int64_t> Place;
};
} // namespace

// Several rows: declarations of one thing, or accesses of one function that
// read alike. They must agree.
static Known lookUp(Statement &Row, const LintFinding &F) {
  const VerdictSubject &About = F.About;
  Row.bind(1, About.Kind);
  Row.bind(2, About.Function);
  Row.bind(3, About.Position);
  Row.bind(4, About.Name);
  Row.bind(5, About.Field);
  Row.bind(6,
           About.Kind == "access" || About.Kind == "local" ? F.Where.File : "");
  Known Result;
  bool Agree = true;
  while (Row.step()) {
    if (Result.Verdict.empty()) {
      Result.Verdict = Row.text(0).str();
      Result.Confidence = Row.real(1);
      if (!Row.isNull(2))
        Result.Place = Row.integer(2);
    } else if (Result.Verdict != Row.text(0)) {
      Agree = false;
    } else {
      Result.Confidence = std::min(Result.Confidence, Row.real(1));
    }
  }
  if (!Agree || !isDescriptor(Result.Verdict))
    return {};
  return Result;
}

static LintPlace placeOf(StringRef Where) {
  auto [Rest, Column] = Where.rsplit(':');
  auto [File, Line] = Rest.rsplit(':');
  LintPlace Place;
  Place.File = File.str();
  if (!isInSourceTree(File) || Line.getAsInteger(10, Place.Line) ||
      Column.getAsInteger(10, Place.Column))
    return {};
  return Place;
}

// Witnesses go from the place to what is known; readers want to end where the
// finding is.
static std::vector<LintNote> whyOf(Sqlite &Database, const Known &What) {
  std::vector<LintNote> Why;
  if (!What.Place)
    return Why;
  for (const WitnessPath &Path : witnessPaths(Database, *What.Place)) {
    if (Path.Descriptor != What.Verdict)
      continue;
    for (const WitnessStep &Step : reverse(Path.Steps))
      Why.push_back({placeOf(Step.Where), Step.Text});
    return Why;
  }
  return Why;
}

Error pagesplit::addVerdicts(std::vector<LintFinding> &Findings,
                             Sqlite &Database) {
  for (LintFinding &F : Findings) {
    if (F.About.Kind.empty() || F.State != FindingState::New)
      continue;
    Statement Row(Database,
                  "SELECT verdict, confidence, place_id FROM verdict_full"
                  " WHERE kind = ?1 AND function = ?2"
                  " AND (?3 < 0 OR position = ?3)"
                  " AND (?4 = '' OR name = ?4) AND field = ?5"
                  " AND (?6 = '' OR file = ?6)");
    Known Found = lookUp(Row, F);
    if (Found.Verdict.empty())
      continue;
    F.Verdict = Found.Verdict;
    F.Confidence = Found.Confidence;
    F.Why = whyOf(Database, Found);
  }
  return Database.takeError();
}
