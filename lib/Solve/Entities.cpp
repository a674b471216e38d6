//===- Entities.cpp - the declarations of one thing, joined ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Entities.h"

using namespace pagesplit;

static auto identityOf(const Entity &E) {
  bool IsParam = E.Kind == EntityKind::Param;
  bool IsLocal = E.Kind == EntityKind::Local;
  return std::make_tuple(
      E.Kind, E.Owner, E.Scope, E.Position, E.Depth,
      IsParam ? std::string() : E.Name, IsLocal ? E.Where.File : std::string(),
      IsLocal ? E.Where.Line : 0, IsLocal ? E.Where.Column : 0);
}

std::vector<JoinedEntity>
pagesplit::joinEntities(const Labelled<Entity> &Facts) {
  std::map<decltype(identityOf(Entity())), JoinedEntity> ByIdentity;
  for (const auto &[Fact, In] : Facts) {
    JoinedEntity &J = ByIdentity[identityOf(Fact)];
    J.Sites.push_back(&Fact);
    J.Configs.insert(In.begin(), In.end());
    if (!J.Primary || (Fact.IsDefinition && !J.Primary->IsDefinition))
      J.Primary = &Fact;
  }
  std::vector<JoinedEntity> Joined;
  Joined.reserve(ByIdentity.size());
  for (auto &[Identity, J] : ByIdentity)
    Joined.push_back(std::move(J));
  return Joined;
}
