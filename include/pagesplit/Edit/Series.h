//===- Series.h - patches that git am takes ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Renders planned patches as mails and writes them as a directory, described
/// in docs/file-formats.md. Nothing depends on the clock or the user.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EDIT_SERIES_H
#define PAGESPLIT_EDIT_SERIES_H

#include "pagesplit/Edit/SeriesPlan.h"
#include "pagesplit/Edit/SourceTree.h"

namespace pagesplit {

struct SeriesStyle {
  /// Who sends the patches and vouches for them: "Name <address>". Empty when
  /// nobody does yet; then they come from nobody and are not signed off.
  std::string SignedOffBy;
  int64_t Date = 1000684800; ///< of every patch, in seconds since 1970, UTC
  /// Whom a patch to a file concerns: "Name <address>" or "address", most
  /// concerned first. May be empty.
  std::function<std::vector<std::string>(llvm::StringRef File)> RecipientsOf;
};

/// One patch as it is written.
struct SeriesPatch {
  PlannedPatch Plan;
  std::string FileName;           ///< "0001-mm-zsmalloc-convert-….patch"
  std::string Subject;            ///< without "[PATCH 1/2]"
  std::string Mail;               ///< the whole text
  std::vector<std::string> Files; ///< that it changes, sorted
  std::set<std::string> Notes;    ///< what may behave differently
  unsigned Accesses = 0;          ///< to fields of struct page that go
};

struct Series {
  std::vector<SeriesPatch> Patches;
  std::string CoverLetter;
  std::string SignedOffBy; ///< as in SeriesStyle
  ResolvedEdits Edits;
};

/// Render \p Plan, which names groups of \p Edits; names of groups that are not
/// there are passed over, and so are patches without any left. To render part
/// of a series, take groups out of \p Edits. \p Before holds the texts of the
/// unchanged files (SourceTree::readAll()).
llvm::Expected<Series> renderSeries(llvm::ArrayRef<PlannedPatch> Plan,
                                    const ResolvedEdits &Edits,
                                    const FileTexts &Before,
                                    const SeriesStyle &Style);

/// An error when the directory \p Path is there and not empty.
llvm::Error requireFreeSeries(llvm::StringRef Path);

/// Write \p S as the directory \p Path, which must be new or empty: it is there
/// as a whole or not at all.
llvm::Error writeSeries(const Series &S, llvm::StringRef Path);

/// Raised whenever a reader of the old format would misread the new one.
inline constexpr unsigned SeriesVersion = 1;

/// What renderSeries() needs to render a series again.
struct WrittenSeries {
  std::vector<PlannedPatch> Plan;
  std::string SignedOffBy; ///< as in SeriesStyle
  ResolvedEdits Edits;
};

/// Read the directory \p Path that writeSeries() made. An error names the file,
/// line and column.
llvm::Expected<WrittenSeries> readSeries(llvm::StringRef Path);

} // namespace pagesplit

#endif
