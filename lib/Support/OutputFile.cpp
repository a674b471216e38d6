//===- OutputFile.cpp - a file appears complete or not at all -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/OutputFile.h"

#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;
using namespace pagesplit;

// A raw_fd_ostream destroyed with an unread error ends the process, so the
// error is always taken out of it here.
static Error finish(raw_fd_ostream &Out, StringRef Path) {
  Out.flush();
  if (std::error_code Code = Out.error()) {
    Out.clear_error();
    return errorFrom(Path, "write", Code);
  }
  return Error::success();
}

// What Write says comes first; a failed flush after it is its consequence.
static Error writeThrough(raw_fd_ostream &Out, StringRef Path,
                          function_ref<Error(raw_ostream &)> Write) {
  Error Written = Write(Out);
  Error Flushed = finish(Out, Path);
  if (!Written)
    return Flushed;
  consumeError(std::move(Flushed));
  return Written;
}

// A device or a pipe, which a rename would put an ordinary file in place of.
static bool isSpecial(StringRef Path) {
  sys::fs::file_status Status;
  return !sys::fs::status(Path, Status) &&
         Status.type() != sys::fs::file_type::regular_file;
}

static Error writeInPlace(StringRef Path,
                          function_ref<Error(raw_ostream &)> Write) {
  std::error_code Code;
  raw_fd_ostream Out(Path, Code, sys::fs::CD_OpenExisting);
  if (Code)
    return errorFrom(Path, "write", Code);
  return writeThrough(Out, Path, Write);
}

// Eight digits follow.
static constexpr StringLiteral UnfinishedMark = ".tmp-";

static bool isUnfinished(StringRef Path) {
  auto [Name, Digits] = Path.rsplit(UnfinishedMark);
  return !Name.empty() && Digits.size() == 8 && all_of(Digits, isHexDigit);
}

Error pagesplit::removeUnfinished(StringRef Directory) {
  std::vector<std::string> Found;
  std::error_code Code;
  for (sys::fs::recursive_directory_iterator It(Directory, Code), End;
       It != End && !Code; It.increment(Code))
    if (It->type() == sys::fs::file_type::regular_file &&
        isUnfinished(It->path()))
      Found.push_back(It->path());
  if (Code)
    return errorFrom(Directory, "read", Code);
  for (const std::string &Path : Found)
    if (std::error_code Removed = sys::fs::remove(Path))
      return errorFrom(Path, "remove", Removed);
  return Error::success();
}

Error pagesplit::writeFile(StringRef Path,
                           function_ref<Error(raw_ostream &)> Write) {
  if (Path == "-")
    return writeThrough(outs(), "<stdout>", Write);
  if (isSpecial(Path))
    return writeInPlace(Path, Write);
  Expected<sys::fs::TempFile> Temp =
      sys::fs::TempFile::create(Path + UnfinishedMark + "%%%%%%%%");
  if (!Temp)
    return errorFrom(Path, "write", errorToErrorCode(Temp.takeError()));
  Error Result = [&] {
    raw_fd_ostream Out(Temp->FD, /*shouldClose=*/false);
    return writeThrough(Out, Path, Write);
  }();
  if (Result) {
    consumeError(Temp->discard());
    return Result;
  }
  // TempFile makes private files; results are for everybody to read.
  (void)sys::fs::setPermissions(Temp->TmpName,
                                static_cast<sys::fs::perms>(0644));
  if (Error E = Temp->keep(Path))
    return errorFrom(Path, "write", errorToErrorCode(std::move(E)));
  return Error::success();
}

Error pagesplit::writeFileIfChanged(StringRef Path, StringRef Content) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Old = MemoryBuffer::getFile(Path);
  if (Old && (*Old)->getBuffer() == Content)
    return Error::success();
  return writeFile(Path, [&](raw_ostream &Out) {
    Out << Content;
    return Error::success();
  });
}

Error pagesplit::makeDirectory(StringRef Path) {
  if (std::error_code Code = sys::fs::create_directories(Path))
    return errorFrom(Path, "make directory", Code);
  return Error::success();
}

Expected<std::string> pagesplit::readFile(StringRef Path) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> File = MemoryBuffer::getFile(Path);
  if (!File)
    return errorFrom(Path, "read", File.getError());
  return (*File)->getBuffer().str();
}
