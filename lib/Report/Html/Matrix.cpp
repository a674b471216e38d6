//===- Matrix.cpp - which subsystem touches which field, as what ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MatrixFigures.h"
#include "RowTable.h"
#include "Sections.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <set>

using namespace llvm;
using namespace pagesplit;

std::string pagesplit::lettered(const Counts &C) {
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

std::vector<std::string> pagesplit::usedFields(const ReportModel &Model) {
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

// The first word a field is in; beyond all of them for the whole struct.
static unsigned wordOf(const ReportModel &Model, StringRef Field) {
  for (const WordField &W : Model.Words)
    if (W.Field == Field)
      return W.Word;
  return Model.words();
}

static void printTitles(const ReportModel &Model, ArrayRef<std::string> Fields,
                        HtmlStream &Html) {
  Html << "<thead>\n<tr><td colspan='2'></td>"_html;
  for (size_t I = 0; I < Fields.size();) {
    unsigned Word = wordOf(Model, Fields[I]);
    size_t Span = 0;
    while (I < Fields.size() && wordOf(Model, Fields[I]) == Word)
      ++I, ++Span;
    Html << "<th scope='colgroup' class='group' colspan='"_html << Span
         << "'>"_html;
    if (Word < Model.words())
      Html << (Span > 1 ? "word " : "w ") << Word;
    else
      Html << "\u2014";
    Html << "</th>"_html;
  }
  Html << "</tr>\n<tr><th scope='col'>Subsystem</th>"
          "<th scope='col' class='n'>all</th>"_html;
  for (const std::string &Field : Fields)
    Html << "<th scope='col' class='n up' data-field='"_html << Field
         << "'><span>"_html
         << (Field == "*" ? StringRef("whole struct") : StringRef(Field))
         << "</span></th>"_html;
  Html << "</tr>\n</thead>\n"_html;
}

static void printCount(uint64_t Total, StringRef Letters, HtmlStream &Html) {
  Html << "<b>"_html << Total << "</b><small>"_html << Letters
       << "</small>"_html;
}

static void printRow(const HtmlSource &From, size_t Index, uint64_t Most,
                     ArrayRef<std::string> Fields, HtmlStream &Html) {
  const SubsystemUse &S = From.Model.Subsystems[Index];
  Html << "<tr><th scope='row'><a href='"_html << From.Addresses[Index]
       << "'>"_html << S.Name << "</a></th><td class='n'>"_html;
  printCount(S.Uses.total(), lettered(S.Uses), Html);
  Html << "</td>"_html;
  for (const std::string &Field : Fields) {
    auto F =
        find_if(S.Fields, [&](const FieldUse &U) { return U.Field == Field; });
    if (F == S.Fields.end()) {
      Html << "<td></td>"_html;
      continue;
    }
    Html << "<td class='n h"_html << shadeOf(F->Uses.total(), Most)
         << "'>"_html;
    printCount(F->Uses.total(), lettered(F->Uses), Html);
    Html << "</td>"_html;
  }
  Html << "</tr>\n"_html;
}

static void printTotals(const ReportModel &Model, ArrayRef<std::string> Fields,
                        HtmlStream &Html) {
  Counts All;
  std::map<std::string, Counts> ByField;
  for (const SubsystemUse &S : Model.Subsystems)
    for (const FieldUse &F : S.Fields) {
      ByField[F.Field] += F.Uses;
      All += F.Uses;
    }
  Html << "<tfoot><tr><th scope='row'>all subsystems</th><td class='n'>"_html;
  printCount(All.total(), lettered(All), Html);
  for (const std::string &Field : Fields) {
    Html << "</td><td class='n'>"_html;
    printCount(ByField[Field].total(), lettered(ByField[Field]), Html);
  }
  Html << "</td></tr></tfoot>\n"_html;
}

static void printDescriptorRows(const HtmlSource &From, HtmlStream &Html) {
  RowTable Table;
  Table.Id = "descriptors";
  Table.Caption = "Subsystem, field and descriptor: every cell of the matrix, "
                  "by what the page is";
  Table.Query = descriptorQuery().str();
  Table.Columns = {{"Subsystem", CellKind::Text},
                   {"Field", CellKind::Code},
                   {"Word"},
                   {"as", CellKind::Descriptor}};
  for (StringRef Title :
       {"reads", "writes", "rmw", "address", "type only", "all"})
    Table.Columns.push_back({Title});
  printRows(From.Db, From.Colours, Table, "", Html);
}

void pagesplit::printMatrix(const HtmlSource &From, HtmlStream &Html) {
  const ReportModel &Model = From.Model;
  std::vector<std::string> Fields = usedFields(Model);
  uint64_t Most = 0;
  for (const SubsystemUse &S : Model.Subsystems)
    for (const FieldUse &F : S.Fields)
      Most = std::max(Most, F.Uses.total());
  Html << "<div id='filters' class='filters' hidden></div>\n"
          "<div class='wide'><table class='matrix' id='matrix-table'>\n"
          "<caption><span>Accesses by subsystem and field. r: reads, w: "
          "writes, m: "
          "read-modify-writes, a: address taken and passed on, t: type only, "
          "nothing touched. "_html
       << (Model.FromMaintainers
               ? "Subsystems are the sections of MAINTAINERS, the most "
                 "specific one for each file; else directories."
               : "Subsystems are directories, for want of a MAINTAINERS file.")
       << "</span></caption>\n"_html;
  printTitles(Model, Fields, Html);
  Html << "<tbody>\n"_html;
  for (size_t I = 0; I < Model.Subsystems.size(); ++I)
    printRow(From, I, Most, Fields, Html);
  Html << "</tbody>\n"_html;
  printTotals(Model, Fields, Html);
  Html << "</table></div>\n<div id='cell' class='cell' tabindex='-1' "
          "hidden></div>\n"_html;
  printDescriptorRows(From, Html);
  Html << "<script type='application/json' id='figures'>"_html
       << Embedded{matrixFigures(From.Db, Model, From.Colours, Fields,
                                 From.Addresses)}
       << "</script>\n"_html;
}
