//===- DeclarationSpans.h - where pages are declared ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The words of declarations of `struct page *`: names, types, declarators.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EXTRACT_DECLARATIONSPANS_H
#define PAGESPLIT_LIB_EXTRACT_DECLARATIONSPANS_H

#include "TextSpans.h"

namespace pagesplit {

class DeclarationSpans {
public:
  DeclarationSpans(const clang::ASTContext &Context, TextSpans &Spans)
      : Context(Context), Spans(Spans) {}

  /// Name and scope of a function or slot, as in FunctionMention.
  std::pair<std::string, std::string> nameOf(const clang::NamedDecl *Callable);

  /// The local variables in the body of \p F.
  void addLocals(const clang::FunctionDecl *F, UseSet &Into);

  /// The parameters and the result of \p F, in each of its declarations.
  void addFunction(const clang::FunctionDecl *F, UseSet &Into);

  /// The parameters and the result of \p Slot.
  void addSlot(const clang::FieldDecl *Slot, UseSet &Into);

  /// The members of structs that are defined in \p Files.
  void addMembers(const std::set<std::string> &Files, UseSet &Into);

private:
  void add(PageDeclaration Record, const clang::DeclaratorDecl *D,
           UseSet &Into);
  void addList(llvm::ArrayRef<const clang::DeclaratorDecl *> List,
               const PageDeclaration &Common, UseSet &Into);
  void addRecord(const clang::RecordDecl *Record, UseSet &Into);
  FunctionMention declaration(const clang::NamedDecl *Callable);
  void addParameter(const clang::ParmVarDecl *P, PageDeclaration Common,
                    UseSet &Into);
  void addRedeclaration(const clang::FunctionDecl *F, UseSet &Into);
  TextSpan pageWord(clang::SourceLocation Begin, const TextSpan &Before);
  TextSpan pageWord(const clang::DeclaratorDecl *D, const TextSpan &Before);
  std::vector<TextSpan>
  declarators(llvm::ArrayRef<const clang::DeclaratorDecl *> List,
              const TextSpan &TypeWord);
  unsigned skipBlanks(const TextSpan &Behind);
  void setBody(const clang::FunctionDecl *F, PageDeclaration &Record);

  const clang::ASTContext &Context;
  TextSpans &Spans;
};

} // namespace pagesplit

#endif
