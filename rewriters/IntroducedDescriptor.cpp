//===- IntroducedDescriptor.cpp - a descriptor the tree lacks -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "IntroducedDescriptor.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
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

// Behind the last line of its kind, or behind the guard of a header that
// includes nothing.
std::optional<Edit> pagesplit::includeOf(StringRef Header, StringRef File,
                                         StringRef Text) {
  std::string Name;
  if (Header.consume_front("include/"))
    Name = ("<" + Header + ">").str();
  else if (sys::path::parent_path(Header) == sys::path::parent_path(File))
    Name = ("\"" + sys::path::filename(Header) + "\"").str();
  std::string Line = "#include " + Name + "\n";
  if (Name.empty() || Text.contains(Line))
    return std::nullopt;
  for (StringRef Kind :
       {Name.front() == '<' ? "\n#include <linux/" : "\n#include \"",
        "\n#include ", "\n#define _"}) {
    size_t At = Kind.starts_with("\n#d") ? Text.find(Kind) : Text.rfind(Kind);
    if (At == StringRef::npos)
      continue;
    return insertion(File, Text.find('\n', At + 1) + 1, Line);
  }
  return std::nullopt;
}

// What a configuration decides about a member, struct page's own member of the
// same place has decided as well.
IntroducedHeader pagesplit::introducedHeader(const Descriptor &D,
                                             StringRef Source, StringRef Kernel,
                                             UseSet &Into) {
  IntroducedHeader Header;
  Header.Descriptor = D.Name;
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

static StringRef tagOf(const IntroducedHeader &Header) {
  return StringRef(Header.Type).drop_front(StringRef("struct ").size());
}

static EditGroup groupFor(const IntroducedHeader &Header) {
  EditGroup Group;
  Group.Name = "introduce-descriptor:" + Header.Path;
  Group.Rewriter = "introduce-descriptor";
  Group.Descriptor = tagOf(Header).str();
  Group.Where = {Header.Path, 0, 0};
  Group.Title = "introduce " + Header.Type;
  Group.Subjects.insert(Header.Type);
  Group.Remarks.insert(
      "The descriptor lies over struct page, member over member, and the "
      "compiler is made to check that it does. Nothing uses it yet.");
  Group.Edits.insert(insertion(Header.Path, 0, Header.Text));
  return Group;
}

// What the header needs cannot need the header.
static bool isIncludedBy(const IntroducedHeader &Header, StringRef File) {
  return File.consume_front("include/") &&
         StringRef(Header.Text).contains(("#include <" + File + ">\n").str());
}

// The include is a group of its own: were it in each group that needs it, they
// would all be one.
static std::string addInclude(const RewriteInput &Input,
                              const IntroducedHeader &Header, StringRef File,
                              EditSet &Out) {
  auto Text = Input.Texts.find(File.str());
  if (Text == Input.Texts.end() || !Text->second)
    return "";
  std::optional<Edit> Include = includeOf(Header.Path, File, *Text->second);
  if (!Include)
    return "";
  EditGroup Group;
  Group.Name = "introduce-descriptor:" + Header.Path + ":" + File.str();
  Group.Rewriter = "introduce-descriptor";
  Group.Descriptor = tagOf(Header).str();
  Group.Where = {File.str(), 0, 0};
  Group.Needs.insert("introduce-descriptor:" + Header.Path);
  Group.Edits.insert(*Include);
  Out.add(Group);
  return Group.Name;
}

void pagesplit::introduceDescriptors(const RewriteInput &Input, EditSet &Out) {
  for (const IntroducedHeader &Header : Input.Introduced) {
    std::vector<EditGroup> Users;
    for (const auto &[Name, Group] : Out.groups())
      if (Group.Descriptor == tagOf(Header))
        Users.push_back(Group);
    if (Users.empty())
      continue;
    Out.add(groupFor(Header));
    Out.addSource(Header.Path, NoFileYet);
    for (EditGroup &User : Users) {
      User.Needs.insert("introduce-descriptor:" + Header.Path);
      std::set<std::string> Files;
      for (const Edit &E : User.Edits)
        Files.insert(E.File);
      for (const std::string &File : Files) {
        if (std::string Name = addInclude(Input, Header, File, Out);
            !Name.empty())
          User.Needs.insert(Name);
        if (isIncludedBy(Header, File))
          Out.refuse(User.Name,
                     {Refusal::NeedsAnother, User.Rewriter, User.Where,
                      User.Name, Header.Path + " includes " + File});
      }
      Out.add(std::move(User));
    }
  }
}
