//===- SolveTest.cpp - from facts to a database ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Solve/Solve.h"

#include "../Facts/SampleFacts.h"
#include "../Support/TemporaryDirectory.h"
#include "pagesplit/Facts/FactFile.h"
#include "pagesplit/Solve/Database.h"
#include "gtest/gtest.h"

#include <algorithm>
#include <random>

using namespace llvm;
using namespace pagesplit;

namespace {

class Solve : public testing::Test {
protected:
  std::string solve(const FactSet &Facts, SolveOptions Options = {}) {
    return toString(solveFacts(Facts, Options, Dir.path("a.db")));
  }

  /// The rows of \p Query as "a|b;c|d".
  std::string rows(StringRef Query) {
    Expected<Sqlite> Db = openDatabase(Dir.path("a.db"));
    if (!Db)
      return toString(Db.takeError());
    std::string Text;
    {
      Statement Row(*Db, Query);
      while (Row.step()) {
        if (!Text.empty())
          Text += ';';
        for (unsigned I = 0; I < Row.columns(); ++I)
          Text += (I ? "|" : "") + Row.text(I).str();
      }
    }
    std::string Problem = toString(Db->takeError());
    return Problem.empty() ? Text : Problem;
  }

  TemporaryDirectory Dir;
};

Access access(StringRef Field, unsigned Offset, unsigned Size,
              AccessMode Mode = AccessMode::Read) {
  Access A;
  A.Mode = Mode;
  A.Field = A.Path = Field.str();
  A.Offset = Offset;
  A.Size = Size;
  A.Spelling = {"mm/a.c", 7, 9, 70, 4};
  A.Expansion = {"mm/a.c", 7, 3, 64, 10};
  A.Function = "f";
  A.Base = "page";
  return A;
}

TEST_F(Solve, SameFactsInAnyOrderGiveTheSameBytes) {
  std::vector<unsigned> Seeds(8);
  std::iota(Seeds.begin(), Seeds.end(), 0);
  std::mt19937 Random(1);
  std::string First;
  for (unsigned Round = 0; Round < 4; ++Round) {
    // Some facts arrive twice, and in groups of different sizes.
    FactSet Facts, Group;
    for (unsigned Seed : Seeds) {
      Group.merge(sampleFacts(Seed));
      if (Seed % 3 == Round % 3)
        Facts.merge(Group);
    }
    Facts.merge(Group);
    ASSERT_EQ(solve(Facts), "");
    if (First.empty())
      First = Dir.read("a.db");
    EXPECT_EQ(Dir.read("a.db"), First) << Round;
    std::shuffle(Seeds.begin(), Seeds.end(), Random);
  }
  EXPECT_GT(First.size(), 4096u);
}

TEST_F(Solve, EveryAccessIsARowWithItsWords) {
  FactSet Facts;
  Facts.add(Layout{64, 8, {"include/p.h", 1, 1, 0, 4}}, {"c"});
  Facts.add(access("flags", 0, 8), {"c"});
  Facts.add(access("lru", 8, 16), {"c"});
  Facts.add(access("_refcount", 52, 4), {"c"});
  Facts.add(access("*", 0, 64, AccessMode::TypeOnly), {"c"});
  ASSERT_EQ(solve(Facts), "");
  EXPECT_EQ(rows("SELECT field, first_word, last_word FROM access "
                 "ORDER BY byte_offset, field"),
            "*||;flags|0|0;lru|1|2;_refcount|6|6");
  EXPECT_EQ(rows("SELECT count(*) FROM word"), "8");
}

TEST_F(Solve, WordsAreThoseOfTheConfiguration) {
  FactSet Facts;
  Facts.add(Layout{32, 4, {"include/p.h", 1, 1, 0, 4}}, {"arm"});
  Facts.add(Layout{64, 8, {"include/p.h", 1, 1, 0, 4}}, {"x86"});
  Facts.add(access("mapping", 12, 4), {"arm"});
  Facts.add(access("mapping", 24, 8), {"x86"});
  ASSERT_EQ(solve(Facts), "");
  EXPECT_EQ(rows("SELECT byte_offset, first_word FROM access ORDER BY 1"),
            "12|3;24|3");
}

TEST_F(Solve, ModesAreCountedApart) {
  FactSet Facts;
  unsigned Line = 0;
  for (AccessMode Mode : {AccessMode::Read, AccessMode::Write,
                          AccessMode::Write, AccessMode::ReadModifyWrite,
                          AccessMode::AddressOf, AccessMode::TypeOnly}) {
    Access A = access("index", 32, 8, Mode);
    A.Expansion.Line = ++Line;
    Facts.add(A, {"c"});
  }
  ASSERT_EQ(solve(Facts), "");
  EXPECT_EQ(rows("SELECT * FROM subsystem_field"), "mm|index|4|1|2|1|1|1|6");
  EXPECT_EQ(rows("SELECT * FROM word_field_subsystem"),
            "4|32||index|mm|1|2|1|1|1|6");
}

TEST_F(Solve, AFieldOfTwoWordsCountsInBothWithItsByte) {
  FactSet Facts;
  Facts.add(access("lru", 8, 16), {"c"});
  Access Prev = access("lru", 16, 8);
  Prev.Path = "lru.prev";
  Facts.add(Prev, {"c"});
  ASSERT_EQ(solve(Facts), "");
  EXPECT_EQ(rows("SELECT word, byte_offset, total FROM word_field_subsystem"),
            "1|8|1;2|16|2");
}

TEST_F(Solve, MacrosKeepTheirOrder) {
  FactSet Facts;
  Access A = access("lru", 8, 16);
  A.Macros = {"outer", "middle", "inner"};
  Facts.add(A, {"c"});
  ASSERT_EQ(solve(Facts), "");
  EXPECT_EQ(rows("SELECT macros FROM access_full"), "outer middle inner");
}

TEST_F(Solve, EveryEntityAndAccessHasOneVerdict) {
  FactSet Facts = sampleFacts(1);
  Facts.merge(sampleFacts(2));
  ASSERT_EQ(solve(Facts), "");
  EXPECT_EQ(rows("SELECT count(DISTINCT entity_id), count(DISTINCT access_id), "
                 "count(*) FROM verdict"),
            "2|3|5");
  EXPECT_EQ(rows("SELECT DISTINCT verdict, confidence, reason FROM verdict"),
            "unknown|0.0|not-inferred");
}

TEST_F(Solve, CoverageAddsUp) {
  FactSet Facts;
  for (unsigned I = 0; I < 9; ++I)
    Facts.add(Unit{"mm/" + std::to_string(I) + ".c",
                   "c",
                   I < 5   ? UnitStatus::Complete
                   : I < 7 ? UnitStatus::Partial
                           : UnitStatus::Failed,
                   I < 5 ? "" : "mm/x.c:1:1: no",
                   {"-fa", "-fb"},
                   I < 7});
  Facts.add(Unit{"mm/9.c", "c", UnitStatus::Skipped, "", {}, false});
  ASSERT_EQ(solve(Facts), "");
  EXPECT_EQ(rows("SELECT * FROM coverage"), "c|10|5|2|2|7|1");
  EXPECT_EQ(rows("SELECT count(*), sum(status = 'failed') FROM failed_unit"),
            "4|2");
  EXPECT_EQ(rows("SELECT * FROM dropped_flag"), "c|-fa|9;c|-fb|9");
}

TEST_F(Solve, DefinitionsAreListedOnceEachPrototypesNot) {
  FactSet Facts;
  Entity E;
  E.Kind = EntityKind::Param;
  E.Owner = "f";
  E.Position = 0;
  E.Depth = 1;
  E.Where = {"include/a.h", 3, 1, 0, 0};
  Facts.add(E, {"c"});
  E.Where = {"arch/x86/a.c", 4, 1, 0, 0};
  E.IsDefinition = true;
  Facts.add(E, {"c"});
  E.Where = {"lib/a.c", 5, 1, 0, 0};
  Facts.add(E, {"c"});
  ASSERT_EQ(solve(Facts), "");
  EXPECT_EQ(rows("SELECT count(*) FROM entity"), "1");
  EXPECT_EQ(rows("SELECT file FROM entity_full ORDER BY file"),
            "arch/x86/a.c;lib/a.c");
}

TEST_F(Solve, SubsystemsComeFromTheTree) {
  Dir.write("tree/MAINTAINERS", "PAGES\nF:\tmm/\n\nODD\nN:\t\\d\n");
  FactSet Facts;
  Facts.add(access("flags", 0, 8), {"c"});
  SolveOptions Options;
  Options.SourceRoot = Dir.path("tree");
  Options.Kernel = "6.12";
  std::vector<std::string> Warnings;
  ASSERT_EQ(toString(solveFacts(Facts, Options, Dir.path("a.db"), &Warnings)),
            "");
  EXPECT_EQ(rows("SELECT subsystem FROM access_full"), "PAGES");
  EXPECT_EQ(rows("SELECT * FROM meta"), "kernel|6.12;subsystems|MAINTAINERS");
  ASSERT_EQ(Warnings.size(), 1u);
  EXPECT_NE(Warnings[0].find("MAINTAINERS:5: \\d"), std::string::npos);
  EXPECT_EQ(Dir.read("a.db").find(Options.SourceRoot), std::string::npos)
      << "no absolute path in a database";
}

TEST_F(Solve, FailureLeavesTheEarlierDatabase) {
  ASSERT_EQ(solve(sampleFacts(1)), "");
  std::string Before = Dir.read("a.db");
  SolveOptions Options;
  Options.SourceRoot = Dir.path("gone");
  EXPECT_NE(solve(sampleFacts(2), Options), "");
  EXPECT_EQ(Dir.read("a.db"), Before);
}

TEST_F(Solve, UnwritableDirectoryIsNamed) {
  EXPECT_EQ(toString(solveFacts(FactSet(), {}, Dir.path("no/a.db"))),
            Dir.path("no/a.db") +
                ": error: cannot write: No such file or directory");
}

TEST_F(Solve, NoFactsAtAllMakeAnEmptyDatabase) {
  ASSERT_EQ(solve(FactSet()), "");
  EXPECT_EQ(rows("SELECT count(*) FROM access"), "0");
}

class Inputs : public Solve {
protected:
  void addFile(StringRef Name, unsigned Seed) {
    std::string Text;
    raw_string_ostream Out(Text);
    printFacts(sampleFacts(Seed), Out);
    Dir.write(Name, Text);
  }
  std::string read(std::vector<std::string> Paths) {
    for (std::string &Path : Paths)
      Path = Dir.path(Path);
    return toString(readFacts(Paths, Facts, Notes));
  }

  FactSet Facts;
  ExtractNotes Notes;
};

TEST_F(Inputs, FilesAndDirectoriesAreMerged) {
  addFile("facts/units/mm/a.c.facts", 1);
  addFile("facts/units/fs/deep/b.c.facts", 2);
  addFile("single", 3);
  Dir.write("facts/build.ninja", "not a fact file");
  Dir.write("facts/extract.json",
            "{\"source-root\":\"/x\",\"kernel\":\"6.12\",\"label\":\"c\"}");
  ASSERT_EQ(read({"facts", "single", "facts"}), "");
  EXPECT_EQ(Facts.units().size(), 3u);
  EXPECT_EQ(Notes.SourceRoots, std::vector<std::string>{"/x"});
  EXPECT_EQ(Notes.Kernels, std::vector<std::string>{"6.12"});
}

TEST_F(Inputs, MissingAndEmptyInputsAreNamed) {
  EXPECT_EQ(read({"gone"}),
            Dir.path("gone") +
                ": error: cannot read: No such file or directory");
  Dir.write("empty/extract.json", "{}");
  EXPECT_EQ(read({"empty"}),
            Dir.path("empty") +
                ": error: no fact files (*.facts) in this directory");
}

TEST_F(Inputs, BrokenNotesAreNamed) {
  addFile("facts/a.facts", 1);
  Dir.write("facts/extract.json", "{");
  EXPECT_EQ(read({"facts"}).find(Dir.path("facts/extract.json")), 0u);
}

TEST_F(Inputs, BrokenFactFileIsNamedWithItsLine) {
  Dir.write("facts/a.facts", "{\"pagesplit-facts\":4}\n{\"source\":}\n");
  EXPECT_EQ(read({"facts"}).find(Dir.path("facts/a.facts") + ":2:"), 0u);
}

} // namespace
