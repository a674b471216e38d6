//===- ConfigSymbols.cpp - where Kconfig defines a symbol -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Mentions/ConfigSymbols.h"

#include "TreeFiles.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

static void addTerm(std::string &To, StringRef Term) {
  Term = Term.take_until([](char C) { return C == '#'; }).trim();
  if (Term.empty())
    return;
  bool IsSum = Term.contains("||");
  To += (To.empty() ? "" : " && ") + std::string(IsSum ? "(" : "") +
        Term.str() + (IsSum ? ")" : "");
}

namespace {
/// What is known while the lines of a file go by.
class KconfigReader {
public:
  explicit KconfigReader(StringRef File) : File(File) {}
  void line(StringRef Text, unsigned Number);
  std::vector<ConfigSymbol> Symbols;

private:
  StringRef File;
  std::vector<std::string> Ifs;
  bool InSymbol = false;
  size_t HelpIndent = 0; ///< of the keyword; 0: not in a help text
  bool InHelp = false;
};
} // namespace

void KconfigReader::line(StringRef Text, unsigned Number) {
  StringRef Trimmed = Text.trim();
  size_t Indent = Text.size() - Text.ltrim().size();
  if (Trimmed.empty() || Trimmed.starts_with("#"))
    return;
  // A help text ends where a line is not further in than its keyword.
  if (InHelp && Indent > HelpIndent)
    return;
  InHelp = false;
  auto [Word, Rest] = Trimmed.split(' ');
  if (size_t Tab = Word.find('\t'); Tab != StringRef::npos) {
    Rest = Trimmed.drop_front(Tab);
    Word = Trimmed.take_front(Tab);
  }
  Rest = Rest.trim();
  if (Word == "config" || Word == "menuconfig") {
    ConfigSymbol &New = Symbols.emplace_back();
    New.Name = "CONFIG_" + json::fixUTF8(Rest);
    New.File = File.str();
    New.Line = Number;
    for (const std::string &If : Ifs)
      addTerm(New.DependsOn, If);
    InSymbol = true;
  } else if (Word == "help" || Word == "---help---") {
    InHelp = true;
    HelpIndent = Indent;
  } else if (InSymbol && Word == "depends" && Rest.consume_front("on")) {
    addTerm(Symbols.back().DependsOn, json::fixUTF8(Rest));
  } else if (Word == "if") {
    Ifs.push_back(json::fixUTF8(Rest));
    InSymbol = false;
  } else if (Word == "endif") {
    if (!Ifs.empty())
      Ifs.pop_back();
    InSymbol = false;
  } else if (is_contained({"menu", "endmenu", "choice", "endchoice", "source",
                           "comment", "mainmenu"},
                          Word)) {
    InSymbol = false;
  }
}

std::vector<ConfigSymbol> pagesplit::configSymbolsOf(StringRef Text,
                                                     StringRef File) {
  KconfigReader Reader(File);
  std::string Joined; // lines that end in a backslash go on
  unsigned First = 0;
  for (unsigned Number = 1; !Text.empty(); ++Number) {
    auto [Line, Rest] = Text.split('\n');
    Text = Rest;
    if (Joined.empty())
      First = Number;
    bool GoesOn = Line.rtrim().ends_with("\\");
    Joined += Joined.empty() ? Line.str() : " " + Line.trim().str();
    if (GoesOn) {
      Joined = StringRef(Joined).rtrim().drop_back().rtrim().str();
      continue;
    }
    Reader.line(Joined, First);
    Joined.clear();
  }
  return std::move(Reader.Symbols);
}

Expected<std::vector<ConfigSymbol>>
pagesplit::readConfigSymbols(StringRef Root,
                             const std::set<std::string> &Wanted) {
  std::vector<ConfigSymbol> Found;
  if (Wanted.empty())
    return std::move(Found);
  auto Files = filesIn(
      Root, "", [](StringRef Name) { return Name.starts_with("Kconfig"); });
  if (!Files)
    return Files.takeError();
  for (const std::string &File : *Files) {
    SmallString<256> Path(Root);
    sys::path::append(Path, File);
    Expected<std::string> Text = readFile(Path);
    if (!Text)
      return Text.takeError();
    for (ConfigSymbol &Symbol : configSymbolsOf(*Text, File))
      if (Wanted.count(Symbol.Name))
        Found.push_back(std::move(Symbol));
  }
  llvm::sort(Found, [](const ConfigSymbol &A, const ConfigSymbol &B) {
    return std::tie(A.Name, A.File, A.Line) < std::tie(B.Name, B.File, B.Line);
  });
  return std::move(Found);
}
