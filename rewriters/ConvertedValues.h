//===- ConvertedValues.h - a name for the descriptor -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Gives each changed use its descriptor. One change of a page gets a
/// conversion where it stands; several in one function get a variable, one that
/// is there already or a new one at the top, when the page is a parameter that
/// never changes.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_CONVERTEDVALUES_H
#define PAGESPLIT_REWRITERS_CONVERTEDVALUES_H

#include "UseRewriter.h"

namespace pagesplit {

/// Make groups of \p Changes in \p Out. Changes of macro arguments and calls
/// must not overlap.
void convertValues(const RewriteInput &Input,
                   const std::vector<UseChange> &Changes, EditSet &Out);

} // namespace pagesplit

#endif
