//===- DescriptorHeader.cpp - the text of a descriptor's header -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DescriptorHeader.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace llvm;
using namespace pagesplit;

using Version = std::tuple<unsigned, unsigned, unsigned>;

static Version versionIn(StringRef Text, StringRef Pattern) {
  SmallVector<StringRef, 4> Parts;
  unsigned Numbers[3] = {};
  if (Regex(Pattern).match(Text, &Parts))
    for (unsigned I = 0; I < 3 && I + 1 < Parts.size(); ++I)
      Parts[I + 1].getAsInteger(10, Numbers[I]);
  return {Numbers[0], Numbers[1], Numbers[2]};
}

namespace {
/// An "#if" that is open.
struct Condition {
  bool IsVersion = false;
  bool Holds = true;
};
} // namespace

// Whether Line is a condition or the end of one that asks for the version.
static bool takeDirective(StringRef Line, Version Kernel,
                          SmallVectorImpl<Condition> &Open) {
  if (Line.starts_with("#if LINUX_VERSION_CODE ")) {
    Version Asked =
        versionIn(Line, "KERNEL_VERSION\\(([0-9]+), *([0-9]+), *([0-9]+)\\)");
    bool Holds = Line.contains(" < ") ? Kernel < Asked : Kernel >= Asked;
    Open.push_back({true, Holds});
    return true;
  }
  if (Line.starts_with("#if"))
    Open.push_back({});
  if (Open.empty() || !Line.starts_with("#e"))
    return false;
  bool IsVersion = Open.back().IsVersion;
  if (IsVersion && Line.starts_with("#else"))
    Open.back().Holds = !Open.back().Holds;
  if (Line.starts_with("#endif"))
    Open.pop_back();
  return IsVersion && (Line.starts_with("#else") || Line.starts_with("#endif"));
}

std::string pagesplit::headerFor(StringRef Header, StringRef Kernel) {
  Version Is = versionIn(Kernel, "([0-9]+)\\.([0-9]+)\\.?([0-9]*)");
  SmallVector<Condition, 4> Open;
  std::string Text;
  auto [License, Rest] = Header.split('\n');
  Text += (License + "\n").str();
  Rest = Rest.substr(Rest.find("#ifndef"));
  while (!Rest.empty()) {
    StringRef Line;
    std::tie(Line, Rest) = Rest.split('\n');
    if (takeDirective(Line, Is, Open) || Line == "#include <linux/version.h>" ||
        any_of(Open, [](const Condition &C) { return !C.Holds; }))
      continue;
    if (Line.empty() && StringRef(Text).ends_with("\n\n"))
      continue;
    Text += (Line + "\n").str();
  }
  return Text;
}

std::map<std::string, std::string> pagesplit::membersIn(StringRef Header,
                                                        StringRef Tag) {
  std::map<std::string, std::string> Members;
  StringRef Body = Header.split(("struct " + Tag + " {\n").str()).second;
  Body = Body.take_front(Body.find("\n};"));
  while (!Body.empty()) {
    StringRef Line;
    std::tie(Line, Body) = Body.split('\n');
    Line = Line.trim();
    if (!Line.consume_back(";") || Line.starts_with("}"))
      continue;
    size_t At = Line.find_last_of(" *") + 1;
    auto [Found, IsNew] =
        Members.try_emplace(Line.substr(At).str(), Line.take_front(At).rtrim());
    if (!IsNew)
      Found->second.clear();
  }
  return Members;
}

// What a configuration decides about a member, struct page's own member of the
// same place has decided as well.
IntroducedHeader pagesplit::introducedHeader(const Descriptor &D,
                                             StringRef Source, StringRef Kernel,
                                             UseSet &Into) {
  IntroducedHeader Header;
  Header.Type = D.Type;
  Header.Path = D.Header;
  Header.Text = headerFor(Source, Kernel);
  StringRef Tag = StringRef(D.Type).drop_front(StringRef("struct ").size());
  std::map<std::string, std::string> PageTypes;
  for (const DescriptorMember &M : Into.Members)
    if (M.Type == "struct page")
      PageTypes[M.Field] = M.FieldType;
  std::map<std::string, std::string> Members = membersIn(Header.Text, Tag);
  for (const auto &[PageField, Fields] : D.Fields)
    for (const std::string &Field : Fields)
      if (auto M = Members.find(Field);
          M != Members.end() && M->second.empty() && PageTypes.count(PageField))
        M->second = PageTypes[PageField];
  for (const auto &[Field, Type] : Members)
    if (!Type.empty())
      Into.Members.insert({D.Type, Field, Type});
  return Header;
}

IntroducedHeader pagesplit::introducedCalls(const Descriptor &D, StringRef Path,
                                            StringRef Source, StringRef Kernel,
                                            std::set<std::string> Calls) {
  return {D.Type, Path.str(), headerFor(Source, Kernel), std::move(Calls)};
}
