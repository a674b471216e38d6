//===- ProofFilesTest.cpp - what actions are told and answer --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "../Support/TemporaryDirectory.h"
#include "pagesplit/Verify/UnitTask.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

TEST(ProofFilesTest, AProofComesBack) {
  UnitProof Proof;
  Proof.Unit = "mm/a.c#2";
  Proof.BrokenBefore = "mm/a.c:1:2: \"x\"";
  Proof.Patches = {Tier::Untouched, Tier::SameObject, Tier::SameIR,
                   Tier::Compiles, Tier::DoesNotCompile};
  Proof.Culprits = {{"a:b", "why"}};
  Proof.NewFiles = {"mm/new.h"};
  TemporaryDirectory Directory;
  Directory.write("p", printProof(Proof));
  Expected<UnitProof> Read = readProof(Directory.path("p"));
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  EXPECT_EQ(Read->Patches, Proof.Patches);
  EXPECT_EQ(Read->BrokenBefore, Proof.BrokenBefore);
  EXPECT_EQ(Read->Culprits.front().Problem, "why");
  EXPECT_EQ(printProof(*Read), printProof(Proof));
}

TEST(ProofFilesTest, AProofOfAnotherVersionIsRefused) {
  TemporaryDirectory Directory;
  std::string Text = printProof(UnitProof());
  Text.replace(Text.find("\"pagesplit-proof\": 1"), 20,
               "\"pagesplit-proof\": 9");
  Directory.write("p", Text);
  Expected<UnitProof> Read = readProof(Directory.path("p"));
  ASSERT_FALSE(bool(Read));
  EXPECT_NE(toString(Read.takeError()).find("format version 9"),
            std::string::npos);
}

TEST(ProofFilesTest, ATaskComesBack) {
  UnitTask Task;
  Task.Wanted = Tier::Compiles;
  Task.EditsHash = "0123456789abcdef";
  Task.Patches = {{"a", "b"}, {}, {"c"}};
  Expected<UnitTask> Read = parseTask(printTask(Task), "t");
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  EXPECT_EQ(Read->Wanted, Task.Wanted);
  EXPECT_EQ(Read->EditsHash, Task.EditsHash);
  EXPECT_EQ(Read->Patches, Task.Patches);
}

TEST(ProofFilesTest, ATaskWithoutATierIsRefused) {
  Expected<UnitTask> Read =
      parseTask("{\"tier\":\"T7\",\"edits\":\"\",\"patches\":[]}", "t");
  ASSERT_FALSE(bool(Read));
  EXPECT_EQ(toString(Read.takeError()), "t: error: there is no tier 'T7'");
}

} // namespace
