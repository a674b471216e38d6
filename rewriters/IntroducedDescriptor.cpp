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

using namespace llvm;
using namespace pagesplit;

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

// Why File cannot include the header; empty when it can. What the header needs
// cannot need the header.
static std::string obstacleTo(const IntroducedHeader &Header, StringRef File) {
  if (hasInclude(Header, File))
    return (Header.Path + " includes " + File).str();
  return includeName(Header.Path, File).empty()
             ? (File + " has no way to include " + Header.Path).str()
             : "";
}

bool pagesplit::mayCall(const RewriteInput &Input, StringRef Call,
                        const PageUse &Use, StringRef File) {
  return Use.Function != Call &&
         all_of(Input.Introduced, [&](const IntroducedHeader &Header) {
           return !Header.Calls.count(Call.str()) ||
                  obstacleTo(Header, File).empty();
         });
}

// What User writes into File is declared in Header.
static bool needs(const EditGroup &User, StringRef File,
                  const IntroducedHeader &Header) {
  return any_of(User.Edits, [&](const Edit &E) {
    bool Found = Header.Calls.empty();
    forEachWord(E.Text, [&](unsigned, StringRef Word) {
      Found |= Header.Calls.count(Word.str()) != 0;
    });
    return E.File == File && Found;
  });
}

// Of what somebody needs in File and can be had there, that which brings the
// rest: one #include for all users.
static const IntroducedHeader *
chosenHeader(StringRef File, ArrayRef<EditGroup> Users, const Headers &Added) {
  const IntroducedHeader *Chosen = nullptr;
  for (const IntroducedHeader *Header : Added)
    if (obstacleTo(*Header, File).empty() &&
        (!Chosen || hasInclude(*Header, Chosen->Path)) &&
        any_of(Users, [&](const EditGroup &User) {
          return needs(User, File, *Header);
        }))
      Chosen = Header;
  return Chosen;
}

// The line that goes to Place in Text, apart from what is no #include.
static std::string includeAt(StringRef Text, unsigned Place, StringRef Name) {
  StringRef Before = Text.take_front(Place);
  StringRef Last = Before.drop_back(Before.ends_with("\n")).rsplit('\n').second;
  StringRef Directive = Last.ltrim();
  bool IsList =
      Directive.consume_front("#") && Directive.ltrim().starts_with("include");
  std::string Line = ("#include " + Name + "\n").str();
  if (IsList)
    return Line;
  bool IsApart = Text.substr(Place).starts_with("\n");
  return (Last.empty() ? "" : "\n") + Line + (IsApart ? "" : "\n");
}

// The include is a group of its own: were it in each group that needs it, they
// would all be one. Its name; empty when the file includes the header already.
static Expected<std::string> addInclude(const RewriteInput &Input,
                                        const IntroducedHeader &Header,
                                        const std::string &File, EditSet &Out) {
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
  Group.Edits.insert(insertion(File, *Place, includeAt(Text, *Place, Name)));
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
                  ArrayRef<EditGroup> Users, const Headers &Added,
                  EditSet &Out) {
  User.Needs.insert(introductionOf(*Added.front()));
  auto Refuse = [&](std::string Why) {
    Out.refuse(User.Name, {Refusal::NeedsAnother, User.Rewriter, User.Where,
                           User.Name, std::move(Why)});
  };
  std::set<std::string> Files;
  for (const Edit &E : User.Edits)
    Files.insert(E.File);
  for (const std::string &File : Files) {
    for (const IntroducedHeader *Header : Added)
      if (needs(User, File, *Header))
        if (std::string Why = obstacleTo(*Header, File); !Why.empty())
          Refuse(std::move(Why));
    const IntroducedHeader *Chosen = chosenHeader(File, Users, Added);
    if (!Chosen)
      continue;
    Expected<std::string> Include = addInclude(Input, *Chosen, File, Out);
    if (!Include)
      Refuse(toString(Include.takeError()));
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
    for (const EditGroup &User : Users)
      serve(User, Input, Users, Headers, Out);
  }
}
