//===- MemoryUse.cpp - what an expression does to a field -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/AST/MemoryUse.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

namespace {

/// Climbs one step at a time. Child is the expression just left, Parent the
/// one above it; a step either goes on or ends with an answer.
class Climber {
public:
  Climber(const EnclosingStack &Stack, const Knowledge &Known,
          const ASTContext &Context)
      : Stack(Stack), Known(Known), Context(Context) {}

  MemoryUse run(bool StartsAsPointer);

private:
  enum class Holds { Lvalue, Pointer };

  bool step(); ///< false when Answer is final
  bool stepLvalue();
  bool stepPointer();
  bool stepUnary(const UnaryOperator *Unary);
  bool stepCast(const CastExpr *Cast);
  bool stepBinary(const BinaryOperator *Binary);
  bool stepCall(const CallExpr *Call);
  bool stepAtomic(const AtomicExpr *Atomic);
  bool stepAsm(const GCCAsmStmt *Asm);
  bool stepCopyCall(const CXXOperatorCallExpr *Call);
  bool answer(MemoryUse Use) {
    Answer = std::move(Use);
    return false;
  }
  bool goOn(Holds Next) {
    Now = Next;
    return true;
  }
  bool addressLeaves(StringRef Via = "");
  std::optional<MemoryEffect> effectOfMacro(std::string &Name) const;

  const EnclosingStack &Stack;
  const Knowledge &Known;
  const ASTContext &Context;
  const Expr *Start = nullptr;
  const Stmt *Child = nullptr;
  const Stmt *Parent = nullptr;
  const Stmt *Grandparent = nullptr;
  Holds Now = Holds::Lvalue;
  MemoryUse Answer;
};

} // namespace

static MemoryUse useOf(MemoryEffect Effect, StringRef Via) {
  MemoryUse Use;
  Use.Reads = Effect != MemoryEffect::Write;
  Use.Writes = Effect != MemoryEffect::Read;
  Use.Via = Via.str();
  return Use;
}

// Inside a macro such as cmpxchg() the address goes through local variables
// that hide what happens to it; the macro's own name says it.
std::optional<MemoryEffect> Climber::effectOfMacro(std::string &Name) const {
  const SourceManager &Sources = Context.getSourceManager();
  SourceLocation At = Start->getExprLoc();
  for (; At.isMacroID(); At = Sources.getImmediateMacroCallerLoc(At)) {
    if (!Sources.isMacroArgExpansion(At))
      continue;
    Name =
        Lexer::getImmediateMacroName(At, Sources, Context.getLangOpts()).str();
    if (auto Effect = Known.memoryEffect(Name))
      return Effect;
  }
  return std::nullopt;
}

bool Climber::addressLeaves(StringRef Via) {
  std::string Macro;
  if (std::optional<MemoryEffect> Effect = effectOfMacro(Macro))
    return answer(useOf(*Effect, Macro));
  return answer(MemoryUse::leaves(Via));
}

bool Climber::stepUnary(const UnaryOperator *Unary) {
  switch (Unary->getOpcode()) {
  case UO_AddrOf:
    return goOn(Holds::Pointer);
  case UO_Deref:
    return goOn(Holds::Lvalue);
  case UO_Extension:
    return true;
  default:
    if (Now == Holds::Pointer) // !ptr: nothing of the field is touched
      return answer({});
    return answer(Unary->isIncrementDecrementOp() ? MemoryUse::readWrite()
                                                  : MemoryUse::read());
  }
}

bool Climber::stepCast(const CastExpr *Cast) {
  switch (Cast->getCastKind()) {
  case CK_LValueToRValue:
    return Now == Holds::Lvalue ? answer(MemoryUse::read()) : true;
  case CK_ToVoid:
    return answer(Now == Holds::Lvalue ? MemoryUse::read() : MemoryUse());
  case CK_PointerToBoolean:
    return answer({});
  case CK_ArrayToPointerDecay:
    return goOn(Holds::Pointer);
  default:
    return true;
  }
}

bool Climber::stepBinary(const BinaryOperator *Binary) {
  bool Left = Binary->getLHS() == Child;
  if (Binary->getOpcode() == BO_Comma)
    return Left ? answer(Now == Holds::Lvalue ? MemoryUse::read() : MemoryUse())
                : true;
  if (Now == Holds::Pointer) {
    // A comparison looks at the address only.
    if (Binary->isComparisonOp() || Binary->isLogicalOp())
      return answer({});
    return addressLeaves();
  }
  if (!Binary->isAssignmentOp() || !Left)
    return answer(MemoryUse::read());
  return answer(Binary->isCompoundAssignmentOp() ? MemoryUse::readWrite()
                                                 : MemoryUse::write());
}

bool Climber::stepCall(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  StringRef Name = Callee && Callee->getIdentifier() ? Callee->getName() : "";
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call))
    return stepCopyCall(Operator);
  for (unsigned I = 0; I < Call->getNumArgs(); ++I) {
    if (Call->getArg(I) != Child)
      continue;
    if (auto Effect = Known.memoryEffect(Name, I))
      return answer(useOf(*Effect, Name));
    // Clang adds the size of the operand: __sync_fetch_and_add_8.
    if (I == 0 && Callee && Callee->getBuiltinID() &&
        Name.starts_with("__sync_"))
      return answer(useOf(MemoryEffect::ReadModifyWrite, "__sync"));
    return addressLeaves(Name);
  }
  // The callee itself: a pointer to function read from the field.
  return answer(MemoryUse::read());
}

bool Climber::stepCopyCall(const CXXOperatorCallExpr *Call) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
  bool IsCopy = Method && (Method->isCopyAssignmentOperator() ||
                           Method->isMoveAssignmentOperator());
  if (!IsCopy)
    return addressLeaves("operator");
  return answer(Call->getArg(0) == Child ? MemoryUse::write()
                                         : MemoryUse::read());
}

bool Climber::stepAtomic(const AtomicExpr *Atomic) {
  if (Atomic->getPtr() != Child)
    return addressLeaves(); // an address stored by, or compared in, an atomic
  switch (Atomic->getOp()) {
  case AtomicExpr::AO__atomic_load:
  case AtomicExpr::AO__atomic_load_n:
  case AtomicExpr::AO__c11_atomic_load:
    return answer(useOf(MemoryEffect::Read, "__atomic_load"));
  case AtomicExpr::AO__atomic_store:
  case AtomicExpr::AO__atomic_store_n:
  case AtomicExpr::AO__c11_atomic_store:
    return answer(useOf(MemoryEffect::Write, "__atomic_store"));
  default:
    return answer(useOf(MemoryEffect::ReadModifyWrite, "__atomic"));
  }
}

bool Climber::stepAsm(const GCCAsmStmt *Asm) {
  if (Now == Holds::Pointer)
    return addressLeaves("asm");
  for (unsigned I = 0; I < Asm->getNumOutputs(); ++I)
    if (Asm->getOutputExpr(I) == Child) {
      MemoryUse Use = Asm->isOutputPlusConstraint(I) ? MemoryUse::readWrite()
                                                     : MemoryUse::write();
      Use.Via = "asm";
      return answer(Use);
    }
  MemoryUse Use = MemoryUse::read();
  Use.Via = "asm";
  return answer(Use);
}

bool Climber::stepLvalue() {
  if (isa<CXXConstructExpr>(Parent))
    return answer(MemoryUse::read());
  if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(Parent))
    return Choice->getCond() == Child ? answer(MemoryUse::read()) : true;
  if (isa<DeclStmt>(Parent) && !Context.getLangOpts().CPlusPlus)
    return answer(MemoryUse::read()); // the length of an array
  if (isa<DeclStmt, ReturnStmt, InitListExpr, LambdaExpr, CXXForRangeStmt,
          MaterializeTemporaryExpr>(Parent))
    return addressLeaves(); // a reference is bound to it
  if (isa<ArraySubscriptExpr>(Parent) || isa<Expr>(Parent))
    return addressLeaves();
  return answer(MemoryUse::read()); // a discarded value
}

bool Climber::stepPointer() {
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(Parent))
    return Subscript->getBase() == Child ? goOn(Holds::Lvalue)
                                         : addressLeaves();
  if (const auto *Member = dyn_cast<MemberExpr>(Parent))
    if (Member->isArrow())
      return goOn(Holds::Lvalue);
  if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(Parent))
    return Choice->getCond() == Child ? answer({}) : true;
  if (isa<IfStmt, WhileStmt, DoStmt, ForStmt, CompoundStmt>(Parent))
    return answer({}); // tested or dropped
  return addressLeaves();
}

// The last expression of ({ … }) is its value.
static bool isStatementValue(const Stmt *Parent, const Stmt *Grandparent,
                             const Stmt *Child) {
  const auto *Block = dyn_cast<CompoundStmt>(Parent);
  return Block && isa_and_nonnull<StmtExpr>(Grandparent) &&
         Block->body_back() == Child;
}

bool Climber::step() {
  if (isStatementValue(Parent, Grandparent, Child))
    return true;
  if (isa<ParenExpr, StmtExpr, ConstantExpr, FullExpr, ChooseExpr,
          GenericSelectionExpr, OpaqueValueExpr, PredefinedExpr>(Parent))
    return true;
  if (const auto *Unary = dyn_cast<UnaryOperator>(Parent))
    return stepUnary(Unary);
  if (const auto *Cast = dyn_cast<CastExpr>(Parent))
    return stepCast(Cast);
  if (const auto *Binary = dyn_cast<BinaryOperator>(Parent))
    return stepBinary(Binary);
  if (const auto *Call = dyn_cast<CallExpr>(Parent))
    return stepCall(Call);
  if (const auto *Atomic = dyn_cast<AtomicExpr>(Parent))
    return stepAtomic(Atomic);
  if (const auto *Asm = dyn_cast<GCCAsmStmt>(Parent))
    return stepAsm(Asm);
  if (const auto *Member = dyn_cast<MemberExpr>(Parent);
      Member && Now == Holds::Lvalue && !Member->isArrow())
    return true;
  return Now == Holds::Lvalue ? stepLvalue() : stepPointer();
}

MemoryUse Climber::run(bool StartsAsPointer) {
  Child = Stack.up(0);
  Start = dyn_cast_or_null<Expr>(Child);
  Now = StartsAsPointer ? Holds::Pointer : Holds::Lvalue;
  for (unsigned Up = 1; (Parent = Stack.up(Up)); ++Up) {
    Grandparent = Stack.up(Up + 1);
    if (!step())
      return Answer;
    Child = Parent;
  }
  // Outside every statement: the initialiser of a variable, or the length of an
  // array, which is read without a conversion that says so.
  return Now == Holds::Lvalue && !Context.getLangOpts().CPlusPlus
             ? MemoryUse::read()
             : MemoryUse::leaves();
}

MemoryUse pagesplit::memoryUse(const EnclosingStack &Stack,
                               const Knowledge &Known,
                               const ASTContext &Context) {
  return Climber(Stack, Known, Context).run(/*StartsAsPointer=*/false);
}

MemoryUse pagesplit::pointerUse(const EnclosingStack &Stack,
                                const Knowledge &Known,
                                const ASTContext &Context) {
  return Climber(Stack, Known, Context).run(/*StartsAsPointer=*/true);
}
