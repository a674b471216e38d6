//===- PageLeads.h - which words of a tree can lead to a page ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Decides from text alone whether a unit can have anything to say of struct
/// page. In C every expression has its type from a name: of a variable, member,
/// function, type or macro. So a unit whose own text has no name that leads to
/// a page, declared in a file that it may read, has no such expression of its
/// own.
///
/// Names come from two sides. Functions, members and variables with a page in
/// their type are learned from what the compiler said of units that were parsed
/// (learn()). Macros and typedefs are found here: those whose text has such a
/// name. Which units are concerned may change with each name; whoever asks
/// learns, parses and asks again until nothing is new.
///
/// Not followed: a name that `##` pastes together. What such macros declare in
/// headers is learned as any other name; a source that pastes the name of one
/// of these itself is not found.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REACH_PAGELEADS_H
#define PAGESPLIT_REACH_PAGELEADS_H

#include "pagesplit/Reach/IncludeGraph.h"
#include "llvm/ADT/DenseSet.h"

namespace pagesplit {

/// What a name is the name of; it counts only where such a one can stand.
enum class NameKind {
  Any,
  Member,
  Tag,
  Definition, ///< of a function; whoever only calls it is not meant
};

class PageLeads {
public:
  /// Knows `struct page` itself. \p Graph outlives this and has all units.
  explicit PageLeads(IncludeGraph &Graph);

  /// \p Name, declared in \p In, has a page in its type.
  void learn(llvm::StringRef Name, NameKind Kind, FileNumber In);

  /// The function \p Name is handed a page or a callback by a unit that was
  /// parsed, maybe as a `void *`; what becomes of it is to be seen where the
  /// function is defined, which may be anywhere.
  void learnTaker(llvm::StringRef Name);

  /// Whether \p Unit has something of its own to say of a page.
  bool concernsUnit(size_t Unit);

  /// Whether \p F, as \p Unit reads it, has a name that leads to a page.
  bool concernsFile(FileNumber F, size_t Unit);

private:
  struct Declared {
    NameKind Kind = NameKind::Any;
    std::optional<FileNumber> In; ///< nothing: it is seen from everywhere
    /// Of a macro or typedef: where the name is declared that it leads to. Who
    /// does not read that file too gets nowhere by it.
    std::optional<FileNumber> Origin = {};
    friend bool operator==(const Declared &A, const Declared &B) {
      return std::tie(A.Kind, A.In, A.Origin) ==
             std::tie(B.Kind, B.In, B.Origin);
    }
  };
  /// A macro or typedef, and the file that has it.
  struct StandInAt {
    const StandIn *What;
    FileNumber In;
  };
  /// Files from which names are seen; null: all.
  using Visible = const llvm::BitVector *;

  void findStandIns();
  void findNameMakers();
  void findAskedHeaders();
  llvm::ArrayRef<StandInAt> standInsWith(Word Name) const;

  const llvm::BitVector &readable(size_t Unit);
  void add(Word Name, Declared D);
  bool isSeen(const Declared &D, Visible From) const {
    return !From || ((!D.In || From->test(*D.In)) &&
                     (!D.Origin || From->test(*D.Origin)));
  }
  bool leadsToPage(const WordText &Text, Visible From) const;
  bool leadsToPage(FileNumber F, Visible From) const;
  bool canName(PlacedWord Name, NameKind Kind, const WordText &Text) const;

  IncludeGraph &Graph;
  llvm::DenseMap<Word, std::vector<Declared>> Names;
  llvm::BitVector IsName; ///< by word: whether Names has it
  /// Macros that make a member or tag of an argument: container_of().
  llvm::DenseSet<Word> NameMakers;
  /// By word, the macros and typedefs whose text has it: from one's begin to
  /// the next one's.
  std::vector<size_t> Begins;
  std::vector<StandInAt> StandIns;
  /// Of each unit, the headers that ask for a macro of its main file.
  std::vector<std::vector<FileNumber>> Asked;
  /// What a unit may read, for those that it took to decide.
  llvm::DenseMap<size_t, llvm::BitVector> Readable;
};

} // namespace pagesplit

#endif
