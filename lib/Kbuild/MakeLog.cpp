//===- MakeLog.cpp - what make's output says ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MakeLog.h"

#include "pagesplit/Kbuild/StandIn.h"

using namespace llvm;
using namespace pagesplit;

static constexpr size_t ErrorsShown = 3;

// A recipe that runs make below itself fails with 2 when that make failed. Its
// target is a directory or a word, never a file with a suffix.
static bool isConsequence(StringRef Target, StringRef Status) {
  const size_t Slash = Target.rfind('/');
  const StringRef Name =
      Slash == StringRef::npos ? Target : Target.substr(Slash + 1);
  return Status == "2" && (!Name.contains('.') || Name == ".");
}

// make[3]: *** [scripts/Makefile.build:229: mm/slub.o] Error 1
// make: *** No rule to make target 'x', needed by 'y'.  Stop.
void MakeLog::readMakeError(StringRef Line) {
  StringRef Rest = Line.split("*** ").second;
  if (Rest.consume_front("No rule to make target ")) {
    Failed.insert(Rest.substr(1, Rest.find(Rest.front(), 1) - 1).str());
    return;
  }
  if (!Rest.consume_front("["))
    return;
  auto [Where, Outcome] = Rest.split("] ");
  StringRef Target = Where.rsplit(": ").second;
  if (Target.empty())
    Target = Where;
  StringRef Status = Outcome;
  if (!Status.consume_front("Error "))
    Status = "signal";
  if (!isConsequence(Target, Status))
    Failed.insert(Target.str());
}

static bool looksLikeCause(StringRef Line) {
  if (Line.trim("* \t").empty())
    return false;
  return Line.contains("error:") || Line.contains("Error:") ||
         Line.contains("***") || Line.contains("ERROR:") ||
         Line.contains("not found") || Line.contains("No such file") ||
         Line.contains("Permission denied");
}

// "[file:line: target] Error 1" says where make gave up, and not why.
static bool isMakeError(StringRef Line) {
  return Line.starts_with("make") && Line.contains(": *** [");
}

static void keepFirst(std::vector<LogLine> &Lines, StringRef Line,
                      unsigned Number) {
  if (Lines.size() < ErrorsShown)
    Lines.push_back({Number, Line.trim().str()});
}

void MakeLog::read(StringRef Line, unsigned Number) {
  // The shell's own echo does not say which error it was.
  if (Line.contains(standin::Complaint) ||
      Line.contains("No space left on device") ||
      Line.contains("echo: I/O error"))
    Lost.push_back({Number, Line.str()});
  if (isMakeError(Line))
    keepFirst(MakeErrors, Line, Number);
  else if (looksLikeCause(Line))
    keepFirst(FirstErrors, Line, Number);
  if (Line.starts_with("make") && Line.contains("*** "))
    readMakeError(Line);
}
