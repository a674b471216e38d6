//===- Entities.h - the declarations of one thing, joined -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Extraction sees declarations; a prototype and the definition of a function
/// each declare the same parameter. Here they become one entity with several
/// sites.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_ENTITIES_H
#define PAGESPLIT_LIB_SOLVE_ENTITIES_H

#include "pagesplit/Facts/Facts.h"

#include <vector>

namespace pagesplit {

/// One thing that can hold a page. Points into the fact set it came from.
struct JoinedEntity {
  /// In the order of the facts.
  std::vector<const Entity *> Sites;
  /// Where any of the sites was seen.
  ConfigSet Configs;
  /// The first definition, or the first declaration when there is none.
  const Entity *Primary = nullptr;
};

/// The entities of \p Facts in the order of their identity: kind, owner,
/// scope, position, pointer depth, and the name unless it is a parameter,
/// which may be called differently in a prototype; for a local also its place.
std::vector<JoinedEntity> joinEntities(const Labelled<Entity> &Facts);

} // namespace pagesplit

#endif
