//===- PageEntities.h - what is declared as a page -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Joins the declarations of one variable, parameter, result or member with its
/// verdict, with the uses of its value, and with what goes into it.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_PAGEENTITIES_H
#define PAGESPLIT_REWRITERS_PAGEENTITIES_H

#include "pagesplit/rewriters/Rewriters.h"

#include <tuple>

namespace pagesplit {

/// Whether \p Owner is a slot, "struct S.op", and no function.
inline bool isSlot(llvm::StringRef Owner) { return Owner.contains('.'); }

/// What a slot is called in the text: "op".
inline llvm::StringRef wordOfCallable(llvm::StringRef Owner) {
  return Owner.drop_front(Owner.rfind('.') + 1);
}

struct PageEntity {
  DeclarationKind Kind = DeclarationKind::Local;
  std::string Name;   ///< of a result, the function's
  unsigned Depth = 1; ///< as PageDeclaration::Depth
  std::string Owner;
  std::string Scope;
  /// Nobody outside of the file Scope can name it.
  bool IsKnownInOne = false;
  std::vector<const PageDeclaration *> Declarations;
  /// What all declarations agree on; "mixed" when they do not.
  PlaceVerdict Said;
  std::vector<const PageUse *> Uses;    ///< of its value, and writes to it
  std::vector<const PageUse *> Sources; ///< values that go into it

  /// The declaration that a finding points at: the one with a body if any.
  const PageDeclaration &main() const;
  /// Also of a slot, a member that points to functions.
  bool isOfFunction() const {
    return Kind == DeclarationKind::Parameter ||
           Kind == DeclarationKind::Result;
  }
  bool isOfSlot() const { return isOfFunction() && isSlot(Owner); }
};

class PageEntities {
public:
  explicit PageEntities(const RewriteInput &Input);

  /// In the order of their first declarations.
  const std::vector<PageEntity> &all() const { return Entities; }

  /// What \p D declares.
  const PageEntity *of(const PageDeclaration &D) const;

  /// What is declared within \p Declarator, which is of no function.
  const PageEntity *declaredWithin(const TextSpan &Declarator) const;

  /// What the value of \p Use is; null when it is nothing that is declared.
  const PageEntity *valueOf(const PageUse &Use) const;

  /// What the value of \p Use goes into; null when that is nothing declared.
  const PageEntity *targetOf(const PageUse &Use) const;

  /// The same parameter or result of the slots that X's function is stored in,
  /// and of all functions stored in X's slot; null for one that is no page.
  const std::vector<const PageEntity *> &tiedTo(const PageEntity &X) const;

  /// The other side of a comparison.
  const PageEntity *otherOf(const PageUse &Use) const;

private:
  using Place = std::pair<std::string, unsigned>;
  using Seat = std::tuple<std::string, std::string, int>; ///< in a function

  PageEntity &entityFor(const PageDeclaration &D);
  void tie(const RewriteInput &Input);
  void adoptVerdicts();
  void addVerdict(PageEntity &Entity, const PageDeclaration &D,
                  const VerdictIndex &Verdicts);
  const PageEntity *at(const TextSpan &Declared) const;
  const PageEntity *at(const std::string &Scope, const std::string &Function,
                       int Position) const;

  std::vector<PageEntity> Entities;
  std::map<Place, size_t> ByPlace;
  std::map<Seat, size_t> BySeat;
  std::map<const PageEntity *, std::vector<const PageEntity *>> Ties;
};

} // namespace pagesplit

#endif
