//===- UseExtractor.cpp - uses of pages in one translation unit -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Extract/UseExtractor.h"

#include "UseCollector.h"
#include "pagesplit/Units/UnitParser.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

UnitUses pagesplit::extractUses(const UnitRequest &Request,
                                const Knowledge &Known) {
  SourceRoots Roots(Request.SourceRoot, Request.BuildRoot);
  std::set<std::string> Files(Request.Files.begin(), Request.Files.end());
  UnitUses Result;
  UnitOutcome Outcome =
      parseUnit(Request, Roots, [&](ASTContext &Context, const Preprocessor &) {
        Result.Uses =
            collectUses(Context, Request.Directory, Roots, Known, Files);
      });
  Result.Dependencies = std::move(Outcome.Files);
  if (!Outcome.Error.empty()) {
    Result.Uses = UseSet();
    Result.Uses.Failed[Request.Name] = std::move(Outcome.Error);
  }
  return Result;
}
