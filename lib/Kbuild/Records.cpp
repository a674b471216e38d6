//===- Records.cpp - compile commands that were seen ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Records.h"

#include "pagesplit/Kbuild/StandIn.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <tuple>

using namespace llvm;
using namespace pagesplit;

Expected<CompileRecord>
pagesplit::parseRecord(std::unique_ptr<MemoryBuffer> Content) {
  CompileRecord Record;
  Record.Content = std::move(Content);
  StringRef Rest = Record.Content->getBuffer();
  auto Next = [&Rest] {
    auto [Field, Others] = Rest.split('\0');
    Rest = Others;
    return Field;
  };
  const StringRef Magic = Next();
  Record.Directory = Next();
  Record.File = Next();
  Record.Output = Next();
  const StringRef End(standin::RecordEnd, sizeof standin::RecordEnd);
  if (Magic != standin::RecordMagic || Record.Output.empty() ||
      !Rest.consume_back(End))
    return errorIn(Record.Content->getBufferIdentifier(),
                   "not a whole record of a compile command; remove the "
                   "directory .pagesplit above it and start again");
  Record.Arguments = Rest;
  return Record;
}

Expected<std::vector<CompileRecord>>
pagesplit::readRecords(StringRef Directory) {
  std::vector<CompileRecord> Records;
  std::error_code Code;
  for (sys::fs::directory_iterator I(Directory, Code), End; I != End && !Code;
       I.increment(Code)) {
    // What a process that was killed left behind.
    if (sys::path::filename(I->path()).contains(".tmp"))
      continue;
    ErrorOr<std::unique_ptr<MemoryBuffer>> File =
        MemoryBuffer::getFile(I->path());
    if (!File)
      return errorFrom(I->path(), "read", File.getError());
    Expected<CompileRecord> Record = parseRecord(std::move(*File));
    if (!Record)
      return Record.takeError();
    Records.push_back(std::move(*Record));
  }
  if (Code)
    return errorFrom(Directory, "read", Code);
  llvm::sort(Records, [](const CompileRecord &A, const CompileRecord &B) {
    return std::tie(A.File, A.Output, A.Directory) <
           std::tie(B.File, B.Output, B.Directory);
  });
  return Records;
}

static StringRef below(StringRef Path, StringRef Root) {
  if (!Root.empty() && Path.consume_front(Root) && Path.consume_front("/"))
    return Path;
  return "";
}

StringRef BuildRoots::relative(StringRef Path) const {
  for (StringRef Root : {StringRef(Source), StringRef(Build)})
    if (StringRef Rest = below(Path, Root); !Rest.empty())
      return Rest;
  Path.consume_front("./");
  return Path;
}

bool pagesplit::isBelow(const CompileRecord &Record, StringRef Path,
                        const BuildRoots &Roots) {
  const StringRef File = Roots.relative(Record.File);
  return File == Path || !below(File, Path).empty() ||
         !below(Roots.relative(Record.Output), Path).empty();
}

static json::Value argumentsOf(const CompileRecord &Record,
                               StringRef Compiler) {
  json::Array Arguments;
  auto Add = [&Arguments](StringRef Text) {
    Arguments.push_back(json::isUTF8(Text) ? Text.str() : json::fixUTF8(Text));
  };
  Add(Compiler);
  for (StringRef Rest = Record.Arguments; !Rest.empty();) {
    auto [Argument, Others] = Rest.split('\0');
    Add(Argument);
    Rest = Others;
  }
  return Arguments;
}

Error pagesplit::writeDatabase(StringRef Path, StringRef Compiler,
                               const std::vector<CompileRecord> &Records) {
  return writeFile(Path, [&](raw_ostream &Out) {
    StringRef Separator = "[\n";
    for (const CompileRecord &Record : Records) {
      // One line each: such a file can be searched and compared.
      Out << Separator
          << json::Value(json::Object{
                 {"arguments", argumentsOf(Record, Compiler)},
                 {"directory", json::fixUTF8(Record.Directory)},
                 {"file", json::fixUTF8(Record.File)},
                 {"output", json::fixUTF8(Record.Output)},
             });
      Separator = ",\n";
    }
    Out << (Records.empty() ? "[" : "") << "\n]\n";
    return Error::success();
  });
}
