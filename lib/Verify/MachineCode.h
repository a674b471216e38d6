//===- MachineCode.h - the code that a unit becomes -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Object code and optimised IR of a unit as texts that are equal when the code
/// is. Debug info, and what sanitizers note of lines and columns, are left out
/// of both. Nothing is written.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_VERIFY_MACHINECODE_H
#define PAGESPLIT_LIB_VERIFY_MACHINECODE_H

#include "UnitCompiler.h"

#include <optional>

namespace pagesplit {

/// Whether __LINE__ is what it is, or 1 everywhere.
enum class LineNumbers { Kept, Neutral };

/// Sections, symbols and relocations of the object that \p Request becomes,
/// without the names of local symbols. None when it does not become one.
std::optional<std::string> objectCode(const UnitRequest &Request,
                                      const SourceRoots &Roots,
                                      FileSystemPtr Files, LineNumbers Lines);

/// The optimised functions and variables that \p Request defines, without
/// names of values and types and without metadata. None when it does not get so
/// far.
std::optional<std::string> optimisedIR(const UnitRequest &Request,
                                       const SourceRoots &Roots,
                                       FileSystemPtr Files, LineNumbers Lines);

} // namespace pagesplit

#endif
