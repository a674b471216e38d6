//===- UnitParser.h - Clang over one compile command ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Runs one Clang action over one unit in this process. Nothing that the
/// compile command says about output, dependency files or plugins has any
/// effect, and flags that Clang does not know are left out and named.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_UNITS_UNITPARSER_H
#define PAGESPLIT_UNITS_UNITPARSER_H

#include "pagesplit/Support/SourceRoots.h"
#include "pagesplit/Units/UnitRequest.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <functional>
#include <memory>
#include <set>

namespace pagesplit {

/// What is done with a unit.
struct UnitJob {
  /// Called once per try; a try that Clang refuses for its flags never runs the
  /// action.
  std::function<std::unique_ptr<clang::FrontendAction>()> Action;
  /// What the action reads instead of the disk; null: the disk.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files;
  /// Put behind the compiler's name, before the flags of the command.
  std::vector<std::string> ExtraArguments = {"-fsyntax-only"};
  /// Last changes to the invocation; may be empty. Warnings are off before.
  std::function<void(clang::CompilerInvocation &)> Adjust;
  /// Sees every diagnostic besides the parser itself; may be null. Not owned.
  clang::DiagnosticConsumer *Diagnostics = nullptr;
};

/// How it went.
struct UnitOutcome {
  /// "FILE:LINE:COL: message" of the first error; empty: none.
  std::string Error;
  /// Flags left out because Clang does not know them, sorted.
  std::vector<std::string> DroppedFlags;
  std::set<std::string> Files; ///< that were read, absolute
};

/// Run \p Job over \p Request. The caller's process should stand in
/// Request.Directory: Clang opens some files that flags name from there.
UnitOutcome runOnUnit(const UnitRequest &Request, const SourceRoots &Roots,
                      const UnitJob &Job);

/// Looks at the tree of a unit, and at the preprocessor that made the tokens.
using OnTree =
    std::function<void(clang::ASTContext &, const clang::Preprocessor &)>;

/// Adds to a preprocessor that has not read anything yet.
using OnPreprocessor = std::function<void(clang::Preprocessor &)>;

/// Decides, while a unit is parsed, which bodies of functions are parsed too.
class BodyChoice {
public:
  virtual ~BodyChoice() = default;
  /// Each declaration at file level, before the next one is parsed, and each
  /// struct, union and enum where it is complete.
  virtual void declared(const clang::Decl *D) = 0;
  /// Whether the body of \p F is needed. Its opening brace is the last token
  /// that \p Tokens gave. \p IsInHeader: not in the unit's main file.
  virtual bool isNeeded(const clang::FunctionDecl *F,
                        clang::Preprocessor &Tokens, bool IsInHeader) = 0;
};

/// Parse \p Request and show its tree to \p Look, errors or not. A function of
/// which \p Bodies, where there are any, does not need the body is a definition
/// without one. Not owned. \p Before may be empty.
UnitOutcome parseUnit(const UnitRequest &Request, const SourceRoots &Roots,
                      OnTree Look, BodyChoice *Bodies = nullptr,
                      OnPreprocessor Before = {});

} // namespace pagesplit

#endif
