//===- ListMoves.h - moves between lists that pages are in ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The type of a list does not say what it links. Keeps the moves of a unit
/// from and to lists until all of them are known, and then shows those that
/// hang together with a list that pages are put into or taken out of.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_AST_LISTMOVES_H
#define PAGESPLIT_LIB_AST_LISTMOVES_H

#include "pagesplit/AST/FlowWalker.h"
#include "llvm/ADT/DenseMap.h"

namespace pagesplit {

class ListMoves {
public:
  /// \p Site has a list at one end at least.
  void add(const FlowSite &Site);

  void finish(llvm::function_ref<void(const FlowSite &)> Show);

private:
  static constexpr unsigned None = ~0u;
  unsigned listOf(const FlowPlace &Place);
  unsigned leader(unsigned List);

  struct Move {
    FlowSite Site;
    unsigned List;
  };
  std::vector<Move> Moves;
  /// By declaration, and by what of it: kind and position.
  llvm::DenseMap<std::pair<const clang::Decl *, int>, unsigned> Lists;
  std::vector<unsigned> Leaders; ///< of each list, one nearer to the top
  std::vector<bool> HasPages;    ///< of each list
};

} // namespace pagesplit

#endif
