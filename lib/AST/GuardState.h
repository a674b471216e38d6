//===- GuardState.h - the tests that hold at one point ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What is known of variables at one point of a function: the tests that came
/// out one way on every path to it. Grows at branches, is joined where paths
/// meet, and shrinks where a variable changes.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_AST_GUARDSTATE_H
#define PAGESPLIT_LIB_AST_GUARDSTATE_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/SmallVector.h"

#include <map>
#include <string>
#include <vector>

namespace pagesplit {

/// Numbers the variables, members and elements that tests are about: page,
/// vmf->page, pages[i]. 0 is none of these.
class GuardPaths {
public:
  unsigned of(const clang::Expr *E);
  unsigned of(const clang::VarDecl *Variable);

  /// Whether what is at \p Path is another one after \p Changed was assigned.
  bool isTouched(unsigned Path, unsigned Changed) const;

  /// A macro's variable is the expression it was initialised with.
  void setAlias(const clang::VarDecl *Variable, const clang::Expr *Value) {
    Aliases[Variable] = Value;
  }
  bool hasAliases() const { return !Aliases.empty(); }
  void dropAlias(const clang::VarDecl *Variable) { Aliases.erase(Variable); }
  /// Null when \p Variable stands for itself.
  const clang::Expr *aliasOf(const clang::VarDecl *Variable) const {
    auto Found = Aliases.find(Variable);
    return Found == Aliases.end() ? nullptr : Found->second;
  }

private:
  /// Declarations from the root on; null is `*`, an index is its declaration
  /// or its number.
  using Path = std::vector<const void *>;
  bool build(const clang::Expr *E, Path &Into, unsigned Depth) const;
  bool buildVariable(const clang::VarDecl *Variable, Path &Into,
                     unsigned Depth) const;
  bool buildUnary(const clang::UnaryOperator *E, Path &Into,
                  unsigned Depth) const;
  unsigned number(Path P);

  std::map<Path, unsigned> Numbers;
  std::vector<const Path *> Paths;
  std::map<const clang::VarDecl *, const clang::Expr *> Aliases;
};

/// One test of one variable.
struct GuardFact {
  unsigned Path = 0;
  std::string Test;
  bool Holds = true;

  bool operator==(const GuardFact &Other) const {
    return Path == Other.Path && Holds == Other.Holds && Test == Other.Test;
  }
};

using GuardFacts = std::vector<GuardFact>;

/// A variable that holds the result of tests: what each outcome says.
struct KeptTest {
  const clang::VarDecl *Variable = nullptr;
  GuardFacts WhenTrue;
  GuardFacts WhenFalse;

  bool operator==(const KeptTest &Other) const {
    return Variable == Other.Variable && WhenTrue == Other.WhenTrue &&
           WhenFalse == Other.WhenFalse;
  }
};

struct GuardState {
  GuardFacts Facts;
  std::vector<KeptTest> Kept;
  bool Reachable = true;

  static GuardState unreachable() {
    GuardState S;
    S.Reachable = false;
    return S;
  }
  bool knowsNothing() const { return Facts.empty() && Kept.empty(); }
  void add(const GuardFacts &More);
  /// What holds whether one came from here or from \p Other.
  void join(const GuardState &Other);
  /// \p Changed was assigned, or somebody else can assign it now.
  void forget(unsigned Changed, const GuardPaths &Paths);
  void forgetKept(const clang::VarDecl *Variable);
};

} // namespace pagesplit

#endif
