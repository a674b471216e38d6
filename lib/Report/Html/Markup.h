//===- Markup.h - HTML in which text cannot become markup -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The one place that escapes. Markup is only what stands in the sources of
/// pagesplit with the suffix _html; every other string that is written, be it
/// a name, a line of a kernel or an error, is text. So no forgotten call can
/// make markup of a name.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTML_MARKUP_H
#define PAGESPLIT_LIB_REPORT_HTML_MARKUP_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <string>
#include <type_traits>

namespace pagesplit {

/// Tags, as they stand in a literal.
class Markup {
public:
  llvm::StringRef text() const { return Written; }

private:
  constexpr explicit Markup(llvm::StringRef Written) : Written(Written) {}
  friend constexpr Markup operator""_html(const char *, size_t);
  llvm::StringRef Written;
};

constexpr Markup operator""_html(const char *Literal, size_t Length) {
  return Markup(llvm::StringRef(Literal, Length));
}

/// A coordinate, with one digit behind the point where it needs one.
struct Fixed {
  double Value;
};

/// Values of a program in the page, for its script.
struct Embedded {
  const llvm::json::Value &Value;
};

/// \p Text as text of an element or as an attribute in quotes. What is no
/// UTF-8, control characters and those that turn the direction of writing
/// appear as U+FFFD.
std::string escaped(llvm::StringRef Text);

/// Where a page is written to.
class HtmlStream {
public:
  explicit HtmlStream(llvm::raw_ostream &Out) : Out(Out) {}

  HtmlStream &operator<<(Markup M) {
    Out << M.text();
    return *this;
  }
  HtmlStream &operator<<(llvm::StringRef Text) {
    Out << escaped(Text);
    return *this;
  }
  HtmlStream &operator<<(const std::string &Text) {
    return *this << llvm::StringRef(Text);
  }
  HtmlStream &operator<<(const char *Text) {
    return *this << llvm::StringRef(Text);
  }
  template <typename T,
            std::enable_if_t<std::is_integral_v<T> && !std::is_same_v<T, char>,
                             int> = 0>
  HtmlStream &operator<<(T Number) {
    Out << Number;
    return *this;
  }
  HtmlStream &operator<<(Fixed F);
  HtmlStream &operator<<(Embedded E);

  /// What another HtmlStream has written.
  class Part {
  public:
    /// Filled by \p Write, which gets a stream.
    template <typename F> explicit Part(F Write) {
      llvm::raw_string_ostream To(Written);
      HtmlStream Stream(To);
      Write(Stream);
    }
    size_t size() const { return Written.size(); }

  private:
    friend class HtmlStream;
    std::string Written;
  };
  HtmlStream &operator<<(const Part &P) {
    Out << P.Written;
    return *this;
  }

private:
  llvm::raw_ostream &Out;
};

} // namespace pagesplit

#endif
