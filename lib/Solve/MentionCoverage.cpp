//===- MentionCoverage.cpp - mentions that nobody compiled ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MentionCoverage.h"

#include "pagesplit/Mentions/BuildRules.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// What all units compiled of one file.
struct FileCoverage {
  std::vector<std::pair<const CompiledLines *, const ConfigSet *>> Seen;

  ConfigSet configsAt(unsigned Line) const {
    ConfigSet Configs;
    for (const auto &[Compiled, In] : Seen)
      if (holds(Compiled->Lines, Line))
        Configs.insert(In->begin(), In->end());
    return Configs;
  }

private:
  // The stretch that begins last before or at the line.
  static bool holds(ArrayRef<unsigned> Lines, unsigned Line) {
    size_t After = upper_bound(Lines, Line) - Lines.begin();
    return After % 2 == 1 || (After > 0 && Lines[After - 1] == Line);
  }
};

class Coverage {
public:
  Coverage(const FactSet &Facts, StringRef Root);
  void add(const MentioningFile &File, MentionCoverage &To);

private:
  void explain(CoveredMention &Row, const Mention &At);
  void fromConditions(CoveredMention &Row, const Mention &At,
                      const FileCoverage &Known);
  void fromBuild(CoveredMention &Row);

  std::map<std::string, FileCoverage> Files;
  std::map<std::string, std::set<std::string>> Hashes;
  std::set<std::string> AskedFor; ///< main files of units
  std::set<std::string> Architectures;
  BuildRules Rules;
};

} // namespace

// "s390" of arch/s390/mm/init.c; empty elsewhere, and for arch/Kconfig.
static StringRef architectureOf(StringRef File) {
  if (!File.consume_front("arch/") || !File.contains('/'))
    return "";
  return File.split('/').first;
}

Coverage::Coverage(const FactSet &Facts, StringRef Root) : Rules(Root) {
  for (const auto &[Lines, In] : Facts.compiledLines()) {
    Files[Lines.File].Seen.push_back({&Lines, &In});
    Architectures.insert(architectureOf(Lines.File).str());
  }
  for (const SourceFile &Source : Facts.sources())
    Hashes[Source.File].insert(Source.Hash);
  for (const Unit &U : Facts.units()) {
    auto [File, Number] = StringRef(U.File).rsplit('#');
    bool IsRepeat = !Number.empty() && all_of(Number, isDigit);
    AskedFor.insert((IsRepeat ? File : StringRef(U.File)).str());
    Architectures.insert(architectureOf(U.File).str());
  }
}

// A branch of which some unit compiled the first line is not what is missing.
void Coverage::fromConditions(CoveredMention &Row, const Mention &At,
                              const FileCoverage &Known) {
  Row.Reason = "condition";
  std::vector<std::string> Missing, All;
  for (const Condition &C : At.Conditions) {
    All.push_back(C.Text);
    if (Known.configsAt(C.Line + 1).empty())
      Missing.push_back(C.Text);
  }
  Row.Needs = join(Missing.empty() ? All : Missing, " && ");
}

void Coverage::fromBuild(CoveredMention &Row) {
  StringRef Architecture = architectureOf(Row.File);
  if (!Architecture.empty() && !Architectures.count(Architecture.str())) {
    Row.Reason = "architecture";
    Row.Needs = "ARCH=" + Architecture.str();
  } else if (AskedFor.count(Row.File)) {
    Row.Reason = "failed";
  } else if (StringRef(Row.File).ends_with(".h")) {
    Row.Reason = "not-included";
  } else if (auto Symbols = Rules.symbolsFor(Row.File)) {
    Row.Reason = "not-built";
    Row.Needs = join(*Symbols, " && ");
  } else {
    Row.Reason = "no-rule";
  }
}

void Coverage::explain(CoveredMention &Row, const Mention &At) {
  auto Known = Files.find(Row.File);
  if (Known != Files.end()) {
    Row.In = Known->second.configsAt(Row.Line);
    if (!Row.In.empty())
      return;
    fromConditions(Row, At, Known->second);
  } else {
    fromBuild(Row);
  }
  Row.Symbols = configSymbolsIn(Row.Needs);
}

void Coverage::add(const MentioningFile &File, MentionCoverage &To) {
  auto Known = Hashes.find(File.Name);
  if (Known != Hashes.end() && !Known->second.count(File.Hash)) {
    To.OtherVersions.push_back(File.Name);
    return;
  }
  for (const Mention &At : File.Mentions) {
    CoveredMention &Row = To.Mentions.emplace_back();
    Row.File = File.Name;
    Row.Line = At.Line;
    explain(Row, At);
  }
}

Expected<MentionCoverage>
pagesplit::coverMentions(const FactSet &Facts, StringRef Root,
                         ArrayRef<std::string> Paths) {
  Expected<std::vector<MentioningFile>> Files = findMentions(Root, Paths);
  if (!Files)
    return Files.takeError();
  MentionCoverage Result;
  Coverage Known(Facts, Root);
  for (const MentioningFile &File : *Files)
    Known.add(File, Result);
  std::set<std::string> Symbols;
  for (const CoveredMention &Row : Result.Mentions)
    Symbols.insert(Row.Symbols.begin(), Row.Symbols.end());
  auto Defined = readConfigSymbols(Root, Symbols);
  if (!Defined)
    return Defined.takeError();
  Result.Symbols = std::move(*Defined);
  return std::move(Result);
}
