//===- LocalNames.cpp - what is known in one module only ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LocalNames.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// Follows what is defined in a module to what it names.
class LocalWalk {
public:
  explicit LocalWalk(Module &M);
  void run();

private:
  void noteAssembly(StringRef Text);
  bool mayRename(const GlobalValue &Value) const;
  void reach(GlobalValue &Value);
  void follow(GlobalValue &Value);
  void followOperands(const User &Of);

  Module &M;
  StringSet<> InAssembly;
  SmallPtrSet<const Constant *, 32> Seen;
  std::vector<GlobalValue *> Open;
  std::vector<GlobalValue *> Locals;
};

} // namespace

LocalWalk::LocalWalk(Module &M) : M(M) {
  noteAssembly(M.getModuleInlineAsm());
  for (Function &F : M)
    for (Instruction &I : instructions(F))
      if (auto *Call = dyn_cast<CallBase>(&I))
        if (auto *Asm = dyn_cast<InlineAsm>(Call->getCalledOperand()))
          noteAssembly(Asm->getAsmString());
}

// No rule of assembly is needed for this: whatever might be a name is one.
void LocalWalk::noteAssembly(StringRef Text) {
  auto IsOfName = [](char C) {
    return isAlnum(C) || StringRef("_$.").contains(C);
  };
  while (!Text.empty()) {
    StringRef Word = Text.take_while(IsOfName);
    Text = Text.drop_front(Word.size()).drop_until(IsOfName);
    InAssembly.insert(Word);
    for (StringRef Part : split(Word, '.'))
      InAssembly.insert(Part);
  }
}

bool LocalWalk::mayRename(const GlobalValue &Value) const {
  return Value.hasLocalLinkage() && !InAssembly.contains(Value.getName());
}

void LocalWalk::reach(GlobalValue &Value) {
  if (!Seen.insert(&Value).second)
    return;
  if (mayRename(Value))
    Locals.push_back(&Value);
  Open.push_back(&Value);
}

void LocalWalk::followOperands(const User &Of) {
  for (const Use &Operand : Of.operands()) {
    if (auto *Global = dyn_cast<GlobalValue>(Operand))
      reach(*Global);
    else if (auto *Part = dyn_cast<Constant>(Operand))
      if (Seen.insert(Part).second)
        followOperands(*Part);
  }
}

void LocalWalk::follow(GlobalValue &Value) {
  followOperands(Value);
  if (auto *F = dyn_cast<Function>(&Value))
    for (Instruction &I : instructions(*F))
      followOperands(I);
}

void LocalWalk::run() {
  std::vector<GlobalValue *> Roots;
  for (GlobalValue &Value : M.global_values())
    if (!Value.isDeclaration())
      Roots.push_back(&Value);
  // What nothing leads to has nothing but its name to be put in order by.
  llvm::sort(Roots, [&](const GlobalValue *A, const GlobalValue *B) {
    return std::make_pair(mayRename(*A), A->getName()) <
           std::make_pair(mayRename(*B), B->getName());
  });
  for (GlobalValue *Root : Roots) {
    reach(*Root);
    for (size_t Next = 0; Next < Open.size(); ++Next)
      follow(*Open[Next]);
    Open.clear();
  }
  for (GlobalValue *Local : Locals)
    Local->setName("");
  for (auto [Number, Local] : enumerate(Locals))
    Local->setName("pagesplit.local." + Twine(Number));
}

void pagesplit::renameLocals(Module &Module) { LocalWalk(Module).run(); }
