// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "pagesplit/Kbuild/BuildDescription.h"

#include "TemporaryTree.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

TEST(BuildDescription, MissingIsNothing) {
  TemporaryTree Tree;
  Expected<std::optional<BuildDescription>> Found =
      readBuildDescription(Tree.root());
  ASSERT_TRUE(bool(Found));
  EXPECT_FALSE(Found->has_value());
}

TEST(BuildDescription, ComesBackAsWritten) {
  TemporaryTree Tree;
  BuildDescription Written;
  Written.Kernel = "6.12.117";
  Written.Arch = "x86_64";
  Written.Config = "my \"own\".config";
  Written.Label = "x86_64/my \"own\".config";
  Written.SourceRoot = "/src/linux";
  Written.Clang = "22.1.8";
  ASSERT_FALSE(errorToBool(writeBuildDescription(Tree.root(), Written)));
  Expected<std::optional<BuildDescription>> Found =
      readBuildDescription(Tree.root());
  ASSERT_TRUE(bool(Found));
  ASSERT_TRUE(Found->has_value());
  EXPECT_EQ((*Found)->Kernel, Written.Kernel);
  EXPECT_EQ((*Found)->Arch, Written.Arch);
  EXPECT_EQ((*Found)->Config, Written.Config);
  EXPECT_EQ((*Found)->Label, Written.Label);
  EXPECT_EQ((*Found)->SourceRoot, Written.SourceRoot);
  EXPECT_EQ((*Found)->Clang, Written.Clang);
}

static std::string errorOfReading(StringRef Content) {
  TemporaryTree Tree;
  Tree.write("pagesplit-build.json", Content);
  Expected<std::optional<BuildDescription>> Found =
      readBuildDescription(Tree.root());
  return Found ? "none" : toString(Found.takeError());
}

TEST(BuildDescription, SpoiltIsAnErrorNamingTheFile) {
  for (StringRef Content : {"", "{", "[]", "{\"kernel\": \"6.1\"}"}) {
    const std::string Text = errorOfReading(Content);
    EXPECT_NE(Text.find("pagesplit-build.json:"), std::string::npos)
        << Content.str() << " gave " << Text;
    EXPECT_NE(Text.find(": error: "), std::string::npos) << Text;
  }
  EXPECT_NE(errorOfReading("{\"kernel\": \"6.1\"}").find("\"arch\""),
            std::string::npos);
}
