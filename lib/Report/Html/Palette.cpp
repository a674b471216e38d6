//===- Palette.cpp - which colour a descriptor has ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Palette.h"

using namespace llvm;
using namespace pagesplit;

namespace {
struct Swatch {
  StringLiteral Class, Light, Dark;
};
} // namespace

static constexpr unsigned Numbered = 8;
static constexpr Swatch Swatches[] = {
    {"d0", "#2f6fb0", "#6aa9e6"},      {"d1", "#c2701c", "#e59a4c"},
    {"d2", "#3f8a4c", "#6fbf7b"},      {"d3", "#7f58a8", "#b292dc"},
    {"d4", "#1f8c8c", "#56c2c0"},      {"d5", "#8a5f3c", "#c39a74"},
    {"d6", "#b04f83", "#e088b6"},      {"d7", "#84831f", "#c2c056"},
    {"mixed", "#bf3329", "#ff7f73"},   {"page", "#7c8792", "#97a3ae"},
    {"unknown", "#c3c9cf", "#515c67"},
};

Palette::Palette(Sqlite &Db) {
  Statement Query(Db, R"sql(
SELECT descriptor, accesses FROM descriptor_use
ORDER BY CASE descriptor WHEN 'mixed' THEN 1 WHEN 'page' THEN 2
         WHEN 'unknown' THEN 3 ELSE 0 END, accesses DESC, descriptor)sql");
  unsigned Next = 0;
  while (Query.step()) {
    std::string Name = Query.text(0).str();
    bool IsOwn = Name == "mixed" || Name == "page" || Name == "unknown";
    std::string Class = IsOwn ? Name : "d" + std::to_string(Next++ % Numbered);
    All.push_back({Name, Class, uint64_t(Query.integer(1))});
  }
}

StringRef Palette::classOf(StringRef Descriptor) const {
  for (const DescriptorColour &C : All)
    if (C.Descriptor == Descriptor)
      return C.Class;
  return "unknown";
}

static std::string rules(bool AsFill, StringLiteral Swatch::*Colour) {
  std::string Css;
  for (const Swatch &S : Swatches) {
    StringRef Value = S.*Colour;
    Css += ("." + S.Class + (AsFill ? "{fill:" : "{--c:") + Value + "}").str();
  }
  return Css;
}

std::string Palette::css(bool AsFill) {
  return rules(AsFill, &Swatch::Light) +
         "\n@media (prefers-color-scheme:dark){" +
         rules(AsFill, &Swatch::Dark) + "}\n" +
         (AsFill ? ""
                 : "@media print{" + rules(AsFill, &Swatch::Light) + "}\n");
}
