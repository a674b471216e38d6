//===- UseRewriter.h - what one use becomes --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The interface between a rewriter of single uses and the rest.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_USEREWRITER_H
#define PAGESPLIT_REWRITERS_USEREWRITER_H

#include "DescriptorTypes.h"
#include "pagesplit/rewriters/Rewriters.h"

#include <optional>

namespace pagesplit {

/// How a word of struct page becomes a page again.
inline constexpr llvm::StringLiteral PageCast = "(struct page *)";

/// What a use becomes, apart from the page itself.
struct UseChange {
  const PageUse *Use = nullptr;
  const DescriptorType *To = nullptr;
  std::string Rewriter;
  std::vector<Edit> Edits;
  std::set<std::string> Notes;
  std::string NewType; ///< of an access, afterwards
  /// The page at the other end of an access that becomes a pointer to a To:
  /// "(struct page *)page->index", or the page that is put there.
  const PageUse *Other = nullptr;
  bool IsAccess = false; ///< one access to a field of struct page goes
  /// The cast form may stand here: the page is the first of its allocation.
  bool IsHead = false;
};

/// The text at \p Span; empty when the file is not there.
llvm::StringRef textAt(const RewriteInput &Input, const TextSpan &Span);

class UseRewriter {
public:
  UseRewriter(const RewriteInput &Input, const DescriptorTypes &Types,
              EditSet &Out);
  virtual ~UseRewriter() = default;

  /// What \p Use becomes; nothing when it is none of this rewriter's, or when
  /// it had to be refused, with a finding.
  virtual std::optional<UseChange> change(const PageUse &Use) = 0;

  virtual llvm::StringRef word() const = 0;

protected:
  /// What was concluded of the value of \p Use: of what it names, or of the
  /// result of the function it calls; null: nothing.
  const PlaceVerdict *saidOf(const PageUse &Use) const;
  /// The type to convert to when \p Said is a descriptor that is asked for,
  /// with enough confidence, and has a type in this tree; else null.
  const DescriptorType *typeFor(const PlaceVerdict *Said) const;
  /// Whether only the first page of an allocation comes where \p Said is said.
  static bool isHead(const PlaceVerdict &Said, const DescriptorType &To) {
    return Said.IsHead || To.HasNoTails;
  }
  void refuse(const PageUse &Use, Refusal Why, llvm::StringRef Subject,
              std::string Detail = "");

  const RewriteInput &Input;
  const DescriptorTypes &Types;
  EditSet &Out;

private:
  /// Where functions that give a page are defined, by name and scope.
  std::map<std::pair<std::string, std::string>, const PageDeclaration *>
      Results;
};

} // namespace pagesplit

#endif
