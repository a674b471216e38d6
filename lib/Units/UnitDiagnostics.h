//===- UnitDiagnostics.h - what the compiler complained about ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Keeps the first error of a unit with a portable place, and sorts out the
/// driver's complaints that name a flag of the command line.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_UNITS_UNITDIAGNOSTICS_H
#define PAGESPLIT_LIB_UNITS_UNITDIAGNOSTICS_H

#include "pagesplit/Support/SourceRoots.h"
#include "clang/Basic/Diagnostic.h"

#include <set>
#include <string>
#include <vector>

namespace pagesplit {

class UnitDiagnostics : public clang::DiagnosticConsumer {
public:
  /// \p Arguments is the command line that flags are looked for in; the
  /// compiler and \p MainFile are never taken for a flag.
  UnitDiagnostics(const std::vector<std::string> &Arguments,
                  llvm::StringRef MainFile, const SourceRoots &Roots,
                  llvm::StringRef Directory);

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Diagnostic) override;

  /// Flags that stop Clang, because it does not know or does not take them.
  const std::set<std::string> &refusedFlags() const { return Refused; }
  /// Flags that Clang knows of and ignores.
  const std::set<std::string> &ignoredFlags() const { return Ignored; }
  /// "FILE:LINE:COL: message"; empty when there was no error.
  llvm::StringRef firstError() const { return FirstError; }

private:
  std::vector<std::string> flagsIn(const clang::Diagnostic &D) const;
  std::string describe(const clang::Diagnostic &D) const;

  const std::vector<std::string> &Arguments;
  std::string MainFile;
  const SourceRoots &Roots;
  std::string Directory;
  std::set<std::string> Refused;
  std::set<std::string> Ignored;
  std::string FirstError;
};

} // namespace pagesplit

#endif
