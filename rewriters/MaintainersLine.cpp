//===- MaintainersLine.cpp - who looks after a new file -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MaintainersLine.h"

#include "llvm/ADT/Twine.h"

#include <map>

using namespace llvm;
using namespace pagesplit;

static constexpr StringLiteral FileMark = "F:\t";

// Where the order of the section that begins at At puts File.
static std::optional<unsigned> placeOf(StringRef Maintainers, size_t At,
                                       StringRef File) {
  std::optional<unsigned> Place;
  StringRef Rest = Maintainers.drop_front(At);
  while (!Rest.empty() && Rest.front() != '\n') {
    auto [Line, Next] = Rest.split('\n');
    size_t Here = Maintainers.size() - Rest.size();
    Rest = Next;
    if (!Line.consume_front(FileMark))
      continue;
    if (Line == File)
      return std::nullopt;
    bool IsBehind = Line < File;
    if (IsBehind || !Place)
      Place = IsBehind ? Maintainers.size() - Rest.size() : Here;
  }
  return Place;
}

std::vector<Edit>
pagesplit::maintainersLines(StringRef Maintainers, StringRef Section,
                            const std::set<std::string> &Files) {
  std::string Title = ("\n\n" + Section + "\n").str();
  size_t At = Section.empty() ? StringRef::npos : Maintainers.find(Title);
  std::map<unsigned, std::string> Lines;
  if (At != StringRef::npos)
    for (StringRef File : Files)
      if (auto Place = placeOf(Maintainers, At + Title.size(), File))
        Lines[*Place] += (FileMark + File + "\n").str();
  std::vector<Edit> Edits;
  for (const auto &[Place, Text] : Lines)
    Edits.push_back(insertion("MAINTAINERS", Place, Text));
  return Edits;
}
