//===- ValueOrigins.h - where an expression's value is from -----*- C++ -*-===//
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// From an expression to the places its value may come from: declarations,
/// results of calls and macros, types it was cast from, or an end of sight.
/// Looks at the expression alone; what a variable was assigned before is not
/// its question, except for the variables that macros make for themselves.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_AST_VALUEORIGINS_H
#define PAGESPLIT_LIB_AST_VALUEORIGINS_H

#include "GuardTests.h"
#include "pagesplit/AST/FlowWalker.h"

namespace pagesplit {

/// One place a value may come from.
struct Origin {
  FlowPlace Place;
  std::vector<std::string> Through; ///< as FlowSite::Through
  /// The expression that stands for Place, for its tests; null: none.
  const clang::Expr *Root = nullptr;
  /// What the arms of `?:` say on the way to it.
  GuardFacts Known;
  /// The macros it was an argument of, and how long Through was then.
  struct Mark {
    clang::FileID Invocation;
    int Argument;
    size_t Length;
  };
  std::vector<Mark> Marks;
  /// The container_of() by a member of struct page that found it; null: none.
  const clang::OffsetOfExpr *Container = nullptr;
};

using Origins = std::vector<Origin>;

class ValueOrigins {
public:
  ValueOrigins(const clang::ASTContext &Context, PageTypes &Types,
               MacroUses &Macros, const Knowledge &Known, GuardPaths &Paths,
               GuardTests &Tests)
      : Context(Context), Types(Types), Macros(Macros), Known(Known),
        Paths(Paths), Tests(Tests) {}

  /// Where the page that \p E is or points to comes from.
  Origins of(const clang::Expr *E);

  /// The places that an assignment to the lvalue \p E writes to.
  std::vector<FlowPlace> targets(const clang::Expr *E);

  /// What \p E links, which is or points to a list or an entry of one: the page
  /// whose member it is, or the list that is a place. With \p IsEntry a member
  /// of another struct is that struct's link, not a list of its own.
  Origins linked(const clang::Expr *E, bool IsEntry = false);

  /// The lists that an assignment to the lvalue \p E writes to; the links in a
  /// page are none.
  std::vector<FlowPlace> linkTargets(const clang::Expr *E);

  /// Whether a page can be seen in the value of \p E, whatever its type.
  bool carriesPage(const clang::Expr *E);

  /// The part of \p E whose value it has, whatever the type, also through the
  /// variables of macros; null: not just one.
  const clang::Expr *carrier(const clang::Expr *E) const;

  /// The function, or what points to it; null when it cannot be named.
  const clang::NamedDecl *callee(const clang::Expr *Callee) const;

private:
  /// Far beyond what is written by hand; a macro's variable that initialises
  /// itself, and nests of `?:`, end here.
  static constexpr unsigned MaxDepth = 64;
  static constexpr size_t MaxOrigins = 64;

  const clang::Expr *sameValue(const clang::Expr *E) const;
  void visit(const clang::Expr *E);
  void step(const clang::Expr *E);
  void visitDeclaration(const clang::DeclRefExpr *E);
  void visitMember(const clang::MemberExpr *E);
  void visitTarget(const clang::Expr *Pointer);
  void visitUnary(const clang::UnaryOperator *E);
  void visitAddress(const clang::Expr *Object);
  void visitBinary(const clang::BinaryOperator *E);
  void visitInteger(const clang::BinaryOperator *E);
  void visitElement(const clang::ArraySubscriptExpr *E);
  void visitChoice(const clang::Expr *Condition, const clang::Expr *True,
                   const clang::Expr *False);
  void visitCall(const clang::CallExpr *E);
  void handOn(const clang::CallExpr *E, const clang::NamedDecl *Callee);
  void visitMacros(const clang::Expr *E, size_t First);
  bool visitContainer(const clang::BinaryOperator *E);
  void visitLink(const clang::MemberExpr *E);
  void visitAddressed(const std::string &Call, const clang::Expr *Address);
  void leaf(const clang::Expr *E, FlowPlace Place);
  void opaque(const clang::Expr *E);
  void through(size_t First, const std::string &What);

  const clang::ASTContext &Context;
  PageTypes &Types;
  MacroUses &Macros;
  const Knowledge &Known;
  GuardPaths &Paths;
  GuardTests &Tests;
  Origins Found;
  bool IsTarget = false;
  /// What is asked of a list_head: what the list holds, or whose link it is;
  /// No: the value is no list_head.
  enum class Links { No, OfList, OfEntry };
  Links Asked = Links::No;
  unsigned Depth = 0;
};

/// The name of the typedef that \p Type points to or is an array of; empty:
/// none.
llvm::StringRef typedefBehind(clang::QualType Type);

/// The typedef behind the pointer \p E that \p Fits, looking through casts and
/// flag bits, the one written furthest inside; empty: none.
std::string pointedTypedef(const clang::Expr *E,
                           llvm::function_ref<bool(llvm::StringRef)> Fits);

/// The expression below which the programmer wrote the object of \p E: hops
/// into unnamed structs and unions are not written.
const clang::MemberExpr *outermostHop(const clang::MemberExpr *E);

/// "struct folio.page" for the member \p E of another struct.
std::string embeddingName(const clang::MemberExpr *E);

} // namespace pagesplit

#endif
