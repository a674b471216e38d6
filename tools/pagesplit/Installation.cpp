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

// Installed beside the program, or where it was built from.
static Expected<std::string> directoryOf(StringRef Name, StringRef Source,
                                         StringRef Sign, StringRef What) {
  SmallString<256> Installed(sys::path::parent_path(programPath()));
  sys::path::append(Installed, "..", "share", "pagesplit", Name);
  sys::path::remove_dots(Installed, /*remove_dot_dot=*/true);
  for (StringRef Directory : {StringRef(Installed), Source})
    if (sys::fs::exists(Directory + "/" + Sign))
      return Directory.str();
  return errorIn(Installed, What + " are not installed");
}

Expected<std::string> pagesplit::knowledgeDirectory() {
  return directoryOf("knowledge", PAGESPLIT_SOURCE_KNOWLEDGE, "base.yaml",
                     "the knowledge files");
}

Expected<std::string> pagesplit::kernelHeaderDirectory() {
  return directoryOf("kernel", PAGESPLIT_SOURCE_KERNEL_HEADERS, "mm",
                     "the headers for kernel trees");
}
