//===- DeclarationWalker.h - declarations that can hold a page --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Shows each declaration whose type is struct page at some pointer depth:
/// parameters, return values, locals, members, globals, and the parameters and
/// return values of functions called through a struct member (ops tables).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_AST_DECLARATIONWALKER_H
#define PAGESPLIT_AST_DECLARATIONWALKER_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/TypeLoc.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <string>

namespace pagesplit {

enum class SiteKind { Param, Return, Local, Member, Global };

/// One declaration. Locations may lie in macros.
struct DeclarationSite {
  SiteKind Kind = SiteKind::Local;
  std::string Owner; ///< as Entity::Owner in Facts/Facts.h
  std::string Name;
  std::string Type;  ///< as written
  int Position = -1; ///< parameter index from 0, else -1
  unsigned Depth = 0;
  clang::SourceLocation Token; ///< the name, or where it would stand
  bool IsDefinition = false;
  /// Whether the owner's name means something outside its file.
  bool IsExternal = false;
};

/// The name under which facts know \p Function or a file-level variable:
/// qualified in C++, without template arguments.
std::string ownerName(const clang::NamedDecl *Owner);

/// The nearest struct around \p Field that has a name, its own or by typedef.
std::string structName(const clang::FieldDecl *Field);

/// Where the function type of \p Field is written, a pointer to a function;
/// null when a typedef hides it.
clang::FunctionTypeLoc functionTypeLoc(const clang::FieldDecl *Field);

/// The type that is called through a member of \p Type, a pointer to a function
/// or an array of them; else null.
const clang::FunctionProtoType *calledType(clang::QualType Type);

/// Show every such declaration in \p Context to \p Show, in AST order.
void walkDeclarations(clang::ASTContext &Context,
                      llvm::function_ref<void(const DeclarationSite &)> Show);

} // namespace pagesplit

#endif
