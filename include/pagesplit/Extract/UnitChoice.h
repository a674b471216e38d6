//===- UnitChoice.h - which units are worth parsing -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the units of a selection that have something of their own to say of
/// struct page, and for each header that has, a unit that reads it. The others
/// need not be parsed (Reach/PageLeads.h). Parsing teaches new names, so this
/// goes in rounds, until nothing is new.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EXTRACT_UNITCHOICE_H
#define PAGESPLIT_EXTRACT_UNITCHOICE_H

#include "pagesplit/Facts/Facts.h"
#include "pagesplit/Support/MadeFrom.h"
#include "pagesplit/Support/SourceRoots.h"
#include "pagesplit/Units/UnitRequest.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

namespace pagesplit {

/// Parse the units that are set, those of earlier rounds among them, and give
/// all their facts.
using ParseUnits = llvm::function_ref<llvm::Expected<const FactSet *>(
    const llvm::BitVector &Chosen)>;

/// Which of \p Units were chosen when no round found another one. Units and
/// their headers are read, each once; \p From gets them and all paths where a
/// header might have been. Errors are those of \p Parse.
llvm::Expected<llvm::BitVector>
chooseUnits(const std::vector<UnitRequest> &Units, const SourceRoots &Roots,
            ParseUnits Parse, MadeFrom &From);

} // namespace pagesplit

#endif
