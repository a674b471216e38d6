//===- EntitiesTest.cpp - the declarations of one thing, joined -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Entities.h"
#include "gtest/gtest.h"

using namespace pagesplit;

namespace {

Entity param(std::string File, unsigned Line, std::string Function,
             std::string Name, bool IsDefinition) {
  Entity E;
  E.Kind = EntityKind::Param;
  E.Owner = std::move(Function);
  E.Position = 0;
  E.Name = std::move(Name);
  E.Depth = 1;
  E.Type = "struct page *";
  E.Where = {std::move(File), Line, 10, Line * 40, 4};
  E.IsDefinition = IsDefinition;
  return E;
}

std::vector<JoinedEntity> joined(const std::vector<Entity> &All,
                                 FactSet &Facts) {
  for (const Entity &E : All)
    Facts.add(E, {"c"});
  return joinEntities(Facts.entities());
}

TEST(Entities, PrototypeAndDefinitionAreOne) {
  FactSet Facts;
  auto Joined = joined({param("include/mm.h", 5, "f", "", false),
                        param("mm/a.c", 9, "f", "page", true)},
                       Facts);
  ASSERT_EQ(Joined.size(), 1u);
  EXPECT_EQ(Joined[0].Sites.size(), 2u);
  EXPECT_EQ(Joined[0].Primary->Where.File, "mm/a.c");
  EXPECT_EQ(Joined[0].Primary->Name, "page");
}

TEST(Entities, WithoutADefinitionTheFirstDeclarationIsPrimary) {
  FactSet Facts;
  auto Joined = joined({param("include/z.h", 5, "f", "p", false),
                        param("include/a.h", 9, "f", "q", false)},
                       Facts);
  ASSERT_EQ(Joined.size(), 1u);
  EXPECT_EQ(Joined[0].Primary->Where.File, "include/a.h");
}

TEST(Entities, StaticNamesakesStayApart) {
  Entity A = param("mm/a.c", 1, "f", "page", true);
  Entity B = param("mm/b.c", 1, "f", "page", true);
  A.Scope = "mm/a.c";
  B.Scope = "mm/b.c";
  FactSet Facts;
  EXPECT_EQ(joined({A, B}, Facts).size(), 2u);
}

TEST(Entities, PositionDepthAndKindTellApart) {
  Entity A = param("mm/a.c", 1, "f", "page", true);
  Entity Second = A, Deeper = A, Result = A;
  Second.Position = 1;
  Deeper.Depth = 2;
  Result.Kind = EntityKind::Return;
  Result.Position = -1;
  FactSet Facts;
  EXPECT_EQ(joined({A, Second, Deeper, Result}, Facts).size(), 4u);
}

TEST(Entities, LocalsOfOneNameStayApartByPlace) {
  Entity A = param("mm/a.c", 10, "f", "page", true);
  A.Kind = EntityKind::Local;
  A.Position = -1;
  Entity B = A;
  B.Where.Line = 20;
  FactSet Facts;
  EXPECT_EQ(joined({A, B}, Facts).size(), 2u);
}

TEST(Entities, MembersOfOneStructAreToldByName) {
  Entity A = param("include/a.h", 10, "vm_fault", "page", true);
  A.Kind = EntityKind::Member;
  A.Position = -1;
  Entity B = A;
  B.Name = "cow_page";
  B.Where.Line = 11;
  FactSet Facts;
  EXPECT_EQ(joined({A, B}, Facts).size(), 2u);
}

TEST(Entities, ConfigurationsOfAllSitesAreUnited) {
  FactSet Facts;
  Facts.add(param("include/mm.h", 5, "f", "", false), {"x86", "arm"});
  Facts.add(param("mm/a.c", 9, "f", "page", true), {"x86", "riscv"});
  auto Joined = joinEntities(Facts.entities());
  ASSERT_EQ(Joined.size(), 1u);
  EXPECT_EQ(Joined[0].Configs, (ConfigSet{"arm", "riscv", "x86"}));
}

} // namespace
