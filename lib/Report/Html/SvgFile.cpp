//===- SvgFile.cpp - a picture that is a file of its own ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SvgFile.h"

using namespace llvm;
using namespace pagesplit;

static constexpr Markup Style =
#include "picture.css.inc"
    ;

static constexpr double LetterWidth = 6.7;

void pagesplit::beginSvgFile(double Width, double Height, StringRef Title,
                             HtmlStream &Html) {
  Html << "<svg xmlns='http://www.w3.org/2000/svg' class='plan' role='img' "
          "width='"_html
       << Fixed{Width} << "' height='"_html << Fixed{Height}
       << "' viewBox='0 0 "_html << Fixed{Width} << " "_html << Fixed{Height}
       << "'>\n<title>"_html << Title << "</title>\n<style>"_html << Style
       << Palette::css(/*AsFill=*/true)
       << "</style>\n<rect class='paper' width='100%' height='100%'/>\n"_html;
}

void pagesplit::drawLegend(const Palette &Colours, double X, double Y,
                           HtmlStream &Html) {
  for (const DescriptorColour &C : Colours.colours()) {
    Html << "<rect x='"_html << Fixed{X} << "' y='"_html << Fixed{Y - 9}
         << "' width='10' height='10' opacity='0.6' class='"_html << C.Class
         << "'/><text x='"_html << Fixed{X + 14} << "' y='"_html << Fixed{Y}
         << "'>"_html << C.Descriptor << "</text>\n"_html;
    X += 14 + (C.Descriptor.size() + 2) * LetterWidth;
  }
}
