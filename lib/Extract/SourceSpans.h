//===- SourceSpans.h - Clang's locations as facts write them ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Turns locations of one translation unit into spans of portable files, and
/// remembers which files were asked about.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EXTRACT_SOURCESPANS_H
#define PAGESPLIT_LIB_EXTRACT_SOURCESPANS_H

#include "SourceFiles.h"
#include "pagesplit/Facts/Facts.h"
#include "clang/AST/ASTContext.h"

namespace pagesplit {

class SourceSpans {
public:
  SourceSpans(const clang::ASTContext &Context, const SourceRoots &Roots,
              llvm::StringRef Directory);

  /// The token at \p Loc where its characters stand in a file; a pasted token
  /// stands where the outermost macro is used.
  SourceSpan spelling(clang::SourceLocation Loc);

  /// \p Range in the file in which the outermost macro is used.
  SourceSpan expansion(clang::SourceRange Range);

  /// The macros \p Loc came through, outermost first; a macro counts also when
  /// the token was one of its arguments.
  std::vector<std::string> macros(clang::SourceLocation Loc) const;

  /// \p E as written, with white space folded; as Clang prints it when it has
  /// no text of its own.
  std::string text(const clang::Expr *E) const;

  /// The files that spans were made in.
  const SourceFiles &files() const { return Files; }

private:
  SourceSpan spanAt(clang::SourceLocation FileLoc, unsigned Length);

  const clang::ASTContext &Context;
  const clang::SourceManager &Sources;
  SourceFiles Files;
};

} // namespace pagesplit

#endif
