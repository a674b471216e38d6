//===- LayerTest.cpp - knowledge files, read strictly ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Knowledge/Layer.h"
#include "../Support/TemporaryDirectory.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

const std::string Head = "format: 1\nlayer: base\n";
const std::string Folio =
    "descriptors:\n  - name: folio\n    summary: s\n    source: s\n";

class Layers : public testing::Test {
protected:
  TemporaryDirectory Files;

  // The error of a layer's file, without the directory; empty: it is fine.
  std::string fault(StringRef Layer = "base") {
    auto Read = readKnowledgeLayers(Files.path(""), Layer);
    if (Read)
      return "";
    std::string Message = toString(Read.takeError());
    std::string Root = Files.path("") + "/";
    if (StringRef(Message).starts_with(Root))
      Message.erase(0, Root.size());
    return Message;
  }

  std::string faultOf(const std::string &Rest) {
    Files.write("base.yaml", Head + Rest);
    return fault();
  }
};

TEST_F(Layers, EverySectionIsRead) {
  Files.write(
      "base.yaml",
      Head + Folio +
          "results:\n  - {calls: [r], descriptor: folio, strength: weak,"
          " source: s}\n"
          "arguments:\n  - {calls: [a, b], argument: 2, descriptor: page,"
          " strength: establishing, source: s}\n"
          "members:\n  - {names: [s.m], descriptor: folio, strength: strong,"
          " source: s}\n"
          "types:\n  - {names: [t], descriptor: unknown, strength: weak,"
          " source: s}\n"
          "fields:\n  - {names: [lru], owners: [folio, page], caveat: c,"
          " source: s}\n"
          "guards:\n  - {calls: [g], when-true: folio, source: s}\n"
          "passes:\n  - {calls: [p], argument: 0, result: head, source: s}\n"
          "conversions:\n  - {calls: [c], from: page, to: folio, form: lookup,"
          " otherwise: null, strength: strong, source: s}\n"
          "addresses:\n  - {calls: [v], address: result, types: [pgd_t],"
          " descriptor: folio, strength: strong, source: s}\n"
          "asserts:\n  - {calls: [x], source: s}\n"
          "error-tests:\n  - {calls: [e], source: s}\n"
          "splits:\n  - {calls: [f], source: s}\n"
          "list-calls:\n  - {calls: [l], from: 1, to: 0, source: s}\n"
          "  - {calls: [d], source: s}\n"
          "word-calls:\n  - {calls: [w], page: 1, field: private, value: 0,"
          " source: s}\n"
          "  - {calls: [r], page: 0, field: index, source: s}\n"
          "api:\n  - {page: a, descriptor: folio, call: fa, arguments: [1, 0],"
          " caveat: c, source: s}\n"
          "boundaries:\n  - {names: [n], why: w, source: s}\n"
          "memory-calls:\n  - {calls: [m], argument: 0, effect: rmw,"
          " source: s}\n");
  auto Read = readKnowledgeLayers(Files.path(""), "base");
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  const KnowledgeLayer &Layer = Read->back();
  EXPECT_EQ(Layer.ErrorTests.front().Calls, std::vector<std::string>{"e"});
  EXPECT_EQ(Layer.Splits.front().Calls, std::vector<std::string>{"f"});
  ASSERT_EQ(Layer.Calls.size(), 2u);
  EXPECT_FALSE(Layer.Calls[0].Argument);
  EXPECT_EQ(Layer.Calls[0].How, Strength::Weak);
  EXPECT_EQ(Layer.Calls[1].Argument, 2u);
  EXPECT_EQ(Layer.Calls[1].Calls, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(Layer.Members.size(), 1u);
  EXPECT_EQ(Layer.Types.size(), 1u);
  ASSERT_EQ(Layer.Fields.size(), 1u);
  EXPECT_EQ(Layer.Fields[0].Descriptor, "");
  EXPECT_EQ(Layer.Fields[0].Owners.size(), 2u);
  EXPECT_EQ(Layer.Guards.size(), 1u);
  ASSERT_EQ(Layer.Passes.size(), 1u);
  EXPECT_EQ(Layer.Passes[0].Result, Headness::Head);
  ASSERT_EQ(Layer.Conversions.size(), 1u);
  EXPECT_EQ(Layer.Conversions[0].Otherwise, "null");
  EXPECT_EQ(Layer.Conversions[0].Form, ConversionForm::Lookup);
  ASSERT_EQ(Layer.Addresses.size(), 1u);
  EXPECT_FALSE(Layer.Addresses[0].TakesAddress);
  EXPECT_EQ(Layer.Addresses[0].Types, (std::vector<std::string>{"pgd_t"}));
  EXPECT_EQ(Layer.Asserts.size(), 1u);
  ASSERT_EQ(Layer.ListCalls.size(), 2u);
  EXPECT_FALSE(Layer.ListCalls[0].Entry);
  EXPECT_EQ(Layer.ListCalls[0].From, 1u);
  EXPECT_EQ(Layer.ListCalls[0].To, 0u);
  EXPECT_FALSE(Layer.ListCalls[1].To);
  ASSERT_EQ(Layer.WordCalls.size(), 2u);
  EXPECT_EQ(Layer.WordCalls[0].Page, 1u);
  EXPECT_EQ(Layer.WordCalls[0].Field, "private");
  EXPECT_EQ(Layer.WordCalls[0].Value, 0u);
  EXPECT_FALSE(Layer.WordCalls[1].Value);
  ASSERT_EQ(Layer.Api.size(), 1u);
  EXPECT_EQ(Layer.Api[0].Arguments, (std::vector<std::string>{"1", "0"}));
  EXPECT_EQ(Layer.Boundaries.size(), 1u);
  EXPECT_EQ(Layer.MemoryCalls.size(), 1u);
}

TEST_F(Layers, StatementsKnowTheirPlace) {
  Files.write("base.yaml", Head + Folio +
                               "guards:\n"
                               "  - calls: [one, two]\n"
                               "    when-true: folio\n"
                               "    source: s\n");
  auto Read = readKnowledgeLayers(Files.path(""), "base");
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  const KnowledgeStatement &Last = Read->back().Statements.back();
  EXPECT_EQ(Last.Name.Text, "two");
  EXPECT_EQ(Last.Name.Line, 8u);
  EXPECT_EQ(Last.Name.Column, 18u);
  ASSERT_EQ(Last.Descriptors.size(), 1u);
  EXPECT_EQ(Last.Descriptors[0].Line, 9u);
  EXPECT_EQ(Last.Descriptors[0].Column, 16u);
}

TEST_F(Layers, AKeyThatIsUnknownTwiceOrMissing) {
  EXPECT_EQ(faultOf("guard: []\n"),
            "base.yaml:3:1: error: unknown key 'guard'");
  EXPECT_EQ(faultOf("asserts:\n  - {calls: [f], calls: [g], source: s}\n"),
            "base.yaml:4:18: error: duplicated mapping key 'calls'");
  EXPECT_EQ(faultOf("asserts:\n  - calls: [f]\n"),
            "base.yaml:4:5: error: missing required key 'source'");
  EXPECT_EQ(faultOf("asserts:\n  - calls: [f]\n    source: ''\n"),
            "base.yaml:4:5: error: an entry names its source");
  EXPECT_EQ(faultOf("asserts:\n  - calls: []\n    source: s\n"),
            "base.yaml:4:5: error: an entry names at least one of its calls");
}

TEST_F(Layers, AListOperationThatSaysTooLittle) {
  const std::string Start = "list-calls:\n  - {calls: [f], ";
  EXPECT_EQ(
      faultOf(Start + "entry: 0, from: 1, to: 2, source: s}\n"),
      "base.yaml:4:6: error: a list operation has an entry or a from, not "
      "both");
  EXPECT_EQ(faultOf(Start + "entry: 0, source: s}\n"),
            "base.yaml:4:6: error: an entry or a from goes with a to");
  EXPECT_EQ(faultOf(Start + "to: 0, source: s}\n"),
            "base.yaml:4:6: error: an entry or a from goes with a to");
  EXPECT_EQ(faultOf(Folio + "addresses:\n  - {calls: [f], address: argument, "
                            "types: [], descriptor: folio, strength: weak, "
                            "source: s}\n"),
            "base.yaml:8:6: error: an entry names at least one of its types");
}

TEST_F(Layers, APageThatIsPutIntoItself) {
  EXPECT_EQ(faultOf("word-calls:\n  - {calls: [f], page: 1, field: private,"
                    " value: 1, source: s}\n"),
            "base.yaml:4:6: error: the page and the value are two arguments");
}

TEST_F(Layers, AWordThatIsNoneOfTheList) {
  EXPECT_EQ(faultOf(Folio + "results:\n  - {calls: [f], descriptor: folio,"
                            " strength: strnog, source: s}\n"),
            "base.yaml:8:47: error: unknown enumerated scalar");
  EXPECT_EQ(faultOf(Folio + "conversions:\n  - calls: [f]\n"
                            "    from: page\n    to: folio\n"
                            "    form: cast\n    otherwise: crash\n"
                            "    strength: weak\n    source: s\n"),
            "base.yaml:8:5: error: otherwise is one of never, null and "
            "unchecked");
}

TEST_F(Layers, NamesAreWordsOfTheFile) {
  EXPECT_EQ(faultOf("asserts:\n  - {calls: [''], source: s}\n"),
            "base.yaml:4:14: error: a name is not empty");
  EXPECT_EQ(faultOf("asserts:\n  - {calls: [\"a\\tb\"], source: s}\n"),
            "base.yaml:4:14: error: a name is written without escapes, on one "
            "line");
}

TEST_F(Layers, TwoEntriesAboutTheSame) {
  EXPECT_EQ(faultOf(Folio +
                    "arguments:\n"
                    "  - {calls: [f, g], argument: 0, descriptor: folio,"
                    " strength: weak, source: s}\n"
                    "  - {calls: [g], argument: 0, descriptor: page,"
                    " strength: weak, source: s}\n"),
            "base.yaml:9:14: error: 'g' argument 0 stands twice, first on "
            "line 8");
  EXPECT_EQ(faultOf(Folio + "arguments:\n"
                            "  - {calls: [f], argument: 0, descriptor: folio,"
                            " strength: weak, source: s}\n"
                            "  - {calls: [f], argument: 1, descriptor: folio,"
                            " strength: weak, source: s}\n"),
            "");
  EXPECT_EQ(faultOf("memory-calls:\n"
                    "  - {calls: [f], argument: 0, effect: read, source: s}\n"
                    "  - {calls: [f], argument: 0, effect: rmw, source: s}\n"),
            "base.yaml:5:14: error: 'f' argument 0 stands twice, first on "
            "line 4");
}

TEST_F(Layers, AConversionSpeaksForItsArgumentToo) {
  EXPECT_EQ(faultOf(Folio +
                    "arguments:\n"
                    "  - {calls: [f], argument: 0, descriptor: folio,"
                    " strength: weak, source: s}\n"
                    "conversions:\n"
                    "  - {calls: [f], from: page, to: folio, form: cast,"
                    " otherwise: unchecked, strength: weak, source: s}\n"),
            "base.yaml:10:14: error: 'f' stands twice, first on line 8");
}

TEST_F(Layers, APairWithoutACallSaysWhy) {
  EXPECT_EQ(faultOf(Folio + "api:\n  - page: f\n    descriptor: folio\n"
                            "    source: s\n"),
            "base.yaml:8:5: error: a pair without a call has a caveat that "
            "says why");
}

TEST_F(Layers, ADescriptorNobodyDeclares) {
  EXPECT_EQ(faultOf("guards:\n  - calls: [f]\n    when-true: foilo\n"
                    "    source: s\n"),
            "base.yaml:5:16: error: no descriptor is called 'foilo'");
}

TEST_F(Layers, ADescriptorOfTheLayerBelowAndItsAlias) {
  Files.write("base.yaml",
              Head + "descriptors:\n  - {name: zsdesc, aliases: [zpdesc],"
                     " summary: s, source: s}\n");
  Files.write("top.yaml", "format: 1\nlayer: top\nextends: base\n"
                          "guards:\n  - {calls: [f], when-true: zpdesc,"
                          " source: s}\n");
  EXPECT_EQ(fault("top"), "");
}

TEST_F(Layers, LayersThatExtendEachOther) {
  Files.write("a.yaml", "format: 1\nlayer: a\nextends: b\n");
  Files.write("b.yaml", "format: 1\nlayer: b\nextends:   a\n");
  EXPECT_EQ(fault("a"),
            "b.yaml:3:12: error: layer 'b' extends 'a', which extends it");
  Files.write("c.yaml", "format: 1\nlayer: c\nextends: c\n");
  EXPECT_EQ(fault("c"),
            "c.yaml:3:10: error: layer 'c' extends 'c', which extends it");
}

TEST_F(Layers, ALayerThatIsNotThere) {
  Files.write("a.yaml", "format: 1\nlayer: a\nextends: nowhere\n");
  EXPECT_EQ(fault("a"),
            "a.yaml:3:10: error: there is no layer 'nowhere' beside this one");
  Files.write("b.yaml", "format: 1\nlayer: c\n");
  EXPECT_EQ(fault("b"),
            "b.yaml: error: the layer is called 'c', not like its file");
}

TEST_F(Layers, OnlyWhatIsThereCanBeGone) {
  Files.write("base.yaml", Head + "asserts:\n  - {calls: [f], source: s}\n");
  Files.write("top.yaml",
              "format: 1\nlayer: top\nextends: base\ngone: [f, h]\n");
  EXPECT_EQ(fault("top"), "top.yaml:4:11: error: no layer below names 'h'");
}

TEST_F(Layers, TheLayerOfAKernel) {
  for (const char *Name : {"base", "linux-5.10", "linux-6.1", "linux-6.12"})
    Files.write(std::string(Name) + ".yaml", "");
  std::string Here = Files.path("");
  EXPECT_EQ(layerFor(Here, "Linux 6.12.117"), "linux-6.12");
  EXPECT_EQ(layerFor(Here, "6.1.192"), "linux-6.1");
  EXPECT_EQ(layerFor(Here, "6.9"), "linux-6.1");
  EXPECT_EQ(layerFor(Here, "7.3.4"), "linux-6.12");
  EXPECT_EQ(layerFor(Here, "Linux 4.19"), "linux-5.10");
  EXPECT_EQ(layerFor(Here, "Linux"), "base");
  EXPECT_EQ(layerFor(Here, ""), "base");
  EXPECT_EQ(layerFor(Files.path("empty"), "6.1"), "base");
}

} // namespace
