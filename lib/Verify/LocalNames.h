//===- LocalNames.h - what is known in one module only ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_VERIFY_LOCALNAMES_H
#define PAGESPLIT_LIB_VERIFY_LOCALNAMES_H

namespace llvm {
class Module;
}

namespace pagesplit {

/// Call the functions and variables that only \p Module knows by the order in
/// which what others know leads to them. What assembly may name keeps its name.
void renameLocals(llvm::Module &Module);

} // namespace pagesplit

#endif
