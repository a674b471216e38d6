//===- LineCoverage.cpp - the lines that one unit compiles ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LineCoverage.h"

#include "pagesplit/Support/CodeText.h"
#include "pagesplit/Support/ContentHash.h"
#include "clang/Basic/FileEntry.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/PPCallbacks.h"
#include "llvm/Support/JSON.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

class LineCoverage::Listener : public PPCallbacks {
public:
  Listener(LineCoverage &To, const SourceManager &Sources)
      : To(To), Sources(Sources) {}

  void FileChanged(SourceLocation At, FileChangeReason Reason,
                   SrcMgr::CharacteristicKind, FileID) override {
    if (Reason == EnterFile)
      To.Skipped[Sources.getFileID(At)];
  }

  void SourceRangeSkipped(SourceRange Range, SourceLocation) override {
    auto [File, Begin] = Sources.getDecomposedLoc(Range.getBegin());
    To.Skipped[File].push_back({Begin, Sources.getFileOffset(Range.getEnd())});
  }

private:
  LineCoverage &To;
  const SourceManager &Sources;
};

void LineCoverage::watch(Preprocessor &Reader) {
  Skipped.clear();
  Reader.addPPCallbacks(
      std::make_unique<Listener>(*this, Reader.getSourceManager()));
}

// Directives count as compiled, also those around what is skipped.
static void note(std::vector<bool> &Lines, FileID File,
                 ArrayRef<std::pair<unsigned, unsigned>> Skipped,
                 const SourceManager &Sources) {
  StringRef Text = Sources.getBufferData(File);
  unsigned Count =
      Text.empty() ? 0 : Sources.getLineNumber(File, Text.size() - 1);
  std::vector<bool> Compiled(Count + 1, true);
  for (auto [Begin, End] : Skipped)
    for (unsigned Line = Sources.getLineNumber(File, Begin) + 1,
                  Last = Sources.getLineNumber(File, End);
         Line < Last; ++Line)
      Compiled[Line] = false;
  Lines.resize(Compiled.size());
  for (size_t Line = 1; Line < Compiled.size(); ++Line)
    Lines[Line] = Lines[Line] || Compiled[Line];
}

static std::vector<unsigned> stretchesOf(const std::vector<bool> &Lines) {
  std::vector<unsigned> Stretches;
  for (unsigned Line = 1; Line < Lines.size(); ++Line) {
    if (!Lines[Line])
      continue;
    if (!Stretches.empty() && Stretches.back() + 1 == Line)
      Stretches.back() = Line;
    else
      Stretches.insert(Stretches.end(), {Line, Line});
  }
  return Stretches;
}

void LineCoverage::addTo(FactSet &Facts, const SourceManager &Sources,
                         const SourceRoots &Roots, StringRef Directory,
                         const std::string &Config) const {
  // A header without a guard may be read more than once.
  std::map<std::string, std::vector<bool>> Files;
  for (const auto &[File, Stretches] : Skipped) {
    OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
    if (!Entry || !mentionsPageType(Sources.getBufferData(File)))
      continue;
    std::string Name = Roots.portable(Entry->getName(), Directory);
    if (!isInSourceTree(Name))
      continue;
    Name = json::fixUTF8(Name);
    auto [Known, IsNew] = Files.try_emplace(Name);
    if (IsNew)
      Facts.add(SourceFile{Name, contentHash(Sources.getBufferData(File))});
    note(Known->second, File, Stretches, Sources);
  }
  for (const auto &[Name, Lines] : Files)
    Facts.add(CompiledLines{Name, stretchesOf(Lines)}, {Config});
}
