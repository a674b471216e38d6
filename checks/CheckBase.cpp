//===- CheckBase.cpp - what all memdesc checks share ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckBase.h"

#include "KernelAtHand.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "pagesplit/AST/PageRecord.h"
#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/SourceRoots.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/YAMLParser.h"

using namespace clang;
using namespace clang::ast_matchers;
using namespace llvm;

namespace pagesplit::checks {

// "memdesc-page-api.Database" for one check, "memdesc.Database" for all.
static std::string optionOf(const tidy::ClangTidyCheck::OptionsView &Options,
                            StringRef Key) {
  if (std::optional<StringRef> Own = Options.get(Key); Own && !Own->empty())
    return Own->str();
  return Options.getLocalOrGlobal(("memdesc." + Key).str(), "").str();
}

PageCheck::PageCheck(StringRef Name, tidy::ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context), Database(optionOf(Options, "Database")),
      KnowledgeDirectory(optionOf(Options, "Knowledge")),
      Layer(optionOf(Options, "Layer")),
      SourceRoot(optionOf(Options, "SourceRoot")) {}

void PageCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "Database", Database);
  Options.store(Opts, "Knowledge", KnowledgeDirectory);
  Options.store(Opts, "Layer", Layer);
  Options.store(Opts, "SourceRoot", SourceRoot);
}

// Not OptionsView::get<bool>(): GCC and Clang give that specialisation
// different names, and the clang-tidy that loads this was built by either.
bool PageCheck::isAsked(StringRef Key) {
  std::optional<StringRef> Text = Options.get(Key);
  if (!Text)
    return false;
  std::optional<bool> Value = yaml::parseBool(*Text);
  if (!Value)
    configurationDiag("option '%0' is '%1', not 'true' or 'false'")
        << Key << *Text;
  return Value.value_or(false);
}

void PageCheck::registerPPCallbacks(const SourceManager &, Preprocessor *PP,
                                    Preprocessor *) {
  Macros = PP;
}

void PageCheck::registerMatchers(MatchFinder *Finder) {
  Finder->addMatcher(translationUnitDecl(), this);
}

void PageCheck::check(const MatchFinder::MatchResult &Result) {
  Sources = Result.SourceManager;
  if (!prepare(*Result.Context))
    return;
  View = UnitView::of(*Result.Context, *Macros, *Known);
  checkUnit(*Result.Context);
}

static const RecordDecl *pageIn(ASTContext &Context) {
  const TranslationUnitDecl *Unit = Context.getTranslationUnitDecl();
  for (const Decl *D : Unit->lookup(&Context.Idents.get("page")))
    if (const auto *Record = dyn_cast<RecordDecl>(D))
      if (isPageRecord(Record))
        return Record->getDefinition() ? Record->getDefinition() : Record;
  return nullptr;
}

void PageCheck::complainOnce(Error E) {
  static thread_local std::string Last;
  std::string Text = toString(std::move(E));
  if (Text == Last)
    return;
  Last = Text;
  configurationDiag("%0", DiagnosticIDs::Error) << Text;
}

bool PageCheck::prepare(ASTContext &Context) {
  const RecordDecl *Page = pageIn(Context);
  if (!Page || !Macros)
    return false;
  Root = SourceRoot.empty() ? kernelAround(Page->getLocation(), *Sources)
                            : SourceRoot;
  Expected<std::shared_ptr<const Knowledge>> Read =
      knowledgeOf(KnowledgeDirectory, Layer, Root);
  if (!Read) {
    complainOnce(Read.takeError());
    return false;
  }
  Known = *Read;
  if (Database.empty() || Solved)
    return true;
  Expected<Snapshot> Opened = Snapshot::open(Database);
  if (!Opened) {
    complainOnce(Opened.takeError());
    return false;
  }
  Solved = std::make_unique<Snapshot>(std::move(*Opened));
  return true;
}

std::string PageCheck::portable(FileID File) const {
  OptionalFileEntryRef Entry = Sources->getFileEntryRefForID(File);
  if (!Entry || Root.empty())
    return "";
  StringRef Path = Entry->getFileEntry().tryGetRealPathName();
  return SourceRoots(Root, "").portable(Path.empty() ? Entry->getName() : Path,
                                        "/");
}

std::optional<SnapshotVerdict> PageCheck::solved(const NamedDecl *D) {
  if (!Solved || !D || !D->getIdentifier())
    return std::nullopt;
  SnapshotKey Key;
  Key.Name = D->getNameAsString();
  Key.File =
      portable(Sources->getFileID(Sources->getExpansionLoc(D->getLocation())));
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(D)) {
    Key.Kind = "param";
    Key.Position = int(Parameter->getFunctionScopeIndex());
  } else if (const auto *Field = dyn_cast<FieldDecl>(D)) {
    Key.Kind = "member";
    Key.Owner = structName(Field);
  } else {
    Key.Kind = D->getParentFunctionOrMethod() ? "local" : "global";
  }
  if (const auto *Function =
          dyn_cast_or_null<FunctionDecl>(D->getParentFunctionOrMethod()))
    Key.Owner = ownerName(Function);
  return Solved->declaration(Key);
}

std::optional<SnapshotVerdict> PageCheck::solvedAccess(SourceLocation Token,
                                                       StringRef Field) {
  if (!Solved || Token.isInvalid())
    return std::nullopt;
  auto [File, Offset] =
      Sources->getDecomposedLoc(Sources->getSpellingLoc(Token));
  std::string Name = portable(File);
  if (Name.empty())
    return std::nullopt;
  return Solved->access(Name, contentHash(Sources->getBufferData(File)), Offset,
                        Field);
}

bool PageCheck::isInSystemHeader(SourceLocation Loc) const {
  return Sources->isInSystemHeader(Sources->getExpansionLoc(Loc));
}

} // namespace pagesplit::checks
