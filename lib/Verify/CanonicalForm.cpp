//===- CanonicalForm.cpp - one form before the optimiser ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CanonicalForm.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PassManager.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Transforms/IPO/AlwaysInliner.h"
#include "llvm/Transforms/Scalar/SROA.h"

using namespace llvm;
using namespace pagesplit;

// Pointers that LLVM must not see as numbers stay what they are.
static Type *wordFor(Type *Pointer, const DataLayout &Layout) {
  if (!Pointer->isPointerTy() || Layout.isNonIntegralPointerType(Pointer))
    return nullptr;
  return Layout.getIntPtrType(Pointer);
}

template <typename Access>
static Value *copyKind(Access *New, const Access &Old) {
  New->setVolatile(Old.isVolatile());
  New->setAtomic(Old.getOrdering(), Old.getSyncScopeID());
  New->setAAMetadata(Old.getAAMetadata());
  return New;
}

static void loadWord(LoadInst &Load, Type *Word) {
  IRBuilder<> Builder(&Load);
  Value *New = copyKind(Builder.CreateAlignedLoad(
                            Word, Load.getPointerOperand(), Load.getAlign()),
                        Load);
  Load.replaceAllUsesWith(Builder.CreateIntToPtr(New, Load.getType()));
  Load.eraseFromParent();
}

static void storeWord(StoreInst &Store, Type *Word) {
  IRBuilder<> Builder(&Store);
  copyKind(Builder.CreateAlignedStore(
               Builder.CreatePtrToInt(Store.getValueOperand(), Word),
               Store.getPointerOperand(), Store.getAlign()),
           Store);
  Store.eraseFromParent();
}

namespace {

class WordsInMemory : public PassInfoMixin<WordsInMemory> {
public:
  PreservedAnalyses run(Function &F, FunctionAnalysisManager &) {
    const DataLayout &Layout = F.getParent()->getDataLayout();
    for (Instruction &I : make_early_inc_range(instructions(F))) {
      if (auto *Load = dyn_cast<LoadInst>(&I)) {
        if (Type *Word = wordFor(Load->getType(), Layout))
          loadWord(*Load, Word);
      } else if (auto *Store = dyn_cast<StoreInst>(&I)) {
        if (Type *Word = wordFor(Store->getValueOperand()->getType(), Layout))
          storeWord(*Store, Word);
      }
    }
    return PreservedAnalyses::none();
  }

  static bool isRequired() { return true; }
};

/// Leaves the inlining to LLVM.
class WrapperMarks : public PassInfoMixin<WrapperMarks> {
public:
  PreservedAnalyses run(Module &M, ModuleAnalysisManager &) {
    for (Function &F : M)
      if (isWrapper(F))
        F.addFnAttr(Attribute::AlwaysInline);
    return PreservedAnalyses::none();
  }

  static bool isRequired() { return true; }

private:
  static bool isWrapper(const Function &F) {
    constexpr unsigned MostInstructions = 16;
    return F.hasLocalLinkage() && F.size() == 1 &&
           F.front().size() <= MostInstructions &&
           !F.hasFnAttribute(Attribute::NoInline) &&
           !F.hasFnAttribute(Attribute::OptimizeNone);
  }
};

} // namespace

// Clang keeps every local variable in memory to begin with.
void pagesplit::canonicaliseFirst(PassBuilder &Passes) {
  Passes.registerPipelineStartEPCallback([](ModulePassManager &Manager,
                                            OptimizationLevel) {
    FunctionPassManager Functions;
    Functions.addPass(SROAPass(SROAOptions::PreserveCFG));
    Functions.addPass(WordsInMemory());
    Manager.addPass(createModuleToFunctionPassAdaptor(std::move(Functions)));
    Manager.addPass(WrapperMarks());
    Manager.addPass(AlwaysInlinerPass());
  });
}
