//===- KernelLayout.h - one layout per configuration ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A 64-bit kernel compiles some code with 32-bit words, as that of the vDSO
/// for old programs (arch/x86/entry/vdso/vdso32), and that code includes headers
/// with struct page. No page is ever laid out like that.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_KERNELLAYOUT_H
#define PAGESPLIT_LIB_SOLVE_KERNELLAYOUT_H

#include "pagesplit/Facts/Facts.h"

namespace pagesplit {

/// Of several layouts in one configuration leave the largest, and say of
/// accesses that were seen with another one where the member is in that.
void keepKernelLayouts(FactSet &Facts);

} // namespace pagesplit

#endif
