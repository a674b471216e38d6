//===- LongLinesTest.cpp - lines that an edit has made too long -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LongLines.h"
#include "pagesplit/Edit/EditText.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

const std::string A(40, 'a'), B(40, 'b'), C(40, 'c');

TEST(LongLines, BreaksBehindAnOperatorUnderTheParenthesis) {
  EXPECT_EQ(brokenLine("\tif (" + A + " && " + B + " || " + C + ") {"),
            "\tif (" + A + " &&\n\t    " + B + " || " + C + ") {");
  EXPECT_EQ(brokenLine("\tcall(" + A + ", " + B + ", " + C + ");"),
            "\tcall(" + A + ",\n\t     " + B + ", " + C + ");");
}

TEST(LongLines, BreaksAsFarOutAsItCan) {
  EXPECT_EQ(brokenLine("\tif (f(a, " + A + ") && g(" + B + ", " + C + "))"),
            "\tif (f(a, " + A + ") &&\n\t    g(" + B + ", " + C + "))");
  EXPECT_EQ(brokenLine("\tx = f(g(" + A + ", " + B + "), \"" + C + "\");"),
            "\tx = f(g(" + A + ",\n\t\t" + B + "), \"" + C + "\");");
}

TEST(LongLines, StayWhenTheyFitOrCannotBeBroken) {
  for (const std::string &Line :
       {"\tif (" + A + " && " + B + ") {", "\treturn " + A + B + C + ";",
        "#define X (" + A + ", " + B + ", " + C + ")",
        "\tf(" + A + ", " + B + ", " + C + ") \\",
        "\tf(\"" + A + ", " + B + ", " + C + "\");",
        "\tf(" + A + ", " + B + ") + " + C + "(x,"})
    EXPECT_EQ(brokenLine(Line), Line);
}

std::string edited(const std::string &Text, StringRef Word) {
  size_t At = Text.find("W");
  Expected<std::string> New =
      rewriteText(Text, "f", {replacement("f", At, "W", Word)});
  return New ? *New : toString(New.takeError());
}

TEST(LongLines, OnlyThoseThatAnEditMakesTooLong) {
  EXPECT_EQ(edited("\tf(" + A + ", W, " + B + ");\n", "x"),
            "\tf(" + A + ", x, " + B + ");\n");
  EXPECT_EQ(edited("\tf(" + A + ", W, " + B + ");\n", C),
            "\tf(" + A + ",\n\t  " + C + ", " + B + ");\n");
  std::string Was = "\tf(" + A + ", W, " + B + ", " + C + ");\n";
  EXPECT_EQ(edited(Was, "x"), "\tf(" + A + ", x, " + B + ", " + C + ");\n");
  EXPECT_EQ(edited("#define X \\\n\tf(" + A + ", W, " + B + ")\n", C),
            "#define X \\\n\tf(" + A + ", " + C + ", " + B + ")\n");
}

} // namespace
