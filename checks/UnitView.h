//===- UnitView.h - what one unit does with its pages -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The accesses and moves of one unit, walked once for all checks, and what
/// they say of a variable: which descriptor a page has, and whether it may be a
/// tail. Nothing is concluded beyond one function; whole programs are for solve
/// (Snapshot.h).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_UNITVIEW_H
#define PAGESPLIT_CHECKS_UNITVIEW_H

#include "pagesplit/AST/AccessWalker.h"
#include "pagesplit/AST/FlowWalker.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace pagesplit::checks {

/// What a page is, and what says so.
struct PageKind {
  std::string Descriptor;   ///< canonical
  std::string Because;      ///< a call, a member, a type, a test
  clang::SourceLocation At; ///< invalid: nothing to point at
  bool IsTest = false;      ///< Because is a test that holds here
  bool IsFrozen = false;    ///< Descriptor may be "page"
};

/// Why a page may be a tail; no Text: it is not seen to be one.
struct TailReason {
  std::string Text;
  bool IsCounted = false; ///< by arithmetic, not by what was asked for
};

class UnitView {
public:
  UnitView(clang::ASTContext &Context, const clang::Preprocessor &Macros,
           const Knowledge &Known)
      : Context(Context), Macros(Macros), Known(Known) {}

  /// The view that all checks of this unit share while one of them holds it.
  static std::shared_ptr<UnitView> of(clang::ASTContext &Context,
                                      const clang::Preprocessor &Macros,
                                      const Knowledge &Known);

  const std::vector<AccessSite> &accesses();
  const std::vector<FlowSite> &flows();

  /// What the page that moves there is: by a test that holds, by its place, or
  /// because all that the variable was ever given is of one kind.
  std::optional<PageKind> kindOf(const FlowSite &Site);

  /// Everything that is assigned to \p Variable in this unit.
  const std::vector<const FlowSite *> &into(const clang::NamedDecl *Variable);

  /// The use of \p Field in the access at \p Range; null: none was seen.
  const FlowSite *useAt(clang::SourceRange Range, llvm::StringRef Field);

  /// Why the page that moves there may be a tail. With \p Lookups also what a
  /// call finds in a mapping, where a file system may or may not have large
  /// folios.
  TailReason tailReason(const FlowSite &Site, bool Lookups);

private:
  using Variables = llvm::SmallPtrSet<const clang::NamedDecl *, 8>;
  /// All flows that describe what goes to one place there.
  using Value = std::vector<const FlowSite *>;
  using GroupKey = std::tuple<FlowForm, unsigned, unsigned,
                              const clang::NamedDecl *, int, std::string>;
  std::optional<PageKind> kindOfValue(const Value &Flows, Variables &Seen);
  std::optional<PageKind> kindOfVariable(const clang::NamedDecl *Variable,
                                         Variables &Seen);
  std::optional<PageKind> kindByTests(const FlowSite &Site) const;
  std::optional<PageKind> kindByName(const FlowSite &Site) const;
  const FlowSite *writtenMacro(const Value &Flows) const;
  bool isHandedOn(const FlowSite &Site) const;
  bool isHead(const FlowSite &Site) const;
  std::optional<TailReason> tailByCall(const FlowSite &Site,
                                       bool Lookups) const;
  TailReason tailOfValue(const Value &Flows, bool Lookups, Variables &Seen);
  void walk();

  clang::ASTContext &Context;
  const clang::Preprocessor &Macros;
  const Knowledge &Known;
  bool HasAccesses = false, HasFlows = false;
  std::vector<AccessSite> Accesses;
  std::vector<FlowSite> Flows;
  llvm::DenseMap<const clang::NamedDecl *, std::vector<const FlowSite *>> Into;
  llvm::DenseMap<clang::SourceLocation, std::vector<const FlowSite *>> Uses;
  std::map<GroupKey, Value> Groups;
  llvm::DenseMap<const FlowSite *, const Value *> GroupOf;
};

/// The variable or parameter that \p Place is, in its first declaration; null:
/// it is none.
const clang::NamedDecl *variableOf(const FlowPlace &Place);

/// What the knowledge files call it: "get_page", "struct S.op".
std::string nameOf(const FlowPlace &Callee);

} // namespace pagesplit::checks

#endif
