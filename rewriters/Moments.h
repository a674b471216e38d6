//===- Moments.h - from where on one lookup is enough -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the places in a function where the descriptor of a page can be looked
/// up for all that follows. Such a place runs before everything that uses it,
/// and the page is the same one until then. It would have been looked up there
/// anyway, or has just been found not to be NULL or an error code: a lookup is
/// never made where the page may not be one yet.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_MOMENTS_H
#define PAGESPLIT_REWRITERS_MOMENTS_H

#include "pagesplit/rewriters/Rewriters.h"

namespace pagesplit {

/// Where a variable that is a page is named, in a function.
struct PageNames {
  std::set<unsigned> All;
  /// By what could use a lookup.
  std::set<unsigned> Wanting;
  /// By a question whether it is a page.
  std::set<unsigned> Tests;
  /// It is another page, or its page may be in another folio, behind these.
  std::set<unsigned> Changes;
};

/// A statement before which a lookup is made, and the uses behind it.
struct Moment {
  TextSpan Block; ///< what is between the braces around the statement
  unsigned At = 0;
  /// All statements of the block before it declare something, and it has no
  /// label.
  bool EndsDeclarations = false;
  std::set<unsigned> Uses; ///< where the page is named
};

class Moments {
public:
  explicit Moments(const RewriteInput &Input);

  /// The moments of a page in the function whose body is \p Body, in order. A
  /// moment has at least two uses.
  std::vector<Moment> of(const TextSpan &Body, const PageNames &Names) const;

  /// Whether a page may be in another folio behind \p Use.
  bool isSplit(const PageUse &Use) const;

private:
  /// What all units agree on of one statement.
  struct Statement {
    unsigned Begin = 0;
    unsigned End = 0; ///< where the next one begins
    bool IsDeclaration = false;
    std::set<unsigned> Always;
    std::set<unsigned> Required;
    std::set<unsigned> JumpsTo;
    std::set<unsigned> JumpsInto;
  };
  using BlockPlace = std::tuple<std::string, unsigned, unsigned>;
  class Search;

  void addSplits();

  const RewriteInput &Input;
  std::map<BlockPlace, std::map<unsigned, Statement>> Blocks;
  /// Functions that hand a parameter on to a call that splits it, by scope,
  /// name and position.
  std::set<std::tuple<std::string, std::string, int>> Splitters;
};

} // namespace pagesplit

#endif
