//===- PatchMail.h - the words of a patch -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EDIT_PATCHMAIL_H
#define PAGESPLIT_LIB_EDIT_PATCHMAIL_H

#include "Git.h"
#include "pagesplit/Edit/Series.h"

namespace pagesplit {

/// The groups of one patch and what they change.
struct PatchContent {
  const PlannedPatch *Plan = nullptr;
  std::vector<const EditGroup *> Groups;
  std::map<std::string, FileDiff> Diffs; ///< by file
};

/// The subject without the part in brackets: "mm/slub: convert f() to slab".
std::string subjectOf(const PatchContent &Patch);

/// The commit message below the subject, with trailers.
std::string messageOf(const PatchContent &Patch, const SeriesStyle &Style);

/// "0001-mm-slub-convert-f-to-slab.patch", as git format-patch makes it.
std::string fileNameOf(unsigned Number, llvm::StringRef Subject);

/// How many lines change in which file, as git shows it.
std::string statisticsOf(const std::map<std::string, FileDiff> &Diffs);

/// A whole mail. \p Below stands under the line of dashes that ends the
/// message.
std::string mailOf(llvm::StringRef Subject, unsigned Number, unsigned Of,
                   llvm::StringRef Message, llvm::StringRef Below,
                   const SeriesStyle &Style);

/// Mail 0: what was converted, and what was not and why.
std::string coverLetterOf(const Series &S, const SeriesStyle &Style);

/// \p Text as lines of at most 75 columns, the first of which begins with
/// \p First and the others with as many blanks.
std::string wrapped(llvm::StringRef Text, llvm::StringRef First = "");

} // namespace pagesplit

#endif
