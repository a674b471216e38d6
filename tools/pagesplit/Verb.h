//===- Verb.h - one verb of the command line --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A verb is one file here: an llvm::cl::SubCommand, its options, and a
/// function that runs it. Adding one is that file and one line in Verbs.def.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_VERB_H
#define PAGESPLIT_TOOLS_VERB_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Error.h"

namespace pagesplit {

/// Exit codes of every verb; an llvm::Error becomes Usage.
enum ExitCode { Fine = 0, Findings = 1, Usage = 2 };

/// A subcommand and what it does. Run is called after the options are parsed.
struct Verb {
  llvm::cl::SubCommand *Command;
  llvm::Expected<ExitCode> (*Run)();
};

#define PAGESPLIT_VERB(NAME) Verb NAME##Verb();
#include "Verbs.def"
#undef PAGESPLIT_VERB

/// The program as it was started, with its directory resolved, for verbs that
/// start pagesplit again or look for what is installed beside it.
llvm::StringRef programPath();

/// Print \p E as "pagesplit: …" on stderr, one line per error in it.
void printError(llvm::Error E);

} // namespace pagesplit

#endif
