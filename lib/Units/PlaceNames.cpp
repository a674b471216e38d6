//===- PlaceNames.cpp - a request that can be moved -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PlaceNames.h"

#include "pagesplit/Units/UnitRequest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

PlaceNames::PlaceNames(StringRef Source, StringRef Build) {
  Roots = {{Source.str(), "@source"}, {Build.str(), "@build"}};
  if (Build.size() > Source.size())
    std::swap(Roots[0], Roots[1]);
  llvm::erase_if(Roots, [](const auto &R) { return R.first.size() < 2; });
}

// Not "/src" in "/src.old/x.c".
static bool endsName(StringRef Rest) {
  return Rest.empty() || StringRef("/:;,=\"' ").contains(Rest.front());
}

std::string PlaceNames::shorten(StringRef Word) const {
  std::string Out;
  while (!Word.empty()) {
    auto Root = find_if(Roots, [&](const auto &R) {
      return Word.starts_with(R.first) && endsName(Word.substr(R.first.size()));
    });
    if (Root != Roots.end()) {
      Out += Root->second;
      Word = Word.drop_front(Root->first.size());
      continue;
    }
    Out.append(Word.front() == '@' ? 2 : 1, Word.front());
    Word = Word.drop_front();
  }
  return Out;
}

std::string PlaceNames::expand(StringRef Word) const {
  std::string Out;
  while (!Word.empty()) {
    auto Root = find_if(
        Roots, [&](const auto &R) { return Word.starts_with(R.second); });
    if (Root != Roots.end()) {
      Out += Root->first;
      Word = Word.drop_front(Root->second.size());
      continue;
    }
    Word.consume_front("@");
    if (Word.empty())
      break;
    Out += Word.front();
    Word = Word.drop_front();
  }
  return Out;
}

std::string pagesplit::seenFrom(StringRef Path, StringRef Directory) {
  if (!sys::path::is_absolute(Path))
    return Path.str();
  std::vector<StringRef> To(sys::path::begin(Path), sys::path::end(Path));
  std::vector<StringRef> From(sys::path::begin(Directory),
                              sys::path::end(Directory));
  size_t Shared = 0;
  while (Shared < To.size() && Shared < From.size() &&
         To[Shared] == From[Shared])
    ++Shared;
  if (Shared < 2) // nothing but "/"
    return Path.str();
  std::vector<StringRef> Steps(From.size() - Shared, "..");
  Steps.insert(Steps.end(), To.begin() + Shared, To.end());
  return Steps.empty() ? "." : join(Steps, "/");
}
