//===- GuardTests.h - what the outcome of a condition says ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads tests off a condition: a call or macro with a variable as argument 0,
/// a member of struct page. Looks through `!`, comparisons with a constant,
/// likely(), assignments and variables that keep a test's result. Walks
/// nothing and changes nothing.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_AST_GUARDTESTS_H
#define PAGESPLIT_LIB_AST_GUARDTESTS_H

#include "GuardState.h"
#include "MacroUses.h"
#include "PageTypes.h"
#include "pagesplit/Knowledge/Knowledge.h"

namespace pagesplit {

class GuardTests {
public:
  GuardTests(const clang::ASTContext &Context, PageTypes &Types,
             MacroUses &Macros, const Knowledge &Known, GuardPaths &Paths)
      : Context(Context), Types(Types), Macros(Macros), Known(Known),
        Paths(Paths) {}

  /// What holds where \p Condition came out as \p Outcome, known \p State.
  GuardFacts of(const clang::Expr *Condition, bool Outcome,
                const GuardState &State);

  /// The same, of nothing but the macros that \p Condition is the value of.
  GuardFacts ofMacros(const clang::Expr *Condition, bool Outcome);

  /// What is the case where `switch (On)` went to a label of value \p Case.
  GuardFacts ofCase(const clang::Expr *On, const clang::Expr *Case,
                    bool IsTaken);

  /// What both outcomes of a variable's value say; empty for most values.
  KeptTest keptBy(const clang::VarDecl *Variable, const clang::Expr *Value,
                  const GuardState &State);

private:
  void collect(const clang::Expr *E, bool Outcome);
  void collectBinary(const clang::BinaryOperator *E, bool Outcome);
  void collectComparison(const clang::BinaryOperator *E, bool Outcome);
  void collectCall(const clang::CallExpr *E, const std::string &Value,
                   bool Outcome);
  void collectMember(const clang::MemberExpr *E, bool Outcome);
  void collectKept(const clang::DeclRefExpr *E, bool Outcome);
  void collectMacros(const clang::Expr *E, const std::string &Value,
                     bool Outcome);
  void collectArgument(const MacroAround &Use, const clang::Expr *Page,
                       const std::string &Value, bool Outcome);
  void collectEqual(const clang::Expr *E, const std::string &Value,
                    bool Outcome);
  llvm::SmallVector<const clang::Expr *, 8> pagesIn(const clang::Expr *E);
  bool mayTest(const clang::Expr *E);
  const clang::Expr *handedOn(const clang::Expr *E);
  unsigned ownPath(const clang::Expr *E);
  unsigned testedPath(const clang::Expr *E);
  bool isOfInterest(clang::QualType Type);
  std::string constantText(const clang::Expr *E) const;

  const clang::ASTContext &Context;
  PageTypes &Types;
  MacroUses &Macros;
  const Knowledge &Known;
  GuardPaths &Paths;
  llvm::DenseMap<const clang::Type *, bool> Interest;
  const GuardState *State = nullptr;
  GuardFacts Found;
  unsigned Depth = 0;
};

} // namespace pagesplit

#endif
