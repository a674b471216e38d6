//===- CheckListener.cpp - diagnostics of checks as records ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckListener.h"

#include "pagesplit/AST/DeclarationWalker.h"
#include "pagesplit/Support/ContentHash.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/JSON.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

void CheckListener::begin(const ASTContext &Context) {
  Tree = &Context;
  Sources = &Context.getSourceManager();
  addOwners(*Context.getTranslationUnitDecl());
}

void CheckListener::addOwners(const DeclContext &In) {
  for (const Decl *D : In.decls()) {
    const auto *Function = dyn_cast<FunctionDecl>(D);
    const auto *Variable = dyn_cast<VarDecl>(D);
    if (Function && Function->doesThisDeclarationHaveABody())
      addOwner(Function);
    else if (Variable && Variable->hasInit())
      addOwner(Variable);
    else if (isa<NamespaceDecl, LinkageSpecDecl, CXXRecordDecl>(D))
      addOwners(*cast<DeclContext>(D));
  }
}

void CheckListener::addOwner(const NamedDecl *D) {
  auto [File, Begin] =
      Sources->getDecomposedLoc(Sources->getExpansionLoc(D->getBeginLoc()));
  auto [Last, End] =
      Sources->getDecomposedLoc(Sources->getExpansionLoc(D->getEndLoc()));
  if (File == Last)
    Owners[File].push_back({Begin, End, D});
}

std::string CheckListener::ownerAt(SourceLocation FileLoc) const {
  auto [File, Offset] = Sources->getDecomposedLoc(FileLoc);
  auto Found = Owners.find(File);
  if (Found != Owners.end())
    for (const Owner &Each : Found->second)
      if (Each.Begin <= Offset && Offset <= Each.End)
        return json::fixUTF8(ownerName(Each.Declared));
  return "";
}

std::string CheckListener::fileOf(SourceLocation FileLoc) const {
  OptionalFileEntryRef Entry =
      Sources->getFileEntryRefForID(Sources->getFileID(FileLoc));
  return Entry ? json::fixUTF8(Roots.portable(Entry->getName(), Directory))
               : "";
}

LintPlace CheckListener::place(SourceLocation Loc) const {
  if (Loc.isInvalid())
    return {};
  SourceLocation FileLoc = Sources->getFileLoc(Loc);
  auto [File, Offset] = Sources->getDecomposedLoc(FileLoc);
  return {fileOf(FileLoc), Sources->getLineNumber(File, Offset),
          Sources->getColumnNumber(File, Offset)};
}

// Checks give one edit or none.
std::optional<CheckEdit> CheckListener::editOf(const clang::Diagnostic &D,
                                               FileID File) const {
  if (D.getNumFixItHints() != 1)
    return std::nullopt;
  const FixItHint &Hint = D.getFixItHint(0);
  CharSourceRange Range =
      Lexer::makeFileCharRange(Hint.RemoveRange, *Sources, Tree->getLangOpts());
  if (Range.isInvalid())
    return std::nullopt;
  auto [At, Offset] = Sources->getDecomposedLoc(Range.getBegin());
  auto [Last, End] = Sources->getDecomposedLoc(Range.getEnd());
  if (At != File || Last != File || End < Offset)
    return std::nullopt;
  return CheckEdit{Offset, End - Offset, json::fixUTF8(Hint.CodeToInsert)};
}

static std::string messageOf(const clang::Diagnostic &D, StringRef Check) {
  SmallString<256> Text;
  D.FormatDiagnostic(Text);
  StringRef Message = Text;
  Message.consume_back((" [" + Check + "]").str());
  return json::fixUTF8(Message);
}

void CheckListener::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                     const clang::Diagnostic &D) {
  DiagnosticConsumer::HandleDiagnostic(Level, D);
  const std::string Check = NameOf(D.getID());
  const std::string Message = messageOf(D, Check);
  const SourceLocation Loc = D.getLocation();
  if (Level == DiagnosticsEngine::Note) {
    if (Latest)
      Latest->Notes.push_back({place(Loc), Message});
    return;
  }
  keepLatest();
  if (Level >= DiagnosticsEngine::Error && Results.Error.empty())
    Results.Error = Message;
  if (Level != DiagnosticsEngine::Warning || Loc.isInvalid() || !Sources)
    return;
  SourceLocation FileLoc = Sources->getFileLoc(Loc);
  CheckDiagnostic New;
  New.Check = Check;
  New.Where = place(FileLoc);
  if (!isInSourceTree(New.Where.File))
    return;
  New.Function = ownerAt(FileLoc);
  New.Message = Message;
  if (Loc.isMacroID() && Sources->getSpellingLoc(Loc) != FileLoc) {
    New.Body = place(Sources->getSpellingLoc(Loc));
    New.Macro =
        Lexer::getImmediateMacroName(Loc, *Sources, Tree->getLangOpts()).str();
  }
  New.Edit = editOf(D, Sources->getFileID(FileLoc));
  Results.Sources[New.Where.File] =
      contentHash(Sources->getBufferData(Sources->getFileID(FileLoc)));
  Latest = std::move(New);
}

void CheckListener::keepLatest() {
  if (Latest)
    Results.Diagnostics.insert(std::move(*Latest));
  Latest.reset();
}

CheckResults CheckListener::take() {
  keepLatest();
  return std::move(Results);
}
