//===- Mentions.h - the lines of a tree that mention a page -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds `struct page` in the text of a tree, with the preprocessor conditions
/// around each place. Text and no more: nothing is compiled, so it also sees
/// what no configuration does. A page that no line calls by its type, as in
/// `page->index`, is not seen.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_MENTIONS_MENTIONS_H
#define PAGESPLIT_MENTIONS_MENTIONS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace pagesplit {

/// A condition around a line: a branch of an #if.
struct Condition {
  /// "CONFIG_X", "!CONFIG_X", or the expression as written, with white space
  /// folded; of a later branch the earlier ones are in it, negated.
  std::string Text;
  unsigned Line = 0; ///< of the directive that begins the branch
};

struct Mention {
  unsigned Line = 0;
  /// Outermost first; without the one that guards a header against a second
  /// inclusion.
  std::vector<Condition> Conditions;
};

struct MentioningFile {
  std::string Name; ///< relative to the root
  std::string Hash; ///< contentHash() of its text
  std::vector<Mention> Mentions;
};

/// All .c and .h files below \p Root with a mention, by name. With \p Paths
/// only those in these. An error when a path or file cannot be read.
llvm::Expected<std::vector<MentioningFile>>
findMentions(llvm::StringRef Root, llvm::ArrayRef<std::string> Paths);

/// Those of one text.
std::vector<Mention> mentionsIn(llvm::StringRef Text);

/// The CONFIG symbols in \p Text, in its order, each once.
std::vector<std::string> configSymbolsIn(llvm::StringRef Text);

} // namespace pagesplit

#endif
