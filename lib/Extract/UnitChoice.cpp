//===- UnitChoice.cpp - which units are worth parsing ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Extract/UnitChoice.h"

#include "pagesplit/Reach/PageLeads.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;
using namespace pagesplit;

// A header may be left out by an #if of the one that includes it; other ways to
// it may be open. What no way leads to is in the report as not compiled.
static constexpr unsigned WaysToHeader = 3;

namespace {

class Rounds {
public:
  Rounds(const std::vector<UnitRequest> &Units, const SourceRoots &Roots)
      : Chosen(Units.size()) {
    for (const UnitRequest &Unit : Units)
      Graph.addUnit(Unit.File,
                    includesOfCommand(Unit.Arguments, Unit.Directory));
    for (FileNumber F = 0; F < Graph.fileCount(); ++F)
      Numbers[Roots.portable(Graph.path(F), "/")] = F;
    IsMain.resize(Graph.fileCount());
    for (size_t Unit = 0; Unit < Units.size(); ++Unit)
      IsMain.set(Graph.mainFile(Unit));
    Nearest = Graph.nearestUnits();
    Tried.resize(Graph.fileCount());
    Leads.emplace(Graph);
  }

  /// Choose what the names of \p Seen lead to; false when that is nothing new.
  bool choose(const FactSet &Seen) {
    for (const auto &[Named, In] : Seen.entities())
      learn(Named);
    for (const auto &[Moved, In] : Seen.flows())
      learnTaker(Moved.To);
    BitVector Before = Chosen;
    for (size_t Unit = 0; Unit < Chosen.size(); ++Unit)
      if (!Chosen.test(Unit) && Leads->concernsUnit(Unit))
        Chosen.set(Unit);
    if (Chosen == Before)
      chooseForHeaders(Seen);
    return Chosen != Before;
  }

  const BitVector &chosen() const { return Chosen; }
  const IncludeGraph &graph() const { return Graph; }

private:
  void learn(const Entity &Named) {
    auto In = Numbers.find(Named.Where.File);
    if (In == Numbers.end() || Named.Kind == EntityKind::Local)
      return;
    auto [Owner, Slot] = StringRef(Named.Owner).split('.');
    if (!Slot.empty())
      Leads->learn(Slot, NameKind::Member, In->second);
    else if (Named.Kind == EntityKind::Member)
      Leads->learn(Named.Name, NameKind::Member, In->second);
    else if (Named.Kind == EntityKind::Global)
      Leads->learn(Named.Name, NameKind::Any, In->second);
    else
      Leads->learn(Owner, NameKind::Any, In->second);
  }

  // A callback, or a page in a `void *`, goes to a function elsewhere.
  void learnTaker(const Place &To) {
    const bool IsArgument =
        To.Position >= 0 && To.Scope.empty() &&
        (To.Kind == PlaceKind::Param || To.Kind == PlaceKind::Slot);
    if (IsArgument)
      Leads->learnTaker(To.Owner);
  }

  // Only when the sources lead no further: most headers have been read then.
  void chooseForHeaders(const FactSet &Seen) {
    StringSet<> Read;
    for (const UnitSource &Source : Seen.unitSources())
      Read.insert(Source.File);
    for (const auto &[Name, F] : Numbers)
      if (!IsMain.test(F) && !Read.contains(Name))
        chooseForHeader(F);
  }

  void chooseForHeader(FileNumber F) {
    unsigned &Ways = Tried[F];
    const size_t Most = std::min<size_t>(WaysToHeader, Nearest[F].size());
    while (Ways < Most && Chosen.test(Nearest[F][Ways]))
      ++Ways;
    // A name that leads there may be learned later.
    if (Ways < Most && Leads->concernsFile(F, Nearest[F][Ways]))
      Chosen.set(Nearest[F][Ways++]);
  }

  IncludeGraph Graph;
  std::optional<PageLeads> Leads;
  std::map<std::string, FileNumber> Numbers; ///< by portable name
  std::vector<std::vector<size_t>> Nearest;  ///< by file
  std::vector<unsigned> Tried;               ///< of these, by file
  BitVector IsMain;                          ///< by file
  BitVector Chosen;                          ///< by unit
};
} // namespace

Expected<BitVector>
pagesplit::chooseUnits(const std::vector<UnitRequest> &Units,
                       const SourceRoots &Roots, ParseUnits Parse,
                       MadeFrom &From) {
  Rounds All(Units, Roots);
  All.graph().addTo(From);
  const FactSet None;
  const FactSet *Seen = &None;
  while (All.choose(*Seen)) {
    Expected<const FactSet *> Facts = Parse(All.chosen());
    if (!Facts)
      return Facts.takeError();
    Seen = *Facts;
  }
  return All.chosen();
}
