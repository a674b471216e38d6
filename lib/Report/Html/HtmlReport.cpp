//===- HtmlReport.cpp - the report as a page, or as several ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HtmlReport.h"

#include "FloorPlan.h"
#include "Functions.h"
#include "MatrixPicture.h"
#include "Page.h"
#include "RowTable.h"
#include "Sections.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace llvm;
using namespace pagesplit;

static void beginSection(StringRef Id, StringRef Title, HtmlStream &Html) {
  Html << "<section id='"_html << Id << "' aria-labelledby='"_html << Id
       << "-title'>\n<h2 id='"_html << Id << "-title'>"_html << Title
       << "</h2>\n"_html;
}

static void endSection(HtmlStream &Html) { Html << "</section>\n"_html; }

static void fact(StringRef Value, StringRef Name, HtmlStream &Html) {
  Html << "<div><dt>"_html << Name << "</dt><dd>"_html << Value
       << "</dd></div>"_html;
}

static void printFacts(const HtmlSource &From, HtmlStream &Html) {
  const ReportModel &Model = From.Model;
  unsigned Asked = 0, Analysed = 0, Skipped = 0;
  for (const ConfigCoverage &C : Model.Configs) {
    Asked += C.Asked;
    Analysed += C.Complete + C.Partial;
    Skipped += C.Skipped;
  }
  uint64_t Whole = 0, Unknown = 0;
  for (const SubsystemUse &S : Model.Subsystems)
    Whole += S.WholeStruct;
  for (const DescriptorColour &C : From.Colours.colours())
    if (C.Descriptor == "unknown")
      Unknown = C.Accesses;
  Html << "<dl class='facts'>"_html;
  fact(std::to_string(Model.Accesses - Whole), "accesses to fields", Html);
  fact(std::to_string(Whole), "to the whole struct", Html);
  if (Model.Accesses)
    fact(std::to_string(100 * (Model.Accesses - Unknown) / Model.Accesses) +
             "\u00a0%",
         "with a verdict", Html);
  fact(std::to_string(Model.Files), "files", Html);
  fact(std::to_string(Model.Subsystems.size()), "subsystems", Html);
  fact(std::to_string(Analysed) + " of " + std::to_string(Asked),
       Skipped ? "units analysed; " + std::to_string(Skipped) + " name no page"
               : "units analysed",
       Html);
  Html << "</dl>\n"_html;
}

static void printPlanSection(const HtmlSource &From, HtmlStream &Html) {
  beginSection("plan", "The floor plan", Html);
  if (From.Model.WordSize && !From.Model.Members.empty()) {
    Html << "<figure>\n<div class='wide'>"_html;
    printFloorPlan(From.Db, From.Model, From.Colours, /*Alone=*/false, Html);
    Html << "</div>\n<figcaption><p class='legend'>"_html;
    for (const DescriptorColour &C : From.Colours.colours()) {
      printChip(From.Colours, C.Descriptor, std::to_string(C.Accesses), Html);
      Html << " "_html;
    }
    Html << "</p><p>To scale, as "_html << From.Model.LayoutConfig
         << " lays it out; what stands one above the other shares its bytes. "
            "The colours are what the pages are, by their shares from top to "
            "bottom, the stronger the more accesses; the number is that of "
            "accesses, a dashed frame has none.</p></figcaption>\n"
            "</figure>\n"_html;
  }
  printWords(From, Html);
  endSection(Html);
}

static std::string slugOf(StringRef Name) {
  std::string Slug;
  for (char C : Name)
    if (isAlnum(C))
      Slug += toLower(C);
    else if (!Slug.empty() && Slug.back() != '-')
      Slug += '-';
  return StringRef(Slug).rtrim('-').take_front(40).str();
}

static std::string titleOf(const ReportModel &Model) {
  return "struct page in " +
         (Model.Kernel.empty() ? "the kernel" : Model.Kernel);
}

static void printSubsystemList(const HtmlSource &From, HtmlStream &Html) {
  if (!From.Options.WithFunctions) {
    Html << "<p>Functions were left out of this report.</p>\n"_html;
    return;
  }
  Html << "<ul class='pages'>"_html;
  for (const auto &[I, S] : enumerate(From.Model.Subsystems))
    Html << "<li><a href='"_html << From.Addresses[I] << "'>"_html << S.Name
         << "</a> <span class='dim'>"_html << S.Uses.total()
         << "</span></li>"_html;
  Html << "</ul>\n"_html;
}

static void printMainPage(const HtmlSource &From,
                          const std::vector<HtmlStream::Part> *Details,
                          raw_ostream &Out) {
  PageHead Head{titleOf(From.Model),
                From.Model.configLabels(),
                {{"#plan", "Floor plan"},
                 {"#matrix", "Matrix"},
                 {"#functions", "Functions"},
                 {"#left", "What is left"},
                 {"#coverage", "Coverage"}}};
  printPage(
      Head,
      [&](HtmlStream &Html) {
        printFacts(From, Html);
        printPlanSection(From, Html);
        beginSection("matrix", "Which subsystem touches which field", Html);
        printMatrix(From, Html);
        endSection(Html);
        beginSection("functions", "Subsystem, function, access", Html);
        if (Details)
          for (const HtmlStream::Part &Part : *Details)
            Html << Part;
        else
          printSubsystemList(From, Html);
        endSection(Html);
        beginSection("left", "What is left", Html);
        printLeft(From, Html);
        endSection(Html);
        beginSection("coverage", "What was seen, and what was not", Html);
        printCoverage(From, Html);
        endSection(Html);
      },
      Out);
}

static Error printDetailPage(const HtmlSource &From, size_t Index,
                             const HtmlStream::Part &Part, StringRef Back,
                             raw_ostream &Out) {
  PageHead Head{From.Model.Subsystems[Index].Name,
                titleOf(From.Model),
                {{("../" + Back).str(), "The whole report"}}};
  printPage(Head, [&](HtmlStream &Html) { Html << Part; }, Out);
  return Error::success();
}

Error pagesplit::printHtmlReport(Sqlite &Db, const ReportModel &Model,
                                 const ReportOptions &Options,
                                 const DetailPages &Pages, raw_ostream &Out) {
  Palette Colours(Db);
  HtmlSource From{Db, Model, Colours, Options, {}};
  for (size_t I = 0; I < Model.Subsystems.size(); ++I)
    From.Addresses.push_back("#s" + std::to_string(I));
  if (!Options.WithFunctions) {
    From.Addresses.assign(Model.Subsystems.size(), "#functions");
    printMainPage(From, nullptr, Out);
    return Db.takeError();
  }
  std::vector<HtmlStream::Part> Details;
  size_t Size = 0;
  {
    FunctionPages Functions(From);
    for (size_t I = 0; I < Model.Subsystems.size(); ++I) {
      Details.emplace_back([&](HtmlStream &Html) { Functions.print(I, Html); });
      Size += Details.back().size();
    }
  }
  if (!Pages.Write || Size <= Pages.LargestInOne) {
    printMainPage(From, &Details, Out);
    return Db.takeError();
  }
  for (size_t I = 0; I < Model.Subsystems.size(); ++I) {
    std::string Name =
        std::to_string(I) + "-" + slugOf(Model.Subsystems[I].Name) + ".html";
    From.Addresses[I] = Pages.Directory + "/" + Name + From.Addresses[I];
    if (Error E = Pages.Write(Name, [&](raw_ostream &To) {
          return printDetailPage(From, I, Details[I], Pages.Back, To);
        }))
      return E;
  }
  printMainPage(From, nullptr, Out);
  return Db.takeError();
}

Error pagesplit::printPicture(Sqlite &Db, const ReportModel &Model,
                              ReportTable Table, raw_ostream &Out) {
  Palette Colours(Db);
  HtmlStream Html(Out);
  if (Table == ReportTable::Matrix) {
    printMatrixPicture(Db, Model, Colours, Html);
    return Db.takeError();
  }
  if (!Model.WordSize || Model.Members.empty())
    return errorIn(Db.name(), "has no layout of struct page to draw");
  printFloorPlan(Db, Model, Colours, /*Alone=*/true, Html);
  return Db.takeError();
}
