//===- MacroUses.h - which macros an expression came through ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A macro is a call to the programmer. Tells for an expression which macros it
/// is the value of, and of which it is an argument.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_AST_MACROUSES_H
#define PAGESPLIT_LIB_AST_MACROUSES_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <string>
#include <vector>

namespace pagesplit {

/// One macro around an expression.
struct MacroAround {
  clang::FileID Invocation; ///< tells two uses of one macro apart
  std::string Name;
  /// Whether the expression is all that the macro expands to; else it is one
  /// whole argument.
  bool IsValue = false;
  int Argument = -1; ///< from 0; -1 when the name of the parameter is not known
};

class MacroUses {
public:
  MacroUses(const clang::ASTContext &Context,
            const clang::Preprocessor &Macros);

  /// The macros around \p E, innermost first. Cheap outside macros.
  llvm::ArrayRef<MacroAround> around(const clang::Expr *E);

  /// The argument of one use of a macro, found below \p Whole; null when it is
  /// nowhere a whole expression.
  const clang::Expr *argumentOf(const clang::Stmt *Whole,
                                clang::FileID Invocation, int Argument);

  /// Whether \p Fits one of the macros whose bodies wrote the token at \p Loc,
  /// directly or through macros they use.
  bool isWrittenBy(clang::SourceLocation Loc,
                   llvm::function_ref<bool(llvm::StringRef)> Fits) const;

private:
  using Uses = std::vector<MacroAround>;
  bool climb(clang::SourceLocation &Begin, clang::SourceLocation &End,
             bool IsCall, Uses &Found) const;
  bool climbArgument(clang::SourceLocation &Begin, clang::SourceLocation &End,
                     Uses &Found) const;
  bool isAtEnd(clang::SourceLocation Loc) const;
  clang::SourceLocation expansionStart(clang::FileID Expansion) const;
  std::string text(clang::SourceLocation Loc) const;
  MacroAround value(clang::FileID Invocation) const;
  MacroAround argument(clang::SourceLocation Parameter) const;

  const clang::SourceManager &Sources;
  const clang::LangOptions &Language;
  const clang::Preprocessor &Macros;
  llvm::DenseMap<std::pair<clang::SourceLocation, clang::SourceLocation>, Uses>
      Known;
};

} // namespace pagesplit

#endif
