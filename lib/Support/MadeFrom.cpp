//===- MadeFrom.cpp - whether a result still stands -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/MadeFrom.h"

#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;
using namespace pagesplit;

FileState pagesplit::fileState(StringRef Path) {
  sys::fs::file_status Status;
  if (sys::fs::status(Path, Status) || !sys::fs::is_regular_file(Status))
    return {};
  return {true, Status.getSize(),
          Status.getLastModificationTime().time_since_epoch().count()};
}

static void append(std::string &Text, const FileState &State) {
  for (uint64_t Number :
       {uint64_t(State.IsFile), State.Size, uint64_t(State.Changed)})
    Text.append(reinterpret_cast<const char *>(&Number), sizeof(Number));
}

static std::string firstLine(StringRef Key, StringRef States, size_t Note) {
  return formatv("pagesplit-made-from 1 {0} {1} {2}\n", contentHash(Key),
                 contentHash(States), Note)
      .str();
}

Error MadeFrom::write(StringRef Record, StringRef Key, StringRef Note) const {
  std::string Hashed, Paths;
  for (const auto &[Path, State] : States) {
    append(Hashed, State);
    Paths += Path + "\n";
  }
  return writeFileIfChanged(Record, firstLine(Key, Hashed, Note.size()) +
                                        Note.str() + "\n" + Paths);
}

std::optional<std::string> pagesplit::noteIfUnchanged(StringRef Record,
                                                      StringRef Key) {
  Expected<std::string> Text = readFile(Record);
  if (!Text) {
    consumeError(Text.takeError());
    return std::nullopt;
  }
  auto [First, Rest] = StringRef(*Text).split('\n');
  size_t Length = 0;
  if (First.rsplit(' ').second.getAsInteger(10, Length) ||
      Length >= Rest.size())
    return std::nullopt;
  std::string Hashed;
  for (StringRef Path : split(Rest.drop_front(Length), '\n'))
    if (!Path.empty())
      append(Hashed, fileState(Path));
  if ((First + "\n").str() != firstLine(Key, Hashed, Length))
    return std::nullopt;
  return Rest.take_front(Length).str();
}
