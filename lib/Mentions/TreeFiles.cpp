//===- TreeFiles.cpp - the files of a source tree -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TreeFiles.h"

#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

Expected<std::vector<std::string>>
pagesplit::filesIn(StringRef Root, StringRef Path,
                   function_ref<bool(StringRef)> IsWanted) {
  Root = Root.rtrim('/');
  SmallString<256> Start(Root);
  if (!Path.empty() && Path != ".")
    sys::path::append(Start, Path.rtrim('/'));
  std::vector<std::string> Files;
  auto Add = [&](StringRef File) {
    Files.push_back(File.drop_front(Root.size()).ltrim('/').str());
  };
  if (sys::fs::is_regular_file(Start)) {
    Add(Start);
    return std::move(Files);
  }
  std::error_code Code;
  sys::fs::recursive_directory_iterator It(Start, Code,
                                           /*follow_symlinks=*/false);
  for (; !Code && It != sys::fs::recursive_directory_iterator();
       It.increment(Code)) {
    StringRef Name = sys::path::filename(It->path());
    if (It->type() == sys::fs::file_type::directory_file) {
      if (Name.starts_with("."))
        It.no_push();
    } else if (It->type() == sys::fs::file_type::regular_file &&
               IsWanted(Name)) {
      Add(It->path());
    }
  }
  if (Code)
    return errorFrom(Start, "read", Code);
  llvm::sort(Files);
  return std::move(Files);
}
