//===- IntroducedDescriptor.cpp - a descriptor the tree lacks -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "IntroducedDescriptor.h"

#include "Includes.h"
#include "MaintainersLine.h"
#include "pagesplit/Edit/CodeWords.h"
#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/Error.h"
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

using Headers = std::vector<const IntroducedHeader *>;

static StringRef tagOf(const IntroducedHeader &Header) {
  return StringRef(Header.Type).drop_front(StringRef("struct ").size());
}

static std::string introductionOf(const IntroducedHeader &Header) {
  return "introduce-descriptor:" + Header.Type;
}

static EditGroup groupFor(const Headers &Added) {
  const IntroducedHeader &Header = *Added.front();
  EditGroup Group;
  Group.Name = introductionOf(Header);
  Group.Rewriter = "introduce-descriptor";
  Group.Descriptor = tagOf(Header).str();
  Group.Where = {Header.Path, 0, 0};
  Group.Title = "introduce " + Header.Type;
  Group.OnlyServes = true;
  Group.Subjects.insert(Header.Type);
  Group.Remarks.insert(
      "The descriptor lies over struct page, member over member, and the "
      "compiler is made to check that it does. Nothing uses it yet.");
  for (const IntroducedHeader *Each : Added)
    Group.Edits.insert(insertion(Each->Path, 0, Each->Text));
  return Group;
}

static bool hasInclude(const IntroducedHeader &Header, StringRef File) {
  return File.consume_front("include/") &&
         StringRef(Header.Text).contains(("#include <" + File + ">\n").str());
}

// The headers that what User writes into File is declared in.
static Headers neededIn(StringRef File, const EditGroup &User,
                        const Headers &Added) {
  Headers Needed;
  for (const IntroducedHeader *Header : reverse(Added)) {
    auto Uses = [&](const Edit &E) {
      bool Found = Header->Calls.empty();
      forEachWord(E.Text, [&](unsigned, StringRef Word) {
        Found |= Header->Calls.count(Word.str()) != 0;
      });
      return E.File == File && Found;
    };
    auto Brings = [&](const IntroducedHeader *Other) {
      return hasInclude(*Other, Header->Path);
    };
    if (any_of(User.Edits, Uses) && none_of(Needed, Brings))
      Needed.push_back(Header);
  }
  return Needed;
}

// Why File cannot include the header; empty when it can. What the header needs
// cannot need the header.
static std::string obstacleTo(const IntroducedHeader &Header, StringRef File) {
  if (hasInclude(Header, File))
    return (Header.Path + " includes " + File).str();
  return includeName(Header.Path, File).empty()
             ? (File + " has no way to include " + Header.Path).str()
             : "";
}

// The include is a group of its own: were it in each group that needs it, they
// would all be one. Its name; empty when the file includes the header already.
static Expected<std::string> addInclude(const RewriteInput &Input,
                                        const IntroducedHeader &Header,
                                        const std::string &File, EditSet &Out) {
  if (std::string Problem = obstacleTo(Header, File); !Problem.empty())
    return errorOf(Problem);
  const std::string &Text = *Input.Texts.at(File);
  std::string Name = includeName(Header.Path, File);
  if (includesAlways(Text, Name))
    return "";
  std::optional<unsigned> Place = placeForInclude(Text, Name);
  if (!Place)
    return errorOf(File + " has no place for an #include");
  EditGroup Group;
  Group.Name = "introduce-descriptor:" + Header.Path + ":" + File;
  Group.Rewriter = "introduce-descriptor";
  Group.Descriptor = tagOf(Header).str();
  Group.Where = {File, 0, 0};
  Group.OnlyServes = true;
  Group.Needs.insert(introductionOf(Header));
  Group.Edits.insert(insertion(File, *Place, "#include " + Name + "\n"));
  Out.add(Group);
  return Group.Name;
}

// The section that most of the edits are in.
static std::string sectionOf(const RewriteInput &Input,
                             ArrayRef<EditGroup> Users) {
  std::map<std::string, unsigned> Edits;
  for (const EditGroup &User : Users)
    for (const Edit &E : User.Edits)
      if (auto Found = Input.Subsystems.find(E.File);
          Found != Input.Subsystems.end())
        ++Edits[Found->second];
  auto ByCount = [](const auto &A, const auto &B) {
    return A.second < B.second;
  };
  auto Most = std::max_element(Edits.begin(), Edits.end(), ByCount);
  return Most == Edits.end() ? "" : Most->first;
}

static void addHeaders(const RewriteInput &Input, const Headers &Added,
                       ArrayRef<EditGroup> Users, EditSet &Out) {
  EditGroup Group = groupFor(Added);
  std::set<std::string> Files;
  for (const IntroducedHeader *Header : Added) {
    Out.addSource(Header->Path, NoFileYet);
    Files.insert(Header->Path);
  }
  auto People = Input.Texts.find("MAINTAINERS");
  if (People != Input.Texts.end() && People->second) {
    Out.addSource("MAINTAINERS", contentHash(*People->second));
    for (const Edit &Line :
         maintainersLines(*People->second, sectionOf(Input, Users), Files))
      Group.Edits.insert(Line);
  }
  Out.add(std::move(Group));
}

static void serve(EditGroup User, const RewriteInput &Input,
                  const Headers &Added, EditSet &Out) {
  User.Needs.insert(introductionOf(*Added.front()));
  std::set<std::string> Files;
  for (const Edit &E : User.Edits)
    Files.insert(E.File);
  for (const std::string &File : Files)
    for (const IntroducedHeader *Header : neededIn(File, User, Added)) {
      Expected<std::string> Include = addInclude(Input, *Header, File, Out);
      if (!Include)
        Out.refuse(User.Name, {Refusal::NeedsAnother, User.Rewriter, User.Where,
                               User.Name, toString(Include.takeError())});
      else if (!Include->empty())
        User.Needs.insert(*Include);
    }
  Out.add(std::move(User));
}

void pagesplit::introduceDescriptors(const RewriteInput &Input, EditSet &Out) {
  std::map<std::string, Headers> Added;
  for (const IntroducedHeader &Header : Input.Introduced) {
    Headers &OfType = Added[Header.Type];
    OfType.insert(Header.Calls.empty() ? OfType.begin() : OfType.end(),
                  &Header);
  }
  for (const auto &[Type, Headers] : Added) {
    std::vector<EditGroup> Users;
    for (const auto &[Name, Group] : Out.groups())
      if (Group.Descriptor == tagOf(*Headers.front()))
        Users.push_back(Group);
    if (Users.empty())
      continue;
    addHeaders(Input, Headers, Users, Out);
    for (EditGroup &User : Users)
      serve(std::move(User), Input, Headers, Out);
  }
}
