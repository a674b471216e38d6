//===- Session.h - where pagesplit-cc puts what it saw ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The session directory, seen from pagesplit-cc; its layout is in
/// pagesplit/Kbuild/StandIn.h. Everything here may run in many processes at
/// once, so files appear by rename.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CC_SESSION_H
#define PAGESPLIT_CC_SESSION_H

#include "pagesplit/Kbuild/CompileCommand.h"

#include <string>
#include <vector>

namespace pagesplit {
namespace standin {

/// What the environment says about this run of kbuild.
struct Session {
  std::string Directory; ///< absolute
  bool Visiting = false; ///< objects are stood in for
};

/// Say what went wrong with \p Path, with the system's word for \p Number when
/// it is not 0, and return the exit code for it.
int complain(const std::string &Path, const char *What, int Number);

/// False, with a complaint, when pagesplit-cc was not started by kbuild.
bool openSession(Session &S);

/// Become the real program named by environment variable \p Variable.
/// Returns only when that fails, with the exit code.
int becomeReal(const char *Variable, const std::vector<std::string> &Arguments);

/// Replace \p Path by \p Content, in place; 0, or errno.
int writeWhole(const std::string &Path, const std::string &Content);

/// Replace \p Path by \p Content through a temporary name; 0, or errno.
int writeByRename(const std::string &Path, const std::string &Content);

/// The content of \p Path in \p Content; 0, or errno.
int readWhole(const std::string &Path, std::string &Content);

/// Leave the record of a command; the exit code.
int leaveRecord(const Session &S, const CompileCommand &Command,
                const std::vector<std::string> &Arguments);

/// 64-bit FNV-1a of \p Text in hexadecimal; a file name, not a secret.
std::string hashName(const std::string &Text);

} // namespace standin
} // namespace pagesplit

#endif
