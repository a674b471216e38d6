//===- Sections.h - the five parts of the HTML report -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One function for each part, all reading the same database.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTML_SECTIONS_H
#define PAGESPLIT_LIB_REPORT_HTML_SECTIONS_H

#include "../Model.h"
#include "Markup.h"
#include "Palette.h"
#include "pagesplit/Report/Report.h"

namespace pagesplit {

/// What all parts read from.
struct HtmlSource {
  Sqlite &Db;
  const ReportModel &Model;
  const Palette &Colours;
  const ReportOptions &Options;
  /// Where the functions of each subsystem of the model are shown: "#s0".
  std::vector<std::string> Addresses;
};

/// Who uses which word, below the picture.
void printWords(const HtmlSource &From, HtmlStream &Html);

/// Subsystem by field, and the numbers for the script that filters it.
void printMatrix(const HtmlSource &From, HtmlStream &Html);

/// What is left, and what holds it up.
void printLeft(const HtmlSource &From, HtmlStream &Html);

/// What was seen, and what was not.
void printCoverage(const HtmlSource &From, HtmlStream &Html);

/// How strongly \p Count is shaded, from 0 to \p Steps, when \p Most is the
/// largest: by its logarithm, since few counts are large and many are small.
unsigned shadeOf(uint64_t Count, uint64_t Most, unsigned Steps = 6);

/// "19r 35m": only what there is.
std::string lettered(const Counts &C);

/// The fields with accesses, in layout order, the whole struct last.
std::vector<std::string> usedFields(const ReportModel &Model);

} // namespace pagesplit

#endif
