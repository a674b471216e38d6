//===- Flow.h - a page moved from one place to another ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What was seen of pages in motion: assignments, arguments, returns, uses of a
/// field, casts. Which of the names mean something is not known here; that is
/// the knowledge files' business, when facts are solved.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_FACTS_FLOW_H
#define PAGESPLIT_FACTS_FLOW_H

#include <string>
#include <tuple>
#include <vector>

namespace pagesplit {

enum class PlaceKind {
  Param,    ///< argument Position of function or macro or slot Owner
  Return,   ///< what Owner returns
  Local,    ///< variable Name of function Owner, declared at At
  Member,   ///< member Name of struct Owner, in every object of that type
  Global,   ///< variable Name
  Field,    ///< only as To: field Name of struct page is touched; of a Put or
            ///< Take, Owner is the struct that it points to
  Type,     ///< Name is a C type: cast to or from it, or the struct that
            ///< embeds the page ("struct folio.page")
  Function, ///< function Owner itself, as a value: stored in a slot
  Slot,     ///< a function pointer: member ("struct S.op" as Owner), parameter
            ///< Position of function Owner, or variable Name
  Opaque,   ///< Name says how the value got out of sight: "integer",
            ///< "list_entry", "pointer call", "asm", "va_arg"
};

/// A declaration or an end of sight. Pointer depth and elements do not make a
/// place of their own: pages[i] is at `pages`.
///
/// A call through a function pointer has the pointer for the Owner of its Param
/// and Return places: "struct S.op" for a member, "f#2" for parameter 2 of f,
/// Name for a variable, and "Name@file:line:column" for a local one. A macro is
/// an Owner like a function, without a Scope.
struct Place {
  PlaceKind Kind = PlaceKind::Opaque;
  /// As Entity::Owner and Entity::Scope in Facts/Facts.h. A member of another
  /// type than page (`void *private`) has the file that uses it for its scope:
  /// it may mean another thing elsewhere. The Scope of a Field is the file that
  /// defines its Owner, empty when none was seen to.
  std::string Owner;
  std::string Scope;
  int Position = -1; ///< parameter index from 0; -1: none, or not known
  std::string Name;
  /// For a local: "file:line:column" of its declared name.
  std::string At;

  auto key() const { return std::tie(Kind, Owner, Scope, Position, Name, At); }
  bool operator<(const Place &Other) const { return key() < Other.key(); }
  bool operator==(const Place &Other) const { return key() == Other.key(); }
};

/// How the value moved.
enum class FlowKind {
  Assign,   ///< also initialisers
  Argument, ///< to a parameter, or to a macro's argument
  Return,   ///< by `return`
  Use,      ///< a field is touched: To is a Field, "*" for the whole struct
  Cast,     ///< To is a Type
  Store,    ///< From is a Function or a Slot, To is a Slot
  Put,      ///< a pointer to the struct To.Owner is put into a Field of From,
            ///< which may also be the Type of a descriptor
  Take,     ///< what a Field of From holds is taken for such a pointer
};

/// A test of the same variable that holds where the flow happens.
struct Guard {
  /// The predicate ("PageSlab"), or ".mapping" for a test of a field.
  std::string Test;
  bool Holds = true;

  auto key() const { return std::tie(Test, Holds); }
  bool operator<(const Guard &Other) const { return key() < Other.key(); }
  bool operator==(const Guard &Other) const { return key() == Other.key(); }
};

/// One step of one value.
struct Flow {
  FlowKind Kind = FlowKind::Assign;
  Place From;
  Place To;
  /// What stands between them, from the inside out: "compound_head#0" (a call
  /// or macro handing on its argument 0, if it does: "#?" when the position is
  /// not known), "+" (page + i, pages[i] of a page pointer), "list" (From, To
  /// or both are a list of pages), "&" (the address of From is taken: To can
  /// write to it).
  std::vector<std::string> Through;
  /// Tests that hold here for the variable From (or To, when From is none).
  std::vector<Guard> Guards; ///< sorted, no duplicates
  /// "file:line:column" of the value that moves, where the outermost macro is
  /// used; of a Use the place of the Access (Access::Expansion), of a Cast the
  /// cast.
  std::string Where;
  /// The function it stands in.
  std::string Function;

  auto key() const {
    return std::tie(Where, Kind, From, To, Through, Guards, Function);
  }
};

} // namespace pagesplit

#endif
