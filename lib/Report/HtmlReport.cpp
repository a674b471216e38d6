//===- HtmlReport.cpp - the report as one page ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "HtmlParts.h"
#include "WordUse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <set>

using namespace llvm;
using namespace pagesplit;

raw_ostream &pagesplit::operator<<(raw_ostream &Out, Escaped E) {
  printHTMLEscaped(E.Text, Out);
  return Out;
}

static void fact(raw_ostream &Out, StringRef Name, const Twine &Value) {
  Out << "<div><dt>" << Escaped{Name} << "</dt><dd>" << Escaped{Value.str()}
      << "</dd></div>\n";
}

static void columnTitles(raw_ostream &Out, ArrayRef<StringRef> Titles,
                         size_t FirstNumber) {
  for (const auto &[I, Title] : enumerate(Titles))
    Out << "<th scope='col'" << (I < FirstNumber ? ">" : " class='n'>")
        << Escaped{Title} << "</th>";
}

static void numberCell(raw_ostream &Out, uint64_t N) {
  Out << "<td class='n" << (N ? "" : " zero") << "'>" << N << "</td>";
}

static std::string titleOf(const ReportModel &Model) {
  std::string Title =
      "struct page in " + (Model.Kernel.empty() ? "the kernel" : Model.Kernel);
  if (!Model.Configs.empty())
    Title += ", " + Model.configLabels();
  return Title;
}

static void printHead(const ReportModel &Model, raw_ostream &Out) {
  std::string Title = titleOf(Model);
  Out << "<!DOCTYPE html>\n<html lang='en'>\n<head>\n<meta charset='utf-8'>\n"
      << "<meta name='viewport' content='width=device-width, "
         "initial-scale=1'>\n<title>"
      << Escaped{Title} << "</title>\n<style>" << htmlStyle()
      << "</style>\n</head>\n<body>\n<header>\n<h1>" << Escaped{Title}
      << "</h1>\n<nav aria-label='On this page'><a href='#page'>Picture</a>"
         "<a href='#matrix'>Subsystems</a><a href='#words'>Words</a>"
         "<a href='#coverage'>Coverage</a></nav>\n";
  unsigned Asked = 0, Analysed = 0, Failed = 0;
  for (const ConfigCoverage &C : Model.Configs) {
    Asked += C.Asked;
    Analysed += C.Complete + C.Partial;
    Failed += C.Failed;
  }
  Out << "<dl class='facts'>\n";
  fact(Out, "accesses", Twine(Model.Accesses));
  fact(Out, "files", Twine(Model.Files));
  fact(Out, "subsystems", Twine(Model.Subsystems.size()));
  fact(Out, "units asked for", Twine(Asked));
  fact(Out, "analysed", Twine(Analysed));
  fact(Out, "failed", Twine(Failed));
  if (Model.WordSize)
    fact(Out, "struct page", Twine(Model.PageSize) + " bytes");
  Out << "</dl>\n</header>\n<main>\n";
}

// "19r 35m": only what there is.
static std::string lettered(const Counts &C) {
  std::vector<std::string> Parts;
  auto Add = [&](uint64_t N, StringRef Letter) {
    if (N)
      Parts.push_back(std::to_string(N) + Letter.str());
  };
  Add(C.Reads, "r");
  Add(C.Writes, "w");
  Add(C.Updates, "m");
  Add(C.Addresses, "a");
  Add(C.TypeOnly, "t");
  return join(Parts, " ");
}

static std::vector<std::string> usedFields(const ReportModel &Model) {
  std::vector<std::string> Fields;
  auto Add = [&](const std::string &Field) {
    if (!is_contained(Fields, Field))
      Fields.push_back(Field);
  };
  std::set<std::string> Used;
  for (const SubsystemUse &S : Model.Subsystems)
    for (const FieldUse &F : S.Fields)
      Used.insert(F.Field);
  for (const MemberRow &M : Model.Members)
    if (Used.count(M.Name))
      Add(M.Name);
  for (const std::string &Field : Used)
    if (Field != "*")
      Add(Field);
  if (Used.count("*"))
    Add("*");
  return Fields;
}

static void printMatrixRow(const SubsystemUse &S, uint64_t Most,
                           ArrayRef<std::string> Fields, raw_ostream &Out) {
  Out << "<tr><th scope='row'>" << Escaped{S.Name} << "</th><td><b>"
      << S.Uses.total() << "</b></td>";
  for (const std::string &Field : Fields) {
    auto F =
        find_if(S.Fields, [&](const FieldUse &U) { return U.Field == Field; });
    if (F == S.Fields.end()) {
      Out << "<td></td>";
      continue;
    }
    Out << "<td class='h" << shadeOf(F->Uses.total(), Most) << "'>"
        << F->Uses.total() << "<small>" << lettered(F->Uses) << "</small></td>";
  }
  Out << "</tr>\n";
}

static void printMatrix(const ReportModel &Model, raw_ostream &Out) {
  std::vector<std::string> Fields = usedFields(Model);
  uint64_t Most = 0;
  for (const SubsystemUse &S : Model.Subsystems)
    for (const FieldUse &F : S.Fields)
      Most = std::max(Most, F.Uses.total());
  Out << "<section id='matrix'>\n<h2>Which subsystem touches which field</h2>\n"
         "<div class='wide'><table class='matrix'>\n<caption><span>Accesses in "
         "all; "
         "below, r: reads, w: writes, m: read-modify-writes, a: address taken "
         "and passed on, t: type only, nothing touched. "
      << (Model.FromMaintainers
              ? "Subsystems are the sections of MAINTAINERS, the most specific "
                "one for each file; else directories."
              : "Subsystems are directories, for want of a MAINTAINERS file.")
      << "</span></caption>\n<thead><tr><th scope='col'>Subsystem</th>"
         "<th scope='col' class='n'>all</th>";
  for (const std::string &Field : Fields)
    Out << "<th scope='col' class='n'><span>"
        << Escaped{Field == "*" ? StringRef("(whole struct)") : Field}
        << "</span></th>";
  Out << "</tr></thead>\n<tbody>\n";
  for (const SubsystemUse &S : Model.Subsystems)
    printMatrixRow(S, Most, Fields, Out);
  Out << "</tbody>\n</table></div>\n</section>\n";
}

static void printWordRow(const MemberUse &M, raw_ostream &Out) {
  Out << "<th scope='row'><code" << (M.Use ? "" : " class='unused'") << '>'
      << Escaped{M.name()} << "</code></th><td class='code'>"
      << Escaped{M.Member ? StringRef(M.Member->Type) : ""}
      << "</td><td class='code'>" << Escaped{M.arm()} << "</td>";
  if (!M.Use) {
    Out << "<td colspan='7' class='unused'>not accessed</td></tr>\n";
    return;
  }
  const Counts &C = M.Use->Uses;
  for (uint64_t N :
       {C.Reads, C.Writes, C.Updates, C.Addresses, C.TypeOnly, C.total()})
    numberCell(Out, N);
  std::vector<std::string> Users;
  for (const auto &[Subsystem, Count] : M.Use->Subsystems)
    Users.push_back(Subsystem + " " + std::to_string(Count));
  Out << "<td class='users'>" << Escaped{join(Users, ", ")} << "</td></tr>\n";
}

static void printWords(const ReportModel &Model, raw_ostream &Out) {
  Out << "<section id='words'>\n<h2>Who uses which word, and as what</h2>\n"
         "<div class='wide'><table>\n<caption><span>Every member of every "
         "word. "
         "The union arm 8#0/32#1 is the second arm of the union at byte 32 in "
         "the first arm of the union at byte 8. An access to a field of "
         "several words counts in each.</span></caption>\n<thead><tr>";
  columnTitles(Out,
               {"Word", "Field", "Type", "Union arm", "reads", "writes", "rmw",
                "address", "type only", "all"},
               4);
  Out << "<th scope='col'>Subsystems</th></tr></thead>\n";
  for (unsigned W = 0; W < Model.words(); ++W) {
    std::vector<MemberUse> Members = membersOf(Model, W);
    if (Members.empty())
      continue;
    Out << "<tbody class='word'>\n<tr><th scope='rowgroup' rowspan='"
        << Members.size() << "'>" << W;
    if (Model.WordSize)
      Out << "<br><small>bytes "
          << byteRange(W * Model.WordSize, Model.WordSize) << "</small>";
    Out << "</th>";
    for (const auto &[I, M] : enumerate(Members)) {
      if (I)
        Out << "<tr>";
      printWordRow(M, Out);
    }
    Out << "</tbody>\n";
  }
  Out << "</table></div>\n</section>\n";
}

static void printTroubles(const ReportModel &Model, raw_ostream &Out) {
  if (!Model.Troubled.empty()) {
    Out << "<div class='wide'><table>\n<caption><span>Units with errors. What "
           "was "
           "understood of a partial one is "
           "counted.</span></caption>\n<thead><tr>";
    columnTitles(Out, {"Unit", "Configuration", "Status", "First error"}, 4);
    Out << "</tr></thead>\n<tbody>\n";
    for (const TroubledUnit &U : Model.Troubled)
      Out << "<tr><th scope='row'><code>" << Escaped{U.File}
          << "</code></th><td>" << Escaped{U.Config} << "</td><td class='"
          << Escaped{U.Status} << "'>" << Escaped{U.Status}
          << "</td><td class='code'>" << Escaped{U.Error} << "</td></tr>\n";
    Out << "</tbody>\n</table></div>\n";
  }
  if (Model.Dropped.empty())
    return;
  Out << "<table>\n<caption><span>Compiler flags that Clang does not know and "
         "that "
         "were left out.</span></caption>\n<thead><tr>";
  columnTitles(Out, {"Flag", "units"}, 1);
  Out << "</tr></thead>\n<tbody>\n";
  for (const DroppedFlag &F : Model.Dropped)
    Out << "<tr><th scope='row'><code>" << Escaped{F.Flag}
        << "</code></th><td class='n'>" << F.Units << "</td></tr>\n";
  Out << "</tbody>\n</table>\n";
}

static void printCoverage(const ReportModel &Model, raw_ostream &Out) {
  Out << "<section id='coverage'>\n<h2>How much of the sources was seen</h2>\n"
         "<table>\n<caption><span>Units asked for = complete + with errors + "
         "failed.</span></caption>\n<thead><tr>";
  columnTitles(Out,
               {"Configuration", "asked for", "complete", "with errors",
                "failed", "see struct page"},
               1);
  Out << "</tr></thead>\n<tbody>\n";
  for (const ConfigCoverage &C : Model.Configs) {
    Out << "<tr><th scope='row'>" << Escaped{C.Label} << "</th>";
    for (unsigned N : {C.Asked, C.Complete, C.Partial, C.Failed, C.SeesPage})
      numberCell(Out, N);
    Out << "</tr>\n";
  }
  Out << "</tbody>\n</table>\n";
  printTroubles(Model, Out);
  Out << "</section>\n";
}

void pagesplit::printHtml(const ReportModel &Model, raw_ostream &Out) {
  printHead(Model, Out);
  Out << "<section id='page'>\n<h2>struct page</h2>\n";
  printPicture(Model, Out);
  if (Model.Members.empty())
    Out << "<p>No unit saw a complete struct page.</p>\n";
  Out << "</section>\n";
  printMatrix(Model, Out);
  printWords(Model, Out);
  printCoverage(Model, Out);
  Out << "</main>\n</body>\n</html>\n";
}
