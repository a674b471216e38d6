//===- Places.cpp - where a build may read and write ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Places.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

static bool isBelowOrSame(StringRef Path, StringRef Root) {
  return Path.consume_front(Root) && (Path.empty() || Path.front() == '/');
}

static Expected<std::string> pathInTree(const KernelTree &Tree,
                                        StringRef Given) {
  SmallString<128> Path(Given);
  if (sys::path::is_absolute(Given) && sys::fs::real_path(Given, Path))
    return errorIn(Given, "no such file or directory");
  StringRef Relative = Path;
  if (isBelowOrSame(Path, Tree.root()))
    Relative = Relative.drop_front(Tree.root().size()).ltrim('/');
  SmallString<128> Normal(Relative);
  sys::path::remove_dots(Normal, /*remove_dot_dot=*/true);
  while (StringRef(Normal).ends_with("/"))
    Normal.pop_back();
  if (sys::path::is_absolute(Normal) || StringRef(Normal).starts_with(".."))
    return errorIn(Given, "is not in the tree " + Tree.root());
  if (!Tree.has(Normal))
    return errorIn(Given, "the tree " + Tree.root() +
                              " has no such file or directory");
  return std::string(Normal == "." ? StringRef() : StringRef(Normal));
}

Expected<std::vector<std::string>>
pagesplit::pathsInTree(const KernelTree &Tree, ArrayRef<std::string> Given) {
  std::vector<std::string> Paths;
  for (StringRef One : Given) {
    Expected<std::string> Path = pathInTree(Tree, One);
    if (!Path)
      return Path.takeError();
    Paths.push_back(std::move(*Path));
  }
  // The root is everything.
  if (is_contained(Paths, ""))
    Paths.clear();
  return Paths;
}

static Error refuse(StringRef Build) {
  return errorIn(Build, "is inside the kernel tree, which is never written to; "
                        "choose another place");
}

// What exists of the way to Build, with links resolved.
static bool leadsInto(StringRef Build, StringRef Root) {
  SmallString<128> Parent(Build), Real;
  while (!Parent.empty() && !sys::fs::exists(Parent))
    sys::path::remove_filename(Parent);
  return !sys::fs::real_path(Parent, Real) && isBelowOrSame(Real, Root);
}

Expected<BuildRoots> pagesplit::makeBuildDirectory(const KernelTree &Tree,
                                                   StringRef Given) {
  if (Given.empty())
    return errorOf("no build directory given");
  SmallString<128> Build(Given), Real;
  if (std::error_code Code = sys::fs::make_absolute(Build))
    return errorFrom(Given, "find", Code);
  sys::path::remove_dots(Build, /*remove_dot_dot=*/true);
  if (StringRef(Build).find_first_of(" :\t") != StringRef::npos)
    return errorIn(Build, "kernels cannot be built in a directory with a space "
                          "or a colon in its name");
  if (isBelowOrSame(Build, Tree.root()) || leadsInto(Build, Tree.root()))
    return refuse(Given);
  if (sys::fs::exists(Build + "/.config") &&
      !sys::fs::exists(Build + "/.pagesplit"))
    return errorIn(Given,
                   "holds a kernel build that pagesplit did not make and "
                   "would spoil; choose another place");
  if (Error E = makeDirectory(Build))
    return std::move(E);
  if (std::error_code Code = sys::fs::real_path(Build, Real))
    return errorFrom(Given, "open", Code);
  return BuildRoots{Tree.root(), std::string(Real)};
}
