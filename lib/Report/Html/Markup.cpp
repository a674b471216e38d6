//===- Markup.cpp - HTML in which text cannot become markup ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Markup.h"

#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Format.h"

using namespace llvm;
using namespace pagesplit;

static constexpr StringLiteral Replacement = "\xEF\xBF\xBD";

// Three bytes of UTF-8 that would show what follows in another order: U+200E,
// U+200F, U+202A to U+202E and U+2066 to U+2069.
static bool turnsDirection(StringRef Text) {
  if (Text.size() < 3 || Text[0] != '\xE2')
    return false;
  auto Second = static_cast<unsigned char>(Text[1]);
  auto Third = static_cast<unsigned char>(Text[2]);
  return (Second == 0x80 && (Third == 0x8E || Third == 0x8F ||
                             (Third >= 0xAA && Third <= 0xAE))) ||
         (Second == 0x81 && Third >= 0xA6 && Third <= 0xA9);
}

static StringRef entityFor(char C) {
  switch (C) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '\'':
    return "&#39;";
  case '"':
    return "&quot;";
  default:
    return "";
  }
}

std::string pagesplit::escaped(StringRef Text) {
  std::string Fixed;
  if (!json::isUTF8(Text)) {
    Fixed = json::fixUTF8(Text);
    Text = Fixed;
  }
  std::string Out;
  Out.reserve(Text.size());
  for (size_t I = 0; I < Text.size(); ++I) {
    char C = Text[I];
    auto Byte = static_cast<unsigned char>(C);
    if (StringRef Entity = entityFor(C); !Entity.empty()) {
      Out += Entity;
    } else if (turnsDirection(Text.substr(I))) {
      Out += Replacement;
      I += 2;
    } else if ((Byte < ' ' && C != '\t' && C != '\n') || Byte == 0x7F) {
      Out += Replacement;
    } else {
      Out += C;
    }
  }
  return Out;
}

HtmlStream &HtmlStream::operator<<(pagesplit::Fixed F) {
  std::string Text;
  raw_string_ostream(Text) << format("%.1f", F.Value);
  Out << StringRef(Text).drop_back(StringRef(Text).ends_with(".0") ? 2 : 0);
  return *this;
}

// No < at all, so that nothing in it can close the element it stands in.
HtmlStream &HtmlStream::operator<<(Embedded E) {
  std::string Text;
  raw_string_ostream(Text) << E.Value;
  for (char C : Text)
    if (C == '<')
      Out << "\\u003c";
    else
      Out << C;
  return *this;
}
