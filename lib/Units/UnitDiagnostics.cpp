//===- UnitDiagnostics.cpp - what the compiler complained about -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitDiagnostics.h"

#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/JSON.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

UnitDiagnostics::UnitDiagnostics(const std::vector<std::string> &Arguments,
                                 StringRef MainFile, const SourceRoots &Roots,
                                 StringRef Directory)
    : Arguments(Arguments), MainFile(MainFile), Roots(Roots),
      Directory(Directory) {}

// Drivers quote the flag whole ("unknown argument '-fx'") or as flag and value
// ("invalid value 'v' in '-mx='"); either way its text is in the arguments of
// the diagnostic, so no list of diagnostics is needed.
std::vector<std::string>
UnitDiagnostics::flagsIn(const clang::Diagnostic &D) const {
  std::vector<std::string> Quoted;
  for (unsigned I = 0; I < D.getNumArgs(); ++I) {
    if (D.getArgKind(I) == DiagnosticsEngine::ak_std_string)
      Quoted.push_back(D.getArgStdStr(I));
    else if (D.getArgKind(I) == DiagnosticsEngine::ak_c_string)
      Quoted.push_back(D.getArgCStr(I));
  }
  std::set<std::string> Wanted(Quoted.begin(), Quoted.end());
  if (Quoted.size() >= 2) {
    Wanted.insert(Quoted[0] + Quoted[1]);
    Wanted.insert(Quoted[1] + Quoted[0]);
  }
  std::vector<std::string> Found;
  for (size_t I = 1; I < Arguments.size(); ++I)
    if (Wanted.count(Arguments[I]) &&
        absoluteFrom(Arguments[I], Directory) != MainFile)
      Found.push_back(Arguments[I]);
  return Found;
}

static void replaceAll(std::string &Text, StringRef From, StringRef To) {
  if (From.empty())
    return;
  for (size_t At = 0; (At = Text.find(From.str(), At)) != std::string::npos;
       At += To.size())
    Text.replace(At, From.size(), To.str());
}

std::string UnitDiagnostics::describe(const clang::Diagnostic &D) const {
  SmallString<128> Message;
  D.FormatDiagnostic(Message);
  std::string Text(Message);
  replaceAll(Text, (Roots.source() + "/").str(), "");
  if (!Roots.build().empty())
    replaceAll(Text, (Roots.build() + "/").str(), "@build/");
  if (D.getLocation().isValid() && D.hasSourceManager()) {
    PresumedLoc Place = D.getSourceManager().getPresumedLoc(D.getLocation());
    if (Place.isValid())
      Text = Roots.portable(Place.getFilename(), Directory) + ":" +
             std::to_string(Place.getLine()) + ":" +
             std::to_string(Place.getColumn()) + ": " + Text;
  }
  return json::fixUTF8(Text);
}

void UnitDiagnostics::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                       const clang::Diagnostic &D) {
  DiagnosticConsumer::HandleDiagnostic(Level, D);
  bool IsError = Level >= DiagnosticsEngine::Error;
  if (D.getLocation().isInvalid()) {
    std::vector<std::string> Flags = flagsIn(D);
    (IsError ? Refused : Ignored).insert(Flags.begin(), Flags.end());
  }
  if (IsError && FirstError.empty())
    FirstError = describe(D);
}
