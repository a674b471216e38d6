//===- MatrixPicture.cpp - subsystem by field, drawn ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MatrixPicture.h"

#include "Sections.h"
#include "SvgFile.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

static constexpr size_t MostRows = 24, NameLetters = 34;
static constexpr double LetterWidth = 6.7, CellWidth = 40, RowHeight = 22;
static constexpr double Left = NameLetters * LetterWidth + 12;

namespace {

/// What a cell holds, the most frequent descriptor first.
using Cell = std::vector<std::pair<std::string, uint64_t>>;

class Drawing {
public:
  Drawing(Sqlite &Db, const ReportModel &Model, const Palette &Colours,
          HtmlStream &Html);
  void print();

private:
  void text(double X, double Y, StringRef Text, StringRef Class = "",
            bool AtEnd = false);
  void drawTitles();
  void drawRow(const SubsystemUse &S, double Y);
  void drawCell(const Cell &Of, double X, double Y);

  const ReportModel &Model;
  const Palette &Colours;
  HtmlStream &Html;
  std::vector<std::string> Fields;
  double Top = 0;
  std::map<std::pair<std::string, std::string>, Cell> Cells;
};

} // namespace

Drawing::Drawing(Sqlite &Db, const ReportModel &Model, const Palette &Colours,
                 HtmlStream &Html)
    : Model(Model), Colours(Colours), Html(Html), Fields(usedFields(Model)) {
  if (!Fields.empty() && Fields.back() == "*")
    Fields.pop_back();
  size_t Longest = 0;
  for (const std::string &Field : Fields)
    Longest = std::max(Longest, Field.size());
  Top = Longest * LetterWidth + 16;
  Statement Query(Db, "SELECT subsystem, field, descriptor, total "
                      "FROM subsystem_field_descriptor "
                      "ORDER BY total DESC, descriptor");
  while (Query.step())
    Cells[{Query.text(0).str(), Query.text(1).str()}].emplace_back(
        Query.text(2).str(), Query.integer(3));
}

void Drawing::text(double X, double Y, StringRef Text, StringRef Class,
                   bool AtEnd) {
  Html << "<text x='"_html << Fixed{X} << "' y='"_html << Fixed{Y} << "'"_html;
  if (!Class.empty())
    Html << " class='"_html << Class << "'"_html;
  if (AtEnd)
    Html << " text-anchor='end'"_html;
  Html << ">"_html << Text << "</text>"_html;
}

void Drawing::drawTitles() {
  text(Left + CellWidth - 6, Top - 8, "all", "strong", true);
  for (const auto &[I, Field] : enumerate(Fields)) {
    double X = Left + (I + 2) * CellWidth - 14;
    Html << "<text transform='translate("_html << Fixed{X} << " "_html
         << Fixed{Top - 8} << ") rotate(-90)'>"_html << Field
         << "</text>\n"_html;
  }
}

void Drawing::drawCell(const Cell &Of, double X, double Y) {
  uint64_t Total = 0;
  for (const auto &[Descriptor, Count] : Of)
    Total += Count;
  if (!Total)
    return;
  text(X + CellWidth - 6, Y + 12, std::to_string(Total), "", true);
  double At = X + 4, Width = CellWidth - 10;
  for (const auto &[Descriptor, Count] : Of) {
    double Share = Width * Count / Total;
    Html << "<rect x='"_html << Fixed{At} << "' y='"_html << Fixed{Y + 15}
         << "' width='"_html << Fixed{Share} << "' height='4' class='"_html
         << Colours.classOf(Descriptor) << "'/>"_html;
    At += Share;
  }
}

void Drawing::drawRow(const SubsystemUse &S, double Y) {
  std::string Name = S.Name;
  if (Name.size() > NameLetters)
    Name = Name.substr(0, NameLetters - 1) + "\u2026";
  double Right = Left + (Fields.size() + 1) * CellWidth;
  Html << "<line x1='0' x2='"_html << Fixed{Right} << "' y1='"_html << Fixed{Y}
       << "' y2='"_html << Fixed{Y} << "' opacity='0.4'/>"_html;
  text(2, Y + 14, Name);
  text(Left + CellWidth - 6, Y + 12,
       std::to_string(S.Uses.total() - S.WholeStruct), "strong", true);
  for (const auto &[I, Field] : enumerate(Fields))
    drawCell(Cells[{S.Name, Field}], Left + (I + 1) * CellWidth, Y);
  Html << "\n"_html;
}

void Drawing::print() {
  std::vector<const SubsystemUse *> Rows;
  for (const SubsystemUse &S : Model.Subsystems)
    if (S.Uses.total() > S.WholeStruct && Rows.size() < MostRows)
      Rows.push_back(&S);
  double Height = Top + Rows.size() * RowHeight;
  beginSvgFile(Left + (Fields.size() + 1) * CellWidth + 4, Height + 30,
               "Accesses to fields of struct page, by subsystem and field",
               Html);
  drawTitles();
  for (const auto &[I, S] : enumerate(Rows))
    drawRow(*S, Top + I * RowHeight);
  drawLegend(Colours, 2, Height + 20, Html);
  Html << "</svg>\n"_html;
}

void pagesplit::printMatrixPicture(Sqlite &Db, const ReportModel &Model,
                                   const Palette &Colours, HtmlStream &Html) {
  Drawing(Db, Model, Colours, Html).print();
}
