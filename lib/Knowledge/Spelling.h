//===- Spelling.h - words that know where they stand ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// llvm::yaml::IO hands out values without their place. A Spelling keeps the
/// pointer into the text it was read from, from which line and column follow.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_KNOWLEDGE_SPELLING_H
#define PAGESPLIT_LIB_KNOWLEDGE_SPELLING_H

#include "pagesplit/Knowledge/Layer.h"
#include "llvm/Support/YAMLTraits.h"

#include <string>
#include <vector>

namespace pagesplit {

/// A name of the kernel or of a descriptor as the file spells it.
struct Spelling {
  std::string Text;
  const char *At = nullptr; ///< in the text of the Reading
};

/// One file in the course of being read; the context of the yaml::Input. The
/// text outlives it.
class Reading {
public:
  Reading(llvm::StringRef Text, KnowledgeLayer &Layer);

  SpelledWord place(const Spelling &Word) const;

  const llvm::StringRef Text;
  KnowledgeLayer &Layer;

private:
  std::vector<const char *> LineStarts;
};

} // namespace pagesplit

template <> struct llvm::yaml::ScalarTraits<pagesplit::Spelling> {
  static void output(const pagesplit::Spelling &Word, void *, raw_ostream &Out);
  static StringRef input(StringRef Scalar, void *Context,
                         pagesplit::Spelling &Word);
  static QuotingType mustQuote(StringRef S) { return needsQuotes(S); }
};

LLVM_YAML_IS_FLOW_SEQUENCE_VECTOR(pagesplit::Spelling)

#endif
