//===- ConcernedNames.h - which names can lead to a page --------*- C++ -*-===//
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Says, while a C unit is parsed, whether the body of a function can hold
/// anything that the walkers show: an access, a declaration or a move of a
/// page. Every expression has its type from a name in it: of a variable, a
/// member, a function, a type. So a body without a name that concerns pages
/// cannot have an expression that does. Which names do is taken from the
/// declarations of this unit; nothing is guessed.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_AST_CONCERNEDNAMES_H
#define PAGESPLIT_AST_CONCERNEDNAMES_H

#include "clang/AST/Decl.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

namespace pagesplit {

/// Types that concern pages: struct page, structs that begin with or embed one
/// (struct folio), what lists are linked by (struct list_head), and pointers
/// to, arrays of and functions over these.
class ConcernedNames {
public:
  /// Call for each declaration at file level, and each struct that is complete,
  /// in the order of the file; for a function before its body is parsed.
  void add(const clang::Decl *D);

  /// Whether the body of \p F, of which the opening brace is the last token
  /// that \p Tokens gave, may hold anything. In C++ it always may. Reads ahead
  /// to the first name that concerns pages, or else to the end of the body, and
  /// gives all back.
  bool mayConcern(const clang::FunctionDecl *F, clang::Preprocessor &Tokens);

private:
  using Names = llvm::SmallVector<const clang::IdentifierInfo *, 4>;
  void addName(const clang::NamedDecl *D, clang::QualType Type);
  void addRecord(const clang::RecordDecl *Record);
  void addConcerned(const clang::RecordDecl *Record);
  bool concerns(clang::QualType Type, const clang::IdentifierInfo *Waiting);

  llvm::DenseSet<const clang::IdentifierInfo *> Concerned;
  llvm::DenseSet<const clang::RecordDecl *> Records; ///< canonical
  /// Names of types with these structs, which are not complete so far.
  llvm::DenseMap<const clang::RecordDecl *, Names> Open;
};

} // namespace pagesplit

#endif
