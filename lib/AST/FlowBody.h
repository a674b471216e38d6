//===- FlowBody.h - the moves in one function -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Walks the body of a function, or one initialiser, in the order in which it
/// runs: statements carry what is known from branch to branch
/// (FlowStatements.cpp, FlowLoops.cpp, FlowJumps.cpp, FlowConditions.cpp),
/// expressions show moves (FlowExpressions.cpp, FlowCalls.cpp,
/// FlowInitialisers.cpp, FlowLists.cpp, FlowAddresses.cpp, FlowWords.cpp).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_AST_FLOWBODY_H
#define PAGESPLIT_LIB_AST_FLOWBODY_H

#include "ListMoves.h"
#include "ValueOrigins.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

namespace pagesplit {

/// What the walk over one unit shares between its functions.
struct FlowUnit {
  FlowUnit(clang::ASTContext &Context, const clang::Preprocessor &Macros,
           const Knowledge &Known,
           llvm::function_ref<void(const FlowSite &)> Show)
      : Context(Context), Types(Context), Macros(Context, Macros), Known(Known),
        Sink(Show) {}

  void show(const FlowSite &Site) {
    if (Site.From.IsList || Site.To.IsList)
      Lists.add(Site);
    else
      Sink(Site);
  }

  clang::ASTContext &Context;
  PageTypes Types;
  MacroUses Macros;
  const Knowledge &Known;
  ListMoves Lists;

private:
  llvm::function_ref<void(const FlowSite &)> Sink;
};

class FlowBody {
public:
  /// \p Owner is the function, or the variable that is initialised.
  FlowBody(FlowUnit &Unit, const clang::NamedDecl *Owner);

  void walkFunction(const clang::FunctionDecl *Function);
  void walkVariable(const clang::VarDecl *Variable);
  void walkMemberInitialiser(const clang::FieldDecl *Field);

private:
  /// The loop or switch that `break` and `continue` leave.
  struct Exit {
    GuardState Break = GuardState::unreachable();
    GuardState Continue = GuardState::unreachable();
    bool IsSwitch = false;
    /// Of a switch: what holds at each label.
    GuardState Entry;
    const clang::SwitchStmt *Switch = nullptr;
    bool HasDefault = false;
  };

  /// What is known at a label, and how many jumps were not seen yet.
  struct LabelState {
    GuardState Joined = GuardState::unreachable();
    unsigned Unseen = 0;
  };

  // FlowStatements.cpp, FlowLoops.cpp, FlowJumps.cpp
  void statement(const clang::Stmt *S);
  void discarded(const clang::Expr *E);
  void compound(const clang::CompoundStmt *S);
  void branch(const clang::IfStmt *S);
  void loop(const clang::Stmt *Whole, const clang::Stmt *Before,
            const clang::Expr *Condition, const clang::Stmt *Body,
            const clang::Expr *Step);
  void doLoop(const clang::DoStmt *S);
  void rangeLoop(const clang::CXXForRangeStmt *S);
  void choose(const clang::SwitchStmt *S);
  void caseLabel(const clang::SwitchCase *S);
  GuardState atCase(const clang::SwitchCase *S);
  void label(const clang::LabelStmt *S);
  void jump(const clang::LabelDecl *Label);
  void leaveLoop(bool IsBreak);
  void giveBack(const clang::ReturnStmt *S);
  void declare(const clang::DeclStmt *S);
  void declare(const clang::VarDecl *Variable);
  void cleanUp(const clang::VarDecl *Variable);
  void assembly(const clang::AsmStmt *S);
  void attempt(const clang::CXXTryStmt *S);
  void enterLoop(const clang::Stmt *Whole);
  void countJumps();
  bool isAsserted(clang::SourceLocation Loc);

  // FlowConditions.cpp
  void condition(const clang::Expr *E, GuardState &True, GuardState &False);
  void conditionBinary(const clang::BinaryOperator *E, GuardState &True,
                       GuardState &False);
  void conditionLeaf(const clang::Expr *E, GuardState &True, GuardState &False);

  // FlowExpressions.cpp, FlowInitialisers.cpp
  void expression(const clang::Expr *E);
  bool ownForm(const clang::Expr *E);
  void children(const clang::Stmt *S);
  void binary(const clang::BinaryOperator *E);
  void unary(const clang::UnaryOperator *E);
  void member(const clang::MemberExpr *E);
  void atomic(const clang::AtomicExpr *E);
  void castTo(const clang::ExplicitCastExpr *E);
  void containerOf(const clang::BinaryOperator *E);
  void choice(const clang::AbstractConditionalOperator *E);
  void block(const clang::StmtExpr *E);
  void lambda(const clang::LambdaExpr *E);
  void macroArgument(const clang::Expr *E);
  void step(const clang::Expr *E, const clang::Expr *Pointer);
  void whole(const clang::Expr *Page, clang::SourceRange Range);
  void wholeOperand(const clang::Expr *Pointer, clang::SourceRange Range);
  void assign(const clang::BinaryOperator *E);
  void initialise(FlowPlace Place, clang::QualType Type,
                  const clang::Expr *Value);
  void initialiseRecord(const clang::InitListExpr *List);
  void changed(const clang::Expr *E);
  void keepTest(const clang::Expr *Target, const clang::Expr *Value);
  void keepTest(const clang::VarDecl *Variable, const clang::Expr *Value);

  // FlowCalls.cpp
  void call(const clang::CallExpr *E);
  void construct(const clang::CXXConstructExpr *E);
  void arguments(const clang::NamedDecl *Callee,
                 const clang::FunctionProtoType *Prototype,
                 llvm::ArrayRef<const clang::Expr *> Arguments);
  void besideCallback(const clang::NamedDecl *Callee,
                      const clang::FunctionProtoType *Prototype,
                      llvm::ArrayRef<const clang::Expr *> Given);
  void argument(const clang::NamedDecl *Callee, int Position,
                clang::QualType ParamType, const clang::Expr *Value);
  void store(const clang::Expr *Value, const FlowPlace &Slot);

  void show(FlowForm Form, const clang::Expr *Value, const FlowPlace &To,
            clang::SourceRange Range, llvm::StringRef Last = "");
  void showContainer(const clang::OffsetOfExpr *Offset, const FlowPlace &To);

  // FlowAddresses.cpp
  void addressOf(const clang::CastExpr *E);
  bool isAddressOf(const std::string &Call, const clang::Expr *Page,
                   const clang::CastExpr *Cast);

  // FlowWords.cpp
  struct WordOfPage;
  clang::QualType tellingPointee(clang::QualType Type);
  std::optional<WordOfPage> wordAt(const clang::Expr *E);
  std::optional<WordOfPage> wordReadBy(const clang::Expr *E);
  const clang::Expr *withoutFlags(const clang::Expr *E);
  void pointees(const clang::Expr *E, clang::QualType Outer,
                llvm::SmallVectorImpl<clang::QualType> &Into);
  void put(const WordOfPage &Word, const clang::Expr *Value,
           clang::SourceRange Range);
  void assignWord(const clang::Expr *Target, const clang::Expr *Value,
                  clang::SourceRange Range);
  void wordCall(const WordCall &Call, const clang::CallExpr *E);
  void takeFromWord(const clang::CastExpr *E);

  // FlowLists.cpp
  void listCall(const ListCall &Call,
                llvm::ArrayRef<const clang::Expr *> Given);
  void showLinks(FlowForm Form, const clang::Expr *Value, const FlowPlace &To,
                 bool IsEntry = false, bool IsAlias = false);
  void takenOut(const clang::OffsetOfExpr *Offset, const clang::Expr *Link,
                clang::SourceRange Range);
  std::vector<FlowTest> testsOf(const Origin &O);

  FlowUnit &Unit;
  const clang::NamedDecl *Owner;
  /// Whose `return` it is; null outside functions.
  const clang::FunctionDecl *Function = nullptr;
  const clang::Stmt *Body = nullptr;
  GuardPaths Paths;
  GuardTests Tests;
  ValueOrigins Values;
  GuardState State;
  std::vector<Exit> Exits;
  std::map<const clang::LabelDecl *, LabelState> Labels;
  bool JumpsCounted = false;
  /// The body of a list operation: what it does is known by its name.
  bool IsListCall = false;
  /// Whether an assertion here ends what it asserts; not while its value is
  /// asked for.
  bool Asserting = true;
  /// Depth of statement expressions.
  unsigned Blocks = 0;
};

/// What a condition that is a mere number or `true` always comes out as.
std::optional<bool> literalTruth(const clang::Expr *E);

/// Whether \p E is the arithmetic of container_of(), maybe cast.
bool isContainerOf(const clang::Expr *E);

/// The place of a local or global variable.
FlowPlace variablePlace(const clang::VarDecl *Variable);

} // namespace pagesplit

#endif
