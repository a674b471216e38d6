//===- ConvertedValues.h - a name for the descriptor -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Gives each changed use its descriptor. One change of a page gets a
/// conversion where it stands; several in one function get a variable, one that
/// is there already or a new one from where on it is the same for all.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_CONVERTEDVALUES_H
#define PAGESPLIT_REWRITERS_CONVERTEDVALUES_H

#include "UseRewriter.h"

namespace pagesplit {

/// Names by the place where the body of a function begins.
using NamesByBody =
    std::map<std::pair<std::string, unsigned>, std::set<std::string>>;

/// Make groups of \p Changes in \p Out. Changes of macro arguments and calls
/// must not overlap. \p Taken are the names that other groups bring.
void convertValues(const RewriteInput &Input,
                   const std::vector<UseChange> &Changes, NamesByBody Taken,
                   EditSet &Out);

} // namespace pagesplit

#endif
