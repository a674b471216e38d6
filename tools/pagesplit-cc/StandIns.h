//===- StandIns.h - the programs pagesplit-cc stands in for -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One function for each program. All take the arguments without the
/// program's name and return the exit code; where they have nothing to do
/// themselves they become the real program and do not return.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CC_STANDINS_H
#define PAGESPLIT_CC_STANDINS_H

#include "Session.h"

#include <string>
#include <vector>

namespace pagesplit {
namespace standin {

using Arguments = std::vector<std::string>;

/// clang: kernel objects are recorded, and empty while visiting.
int standInForCompiler(const Session &S, const Arguments &Args);

/// ld.lld: while visiting, what is linked is an empty object.
int standInForLinker(const Session &S, const Arguments &Args);

/// llvm-ar: while visiting, an archive is empty.
int standInForArchiver(const Session &S, const Arguments &Args);

/// Path of an object that was put in place before, for any machine.
std::string anyObject(const Session &S);

} // namespace standin
} // namespace pagesplit

#endif
