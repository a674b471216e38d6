//===- InstructionOrder.h - an order that means nothing ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_VERIFY_INSTRUCTIONORDER_H
#define PAGESPLIT_LIB_VERIFY_INSTRUCTIONORDER_H

namespace llvm {
class Function;
}

namespace pagesplit {

/// Put what only computes right before what first asks for it, in the order it
/// asks. What reads or writes memory, or does anything else, stays in its
/// order.
void orderByUse(llvm::Function &F);

} // namespace pagesplit

#endif
