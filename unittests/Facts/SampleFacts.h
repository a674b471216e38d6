//===- SampleFacts.h - one fact of every kind -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_UNITTESTS_SAMPLEFACTS_H
#define PAGESPLIT_UNITTESTS_SAMPLEFACTS_H

#include "pagesplit/Facts/Facts.h"

namespace pagesplit {

/// Facts with every member of every record set, different for each \p Seed;
/// some are the same for all seeds, as facts from a header are.
inline FactSet sampleFacts(unsigned Seed) {
  std::string File = "mm/file" + std::to_string(Seed) + ".c";
  std::string Config = Seed % 2 ? "x86_64/defconfig" : "arm64/defconfig";
  FactSet Facts;
  Facts.add(Unit{File,
                 Config,
                 Seed % 3 ? UnitStatus::Complete : UnitStatus::Partial,
                 Seed % 3 ? "" : File + ":1:2: unknown type name 'x'",
                 {"-fconserve-stack", "-mfoo"},
                 true});
  Facts.add(SourceFile{File, "0123456789abcdef"});
  Facts.add(SourceFile{"include/linux/mm.h", "fedcba9876543210"});
  Facts.add(UnitSource{Config, File, "include/linux/mm.h"});
  Facts.add(CompiledLines{"include/linux/mm.h", {1, 10 + Seed, 20, 20}},
            {Config});
  Facts.add(Layout{64, 8, {"include/linux/mm_types.h", 72, 8, 900, 4}},
            {Config});
  Facts.add(LayoutMember{"lru", "struct list_head", 8, 16, "8#0/8#0"},
            {Config});
  Facts.add(LayoutMember{"flags", "unsigned long", 0, 8, ""}, {Config});

  Access Header;
  Header.Field = Header.Path = "flags";
  Header.Size = 8;
  Header.Spelling = {"include/linux/mm.h", 12, 20, 300, 5};
  Header.Expansion = {"include/linux/mm.h", 12, 14, 294, 11};
  Header.Function = "page_to_nid";
  Header.Base = "page";
  Facts.add(Header, {Config});

  Access Own;
  Own.Form = AccessForm::ListWalk;
  Own.Mode = AccessMode::ReadModifyWrite;
  Own.Field = "lru";
  Own.Path = "lru.next";
  Own.Offset = 8;
  Own.Size = 8;
  Own.Arm = "8#0/8#0";
  Own.Spelling = {"include/linux/list.h", 1, 2, 3, 4};
  Own.Expansion = {File, 40 + Seed, 2, 1000, 33};
  Own.Macros = {"list_for_each_entry", "list_entry"};
  Own.Function = "walk";
  Own.Base = "pages[i]";
  Own.Via = "list_add";
  Facts.add(Own, {Config});

  Entity Param;
  Param.Kind = EntityKind::Param;
  Param.Owner = "walk";
  Param.Scope = File;
  Param.Position = 0;
  Param.Name = "page";
  Param.Depth = 1;
  Param.Type = "struct page *";
  Param.Where = {File, 38 + Seed, 25, 980, 4};
  Param.IsDefinition = true;
  Facts.add(Param, {Config});

  Flow Argument;
  Argument.Kind = FlowKind::Argument;
  Argument.From = {PlaceKind::Param, "walk", File, 0, "page", ""};
  Argument.To = {PlaceKind::Param, "lock_page", "", 0, "", ""};
  Argument.Through = {"compound_head#0", "+"};
  Argument.Guards = {{"PageAnon", false}, {"PageLRU", true}};
  Argument.Where = File + ":41:3";
  Argument.Function = "walk";
  Facts.add(Argument, {Config});

  Flow Taken = Argument;
  Taken.Kind = FlowKind::Take;
  Taken.To = {PlaceKind::Field, "struct pool", "mm/pool.c", -1, "private", ""};
  Taken.Where = File + ":42:3";
  Facts.add(Taken, {Config});
  return Facts;
}

} // namespace pagesplit

#endif
