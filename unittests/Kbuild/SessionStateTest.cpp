// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "SessionState.h"

#include "TemporaryTree.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

TEST(SessionState, AnUnsavedSessionHasNoStamp) {
  TemporaryTree Tree;
  for (int Round = 0; Round < 2; ++Round) {
    Expected<SessionState> State = SessionState::open(Tree.root(), "/cc");
    ASSERT_TRUE(bool(State));
    EXPECT_FALSE(State->isSavedAs("stamp"));
    ASSERT_FALSE(errorToBool(State->renew()));
  }
}

TEST(SessionState, ASavedSessionIsTakenUpUnderItsStamp) {
  TemporaryTree Tree;
  std::string First;
  {
    Expected<SessionState> State = SessionState::open(Tree.root(), "/cc");
    ASSERT_TRUE(bool(State));
    First = State->directory();
    ASSERT_FALSE(errorToBool(State->save("stamp")));
  }
  Expected<SessionState> State = SessionState::open(Tree.root(), "/cc");
  ASSERT_TRUE(bool(State));
  EXPECT_EQ(State->directory(), First);
  EXPECT_TRUE(State->isSavedAs("stamp"));
  EXPECT_FALSE(State->isSavedAs("another"));
  ASSERT_FALSE(errorToBool(State->renew()));
  EXPECT_NE(State->directory(), First);
  EXPECT_FALSE(sys::fs::exists(First));
}

TEST(SessionState, OneProcessAtATime) {
  TemporaryTree Tree;
  Expected<SessionState> First = SessionState::open(Tree.root(), "/cc");
  ASSERT_TRUE(bool(First));
  Expected<SessionState> Second = SessionState::open(Tree.root(), "/cc");
  ASSERT_FALSE(bool(Second));
  EXPECT_NE(toString(Second.takeError()).find("at work in this directory"),
            std::string::npos);
}

static std::string stamp(const TemporaryTree &Tree) {
  const BuildRoots Roots = {Tree.root() + "/s", Tree.root() + "/b"};
  const std::vector<CompileRecord> None;
  return cantFail(stampOf(None, Roots, "salt"));
}

TEST(SessionState, StampFollowsConfigurationAndMakefiles) {
  TemporaryTree Tree;
  Tree.write("b/.config", "CONFIG_A=y\n");
  Tree.write("s/Makefile", "one");
  const std::string First = stamp(Tree);
  EXPECT_EQ(stamp(Tree), First);
  Tree.write("b/.config", "CONFIG_A=m\n");
  const std::string Second = stamp(Tree);
  EXPECT_NE(Second, First);
  Tree.write("s/scripts/Makefile.new", "two");
  EXPECT_NE(stamp(Tree), Second);
}
