//===- InstructionOrder.cpp - an order that means nothing -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "InstructionOrder.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/BasicBlock.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;
using namespace pagesplit;

static bool onlyComputes(const Instruction &I) {
  return !isa<PHINode>(I) && !isa<AllocaInst>(I) && !I.isTerminator() &&
         !I.isEHPad() && !I.mayHaveSideEffects() && !I.mayReadFromMemory();
}

using Unplaced = SmallPtrSet<Instruction *, 16>;

// Depth is that of an expression in one block.
static void placeOperands(Instruction &User, Instruction &Before,
                          Unplaced &Left) {
  for (Use &Operand : User.operands()) {
    auto *Value = dyn_cast<Instruction>(Operand);
    if (!Value || !Left.erase(Value))
      continue;
    placeOperands(*Value, Before, Left);
    Value->moveBefore(*Before.getParent(), Before.getIterator());
  }
}

static void orderBlock(BasicBlock &Block) {
  SmallVector<Instruction *, 32> Fixed;
  Unplaced Left;
  for (Instruction &I : Block) {
    if (onlyComputes(I))
      Left.insert(&I);
    else if (!isa<PHINode>(I))
      Fixed.push_back(&I);
  }
  for (Instruction *I : Fixed)
    placeOperands(*I, *I, Left);
  // What other blocks ask for.
  for (Instruction &I : make_early_inc_range(Block))
    if (Left.erase(&I))
      I.moveBefore(Block, Block.getTerminator()->getIterator());
}

void pagesplit::orderByUse(Function &F) {
  for (BasicBlock &Block : F)
    orderBlock(Block);
}
