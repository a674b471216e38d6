//===- SourceFiles.cpp - the files of one unit ----------------------------===//
//-----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceFiles.h"

#include "pagesplit/Support/ContentHash.h"
#include "clang/Basic/FileEntry.h"
#include "llvm/Support/JSON.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

StringRef SourceFiles::name(FileID File) {
  std::string &Name = Names[File];
  if (!Name.empty())
    return Name;
  OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
  if (!Entry)
    return "";
  Name = json::fixUTF8(Roots.portable(Entry->getName(), Directory));
  Files.try_emplace(Name, File);
  return Name;
}

FileID SourceFiles::find(StringRef Name) const {
  auto Found = Files.find(Name);
  return Found == Files.end() ? FileID() : Found->second;
}

StringRef SourceFiles::text(StringRef Name) const {
  FileID File = find(Name);
  return File.isValid() ? Sources.getBufferData(File) : "";
}

std::map<std::string, std::string> SourceFiles::hashes() const {
  std::map<std::string, std::string> Result;
  for (const auto &[Name, File] : Files)
    Result[Name] = contentHash(Sources.getBufferData(File));
  return Result;
}

std::string SourceFiles::firstNonUtf8() const {
  for (const auto &[Name, File] : Files) {
    size_t Offset = 0;
    if (json::isUTF8(Sources.getBufferData(File), &Offset))
      continue;
    return Name + ":" + std::to_string(Sources.getLineNumber(File, Offset)) +
           ":" + std::to_string(Sources.getColumnNumber(File, Offset)) +
           ": not UTF-8; the bytes are replaced in quoted text";
  }
  return "";
}
