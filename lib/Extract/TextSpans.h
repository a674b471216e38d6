//===- TextSpans.h - the text an expression was written as ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Where the words of an expression stand that a programmer would change:
/// outside macros in the file, and for an argument of a macro where it is
/// written. What a macro's body writes has no span.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EXTRACT_TEXTSPANS_H
#define PAGESPLIT_LIB_EXTRACT_TEXTSPANS_H

#include "SourceFiles.h"
#include "pagesplit/Uses/Uses.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

namespace pagesplit {

/// A call as text: "f(a, b)".
struct CallText {
  TextSpan Whole; ///< from the name to the closing parenthesis
  std::vector<TextSpan> Arguments;
};

class TextSpans {
public:
  TextSpans(const clang::ASTContext &Context, const SourceRoots &Roots,
            llvm::StringRef Directory);

  /// All of \p Range.
  TextSpan span(clang::SourceRange Range);
  TextSpan span(const clang::Expr *E) { return span(E->getSourceRange()); }

  /// All of \p Range as the body of a macro has it; empty when it is not in one
  /// body from end to end.
  TextSpan inBody(clang::SourceRange Range);

  /// The one token at \p Loc, when it reads \p Word.
  TextSpan word(clang::SourceLocation Loc, llvm::StringRef Word);

  /// The call whose name stands at \p Name; empty when no parenthesis follows.
  CallText call(const TextSpan &Name);

  /// The names of the macros of which \p Loc is part of an argument, the inner
  /// ones first, where they are written in the file.
  std::vector<TextSpan> macrosAround(clang::SourceLocation Loc);

  /// The name of the macro in the file that \p Loc comes from; empty: none.
  std::string macroOf(clang::SourceLocation Loc);

  llvm::StringRef text(const TextSpan &Span);

  /// The portable name of the file that \p Loc is in.
  std::string fileOf(clang::SourceLocation Loc);

  /// The files that spans were made in.
  const SourceFiles &files() const { return Files; }

private:
  TextSpan make(clang::FileID File, unsigned Begin, unsigned End);
  const clang::SourceManager &sources() const {
    return Context.getSourceManager();
  }

  const clang::ASTContext &Context;
  SourceFiles Files;
};

} // namespace pagesplit

#endif
