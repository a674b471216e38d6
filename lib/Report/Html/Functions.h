//===- Functions.h - the accesses of a subsystem, line by line --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Each function with the lines in which it touches struct page, what each
/// access stands for and why, and what pagesplit would write instead.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTML_FUNCTIONS_H
#define PAGESPLIT_LIB_REPORT_HTML_FUNCTIONS_H

#include "Sections.h"

namespace pagesplit {

/// One access, as the view access_verdict has it.
struct AccessRow {
  int64_t Id = 0, Line = 0, Column = 0;
  std::string Field, Mode, Form, Base, Descriptor, Reason, Test, Headness,
      Configs, Macros;
  double Confidence = 0;
  std::optional<int64_t> Place;
};

/// All accesses of one function of one file, by line.
struct FunctionRow {
  std::string File, Name;
  std::vector<AccessRow> Accesses;
};

class FunctionPages {
public:
  /// Read all accesses. Failures stick to the database.
  explicit FunctionPages(const HtmlSource &From);

  /// Write subsystem \p Index of the model with its functions.
  void print(size_t Index, HtmlStream &Html);

private:
  void readLines();
  void readAccesses();
  void printFunction(const FunctionRow &F, HtmlStream &Html);
  void printSource(const FunctionRow &F, HtmlStream &Html);
  void printLine(const FunctionRow &F, int64_t Line,
                 llvm::ArrayRef<const AccessRow *> Here, HtmlStream &Html);
  void printAccess(const AccessRow &A, HtmlStream &Html);
  void printReasons(const FunctionRow &F, HtmlStream &Html);
  void printProposals(const FunctionRow &F, HtmlStream &Html);
  const std::string *lineOf(const std::string &File, int64_t Line) const;

  const HtmlSource &From;
  std::map<std::string, std::vector<FunctionRow>> OfSubsystem;
  std::map<std::string, std::map<int64_t, std::string>> Lines; ///< by file
  unsigned LastFunction = 0;
};

} // namespace pagesplit

#endif
