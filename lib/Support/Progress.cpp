//===- Progress.cpp - how far long work has come --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/Progress.h"

#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace pagesplit;

static constexpr std::chrono::milliseconds TerminalPause(100);
static constexpr std::chrono::seconds LogPause(10);

Progress::Progress(StringRef What, StringRef Noun)
    : What(What), Noun(Noun),
      IsTerminal(sys::Process::StandardErrIsDisplayed()),
      Begin(std::chrono::steady_clock::now()), LastShown(Begin) {}

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - Begin)
      .count();
}

static std::string clockTime(double Seconds) {
  unsigned Whole = static_cast<unsigned>(Seconds + 0.5);
  return formatv("{0}:{1,0+2}", Whole / 60, Whole % 60);
}

void Progress::update(unsigned Done, unsigned Total, StringRef Latest) {
  auto Now = std::chrono::steady_clock::now();
  if (Now - LastShown <
      (IsTerminal ? TerminalPause : std::chrono::milliseconds(LogPause)))
    return;
  LastShown = Now;
  double Rate = seconds() > 0 ? Done / seconds() : 0;
  std::string Line = formatv("{0}: {1}", What, Done);
  if (Total)
    Line += formatv("/{0}", Total);
  Line += formatv(" {0}, {1:F1}/s", Noun, Rate);
  if (Total > Done && Rate > 0)
    Line += ", " + clockTime((Total - Done) / Rate) + " left";
  if (!Latest.empty())
    Line += ", " + Latest.str();
  if (!IsTerminal) {
    errs() << Line << '\n';
    return;
  }
  unsigned Columns = std::max(40u, sys::Process::StandardErrColumns());
  errs() << '\r' << StringRef(Line).take_front(Columns - 1) << "\033[K";
  errs().flush();
  Shown = true;
}

void Progress::finish() {
  if (Shown)
    errs() << "\r\033[K";
  Shown = false;
}
