//===- Steps.h - stages as a user sees them ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A stage of the pipeline with its progress and its closing lines on standard
/// error. The stage's own verb and `run` do the same thing by calling these.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_STEPS_H
#define PAGESPLIT_TOOLS_STEPS_H

#include "pagesplit/Extract/Extract.h"
#include "pagesplit/Kbuild/Kbuild.h"

#include <optional>
#include <vector>

namespace pagesplit {

/// Fills in StandIn. Lines of progress begin with \p Title.
llvm::Expected<KbuildResult> kbuildStep(KbuildRequest Request,
                                        llvm::StringRef Title = "kbuild");

/// Fills in Program and KnowledgeDirectory. Not one unit analysed, or none
/// that sees a struct page, is an error. Lines of progress, and the summary,
/// begin with \p Title.
llvm::Expected<ExtractResult> extractStep(ExtractRequest Request,
                                          llvm::StringRef Title = "extract");

/// Merge the facts of \p Inputs into the database \p Output; the MAINTAINERS
/// of \p SourceRoot names the subsystems, or that of the tree extract noted
/// when it is empty. With \p CoveragePaths the tree is searched for mentions of
/// struct page, in these paths or, when there are none, everywhere.
llvm::Error solveStep(llvm::ArrayRef<std::string> Inputs,
                      llvm::StringRef SourceRoot, llvm::StringRef Output,
                      std::optional<std::vector<std::string>> CoveragePaths);

} // namespace pagesplit

#endif
