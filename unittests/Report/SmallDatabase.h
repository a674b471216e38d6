//===- SmallDatabase.h - a database small enough to count by hand -*- C++ -*-=//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_UNITTESTS_SMALLDATABASE_H
#define PAGESPLIT_UNITTESTS_SMALLDATABASE_H

#include "../Support/TemporaryDirectory.h"
#include "pagesplit/Facts/Facts.h"
#include "pagesplit/Solve/Solve.h"

namespace pagesplit {

/// mm reads flags twice and changes it once, takes the address of lru and
/// looks at the size of the struct; fs/ext4 writes index. Of three units one
/// is partial and one failed. Nobody uses pp_magic.
class SmallDatabase {
public:
  SmallDatabase() {
    const ConfigSet In = {"x86_64/defconfig"};
    FactSet Facts;
    Facts.add(Layout{64, 8, {"include/mm_types.h", 1, 1, 0, 4}}, In);
    Facts.add(LayoutMember{"flags", "unsigned long", 0, 8, ""}, In);
    Facts.add(LayoutMember{"lru", "struct list_head", 8, 16, "8#0"}, In);
    Facts.add(LayoutMember{"pp_magic", "unsigned long", 8, 8, "8#1"}, In);
    Facts.add(LayoutMember{"index", "unsigned long", 32, 8, "8#0"}, In);
    Facts.add(unit("mm/a.c", UnitStatus::Complete, "", {"-fodd"}));
    Facts.add(unit("mm/b.c", UnitStatus::Partial, "mm/b.c:3:1: odd <x> & |y|"));
    Facts.add(unit("fs/ext4/c.c", UnitStatus::Failed, "c.c:1:1: gone"));
    add(Facts, "mm/a.c", 1, "flags", 0, 8, "", AccessMode::Read);
    add(Facts, "mm/a.c", 2, "flags", 0, 8, "", AccessMode::Read);
    add(Facts, "mm/a.c", 3, "flags", 0, 8, "", AccessMode::ReadModifyWrite);
    add(Facts, "mm/a.c", 4, "lru", 8, 16, "8#0", AccessMode::AddressOf);
    add(Facts, "mm/a.c", 5, "*", 0, 64, "", AccessMode::TypeOnly);
    add(Facts, "fs/ext4/c.c", 6, "index", 32, 8, "8#0", AccessMode::Write);
    Entity E;
    E.Kind = EntityKind::Param;
    E.Owner = "struct a_ops.go";
    E.Position = 1;
    E.Depth = 1;
    E.Where = {"mm/a.c", 9, 4, 0, 0};
    Facts.add(E, In);
    SolveOptions Options;
    Options.Kernel = "6.12";
    EXPECT_EQ(llvm::toString(solveFacts(Facts, Options, path())), "");
  }

  std::string path() const { return Dir.path("a.db"); }

  TemporaryDirectory Dir;

private:
  static Unit unit(std::string File, UnitStatus Status, std::string Error,
                   std::vector<std::string> Dropped = {}) {
    return {std::move(File),  "x86_64/defconfig", Status,
            std::move(Error), std::move(Dropped), true};
  }

  static void add(FactSet &Facts, std::string File, unsigned Line,
                  std::string Field, unsigned Offset, unsigned Size,
                  std::string Arm, AccessMode Mode) {
    Access A;
    A.Mode = Mode;
    A.Field = A.Path = std::move(Field);
    A.Offset = Offset;
    A.Size = Size;
    A.Arm = std::move(Arm);
    A.Spelling = A.Expansion = {std::move(File), Line, 2, Line * 20, 11};
    A.Function = "f";
    A.Base = "pages[\n\t\"a,b\"]";
    Facts.add(A, {"x86_64/defconfig"});
  }
};

} // namespace pagesplit

#endif
