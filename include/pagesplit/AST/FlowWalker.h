//===- FlowWalker.h - every move of a page ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Walks the bodies of an AST once and shows each move of a page to a callback:
/// from which declaration, to which one, through what, and which tests hold
/// there. Knows declarations and macros, not files nor facts
/// (Extract/FlowCollector.h); docs/flows.md says what counts as a move.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_AST_FLOWWALKER_H
#define PAGESPLIT_AST_FLOWWALKER_H

#include "pagesplit/Knowledge/Knowledge.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Type.h"
#include "clang/Basic/SourceLocation.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <string>
#include <vector>

namespace pagesplit {

/// The kinds of a place in Facts/Flow.h, in the same order.
enum class FlowEnd {
  Param,
  Return,
  Local,
  Member,
  Global,
  Field,
  Type,
  Function,
  Slot,
  Opaque,
};

/// One end of a move.
struct FlowPlace {
  FlowEnd Kind = FlowEnd::Opaque;
  /// Param, Return: the function, or the field or variable that points to it;
  /// null for a macro. Local, Global, Member: the declaration. Function: the
  /// function. Slot: the field or variable, or with a Position the function (or
  /// what points to it) whose parameter it is.
  const clang::NamedDecl *Declaration = nullptr;
  int Position = -1;
  /// Of a macro, a field of struct page, a type, or what hides the value.
  std::string Name;
  /// Where a member is used that can hold other things than pages: two files
  /// that use one may mean two things.
  clang::SourceLocation UsedAt;
  /// Of a Field: the struct that what is put there or taken from there points
  /// to; null: not asked.
  clang::QualType Pointee;
  /// The place holds what a list links. As a Type: what the list is said to
  /// link.
  bool IsList = false;

  /// Whether both name one declaration of this unit in the same way.
  bool isSame(const FlowPlace &Other) const {
    return Declaration && Declaration == Other.Declaration &&
           Kind == Other.Kind && Position == Other.Position;
  }
};

/// The kinds of a move in Facts/Flow.h, in the same order.
enum class FlowForm { Assign, Argument, Return, Use, Cast, Store, Put, Take };

/// A test that came out one way on every path to here.
struct FlowTest {
  std::string Test;
  bool Holds = true;
};

/// One move. Locations may lie in macros.
struct FlowSite {
  FlowForm Form = FlowForm::Assign;
  FlowPlace From;
  FlowPlace To;
  std::vector<std::string> Through;
  std::vector<FlowTest> Tests; ///< of the variable From; in no order
  /// The value that moves; for a use the access, for a cast the cast.
  clang::SourceRange Range;
  /// The function or file-level variable around it.
  const clang::NamedDecl *Owner = nullptr;
};

/// The name of a function; of a function pointer "struct S.op" for a member,
/// "f#2" for a parameter, its own for a variable.
std::string calleeName(const clang::NamedDecl *Callee);

/// Show every move in the traversal scope of \p Context to \p Show. \p Macros
/// is the preprocessor that made the tokens, for the names of macros'
/// parameters. One written expression is shown as often as it is evaluated;
/// moves between lists come last, and only those of lists that pages are seen
/// to be in. Of \p Known the assertions, the list operations, the calls about
/// words of a page and those between pages and addresses are asked for.
void walkFlows(clang::ASTContext &Context, const clang::Preprocessor &Macros,
               const Knowledge &Known,
               llvm::function_ref<void(const FlowSite &)> Show);

} // namespace pagesplit

#endif
