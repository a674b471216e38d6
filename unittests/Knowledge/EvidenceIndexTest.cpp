//===- EvidenceIndexTest.cpp - what a name says ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Knowledge/EvidenceIndex.h"
#include "gtest/gtest.h"

using namespace pagesplit;

namespace {

CallEvidence call(std::string Name, std::optional<unsigned> Argument,
                  std::string Kind, Strength How = Strength::Strong) {
  CallEvidence E;
  E.Calls = {std::move(Name)};
  E.Argument = Argument;
  E.Descriptor = std::move(Kind);
  E.How = How;
  E.Source = "mm.h";
  return E;
}

Descriptor descriptor(std::string Name, std::string Type,
                      std::vector<std::string> Aliases = {}) {
  Descriptor D;
  D.Name = std::move(Name);
  D.Type = std::move(Type);
  D.Aliases = std::move(Aliases);
  return D;
}

TEST(EvidenceIndex, MembersOfADescriptorLieAtFieldsOfThePage) {
  EvidenceIndex Index;
  Descriptor Folio = descriptor("folio", "struct folio");
  Folio.Fields = {{"private", {"private", "swap"}}, {"index", {"index"}}};
  Index.add(Folio);
  EXPECT_EQ(Index.pageField("struct folio", "swap"), "private");
  EXPECT_EQ(Index.pageField("struct folio", "index"), "index");
  EXPECT_EQ(Index.pageField("struct folio", "lru"), "");
  EXPECT_EQ(Index.pageField("struct slab", "index"), "");
  Folio.Fields = {{"private", {"private"}}};
  Index.add(Folio);
  EXPECT_EQ(Index.pageField("struct folio", "swap"), "");
}

TEST(EvidenceIndex, AliasesAndTypesLeadToTheDescriptor) {
  EvidenceIndex Index;
  Index.add(descriptor("zsdesc", "struct zpdesc", {"zpdesc"}));
  EXPECT_EQ(Index.canonical("zpdesc"), "zsdesc");
  EXPECT_EQ(Index.canonical("zsdesc"), "zsdesc");
  EXPECT_EQ(Index.canonical("page"), "page");
  EXPECT_EQ(Index.describedBy("struct zpdesc"), "zsdesc");
  EXPECT_EQ(Index.describedBy("struct page"), "");
}

TEST(EvidenceIndex, AnArgumentIsNotTheResult) {
  EvidenceIndex Index;
  Index.add(call("read", std::nullopt, "folio"));
  Index.add(call("read", 1, "slab"));
  ASSERT_TRUE(Index.call("read", -1));
  EXPECT_EQ(Index.call("read", -1)->Descriptor, "folio");
  ASSERT_TRUE(Index.call("read", 1));
  EXPECT_EQ(Index.call("read", 1)->Descriptor, "slab");
  EXPECT_FALSE(Index.call("read", 0));
  EXPECT_FALSE(Index.call("write", 0));
}

TEST(EvidenceIndex, TheAliasOfAClaimIsResolved) {
  EvidenceIndex Index;
  Index.add(descriptor("zsdesc", "", {"zpdesc"}));
  Index.add(call("reset", 0, "zpdesc"));
  ASSERT_TRUE(Index.call("reset", 0));
  EXPECT_EQ(Index.call("reset", 0)->Descriptor, "zsdesc");
}

TEST(EvidenceIndex, TheLaterClaimOfAPlaceStands) {
  EvidenceIndex Index;
  Index.add(call("f", 0, "folio", Strength::Weak));
  Index.add(call("f", 0, "slab", Strength::Establishing));
  EXPECT_EQ(Index.call("f", 0)->Descriptor, "slab");
  EXPECT_EQ(Index.call("f", 0)->How, Strength::Establishing);
}

TEST(EvidenceIndex, ArgumentsThatDifferSayNothingOfAnUnknownOne) {
  EvidenceIndex Index;
  Index.add(call("same", 0, "folio", Strength::Establishing));
  Index.add(call("same", 2, "folio", Strength::Weak));
  Index.add(call("same", std::nullopt, "slab"));
  Index.add(call("differ", 0, "folio"));
  Index.add(call("differ", 1, "slab"));
  ASSERT_TRUE(Index.anyArgument("same"));
  EXPECT_EQ(Index.anyArgument("same")->Descriptor, "folio");
  EXPECT_EQ(Index.anyArgument("same")->How, Strength::Weak);
  EXPECT_FALSE(Index.anyArgument("differ"));
  EXPECT_FALSE(Index.anyArgument("none"));
}

TEST(EvidenceIndex, AResultAloneIsNoArgument) {
  EvidenceIndex Index;
  Index.add(call("alloc", std::nullopt, "page"));
  EXPECT_FALSE(Index.anyArgument("alloc"));
}

TEST(EvidenceIndex, ConversionsAnswerForTheirPage) {
  EvidenceIndex Index;
  Conversion In{{"page_slab"},        "page",      "slab",
                ConversionForm::Cast, "unchecked", Strength::Establishing,
                "mm/slab.h"};
  Conversion Out{{"slab_page"},        "slab",      "page",
                 ConversionForm::Cast, "unchecked", Strength::Strong,
                 "mm/slab.h"};
  Conversion Between{{"slab_folio"},       "slab",      "folio",
                     ConversionForm::Cast, "unchecked", Strength::Strong,
                     "mm/slab.h"};
  Index.add(In);
  Index.add(Out);
  Index.add(Between);
  ASSERT_TRUE(Index.call("page_slab", 0));
  EXPECT_EQ(Index.call("page_slab", 0)->Descriptor, "slab");
  EXPECT_FALSE(Index.call("page_slab", -1));
  ASSERT_TRUE(Index.call("slab_page", -1));
  EXPECT_EQ(Index.call("slab_page", -1)->Descriptor, "slab");
  EXPECT_FALSE(Index.call("slab_folio", 0));
  EXPECT_FALSE(Index.call("slab_folio", -1));
}

TEST(EvidenceIndex, MembersTypesAndFieldsAreApart) {
  EvidenceIndex Index;
  Index.addMember({{"vm_fault.page"}, "folio", Strength::Strong, "mm.h"});
  Index.addType({{"pgtable_t"}, "ptdesc", Strength::Establishing, "page.h"});
  Index.addField({{"pp_magic"}, "netmem", Strength::Establishing, "types.h"});
  ASSERT_TRUE(Index.member("vm_fault.page"));
  EXPECT_EQ(Index.member("vm_fault.page")->Source, "mm.h");
  ASSERT_TRUE(Index.type("pgtable_t"));
  ASSERT_TRUE(Index.field("pp_magic"));
  EXPECT_FALSE(Index.member("pp_magic"));
  EXPECT_FALSE(Index.field("pgtable_t"));
  EXPECT_FALSE(Index.type("vm_fault.page"));
}

TEST(EvidenceIndex, AFieldThatSaysNothingTakesTheOlderClaimAway) {
  EvidenceIndex Index;
  Index.addField({{"flags"}, "slab", Strength::Weak, "types.h"});
  Index.addField({{"flags"}, "", Strength::Weak, "types.h"});
  EXPECT_FALSE(Index.field("flags"));
}

TEST(EvidenceIndex, GuardsThatProveNothingAreKnown) {
  EvidenceIndex Index;
  Index.add(GuardEvidence{{"PageSlab"}, "slab", "", "page-flags.h"});
  Index.add(GuardEvidence{{"PageCompound"}, "", "", "page-flags.h"});
  ASSERT_TRUE(Index.guard("PageSlab"));
  EXPECT_EQ(Index.guard("PageSlab")->WhenTrue, "slab");
  EXPECT_EQ(Index.guard("PageSlab")->WhenFalse, "");
  ASSERT_TRUE(Index.guard("PageCompound"));
  EXPECT_EQ(Index.guard("PageCompound")->WhenTrue, "");
  EXPECT_FALSE(Index.guard("PageBuddy"));
}

TEST(EvidenceIndex, OnlyTheArgumentItNamesIsHandedOn) {
  EvidenceIndex Index;
  Index.add(PassThrough{{"nth_page"}, 0, Headness::Any, "mm.h"});
  EXPECT_TRUE(Index.passes("nth_page", 0));
  EXPECT_FALSE(Index.passes("nth_page", 1));
  EXPECT_FALSE(Index.passes("other", 0));
}

TEST(EvidenceIndex, ARemovedNameIsForgottenEverywhere) {
  EvidenceIndex Index;
  Index.add(call("PageX", 0, "folio"));
  Index.addMember({{"PageX"}, "folio", Strength::Weak, "s"});
  Index.addType({{"PageX"}, "folio", Strength::Weak, "s"});
  Index.addField({{"PageX"}, "folio", Strength::Weak, "s"});
  Index.add(GuardEvidence{{"PageX"}, "folio", "", "s"});
  Index.add(PassThrough{{"PageX"}, 0, Headness::Any, "s"});
  Index.add(AssertMacro{{"PageX"}, "s"});
  EXPECT_TRUE(Index.asserts("PageX"));
  Index.remove("PageX");
  EXPECT_FALSE(Index.asserts("PageX"));
  EXPECT_FALSE(Index.call("PageX", 0));
  EXPECT_FALSE(Index.member("PageX"));
  EXPECT_FALSE(Index.type("PageX"));
  EXPECT_FALSE(Index.field("PageX"));
  EXPECT_FALSE(Index.guard("PageX"));
  EXPECT_FALSE(Index.passes("PageX", 0));
}

TEST(EvidenceIndex, AnAddressOfATypeOneWayOnly) {
  EvidenceIndex Index;
  Index.add(descriptor("ptdesc", "", {"pagetable"}));
  AddressCall C;
  C.Calls = {"virt_to_page"};
  C.Types = {"pgd_t", "pte_t"};
  C.Descriptor = "pagetable";
  Index.add(C);
  ASSERT_TRUE(Index.address("virt_to_page", true, "pte_t"));
  EXPECT_EQ(Index.address("virt_to_page", true, "pte_t")->Descriptor, "ptdesc");
  EXPECT_TRUE(Index.isAddressCall("virt_to_page", true));
  EXPECT_FALSE(Index.isAddressCall("virt_to_page", false));
  EXPECT_FALSE(Index.address("virt_to_page", false, "pte_t"));
  EXPECT_FALSE(Index.address("virt_to_page", true, "char"));
  EXPECT_FALSE(Index.address("page_address", true, "pte_t"));
  Index.remove("virt_to_page");
  EXPECT_FALSE(Index.isAddressCall("virt_to_page", true));
}

} // namespace
