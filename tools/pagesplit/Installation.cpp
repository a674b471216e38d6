//===- Installation.cpp - what lies beside the program --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Installation.h"

#include "Verb.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

Expected<std::string> pagesplit::knowledgeDirectory() {
  SmallString<256> Installed(sys::path::parent_path(programPath()));
  sys::path::append(Installed, "..", "share", "pagesplit", "knowledge");
  sys::path::remove_dots(Installed, /*remove_dot_dot=*/true);
  for (StringRef Directory :
       {StringRef(Installed), StringRef(PAGESPLIT_SOURCE_KNOWLEDGE)})
    if (sys::fs::exists(Directory + "/base.yaml"))
      return Directory.str();
  return errorIn(Installed, "the knowledge files are not installed");
}
