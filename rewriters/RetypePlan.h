//===- RetypePlan.h - which declarations change their type -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Chooses the variables, parameters, results and members that become a
/// descriptor. Starts with all whose verdict is one and takes out what stands
/// in the way, until nothing does: what is left can change together, with
/// conversions where it meets what stays a page.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_RETYPEPLAN_H
#define PAGESPLIT_REWRITERS_RETYPEPLAN_H

#include "NewNames.h"
#include "PageEntities.h"
#include "UseRewriter.h"

#include <memory>
#include <optional>

namespace pagesplit {

/// What the other rewriters would make of uses.
using ChangesByUse = std::map<const PageUse *, const UseChange *>;

/// How a value gets from what it is to what takes it.
enum class Passage {
  Same,     ///< as it stands
  Changed,  ///< the use changes as UseChange says
  Unwrap,   ///< the conversion that stands there goes
  Walk,     ///< a macro takes it for a cursor and is told the member
  Entry,    ///< a call that is told the type is told another one
  Given,    ///< a call that gives the descriptor takes the place of this one
  ToPage,   ///< back to a page
  FromPage, ///< to the descriptor
  Stuck,    ///< not at all: pages lie where it leads, and nobody converts them
};

class RetypePlan {
public:
  RetypePlan(const RewriteInput &Input, const DescriptorTypes &Types,
             const PageEntities &Entities, const ChangesByUse &Changes,
             const NewNames &Names);

  /// Choose. What has a descriptor and is not chosen gets a finding in \p Out.
  void run(EditSet &Out);

  /// What \p Entity becomes; null: it stays a page.
  const DescriptorType *typeOf(const PageEntity *Entity) const;

  /// What happens to the value of \p Use; nothing when neither its value nor
  /// what it goes into changes.
  std::optional<Passage> passage(const PageUse &Use) const;

  /// The access in "(struct page *)page->index" when that is all of \p Use, so
  /// that the cast can go with it; null otherwise.
  const PageUse *castAccess(const PageUse &Use) const;

  /// The type that the value of \p Use has to be converted to or from.
  const DescriptorType *typeAt(const PageUse &Use) const;

private:
  struct Obstacle {
    Refusal Why;
    std::string Detail;
    SourcePlace Where;
  };
  void nominate(EditSet &Out);
  void refuse(const PageEntity &X, const Obstacle &Why, EditSet &Out) const;
  std::optional<Obstacle> fixedObstacle(const PageEntity &X) const;
  std::vector<WordPlace> placesOf(const PageEntity &X) const;
  std::optional<Obstacle> obstacle(const PageEntity &X) const;
  std::optional<Obstacle> inDeclarations(const PageEntity &X) const;
  std::optional<Obstacle> inUse(const PageEntity &X, const PageUse &Use) const;
  std::optional<Obstacle> inSource(const PageEntity &X,
                                   const PageUse &Use) const;
  std::optional<Obstacle> inFunction(const PageEntity &X) const;
  std::optional<Obstacle> inSlots(const PageEntity &X) const;
  Obstacle stuckAt(const PageUse &Use, const PageEntity *Other) const;
  std::optional<Obstacle> inPlace(const PageEntity &X,
                                  const PageUse &Use) const;
  std::optional<Passage> passageOfPlace(const PageUse &Use,
                                        const DescriptorType *From,
                                        const DescriptorType *Into) const;
  void bundle();
  /// Uses, by what changing a type does to them.
  struct Weight {
    unsigned Gain = 0;
    unsigned Given = 0;
    unsigned Cost = 0;
  };
  void weigh(const PageEntity &X, Weight &Sum) const;
  bool paysOff(const PageEntity &X) const;
  bool mayBeTested(const PageEntity &X) const;
  bool isConversion(const PageUse &Use, const DescriptorType &To) const;
  bool isBackConversion(const PageUse &Use, const DescriptorType &To) const;
  bool isCastBack(const PageUse &Use, const DescriptorType &To) const;
  bool isExact(const PageEntity &X) const;
  std::string fileOutside(const PageEntity &X) const;
  bool isTest(const PageUse &Use) const;
  bool isUnderCast(const PageUse &Use) const;
  bool staysSame(const PageUse &Use, const DescriptorType &From) const;
  bool isWalked(const PageUse &Source) const;
  bool isOfCursor(const PageUse &Use) const;
  bool agrees(const PageUse &Cursor, const DescriptorType &To) const;

  const RewriteInput &Input;
  const DescriptorTypes &Types;
  const PageEntities &Entities;
  const ChangesByUse &Changes;
  const NewNames &Names;
  std::map<const PageEntity *, const DescriptorType *> Retyped;
  std::map<std::pair<std::string, unsigned>, const PageUse *> Accesses;
  /// Entities that change together or not at all, by each of them.
  std::map<const PageEntity *, std::shared_ptr<std::vector<const PageEntity *>>>
      Bundles;
  /// What becomes of the access that a page is put into or cast from.
  std::map<const PageUse *, const UseChange *> OtherEnds;
  /// The uses that are cursors, by the place of the macro.
  std::map<std::pair<std::string, unsigned>, std::vector<const PageUse *>>
      Cursors;
};

/// The word of the rewriter for declarations of \p Kind: "local-variable".
llvm::StringRef retyperFor(DeclarationKind Kind);

} // namespace pagesplit

#endif
