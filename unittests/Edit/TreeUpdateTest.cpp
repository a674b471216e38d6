//===- TreeUpdateTest.cpp - change many files of a tree, or none ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SampleTree.h"

#include "pagesplit/Edit/TreeUpdate.h"
#include "pagesplit/Support/ChildProcess.h"
#include "gtest/gtest.h"

#include <unistd.h>

using namespace llvm;
using namespace pagesplit;

namespace {

struct Update : SampleTree {
  Update() : Tree(open()) {
    ResolvedEdits Edits = Set.resolve();
    Before = cantFail(Tree.readAll(Edits));
    After = cantFail(rewrittenTexts(Before, Edits.Groups));
  }
  FileTexts now() const {
    FileTexts Now;
    for (const auto &[File, Text] : After)
      Now[File] = cantFail(Tree.read(File));
    return Now;
  }
  bool hasJournal() const {
    return sys::fs::exists(Directory.path(".pagesplit-apply"));
  }
  SourceTree Tree;
  FileTexts Before, After;
};

TEST(TreeUpdate, ChangesAllFiles) {
  Update U;
  sys::fs::setPermissions(U.Directory.path("mm/a.c"),
                          static_cast<sys::fs::perms>(0755));
  ASSERT_EQ(toString(updateTree(U.Tree, U.Before, U.After)), "");
  EXPECT_EQ(U.now(), U.After);
  EXPECT_FALSE(U.hasJournal());
  EXPECT_EQ(cantFail(errorOrToExpected(
                sys::fs::getPermissions(U.Directory.path("mm/a.c")))),
            static_cast<sys::fs::perms>(0755));
  EXPECT_EQ(cantFail(recoverUpdate(U.Tree)), Recovery::Nothing);
  EXPECT_EQ(toString(updateTree(U.Tree, U.now(), U.After)), "")
      << "nothing left to do";
}

// Stopped before its first step, before its second, and so on, until it is not
// stopped at all.
TEST(TreeUpdate, KilledAtAnyStepItIsBeforeOrAfter) {
  bool WasUndone = false, WasFinished = false;
  unsigned Steps = 0;
  for (bool Killed = true; Killed; ++Steps) {
    Update U;
    unsigned Left = Steps;
    std::string Last;
    Error E = updateTree(U.Tree, U.Before, U.After, [&](StringRef Step) {
      Last = Step.str();
      return Left-- > 0;
    });
    Killed = bool(E);
    consumeError(std::move(E));
    if (!Killed)
      break;
    EXPECT_TRUE(U.hasJournal());
    Recovery R = cantFail(recoverUpdate(U.Tree));
    EXPECT_EQ(U.now(), R == Recovery::Finished ? U.After : U.Before) << Last;
    EXPECT_NE(R, Recovery::Nothing) << Last;
    EXPECT_FALSE(U.hasJournal());
    WasUndone |= R == Recovery::Undone;
    WasFinished |= R == Recovery::Finished;
  }
  EXPECT_TRUE(WasUndone);
  EXPECT_TRUE(WasFinished);
  EXPECT_EQ(Steps, 11u) << "4 texts, list, commit, 4 files, clean";
}

TEST(TreeUpdate, KilledWhileRecoveringItIsStillFinished) {
  Update U;
  auto Until = [](StringRef Word) {
    return [=](StringRef Step) { return Step != Word; };
  };
  EXPECT_EQ(toString(updateTree(U.Tree, U.Before, U.After, Until("file 2"))),
            U.Tree.root().str() +
                "/.pagesplit-apply: error: stopped before: file 2");
  FileTexts Half = U.now();
  EXPECT_NE(Half, U.Before);
  EXPECT_NE(Half, U.After);
  EXPECT_NE(toString(updateTree(U.Tree, Half, U.After)).find("File exists"),
            std::string::npos)
      << "the old update comes first";
  EXPECT_EQ(cantFail(recoverUpdate(U.Tree)), Recovery::Finished);
  EXPECT_EQ(U.now(), U.After);
}

TEST(TreeUpdate, AFileChangedSinceIsNotOverwritten) {
  Update U;
  consumeError(updateTree(U.Tree, U.Before, U.After,
                          [](StringRef Step) { return Step != "file 1"; }));
  U.Directory.write("mm/a.c", "mine");
  Expected<Recovery> R = recoverUpdate(U.Tree);
  ASSERT_FALSE(bool(R));
  EXPECT_EQ(toString(R.takeError()).substr(0, 22), "mm/a.c: error: changed");
  EXPECT_EQ(U.Directory.read("mm/a.c"), "mine");
}

TEST(TreeUpdate, FilesMustBeAsAnalysed) {
  Update U;
  U.Directory.write("mm/a.c", "mine");
  EXPECT_EQ(toString(updateTree(U.Tree, U.Before, U.After)),
            "mm/a.c: error: not the version that was analysed; extract again");
  U.Directory.write("mm/a.c", *U.Before["mm/a.c"]);
  U.Directory.write("mm/new.h", "here already");
  EXPECT_EQ(
      toString(updateTree(U.Tree, U.Before, U.After)),
      "mm/new.h: error: not the version that was analysed; extract again");
  EXPECT_EQ(U.Directory.read("fs/b.c"), *U.Before["fs/b.c"]);
  EXPECT_FALSE(U.hasJournal());
}

// Root may write anywhere, so a test that runs as root does this as another.
TEST(TreeUpdate, AReadOnlyTreeIsNamedAndStays) {
  Update U;
  uid_t Me = geteuid();
  for (StringRef Name : {"", "mm", "fs"})
    sys::fs::setPermissions(U.Directory.path(Name),
                            static_cast<sys::fs::perms>(0555));
  if (Me == 0) {
    ASSERT_EQ(seteuid(65534), 0);
  }
  std::string Said = toString(updateTree(U.Tree, U.Before, U.After));
  FileTexts Now = U.now();
  if (Me == 0) {
    ASSERT_EQ(seteuid(0), 0);
  }
  for (StringRef Name : {"", "mm", "fs"})
    sys::fs::setPermissions(U.Directory.path(Name),
                            static_cast<sys::fs::perms>(0755));
  EXPECT_NE(Said.find("Permission denied"), std::string::npos) << Said;
  EXPECT_EQ(Now, U.Before);
}

TEST(TreeUpdate, OnlyACleanGitTree) {
  Update U;
  auto Git = [&](std::vector<std::string> Arguments) {
    Arguments.insert(Arguments.begin(),
                     {"git", "-C", U.Directory.path(""), "-c", "user.name=T",
                      "-c", "user.email=t@x", "-c", "commit.gpgsign=false"});
    Expected<int> Code =
        runChild(Arguments, {"GIT_CONFIG_GLOBAL=/dev/null"}, [](StringRef) {});
    ASSERT_TRUE(bool(Code));
    ASSERT_EQ(*Code, 0);
  };
  EXPECT_EQ(toString(requireClean(U.Tree)), "") << "no git tree";
  Git({"init", "-q"});
  Git({"add", "mm", "fs"});
  EXPECT_NE(toString(requireClean(U.Tree)), "") << "nothing committed yet";
  Git({"commit", "-q", "-m", "start"});
  EXPECT_EQ(toString(requireClean(U.Tree)), "");
  U.Directory.write("unknown.c", "x");
  EXPECT_EQ(toString(requireClean(U.Tree)), "");
  U.Directory.write("fs/c.c", "changed");
  EXPECT_EQ(toString(requireClean(U.Tree)),
            U.Tree.root().str() +
                ": error: 'fs/c.c' has changes; commit or stash first, so that "
                "git can take back what is applied");
  Git({"add", "fs/c.c"});
  EXPECT_NE(toString(requireClean(U.Tree)), "") << "in the index";
}

TEST(SourceTree, NamesThatLeadOutAreRefused) {
  SampleTree Sample;
  TemporaryDirectory Elsewhere;
  Elsewhere.write("x.c", "x");
  auto Link = [&](StringRef To, StringRef Name) {
    ASSERT_EQ(::symlink(To.str().c_str(), Sample.Directory.path(Name).c_str()),
              0);
  };
  Link(Elsewhere.path(""), "out");
  Link("mm", "alias");
  Link("gone", "dangling");
  SourceTree Tree = Sample.open();
  auto Said = [&](StringRef File) {
    Expected<std::string> Path = Tree.pathOf(File);
    return Path ? *Path : toString(Path.takeError());
  };
  EXPECT_EQ(Said("mm/a.c"), Tree.root().str() + "/mm/a.c");
  EXPECT_EQ(Said("../a.c"), "../a.c: error: '..' in the name of a file");
  EXPECT_EQ(Said("mm/../../a"),
            "mm/../../a: error: '..' in the name of a file");
  EXPECT_EQ(Said("/etc/a.c"), "/etc/a.c: error: not a file of the source tree");
  EXPECT_EQ(Said("@build/a.h"),
            "@build/a.h: error: not a file of the source tree");
  EXPECT_EQ(Said(""), ": error: not a file of the source tree");
  EXPECT_EQ(Said("out/x.c"),
            "out/x.c: error: a symbolic link leads out of the source tree");
  EXPECT_EQ(Said("dangling"),
            "dangling: error: a symbolic link leads out of the source tree");
  EXPECT_EQ(Said("alias/a.c"),
            "alias/a.c: error: goes through a symbolic link; the file has "
            "another name in the source tree");
}

TEST(SourceTree, GroupsInUnfitFilesAreRefused) {
  SampleTree Sample;
  Sample.Directory.write("fs/c.c", "changed");
  Sample.Set.add(group("outside", {insertion("../x.c", 0, "x")}));
  Sample.Set.addSource("../x.c", contentHash("x"));
  Sample.open().refuseUnfit(Sample.Set);
  ResolvedEdits R = Sample.Set.resolve();
  ASSERT_EQ(R.Groups.size(), 2u);
  std::map<Refusal, std::string> Said;
  for (const Finding &F : R.Findings)
    Said[F.Why] = F.Subject + ": " + F.Detail;
  EXPECT_EQ(Said[Refusal::ChangedSource], "field-access:fs/b.c: fs/c.c");
  EXPECT_EQ(Said[Refusal::OutsideTree],
            "outside: ../x.c: error: '..' in the name of a file");
}

} // namespace
