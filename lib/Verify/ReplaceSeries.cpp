//===- ReplaceSeries.cpp - a series in place of another -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReplaceSeries.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>

using namespace llvm;
using namespace pagesplit;

Error pagesplit::requireOnlySeries(StringRef Path) {
  Expected<std::string> Order = readFile((Path + "/series").str());
  if (!Order)
    return Order.takeError();
  SmallVector<StringRef, 32> Lines;
  StringRef(*Order).split(Lines, '\n', -1, /*KeepEmpty=*/false);
  std::set<StringRef> Known(Lines.begin(), Lines.end());
  Known.insert({"0000-cover-letter.patch", "series", "series.json",
                "groups.jsonl", "findings.tsv"});
  std::error_code Code;
  for (sys::fs::directory_iterator It(Path, Code), End; !Code && It != End;
       It.increment(Code)) {
    StringRef Name = sys::path::filename(It->path());
    if (!Known.count(Name))
      return errorIn(It->path(), "not part of the series, which is to be "
                                 "written anew; put it elsewhere");
  }
  return Code ? errorFrom(Path, "read", Code) : Error::success();
}

// One step where the file system can; two renames elsewhere.
static std::error_code exchange(const std::string &New, const std::string &Old,
                                const std::string &Aside) {
  if (!::renameat2(AT_FDCWD, New.c_str(), AT_FDCWD, Old.c_str(),
                   RENAME_EXCHANGE))
    return {};
  if (errno != EINVAL && errno != ENOSYS)
    return std::error_code(errno, std::generic_category());
  if (std::error_code Code = sys::fs::rename(Old, Aside))
    return Code;
  if (std::error_code Code = sys::fs::rename(New, Old))
    return sys::fs::rename(Aside, Old), Code;
  return sys::fs::rename(Aside, New);
}

Error pagesplit::replaceSeries(const Series &S, StringRef Path) {
  Path = Path.rtrim('/');
  SmallString<256> Fresh, Aside;
  sys::fs::createUniquePath(Path + ".new-%%%%%%%%", Fresh,
                            /*MakeAbsolute=*/false);
  sys::fs::createUniquePath(Path + ".old-%%%%%%%%", Aside,
                            /*MakeAbsolute=*/false);
  if (Error E = writeSeries(S, Fresh))
    return E;
  std::error_code Code =
      exchange(std::string(Fresh), Path.str(), std::string(Aside));
  sys::fs::remove_directories(Fresh);
  return Code ? errorFrom(Path, "write", Code) : Error::success();
}
