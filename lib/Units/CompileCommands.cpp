//===- CompileCommands.cpp - the units of a compile database --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Units/CompileCommands.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"
#include "clang/Driver/Types.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"

#include <map>
#include <set>

using namespace clang::driver;
using namespace llvm;
using namespace pagesplit;

static bool isCFamily(StringRef File) {
  StringRef Extension = sys::path::extension(File);
  Extension.consume_front(".");
  types::ID Language = types::lookupTypeForExtension(Extension);
  return Language == types::TY_C || Language == types::TY_CXX ||
         Language == types::TY_CHeader || Language == types::TY_CXXHeader ||
         Language == types::TY_PP_C || Language == types::TY_PP_CXX;
}

// "ccache gcc -c f.c": a second word that is neither a flag nor the source is
// the compiler that the first one starts.
static void dropLauncher(CompileCommand &Command, StringRef WrittenFile) {
  std::vector<std::string> &Arguments = Command.Arguments;
  while (Arguments.size() > 1 && !StringRef(Arguments[1]).starts_with("-") &&
         !StringRef(Arguments[1]).starts_with("@") &&
         Arguments[1] != WrittenFile && !isCFamily(Arguments[1]))
    Arguments.erase(Arguments.begin());
}

static Error expandResponseFiles(CompileCommand &Command) {
  if (none_of(Command.Arguments,
              [](StringRef A) { return A.starts_with("@"); }))
    return Error::success();
  BumpPtrAllocator Memory;
  SmallVector<const char *, 64> Arguments;
  for (const std::string &A : Command.Arguments)
    Arguments.push_back(A.c_str());
  cl::ExpansionContext Context(Memory, cl::TokenizeGNUCommandLine);
  Context.setCurrentDir(Command.Directory);
  if (Error E = Context.expandResponseFiles(Arguments))
    return E;
  Command.Arguments =
      std::vector<std::string>(Arguments.begin(), Arguments.end());
  return Error::success();
}

static bool readArguments(const json::Object &Entry, CompileCommand &Command) {
  if (const json::Array *Words = Entry.getArray("arguments")) {
    for (const json::Value &Word : *Words) {
      std::optional<StringRef> Text = Word.getAsString();
      if (!Text)
        return false;
      Command.Arguments.push_back(Text->str());
    }
  } else if (std::optional<StringRef> Line = Entry.getString("command")) {
    BumpPtrAllocator Memory;
    StringSaver Saver(Memory);
    SmallVector<const char *, 64> Words;
    cl::TokenizeGNUCommandLine(*Line, Saver, Words);
    Command.Arguments.assign(Words.begin(), Words.end());
  }
  return !Command.Arguments.empty();
}

/// One entry; nothing when it is of another language.
static Expected<std::optional<CompileCommand>>
readEntry(const json::Value &Value, const SourceRoots &Roots) {
  const json::Object *Entry = Value.getAsObject();
  std::optional<StringRef> File, Directory;
  if (Entry) {
    File = Entry->getString("file");
    Directory = Entry->getString("directory");
  }
  CompileCommand Command;
  if (!File || !Directory || !readArguments(*Entry, Command))
    return createStringError(inconvertibleErrorCode(),
                             "expected an object with \"directory\", "
                             "\"file\" and \"arguments\" or \"command\"");
  if (!isCFamily(*File))
    return std::nullopt;
  Command.Directory = Directory->str();
  Command.File = absoluteFrom(*File, Command.Directory);
  Command.Name = Roots.portable(*File, Command.Directory);
  dropLauncher(Command, *File);
  if (Error E = expandResponseFiles(Command))
    return std::move(E);
  return Command;
}

static void nameRepeats(std::vector<CompileCommand> &Commands) {
  auto Key = [](const CompileCommand &C) {
    return std::tie(C.Name, C.Arguments, C.Directory);
  };
  llvm::sort(Commands, [&](const CompileCommand &A, const CompileCommand &B) {
    return Key(A) < Key(B);
  });
  Commands.erase(
      std::unique(Commands.begin(), Commands.end(),
                  [&](const CompileCommand &A, const CompileCommand &B) {
                    return Key(A) == Key(B);
                  }),
      Commands.end());
  std::map<std::string, unsigned> Seen;
  for (CompileCommand &Command : Commands)
    if (unsigned Count = ++Seen[Command.Name]; Count > 1)
      Command.Name += "#" + std::to_string(Count);
}

Expected<CompileCommands>
pagesplit::readCompileCommands(StringRef Path, const SourceRoots &Roots) {
  Expected<json::Value> Value = readJsonFile(Path);
  if (!Value)
    return Value.takeError();
  const json::Array *Entries = Value->getAsArray();
  if (!Entries)
    return errorAt(Path, 1, 1, "expected an array of compile commands");
  CompileCommands Result;
  for (size_t I = 0; I < Entries->size(); ++I) {
    auto Command = readEntry((*Entries)[I], Roots);
    if (!Command)
      return errorIn(Path, "entry " + Twine(I + 1) + ": " +
                               StringRef(toString(Command.takeError())));
    if (*Command)
      Result.Commands.push_back(std::move(**Command));
    else
      ++Result.OtherLanguages;
  }
  if (Result.Commands.empty())
    return errorIn(Path, "no C or C++ file in this compile database");
  nameRepeats(Result.Commands);
  return Result;
}

static std::string relativeToRoot(StringRef Path, const SourceRoots &Roots) {
  SmallString<256> Clean(Path);
  if (sys::path::is_absolute(Clean))
    return Roots.portable(Clean, ".");
  sys::path::remove_dots(Clean, /*remove_dot_dot=*/true);
  StringRef Name = Clean;
  Name.consume_back("/");
  return Name == "." ? "" : Name.str();
}

static bool isBelow(StringRef Name, StringRef Path) {
  return Path.empty() || Name == Path ||
         (Name.consume_front(Path) &&
          (Name.starts_with("/") || Name.starts_with("#")));
}

Error pagesplit::keepBelow(std::vector<CompileCommand> &Commands,
                           const std::vector<std::string> &Paths,
                           const SourceRoots &Roots, StringRef Database) {
  if (Paths.empty())
    return Error::success();
  std::vector<std::string> Wanted;
  for (const std::string &Path : Paths) {
    Wanted.push_back(relativeToRoot(Path, Roots));
    if (none_of(Commands, [&](const CompileCommand &C) {
          return isBelow(C.Name, Wanted.back());
        }))
      return errorIn(Database, "no C or C++ file under '" + Path + "'");
  }
  llvm::erase_if(Commands, [&](const CompileCommand &C) {
    return none_of(Wanted,
                   [&](StringRef Path) { return isBelow(C.Name, Path); });
  });
  return Error::success();
}
