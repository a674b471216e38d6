//===- WitnessGraph.cpp - the facts behind a verdict, drawn ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WitnessGraph.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"

using namespace llvm;
using namespace pagesplit;

static constexpr double RowHeight = 19, LaneWidth = 14, LetterWidth = 6.65;

namespace {

struct GraphRow {
  const WitnessStep *Step = nullptr; ///< null: the place itself
  unsigned Lane = 0;
  bool IsEnd = false; ///< what is known
};

class Graph {
public:
  Graph(StringRef Place, ArrayRef<WitnessPath> Paths, const Palette &Colours,
        HtmlStream &Html)
      : Place(Place), Colours(Colours), Html(Html) {
    for (const WitnessPath &P : Paths)
      (P.Side == "used-as" ? Uses : Origins).push_back(&P);
    arrange();
  }

  void print();

private:
  void arrange();
  void drawLine(unsigned Lane, size_t From, size_t To, bool Up,
                StringRef Descriptor);
  void drawLines();
  void drawRow(size_t Row);
  static double x(unsigned Lane) { return 9 + Lane * LaneWidth; }
  static double y(size_t Row) { return RowHeight / 2 + Row * RowHeight; }

  StringRef Place;
  const Palette &Colours;
  HtmlStream &Html;
  std::vector<const WitnessPath *> Origins, Uses;
  std::vector<GraphRow> Rows;
  std::vector<std::string> Classes; ///< of the rows' dots
  size_t Here = 0;                  ///< row of the place
};

} // namespace

// The surest path next to the place, so that it has the straight line.
void Graph::arrange() {
  auto Add = [&](const WitnessPath &P, unsigned Lane, bool Reversed) {
    size_t Count = P.Steps.size();
    for (size_t I = 0; I < Count; ++I) {
      size_t At = Reversed ? Count - 1 - I : I;
      Rows.push_back({&P.Steps[At], Lane, At + 1 == Count});
      Classes.push_back(Colours.classOf(P.Descriptor).str());
    }
  };
  for (size_t I = Origins.size(); I-- > 0;)
    Add(*Origins[I], I, true);
  Here = Rows.size();
  Rows.push_back({});
  Classes.push_back("here");
  for (const auto &[I, P] : enumerate(Uses))
    Add(*P, I, false);
}

// From the far end along its lane, then over to the place.
void Graph::drawLine(unsigned Lane, size_t From, size_t To, bool Up,
                     StringRef Descriptor) {
  double Bend = y(To) + (Up ? -1 : 1) * RowHeight * 0.8;
  Html << "<path class='"_html << Colours.classOf(Descriptor) << "' d='M"_html
       << Fixed{x(Lane)} << " "_html << Fixed{y(From)};
  if (Lane == 0)
    Html << "V"_html << Fixed{y(To)};
  else
    Html << "V"_html << Fixed{Bend} << "Q"_html << Fixed{x(Lane)} << " "_html
         << Fixed{y(To)} << " "_html << Fixed{x(0)} << " "_html << Fixed{y(To)};
  Html << "'/>"_html;
}

void Graph::drawLines() {
  size_t Row = 0;
  for (size_t I = Origins.size(); I-- > 0;) {
    drawLine(I, Row, Here, true, Origins[I]->Descriptor);
    Row += Origins[I]->Steps.size();
  }
  Row = Here;
  for (const auto &[I, P] : enumerate(Uses)) {
    Row += P->Steps.size();
    drawLine(I, Row, Here, false, P->Descriptor);
  }
}

void Graph::drawRow(size_t Row) {
  const GraphRow &R = Rows[Row];
  double Left = x(std::max(Origins.size(), Uses.size())) + 2;
  bool IsPlace = !R.Step;
  Html << "<circle class='"_html << Classes[Row] << "' cx='"_html
       << Fixed{x(R.Lane)} << "' cy='"_html << Fixed{y(Row)} << "' r='"_html
       << Fixed{IsPlace   ? 5.5
                : R.IsEnd ? 4.5
                          : 3.0}
       << "'/><text x='"_html << Fixed{Left} << "' y='"_html
       << Fixed{y(Row) + 4};
  if (IsPlace) {
    Html << "' class='strong'>"_html << Place << "</text>"_html;
    return;
  }
  Html << "'>"_html << R.Step->Text;
  if (!R.Step->Where.empty())
    Html << " <tspan class='dim'>"_html << R.Step->Where << "</tspan>"_html;
  Html << "</text>"_html;
}

void Graph::print() {
  size_t Letters = Place.size();
  for (const GraphRow &R : Rows)
    if (R.Step)
      Letters =
          std::max(Letters, R.Step->Text.size() + 1 + R.Step->Where.size());
  double Width =
      x(std::max(Origins.size(), Uses.size())) + 10 + Letters * LetterWidth;
  double Height = Rows.size() * RowHeight;
  Html << "<svg class='graph' role='img' width='"_html << Fixed{Width}
       << "' height='"_html << Fixed{Height} << "' viewBox='0 0 "_html
       << Fixed{Width} << " "_html << Fixed{Height}
       << "' aria-label='From where it comes to where it goes'>"_html;
  drawLines();
  for (size_t Row = 0; Row < Rows.size(); ++Row)
    drawRow(Row);
  Html << "</svg>\n"_html;
}

void pagesplit::printWitnessGraph(StringRef Place, ArrayRef<WitnessPath> Paths,
                                  const Palette &Colours, HtmlStream &Html) {
  if (!Paths.empty())
    Graph(Place, Paths, Colours, Html).print();
}
