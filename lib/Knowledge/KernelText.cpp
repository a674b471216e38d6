//===- KernelText.cpp - what a kernel tree has, read as text --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KernelText.h"

#include "pagesplit/Support/CodeText.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

// Where the API of the core is declared and defined. Any of its users outside
// proves nothing that these do not.
static constexpr StringLiteral SharedDirectories[] = {
    "include", "mm",       "fs",           "kernel",        "lib",
    "block",   "net/core", "drivers/base", "drivers/iommu",
};

// Longer files are tables of registers.
static constexpr uint64_t LongestFile = 1 << 20;

static bool isWordChar(char C) { return isAlnum(C) || C == '_'; }

// Whether a parameter list begins at \p Rest that has a struct page, and no
// other page beside it. A call has no types outside of further parentheses.
static bool takesOnlyPages(StringRef Rest) {
  Rest = Rest.ltrim();
  if (!Rest.consume_front("("))
    return false;
  bool HasPage = false;
  StringRef Last;
  for (unsigned Depth = 1; Depth && !Rest.empty();) {
    StringRef Word = Rest.take_while(isWordChar);
    if (!Word.empty() && Depth == 1 && Last == "struct") {
      HasPage |= Word == "page";
      if (Word == "folio" || Word == "slab" || Word == "ptdesc")
        return false;
    }
    if (!Word.empty())
      Last = Word;
    else if (!isSpace(Rest.front()))
      Last = "";
    if (Rest.front() == '(' || Rest.front() == ')')
      Depth += Rest.front() == '(' ? 1 : -1;
    if (Rest.front() == ';' || Rest.front() == '{')
      return false;
    Rest = Rest.drop_front(std::max<size_t>(Word.size(), 1));
  }
  return HasPage;
}

namespace {
// Goes through the words of a file and remembers in which wanted struct it is.
class WordWalk {
public:
  WordWalk(KernelText &Seen) : Seen(Seen) {}

  void word(StringRef Word, StringRef Rest) {
    auto Wanted = Seen.Words.find(Word);
    if (Wanted != Seen.Words.end()) {
      Wanted->second = true;
      if (takesOnlyPages(Rest))
        Seen.TakePages.insert(Word);
    }
    for (auto &[Members, Depth] : Open)
      Members->insert(Word);
    BeforeLast = Last;
    Last = Word;
  }

  void punctuation(char C) {
    if (C == '{') {
      ++Depth;
      if (BeforeLast == "struct" || BeforeLast == "union") {
        auto Wanted = Seen.Members.find(Last);
        if (Wanted != Seen.Members.end())
          Open.push_back({&Wanted->second, Depth});
      }
    } else if (C == '}') {
      if (!Open.empty() && Open.back().second == Depth)
        Open.pop_back();
      --Depth;
    }
    Last = BeforeLast = "";
  }

private:
  KernelText &Seen;
  StringRef Last, BeforeLast;
  int Depth = 0;
  std::vector<std::pair<StringSet<> *, int>> Open;
};
} // namespace

void KernelText::readText(StringRef Text, StringRef Name) {
  std::string Code = withoutComments(Text);
  StringRef Rest = Code;
  WordWalk Walk(*this);
  while (!Rest.empty()) {
    if (isWordChar(Rest.front())) {
      StringRef Word = Rest.take_while(isWordChar);
      Rest = Rest.drop_front(Word.size());
      Walk.word(Word, Rest);
    } else {
      if (!isSpace(Rest.front()))
        Walk.punctuation(Rest.front());
      Rest = Rest.drop_front();
    }
  }
  if (Name.starts_with("include/") && StringRef(Code).contains("##"))
    for (const auto &Made : pastedNames(Code)) {
      auto Wanted = Words.find(Made.getKey());
      if (Wanted != Words.end())
        Wanted->second = true;
    }
  if (StringRef(Code).contains("offsetof(struct page"))
    append_range(Assertions, fieldAssertions(Code, Name));
}

static bool isSource(StringRef Path) {
  return Path.ends_with(".h") || Path.ends_with(".c");
}

// Calls \p Visit with every C file below \p Directory of \p Tree, by name.
static Error visitSources(StringRef Tree, StringRef Directory,
                          function_ref<Error(StringRef, StringRef)> Visit) {
  SmallString<256> Start(Tree);
  sys::path::append(Start, Directory);
  std::error_code Code;
  for (sys::fs::recursive_directory_iterator I(Start, Code, false), End;
       I != End && !Code; I.increment(Code)) {
    if (!isSource(I->path()))
      continue;
    auto Buffer = MemoryBuffer::getFile(I->path(), /*IsText=*/false,
                                        /*RequiresNullTerminator=*/false);
    if (!Buffer)
      return errorFrom(I->path(), "read", Buffer.getError());
    StringRef Name = StringRef(I->path()).drop_front(Tree.size());
    if (Error E = Visit(Name.ltrim('/'), (*Buffer)->getBuffer()))
      return E;
  }
  return Error::success();
}

Error KernelText::read(StringRef Tree) {
  Tree = Tree.rtrim('/');
  if (!sys::fs::exists(Tree + "/include/linux/mm_types.h"))
    return errorIn(Tree, "not a kernel tree: no include/linux/mm_types.h");
  auto Whole = [&](StringRef Name, StringRef Text) {
    readText(Text, Name);
    return Error::success();
  };
  for (StringRef Directory : SharedDirectories)
    if (Error E = visitSources(Tree, Directory, Whole))
      return E;
  // Elsewhere only what architectures share, and assertions about struct page,
  // which drivers make as well; their own functions are not what is looked for.
  auto Elsewhere = [&](StringRef Name, StringRef Text) {
    if (Name.starts_with("arch/") &&
        (Name.contains("/include/") || Name.contains("/mm/")))
      readText(Text, Name);
    else if (Text.size() < LongestFile && Text.contains("offsetof(struct page"))
      append_range(Assertions, fieldAssertions(withoutComments(Text), Name));
    return Error::success();
  };
  for (StringRef Directory : {"arch", "drivers", "net"})
    if (Error E = visitSources(Tree, Directory, Elsewhere))
      return E;
  return Error::success();
}
