//===- EditSet.h - the edits of many units as one set -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Groups of edits meet here by name. Adding is associative, commutative and
/// idempotent, and so is what resolve() makes of it: neither the order of units
/// nor how often a header was seen leaves a trace.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EDIT_EDITSET_H
#define PAGESPLIT_EDIT_EDITSET_H

#include "pagesplit/Edit/Edit.h"
#include "pagesplit/Edit/Finding.h"

#include <map>
#include <set>
#include <vector>

namespace pagesplit {

/// Edits that are applied together or not at all.
struct EditGroup {
  /// Identity, equal in every unit that contributes:
  /// "local-variable:fs/ext2/dir.c:ext2_get_page:page".
  std::string Name;
  std::string Rewriter;   ///< "local-variable"
  std::string Descriptor; ///< "folio"
  SourcePlace Where;      ///< what a finding about the group points at
  /// The subject of the patch, without the subsystem, of a group that is a
  /// patch of its own: "introduce struct zpdesc". Empty for all others.
  std::string Title;
  /// What changes, as it is to be read: "ext2_get_page()", "struct foo".
  std::set<std::string> Subjects;
  /// Paragraphs for the commit message beyond the usual ones.
  std::set<std::string> Remarks;
  std::set<std::string> Needs; ///< groups without which this one is wrong
  /// Goes when no group is left that needs it, without a finding.
  bool OnlyServes = false;
  /// What may behave differently, with file and line. A group with notes goes
  /// into a patch apart from those without.
  std::set<std::string> Notes;
  /// The accesses to fields of struct page that go, "file:line:column" each.
  std::set<std::string> Accesses;
  std::set<Edit> Edits;
};

/// What a file that the edits create has instead of a hash.
inline constexpr llvm::StringLiteral NoFileYet = "";

/// What resolve() leaves: groups that can all be applied.
struct ResolvedEdits {
  std::vector<EditGroup> Groups; ///< by name
  /// The hash of each file they edit, or NoFileYet.
  std::map<std::string, std::string> Sources;
  std::set<Finding> Findings;
};

/// Groups, their refusals, findings, and the versions of files they count in.
class EditSet {
public:
  /// Add \p Group, or unite it with the group of the same name. Edits that
  /// change nothing are left out.
  void add(EditGroup Group);

  /// Drop the group \p Name, whichever unit made it, because of \p Why.
  void refuse(llvm::StringRef Name, Finding Why);

  /// Something no group exists for.
  void add(Finding F) { Findings.insert(std::move(F)); }

  /// \p File has the content \p Hash (Support/ContentHash.h); NoFileYet when an
  /// insertion at its start creates it. Needed for every file with edits.
  void addSource(llvm::StringRef File, llvm::StringRef Hash);

  /// Add everything of \p Other.
  void unite(const EditSet &Other);

  /// What can be applied. Dropped, each with a finding, are groups that were
  /// refused, those with edits in a file of which two versions were seen, those
  /// whose edits do not go with another's, and those that need a dropped or
  /// missing one.
  ResolvedEdits resolve() const;

  const std::map<std::string, EditGroup> &groups() const { return Groups; }
  const std::map<std::string, std::set<Finding>> &refusals() const {
    return Refused;
  }
  const std::map<std::string, std::set<std::string>> &sources() const {
    return Sources;
  }
  const std::set<Finding> &findings() const { return Findings; }

private:
  std::map<std::string, EditGroup> Groups;
  std::map<std::string, std::set<Finding>> Refused;
  std::map<std::string, std::set<std::string>> Sources;
  std::set<Finding> Findings;
};

} // namespace pagesplit

#endif
