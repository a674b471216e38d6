//===- CanonicalForm.h - one form before the optimiser ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a descriptor is written with means what struct page was written with,
/// but the optimiser does not take the same way from both:
///
/// - struct page keeps pointers in members that are numbers, with a cast at
///   each use; the descriptor calls them pointers. Either way the same bytes
///   are loaded or stored.
/// - zpdesc_pfn(zpdesc) is page_to_pfn(page) in a function.
///
/// So each becomes one form before the optimiser comes. That changes no
/// meaning: two modules that are the same behind the optimiser meant the same.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_VERIFY_CANONICALFORM_H
#define PAGESPLIT_LIB_VERIFY_CANONICALFORM_H

namespace llvm {
class PassBuilder;
}

namespace pagesplit {

/// Make \p Passes begin with it. A load of a pointer becomes one of a word of
/// its size and a cast, a store the cast and one of the word; volatile and
/// atomic ones stay volatile and atomic. Local variables that nothing points to
/// are not in memory. Small functions without branches that only their module
/// knows are inlined, unless they are noinline.
void canonicaliseFirst(llvm::PassBuilder &Passes);

} // namespace pagesplit

#endif
