//===- MemberRemoval.cpp - compile without members of struct page ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Verify/MemberRemoval.h"

#include "EditedFiles.h"
#include "PageMembers.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Units/UnitParser.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

static constexpr llvm::StringLiteral GonePrefix = "pagesplit_gone_";

namespace {

/// Keeps the errors of a unit.
class SeenErrors : public DiagnosticConsumer {
public:
  SeenErrors(ArrayRef<MemberName> Names, const SourceRoots &Roots,
             StringRef Directory)
      : Roots(Roots), Directory(Directory) {
    for (const MemberName &Name : Names)
      Members.insert(Name.Member);
  }

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &D) override {
    DiagnosticConsumer::HandleDiagnostic(Level, D);
    if (Level < DiagnosticsEngine::Error)
      return;
    RemovalError &Found = Errors.emplace_back();
    SmallString<128> Message;
    D.FormatDiagnostic(Message);
    Found.Message = json::fixUTF8(Message);
    for (StringRef Member : Members)
      if (Message.str().contains(("'" + Member + "'").str()))
        Found.Member = Member.str();
    place(D, Found);
  }

  void forget() { Errors.clear(); }

  std::vector<RemovalError> Errors;

private:
  // As facts have it: where the word is spelled, and where the macro is used
  // that pasted it together.
  static SourceLocation spelled(SourceLocation At,
                                const SourceManager &Sources) {
    SourceLocation Spelled = Sources.getSpellingLoc(At);
    if (Sources.isWrittenInScratchSpace(Spelled) ||
        !Sources.getFileEntryRefForID(Sources.getFileID(Spelled)))
      return Sources.getExpansionLoc(At);
    return Spelled;
  }

  // Of an offsetof() the diagnostic stands at that word, and the member is in
  // its range.
  static SourceLocation placeOf(const clang::Diagnostic &D, StringRef Member) {
    const SourceManager &Sources = D.getSourceManager();
    for (const CharSourceRange &Range : D.getRanges())
      for (SourceLocation At : {Range.getBegin(), Range.getEnd()}) {
        if (At.isInvalid())
          continue;
        SourceLocation Spelled = spelled(At, Sources);
        unsigned Length =
            Lexer::MeasureTokenLength(Spelled, Sources, LangOptions());
        if (StringRef(Sources.getCharacterData(Spelled), Length) == Member)
          return Spelled;
      }
    return spelled(D.getLocation(), Sources);
  }

  void place(const clang::Diagnostic &D, RemovalError &Found) {
    if (!D.hasSourceManager() || D.getLocation().isInvalid())
      return;
    const SourceManager &Sources = D.getSourceManager();
    SourceLocation At = placeOf(D, Found.Member);
    OptionalFileEntryRef Entry =
        Sources.getFileEntryRefForID(Sources.getFileID(At));
    if (!Entry)
      return;
    Found.File = json::fixUTF8(Roots.portable(Entry->getName(), Directory));
    Found.Line = Sources.getSpellingLineNumber(At);
  }

  std::set<std::string> Members;
  const SourceRoots &Roots;
  StringRef Directory;
};

/// Notes which of the members are there.
class MemberCheck : public ASTConsumer {
public:
  MemberCheck(ArrayRef<MemberName> Names, std::vector<std::string> &Kept)
      : Names(Names), Kept(Kept) {}
  void HandleTranslationUnit(ASTContext &Context) override {
    const RecordDecl *Page = pageDefinition(Context);
    if (!Page)
      return;
    forEachMember(Page, [&](const FieldDecl *Field) {
      if (any_of(Names, [&](const MemberName &Name) {
            return Name.Member == Field->getName();
          }))
        Kept.push_back(Field->getName().str());
    });
  }

private:
  ArrayRef<MemberName> Names;
  std::vector<std::string> &Kept;
};

class CheckAction : public ASTFrontendAction {
public:
  CheckAction(ArrayRef<MemberName> Names, std::vector<std::string> &Kept)
      : Names(Names), Kept(Kept) {}
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &,
                                                 StringRef) override {
    return std::make_unique<MemberCheck>(Names, Kept);
  }

private:
  ArrayRef<MemberName> Names;
  std::vector<std::string> &Kept;
};

} // namespace

static Expected<FileTexts> textsWithout(const SourceTree &Tree,
                                        ArrayRef<MemberName> Names) {
  std::vector<MemberName> Backwards(Names.begin(), Names.end());
  llvm::sort(Backwards, [](const MemberName &A, const MemberName &B) {
    return A.Offset > B.Offset;
  });
  FileTexts Texts;
  for (const MemberName &Name : Backwards) {
    std::optional<std::string> &Text = Texts[Name.File];
    if (!Text) {
      Expected<std::optional<std::string>> Read = Tree.read(Name.File);
      if (!Read)
        return Read.takeError();
      Text = Read->value_or("");
    }
    if (StringRef(*Text).substr(Name.Offset, Name.Text.size()) != Name.Text)
      return errorIn(Name.File, "is not the file any more in which struct page "
                                "was found to have '" +
                                    Name.Member + "'");
    Text->insert(Name.Offset, GonePrefix.data(), GonePrefix.size());
  }
  return std::move(Texts);
}

Expected<RemovalOutcome> pagesplit::compileWithout(const UnitRequest &Request,
                                                   ArrayRef<MemberName> Names) {
  Expected<SourceTree> Tree = SourceTree::at(Request.SourceRoot);
  if (!Tree)
    return Tree.takeError();
  Expected<FileTexts> Texts = textsWithout(*Tree, Names);
  if (!Texts)
    return Texts.takeError();
  Expected<IntrusiveRefCntPtr<vfs::FileSystem>> Files =
      editedFiles(*Tree, *Texts);
  if (!Files)
    return Files.takeError();
  RemovalOutcome Outcome;
  Outcome.Unit = Request.Name;
  SourceRoots Roots(Request.SourceRoot, Request.BuildRoot);
  SeenErrors Seen(Names, Roots, Request.Directory);
  UnitJob Job;
  Job.Action = [&] {
    return std::make_unique<CheckAction>(Names, Outcome.Kept);
  };
  Job.Files = std::move(*Files);
  Job.Diagnostics = &Seen;
  // What came before is about the command line, and of a try that was refused.
  Job.Adjust = [&](CompilerInvocation &Invocation) {
    Seen.forget();
    // A guess at what was meant costs time and changes nothing.
    Invocation.getLangOpts().SpellChecking = false;
  };
  Outcome.Files = runOnUnit(Request, Roots, Job).Files;
  Outcome.Errors = std::move(Seen.Errors);
  return std::move(Outcome);
}
