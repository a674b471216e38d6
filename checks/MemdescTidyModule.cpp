//===- MemdescTidyModule.cpp - the memdesc checks, for clang-tidy -load ---===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Registers every check of Checks.def, after making sure that the clang-tidy
/// around us is the version we were compiled for.
///
//===----------------------------------------------------------------------===//

#include "pagesplit/AST/ClangCompat.h"

#include "CheckHeaders.inc"

#include "clang/Basic/Version.h"
#include PAGESPLIT_CLANG_TIDY_REGISTRY

#include <cstdio>
#include <cstdlib>
#include <string>

namespace pagesplit::checks {

static int majorIn(const std::string &Version) {
  size_t Digit = Version.find_first_of("0123456789");
  return Digit == std::string::npos ? 0 : std::atoi(Version.c_str() + Digit);
}

// A clang-tidy of another version has other class layouts: the checks would
// find nothing and say nothing. Only the C library is used to say so, for the
// same reason.
static void requireOwnVersion() {
  const std::string Running = clang::getClangFullVersion();
  if (majorIn(Running) == CLANG_VERSION_MAJOR)
    return;
  std::fprintf(stderr,
               "MemdescTidy: error: built for clang-tidy %d, loaded by %s\n",
               CLANG_VERSION_MAJOR, Running.c_str());
  std::fflush(stderr);
  std::_Exit(EXIT_FAILURE);
}

namespace {
class MemdescTidyModule : public clang::tidy::ClangTidyModule {
public:
  void
  addCheckFactories(clang::tidy::ClangTidyCheckFactories &Checks) override {
    requireOwnVersion();
#define MEMDESC_CHECK(NAME, CLASS) Checks.registerCheck<CLASS##Check>(NAME);
#include "Checks.def"
#undef MEMDESC_CHECK
  }
};
} // namespace

static clang::tidy::ClangTidyModuleRegistry::Add<MemdescTidyModule>
    Registration("memdesc-module", "The checks for struct page.");

} // namespace pagesplit::checks
