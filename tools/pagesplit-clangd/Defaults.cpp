//===- Defaults.cpp - the memdesc checks are on unless somebody says no ---===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clangd runs a fixed list of checks where no .clang-tidy or .clangd names
/// any, and only those that it knows to be fast. The linker puts these two
/// functions in front of clangd's own (--wrap), to have memdesc-* in that list
/// and among the fast ones. Their types are those of public headers.
///
//===----------------------------------------------------------------------===//

#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

using clang::tidy::ClangTidyOptions;
using llvm::StringRef;
using TidyProvider = llvm::function_ref<void(ClangTidyOptions &, StringRef)>;

// The names are those of clang::clangd::getTidyOptionsForFile(TidyProvider,
// StringRef) and isFastTidyCheck(StringRef), as compilers write them.
#define CLANGD_OPTIONS                                                         \
  "_ZN5clang6clangd21getTidyOptionsForFileEN4llvm12function_refIFvRNS_4tidy"   \
  "16ClangTidyOptionsENS1_9StringRefEEEES6_"
#define CLANGD_IS_FAST "_ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE"

ClangTidyOptions clangdOptions(TidyProvider Provider,
                               StringRef File) asm("__real_" CLANGD_OPTIONS);
ClangTidyOptions ourOptions(TidyProvider Provider,
                            StringRef File) asm("__wrap_" CLANGD_OPTIONS);
std::optional<bool> clangdIsFast(StringRef Check) asm("__real_" CLANGD_IS_FAST);
std::optional<bool> ourIsFast(StringRef Check) asm("__wrap_" CLANGD_IS_FAST);

// In front of the list: whatever it says of our checks comes later, and so
// holds.
ClangTidyOptions ourOptions(TidyProvider Provider, StringRef File) {
  ClangTidyOptions Options = clangdOptions(Provider, File);
  Options.Checks = "memdesc-*," + Options.Checks.value_or("");
  return Options;
}

// docs/editors.md has what they cost.
std::optional<bool> ourIsFast(StringRef Check) {
  if (Check.starts_with("memdesc-"))
    return true;
  return clangdIsFast(Check);
}
