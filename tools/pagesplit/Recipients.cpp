//===- Recipients.cpp - whom a patch concerns -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Recipients.h"

#include "pagesplit/Support/Maintainers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;
using namespace pagesplit;

namespace {
/// Maintainers point into the text, so both live together.
struct People {
  People(std::string File, StringRef Root)
      : Text(std::move(File)), Known(Text, [&](StringRef Path) {
          return sys::fs::is_directory(Root + "/" + Path);
        }) {}
  std::string Text;
  Maintainers Known;
};
} // namespace

static std::vector<std::string> recipients(const Maintainers &Known,
                                           StringRef File) {
  std::vector<std::string> Result;
  auto Add = [&](ArrayRef<StringRef> Names) {
    for (StringRef Name : Names)
      if (!is_contained(Result, Name))
        Result.push_back(Name.str());
  };
  for (const SectionContacts &Contacts : Known.contactsOf(File)) {
    Add(Contacts.Maintainers);
    Add(Contacts.Lists);
  }
  return Result;
}

Expected<SeriesStyle> pagesplit::styleFor(const SourceTree &Tree) {
  Expected<std::optional<std::string>> Text = Tree.read("MAINTAINERS");
  if (!Text)
    return Text.takeError();
  auto Known = std::make_shared<People>(Text->value_or(""), Tree.root());
  SeriesStyle Style;
  Style.RecipientsOf = [Known](StringRef File) {
    return recipients(Known->Known, File);
  };
  return Style;
}
