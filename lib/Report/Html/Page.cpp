//===- Page.cpp - the frame of every HTML page ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Page.h"

#include "Palette.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/SHA256.h"

using namespace llvm;
using namespace pagesplit;

static constexpr Markup Style =
#include "report.css.inc"
    ;

static constexpr Markup Pictures =
#include "picture.css.inc"
    ;

static constexpr Markup Script =
#include "report.js.inc"
    ;

static std::string hashOf(StringRef Text) {
  SHA256 Hash;
  Hash.update(Text);
  return encodeBase64(Hash.final());
}

void pagesplit::printPage(const PageHead &Head,
                          function_ref<void(HtmlStream &)> Main,
                          raw_ostream &Out) {
  HtmlStream Html(Out);
  Html << "<!DOCTYPE html>\n<html lang='en'>\n<head>\n"
          "<meta charset='utf-8'>\n"
          "<meta name='viewport' content='width=device-width, "
          "initial-scale=1'>\n"
          "<meta http-equiv='Content-Security-Policy' content='"_html
       << "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" +
              hashOf(Script.text()) + "'; base-uri 'none'; form-action 'none'"
       << "'>\n<title>"_html << Head.Title
       << (Head.Under.empty() ? "" : ", " + Head.Under)
       << "</title>\n"
          "<style>"_html
       << Style << Pictures;
  // Made of literals, but at run time.
  Out << Palette::css(/*AsFill=*/false);
  Html << "</style>\n</head>\n<body>\n"
          "<a class='skip' href='#main'>Skip to the content</a>\n"
          "<header>\n<h1>"_html
       << Head.Title << "</h1>\n<p class='under'>"_html << Head.Under
       << "</p>\n</header>\n<nav aria-label='Sections'><ul>"_html;
  for (const PageLink &Link : Head.Links)
    Html << "<li><a href='"_html << Link.Address << "'>"_html << Link.Text
         << "</a></li>"_html;
  Html << "</ul></nav>\n<main id='main' tabindex='-1'>\n"_html;
  Main(Html);
  Html << "</main>\n<div id='said' role='status' aria-live='polite' "
          "class='unseen'></div>\n<script>"_html
       << Script << "</script>\n</body>\n</html>\n"_html;
}
