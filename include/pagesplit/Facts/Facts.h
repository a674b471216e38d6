//===- Facts.h - what was seen in the sources -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Plain records of what one or many translation units show about struct page:
/// accesses to its fields, declarations that can hold a page, the moves of
/// pages between them (Facts/Flow.h), and the layout the compiler gave it.
/// Conclusions are not here (Solve/Verdicts.h), nor is how a fact is found
/// (Extract) or written down (Facts/FactFile.h).
///
/// Paths are portable names (Support/SourceRoots.h). Lines and columns count
/// from 1, offsets and sizes are bytes.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_FACTS_FACTS_H
#define PAGESPLIT_FACTS_FACTS_H

#include "pagesplit/Facts/Flow.h"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace pagesplit {

/// A stretch of one source file. Length 0: only the place is known.
struct SourceSpan {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;
  unsigned Offset = 0; ///< bytes from the start of File
  unsigned Length = 0; ///< bytes

  auto key() const { return std::tie(File, Offset, Length, Line, Column); }
};

/// By which construct struct page is touched.
enum class AccessForm {
  Member,     ///< page->index, pages[i]->index, page[1].index
  Offsetof,   ///< offsetof(struct page, lru)
  Container,  ///< container_of(p, struct page, lru), list_entry()
  ListWalk,   ///< list_for_each_entry(page, head, lru) and its family
  Designator, ///< { .index = 1 } initialising a struct page
  Copy,       ///< *page = *other; field "*": the whole struct
  MemoryCall, ///< memset(page, 0, sizeof(*page)), memcpy(); field "*"
  Sizeof,     ///< sizeof(struct page), sizeof(*page); field "*"
  Arithmetic, ///< page + i, page++, page - base, &page[i]; field "*"
  Embedded,   ///< &folio->page: a struct page inside another struct
  Cast,       ///< (struct slab *)page, (struct page *)word
};

/// What happens to the memory of the field.
enum class AccessMode {
  Read,
  Write,
  ReadModifyWrite, ///< ++, |=, set_bit(..., &page->flags)
  AddressOf,       ///< the address leaves to where it cannot be followed here
  TypeOnly,        ///< nothing is touched: offsetof, sizeof, typeof, casts
};

/// One use of a struct page field or of the struct as a whole.
struct Access {
  AccessForm Form = AccessForm::Member;
  AccessMode Mode = AccessMode::Read;
  /// The member of struct page as spelled ("lru"); "*" for the whole struct.
  std::string Field;
  /// Down to the word that is touched ("lru.next"); equals Field when the
  /// access stops there.
  std::string Path;
  unsigned Offset = 0; ///< of Path within struct page
  unsigned Size = 0;   ///< of what Path names
  /// Which arm of which union, from the outside in: "8#0/24#1" is the first
  /// arm of the union at byte 8 and in it the second arm of the one at byte
  /// 24. Empty outside every union.
  std::string Arm;
  /// Where the field's name stands in a file: in a macro's body when the body
  /// names it, else where the programmer wrote it.
  SourceSpan Spelling;
  /// The whole expression, in the file in which the macro is used when there
  /// is one; its line is the line of the access.
  SourceSpan Expansion;
  /// Names of the macros it came through, outermost first.
  std::vector<std::string> Macros;
  /// The function it stands in; for an initialiser at file level the variable.
  std::string Function;
  /// The expression up to the field as written: "page", "vmf->page".
  std::string Base;
  /// What decided the mode or the form: the callee ("set_bit"), the other type
  /// of a cast ("struct slab *"), the member of an embedded page
  /// ("struct folio.page").
  std::string Via;

  auto key() const {
    return std::tie(Expansion.File, Expansion.Line, Expansion.Column,
                    Expansion.Offset, Spelling.File, Spelling.Offset, Form,
                    Mode, Path, Field, Offset, Size, Arm, Function, Base, Via,
                    Macros, Expansion.Length, Spelling.Length, Spelling.Line,
                    Spelling.Column);
  }
};

enum class EntityKind { Param, Return, Local, Member, Global };

/// A declaration whose type is struct page at some pointer depth.
struct Entity {
  EntityKind Kind = EntityKind::Local;
  /// The function; for a member the struct; for an ops-table slot
  /// "struct S.op"; empty for a global.
  std::string Owner;
  /// Where the owner's name is known: empty for external linkage, else the
  /// file that holds the static function or the struct.
  std::string Scope;
  int Position = -1; ///< parameter index from 0, else -1
  std::string Name;  ///< empty for a return value
  /// Pointers and arrays around struct page: 1 for "struct page *".
  unsigned Depth = 0;
  std::string Type; ///< as written: "pgtable_t", "struct page **"
  SourceSpan Where; ///< of the declared name
  /// Of a function that has a body here, or of a variable that is defined
  /// here; the declaration sites of one entity are joined in Solve.
  bool IsDefinition = false;

  auto key() const {
    return std::tie(Where.File, Where.Line, Where.Column, Kind, Owner, Scope,
                    Position, Name, Depth, Type, IsDefinition, Where.Offset,
                    Where.Length);
  }
};

/// One named member of struct page as the compiler laid it out.
struct LayoutMember {
  std::string Path; ///< page's own names only: "lru", not "lru.next"
  std::string Type;
  unsigned Offset = 0;
  unsigned Size = 0;
  std::string Arm; ///< as in Access

  auto key() const { return std::tie(Offset, Path, Type, Size, Arm); }
};

/// The size of struct page and of a machine word in one configuration.
struct Layout {
  unsigned PageSize = 0; ///< sizeof(struct page)
  unsigned WordSize = 0; ///< sizeof(unsigned long)
  SourceSpan Where;      ///< the definition of struct page

  auto key() const {
    return std::tie(PageSize, WordSize, Where.File, Where.Line, Where.Column,
                    Where.Offset, Where.Length);
  }
};

enum class UnitStatus {
  Complete, ///< parsed without an error
  Partial,  ///< parsed with errors; what was understood is kept
  Failed,   ///< nothing could be read
  Skipped,  ///< not parsed: nothing in it leads to a page (Reach/PageLeads.h)
};

/// One translation unit in one configuration, and how its analysis went.
struct Unit {
  std::string File;
  std::string Config; ///< "x86_64/defconfig"
  UnitStatus Status = UnitStatus::Complete;
  /// The first error, as "file:line:col: message"; empty when complete.
  std::string Error;
  /// Compiler flags left out because Clang does not know them.
  std::vector<std::string> DroppedFlags;
  /// Whether a complete struct page was seen at all.
  bool SeesPage = false;

  auto key() const {
    return std::tie(Config, File, Status, Error, DroppedFlags, SeesPage);
  }
};

/// A file that holds at least one fact, and a hash of its text: two trees
/// differ in a file exactly when the hashes differ.
struct SourceFile {
  std::string File;
  std::string Hash; ///< 16 hexadecimal digits of xxh3
  auto key() const { return std::tie(File, Hash); }
};

/// Lines of a file of the source tree that the preprocessor did not skip. Only
/// of files that mention struct page; a fact, with configurations.
struct CompiledLines {
  std::string File;
  /// First and last line of each stretch, in order, not adjacent.
  std::vector<unsigned> Lines;
  auto key() const { return std::tie(File, Lines); }
};

/// Which unit of which configuration saw facts in which file.
struct UnitSource {
  std::string Config;
  std::string Unit;
  std::string File;
  auto key() const { return std::tie(Config, Unit, File); }
};

/// Orders any of the records above by its key().
struct ByKey {
  template <typename T> bool operator()(const T &A, const T &B) const {
    return A.key() < B.key();
  }
};

/// Labels of configurations: "x86_64/defconfig".
using ConfigSet = std::set<std::string>;

/// Facts in key order, each with the configurations in which it was seen.
template <typename T> using Labelled = std::map<T, ConfigSet, ByKey>;

/// A set of facts; from one unit, or merged from many. Sorted, without
/// duplicates; the order in which facts were added leaves no trace.
class FactSet {
public:
  void add(Unit U) { Units.insert(std::move(U)); }
  void add(SourceFile S) { Sources.insert(std::move(S)); }
  void add(UnitSource S) { UnitSources.insert(std::move(S)); }

  /// A fact seen in \p In; seen again, the configurations are united.
  void add(Access A, const ConfigSet &In) { join(Accesses, std::move(A), In); }
  void add(Entity E, const ConfigSet &In) { join(Entities, std::move(E), In); }
  void add(Layout L, const ConfigSet &In) { join(Layouts, std::move(L), In); }
  void add(LayoutMember M, const ConfigSet &In) {
    join(LayoutMembers, std::move(M), In);
  }
  void add(Flow F, const ConfigSet &In) { join(Flows, std::move(F), In); }

  void add(CompiledLines C, const ConfigSet &In) {
    join(Compiled, std::move(C), In);
  }

  /// Have \p All in place of the facts of their kind.
  void replace(Labelled<Access> All) { Accesses = std::move(All); }
  void replace(Labelled<Layout> All) { Layouts = std::move(All); }
  void replace(Labelled<LayoutMember> All) { LayoutMembers = std::move(All); }

  /// Set union: associative, commutative and idempotent.
  void merge(const FactSet &Other);

  const std::set<Unit, ByKey> &units() const { return Units; }
  const std::set<SourceFile, ByKey> &sources() const { return Sources; }
  const std::set<UnitSource, ByKey> &unitSources() const { return UnitSources; }
  const Labelled<CompiledLines> &compiledLines() const { return Compiled; }
  const Labelled<Access> &accesses() const { return Accesses; }
  const Labelled<Entity> &entities() const { return Entities; }
  const Labelled<Layout> &layouts() const { return Layouts; }
  const Labelled<LayoutMember> &layoutMembers() const { return LayoutMembers; }
  const Labelled<Flow> &flows() const { return Flows; }

private:
  template <typename T>
  static void join(Labelled<T> &Into, T Fact, const ConfigSet &In) {
    Into[std::move(Fact)].insert(In.begin(), In.end());
  }

  std::set<Unit, ByKey> Units;
  std::set<SourceFile, ByKey> Sources;
  std::set<UnitSource, ByKey> UnitSources;
  Labelled<CompiledLines> Compiled;
  Labelled<Access> Accesses;
  Labelled<Entity> Entities;
  Labelled<Layout> Layouts;
  Labelled<LayoutMember> LayoutMembers;
  Labelled<Flow> Flows;
};

} // namespace pagesplit

#endif
