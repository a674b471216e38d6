//===- Rewriters.h - from verdicts and uses to edits -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What every rewriter is given and where its edits go. A rewriter looks at one
/// use of a page at a time and says what the use becomes when the page is a
/// descriptor; ConvertedValues.h decides how the descriptor is named there.
/// Rewriters.def lists them.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_REWRITERS_H
#define PAGESPLIT_REWRITERS_REWRITERS_H

#include "pagesplit/Edit/EditSet.h"
#include "pagesplit/Edit/SourceTree.h"
#include "pagesplit/Edit/TreeWords.h"
#include "pagesplit/Knowledge/Knowledge.h"
#include "pagesplit/Solve/VerdictIndex.h"
#include "pagesplit/Uses/Uses.h"

namespace pagesplit {

/// A header that brings a descriptor into the tree, or calls on one.
struct IntroducedHeader {
  std::string Type; ///< "struct zsdesc"
  std::string Path; ///< in the tree: "mm/zsdesc.h"
  std::string Text;
  /// What it is included for, unless it is the header with the type, which
  /// everybody needs.
  std::set<std::string> Calls;
};

/// The header in \p Source, a text of runtime/kernel, that brings \p D into a
/// tree of \p Kernel ("Linux 6.12.117"). The members it declares go to \p Into.
IntroducedHeader introducedHeader(const Descriptor &D, llvm::StringRef Source,
                                  llvm::StringRef Kernel, UseSet &Into);

/// The same for a header at \p Path that declares \p Calls on \p D.
IntroducedHeader introducedCalls(const Descriptor &D, llvm::StringRef Path,
                                 llvm::StringRef Source, llvm::StringRef Kernel,
                                 std::set<std::string> Calls);

/// All that rewriting depends on. Everything outlives the call.
struct RewriteInput {
  const UseSet &Uses;
  const VerdictIndex &Verdicts;
  const Knowledge &Known;
  /// Texts of the files of Uses, and of MAINTAINERS.
  const FileTexts &Texts;
  /// Descriptors to convert to; empty: all.
  std::set<std::string> Descriptors = {};
  /// Rewriters to run; empty: all.
  std::set<std::string> Rewriters = {};
  /// Verdicts that are less sure are left alone.
  double Confidence = 0.8;
  /// Where the functions of callersToFind() are named in the whole tree.
  std::map<std::string, std::vector<WordPlace>> Words = {};
  /// Descriptors that the tree lacks and gets when they are used.
  std::vector<IntroducedHeader> Introduced = {};
  /// The section of MAINTAINERS that a file belongs to.
  std::map<std::string, std::string> Subsystems = {};
  /// Files and directories that may be edited, apart from what introducing a
  /// descriptor takes; empty: all.
  std::vector<std::string> Paths = {};

  bool mayEdit(llvm::StringRef File) const;
  bool wants(llvm::StringRef Rewriter) const {
    return Rewriters.empty() || Rewriters.count(Rewriter.str());
  }
};

/// The functions known outside of one file that may get another type, so that
/// all who name them have to be known.
std::set<std::string> callersToFind(const UseSet &Uses,
                                    const VerdictIndex &Verdicts,
                                    const std::set<std::string> &Descriptors,
                                    double Confidence);

/// The words of Rewriters.def.
std::vector<llvm::StringRef> rewriterWords();

/// The groups and findings of all rewriters.
EditSet rewriteAll(const RewriteInput &Input);

} // namespace pagesplit

#endif
