//===- FileText.h - the words of one source file ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the text of a C file says without being preprocessed: which words stand
/// where, what it includes, which macros and types it defines. Conditions are
/// not looked at, so it is more than any configuration compiles, never less.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REACH_FILETEXT_H
#define PAGESPLIT_REACH_FILETEXT_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"

#include <cstdint>
#include <optional>
#include <tuple>
#include <vector>

namespace pagesplit {

/// The number of an identifier in a WordTable.
using Word = unsigned;

/// Stands for a name of which there are too many to number: headers define
/// millions. Different names may share one, which has a unit parsed in vain.
using NameHash = uint32_t;
NameHash hashName(llvm::StringRef Name);

/// Gives equal texts equal numbers, from 0 in the order of asking.
class WordTable {
public:
  /// Knows the keywords of C.
  WordTable();
  Word number(llvm::StringRef Text);
  llvm::StringRef text(Word W) const { return Texts[W]; }
  size_t size() const { return Texts.size(); }
  /// Whether \p W is no name, whatever some header defines it to be.
  bool isKeyword(Word W) const { return W < KeywordCount; }

private:
  llvm::StringMap<Word, llvm::BumpPtrAllocator> Numbers;
  std::vector<llvm::StringRef> Texts; ///< keys of Numbers, which do not move
  Word KeywordCount = 0;
};

/// Where a word stands, as bits: one word may stand in several places.
enum WordPlace : unsigned {
  PlainPlace = 1,  ///< none of those below
  TagPlace = 2,    ///< behind struct, union or enum
  MemberPlace = 4, ///< behind `.` or `->`
  FilePlace = 8,   ///< in no braces or parentheses; besides one of the others
};

/// A word and all places where it stands.
struct PlacedWord {
  Word Name = 0;
  unsigned Places = 0;
};

/// A word that is an argument on its own, `f(..., w)`, and what is called.
struct LoneArgument {
  Word Callee = 0;
  Word Argument = 0;
  friend bool operator<(const LoneArgument &A, const LoneArgument &B) {
    return std::tie(A.Callee, A.Argument) < std::tie(B.Callee, B.Argument);
  }
  friend bool operator==(const LoneArgument &A, const LoneArgument &B) {
    return A.Callee == B.Callee && A.Argument == B.Argument;
  }
};

/// A stretch of text. Both lists are sorted and have each entry once.
struct WordText {
  std::vector<PlacedWord> Words;
  std::vector<LoneArgument> Arguments;

  /// Where \p W stands in it; 0: nowhere.
  unsigned places(Word W) const;
};

/// A #define or a typedef: names that stand for a text.
struct StandIn {
  llvm::SmallVector<Word, 1> Names;
  /// Of a #define, without its parameters; of a typedef, what is outside of its
  /// braces.
  WordText Text;
  /// A parameter of it becomes the name of a member or a tag, or a part of a
  /// name: it stands behind `.`, `->` or `struct`, or beside `##`.
  bool MakesNames = false;
};

/// An #include.
struct IncludeText {
  std::optional<Word> Name; ///< without quotes; nothing: given by a macro
  bool IsQuoted = false;
  bool IsNext = false; ///< #include_next
};

struct FileText {
  /// The text has `struct page`, be it in a comment.
  bool MentionsPage = false;
  std::vector<IncludeText> Includes; ///< in the order of the file
  WordText Own;                      ///< outside of directives
  std::vector<StandIn> StandIns;     ///< those that stand for any word
  std::vector<NameHash> Defined;     ///< by #define, sorted
  std::vector<NameHash> Tested;      ///< in #if and its like, sorted
};

/// Read \p Text, which a zero must follow. Words get their numbers from
/// \p Table. Never fails: what is no C is words all the same.
FileText readFileText(llvm::StringRef Text, WordTable &Table);

} // namespace pagesplit

#endif
