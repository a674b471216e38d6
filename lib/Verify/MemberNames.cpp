//===- MemberNames.cpp - where struct page has its members' names ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PageMembers.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"
#include "pagesplit/Units/UnitParser.h"
#include "pagesplit/Verify/MemberRemoval.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/FormatVariadic.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

const RecordDecl *pagesplit::pageDefinition(ASTContext &Context) {
  for (const NamedDecl *Found :
       Context.getTranslationUnitDecl()->lookup(&Context.Idents.get("page")))
    if (const auto *Record = dyn_cast<RecordDecl>(Found))
      if (const RecordDecl *Definition = Record->getDefinition())
        return Definition;
  return nullptr;
}

void pagesplit::forEachMember(const RecordDecl *Record,
                              function_ref<void(const FieldDecl *)> See) {
  for (const FieldDecl *Field : Record->fields()) {
    if (Field->getIdentifier())
      See(Field);
    else if (const RecordDecl *Inner = Field->getType()->getAsRecordDecl())
      forEachMember(Inner, See);
  }
}

// Where a macro makes the name (rcu_head is callback_head), the word that
// stands in the declaration is the macro's.
static MemberName nameOf(const FieldDecl *Field, const ASTContext &Context,
                         const SourceRoots &Roots, StringRef Directory) {
  const SourceManager &Sources = Context.getSourceManager();
  MemberName Name;
  Name.Member = Field->getName().str();
  SourceLocation At = Sources.getExpansionLoc(Field->getLocation());
  auto [File, Offset] = Sources.getDecomposedLoc(At);
  OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
  if (!Entry)
    return Name;
  Name.File = Roots.portable(Entry->getName(), Directory);
  Name.Offset = Offset;
  unsigned Length =
      Lexer::MeasureTokenLength(At, Sources, Context.getLangOpts());
  Name.Text = Sources.getBufferData(File).substr(Offset, Length).str();
  return Name;
}

std::vector<MemberName> pagesplit::membersOfPage(const UnitRequest &Request) {
  SourceRoots Roots(Request.SourceRoot, Request.BuildRoot);
  std::vector<MemberName> Names;
  parseUnit(Request, Roots, [&](ASTContext &Context, const Preprocessor &) {
    if (const RecordDecl *Page = pageDefinition(Context))
      forEachMember(Page, [&](const FieldDecl *Field) {
        MemberName Name = nameOf(Field, Context, Roots, Request.Directory);
        if (isInSourceTree(Name.File) && isValidAsciiIdentifier(Name.Text))
          Names.push_back(std::move(Name));
      });
  });
  return Names;
}

std::string pagesplit::printRemoval(ArrayRef<MemberName> Names) {
  json::Array List;
  for (const MemberName &Name : Names)
    List.push_back(json::Object{{"member", Name.Member},
                                {"file", Name.File},
                                {"text", Name.Text},
                                {"offset", Name.Offset}});
  return formatv("{0}", json::Value(std::move(List))).str();
}

namespace pagesplit {
// Found by json::fromJSON() of a list, so it stands in the namespace.
static bool fromJSON(const json::Value &From, MemberName &To, json::Path P) {
  json::ObjectMapper Map(From, P);
  return Map && Map.map("member", To.Member) && Map.map("file", To.File) &&
         Map.map("text", To.Text) && Map.map("offset", To.Offset);
}
} // namespace pagesplit

Expected<std::vector<MemberName>> pagesplit::parseRemoval(StringRef Text,
                                                          StringRef Name) {
  Expected<json::Value> Value = parseJson(Text, Name);
  if (!Value)
    return Value.takeError();
  std::vector<MemberName> Names;
  json::Path::Root Root("task");
  if (!json::fromJSON(*Value, Names, Root))
    return errorIn(Name, toString(Root.getError()));
  return Names;
}
