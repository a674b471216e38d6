//===- HeldWords.h - what a word of a page holds says whose it is -*- C++ -*-=//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Where pointers to one struct are put into a word of nothing but pages of one
/// descriptor, whoever takes such a pointer from that word has such a page.
/// What is put where is known from verdicts, so this follows after them and
/// asks for others: a round of inference is made for each thing learned.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_HELDWORDS_H
#define PAGESPLIT_LIB_SOLVE_HELDWORDS_H

#include "Inference.h"
#include "llvm/ADT/StringMap.h"

namespace pagesplit {

class HeldWords {
public:
  /// All arguments must outlive this; \p Graph gets seeds by learn().
  HeldWords(FlowGraph &Graph, const FactSet &Facts, const EvidenceIndex &Known);

  /// Tell the graph what follows from \p Done, an inference on it, and was not
  /// told before. What \p Done contradicts is taken back, with all that was
  /// learned, and never told again. False: nothing to tell.
  bool learn(const Inference &Done);

private:
  /// A place to which a struct is taken from a word.
  struct Word {
    PlaceId At = 0;
    std::vector<const WordPut *> Puts; ///< of the same struct into this word
    llvm::StringRef Told;              ///< the descriptor; empty: not yet
    bool IsRefuted = false;
  };
  /// What is known of one page.
  struct Page {
    llvm::StringRef Is; ///< the word of its verdict
    unsigned Cost = 0;
    Strength How = Strength::Establishing;
    std::optional<PlaceId> At;
    std::optional<Side> On;
  };

  Page pageOf(const Inference &Done, const Flow &Seen,
              std::optional<PlaceId> At) const;
  std::optional<Seed> follows(const Inference &Done, const Word &W) const;
  bool isTakenElsewhere(const Inference &Done, const Word &W,
                        llvm::StringRef Descriptor) const;
  void findPuts();
  std::string wordOf(llvm::StringRef Type, llvm::StringRef Field) const;

  FlowGraph &Graph;
  const EvidenceIndex &Known;
  const size_t FirstSeeds;
  std::vector<Word> Words;
  /// By the field of struct page, where it lies.
  llvm::StringMap<unsigned> Offsets;
};

/// All that follows from \p Graph, words included. The arguments must outlive
/// the result.
Inference inferWithWords(FlowGraph &Graph, const FactSet &Facts,
                         const EvidenceIndex &Known);

} // namespace pagesplit

#endif
