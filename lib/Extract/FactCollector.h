//===- FactCollector.h - sites of one AST become facts ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Writes what the walkers of AST/ show as facts: places a site in files, and
/// joins the evaluations of one spelled expression into one access.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EXTRACT_FACTCOLLECTOR_H
#define PAGESPLIT_LIB_EXTRACT_FACTCOLLECTOR_H

#include "pagesplit/Facts/Facts.h"
#include "pagesplit/Knowledge/Knowledge.h"
#include "pagesplit/Support/SourceRoots.h"
#include "clang/AST/ASTContext.h"
#include "clang/Lex/Preprocessor.h"

namespace pagesplit {

/// The unit whose AST is read, as the facts name it.
struct UnitName {
  std::string File;
  std::string Config;
  std::string Directory; ///< relative paths count from here
};

/// What one AST gave.
struct Collected {
  FactSet Facts;
  bool SeesPage = false;
  std::string NonUtf8; ///< SourceSpans::firstNonUtf8()
};

/// \p Macros is the preprocessor that read the unit.
Collected collectFacts(clang::ASTContext &Context,
                       const clang::Preprocessor &Macros, const UnitName &Unit,
                       const SourceRoots &Roots, const Knowledge &Known);

} // namespace pagesplit

#endif
