//===- BurnDown.cpp - what is left in each tree, as a plot ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ComparisonPage.h"

#include "Markup.h"
#include "SvgFile.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

static constexpr double Width = 860, Height = 380, Left = 52, Right = 220,
                        Top = 24, Bottom = 34, LabelHeight = 14;
static constexpr size_t MostBands = 8; // as many as there are colours

namespace {

/// One band of the plot; they stand on each other.
struct Series {
  std::string Name, Class;
  std::vector<int64_t> Values; ///< by tree
  std::vector<int64_t> Below;  ///< by tree, what it stands on
  double LabelY = 0;
};

class Plot {
public:
  Plot(ComparedTrees &Trees, bool Alone, HtmlStream &Html)
      : Names(Trees.names()), Alone(Alone), Html(Html) {
    read(Trees.database());
  }
  void print();

private:
  void read(Sqlite &Db);
  void drawAxes();
  void drawBand(const Series &S);
  StringRef anchorOf(size_t Tree) const;
  void placeLabels();
  void text(double X, double Y, StringRef Text, StringRef Class,
            StringRef Anchor);
  double x(size_t Tree) const {
    double Room = Width - Left - Right;
    return Left + (Names.size() > 1 ? Room * Tree / (Names.size() - 1) : 0);
  }
  double y(double Value) const {
    return Height - Bottom - (Height - Top - Bottom) * Value / Most;
  }

  const std::vector<std::string> &Names;
  bool Alone;
  HtmlStream &Html;
  std::vector<Series> Bands; ///< from the bottom up
  std::vector<int64_t> Sums; ///< by tree
  double Most = 1;
};

} // namespace

void Plot::read(Sqlite &Db) {
  Statement Query(Db, R"sql(
SELECT field, tree, sum(accesses),
       max(sum(accesses)) OVER (PARTITION BY field) AS top
FROM seen WHERE field <> '*' GROUP BY field, tree
ORDER BY top DESC, field, tree)sql");
  std::vector<int64_t> None(Names.size());
  Series Others{"others", "unknown", None, None, 0};
  std::string Last;
  Sums = None;
  while (Query.step()) {
    if (Last != Query.text(0) && Bands.size() < MostBands)
      Bands.push_back({Query.text(0).str(), "d" + std::to_string(Bands.size()),
                       None, None, 0});
    Last = Query.text(0).str();
    Series &To =
        !Bands.empty() && Bands.back().Name == Last ? Bands.back() : Others;
    To.Values[Query.integer(1) - 1] += Query.integer(2);
  }
  Bands.push_back(Others);
  for (Series &S : Bands) {
    S.Below = Sums;
    for (const auto &[I, Value] : enumerate(S.Values))
      Most = std::max(Most, double(Sums[I] += Value));
  }
}

void Plot::text(double X, double Y, StringRef Text, StringRef Class,
                StringRef Anchor) {
  Html << "<text x='"_html << Fixed{X} << "' y='"_html << Fixed{Y}
       << "' class='"_html << Class << "' text-anchor='"_html << Anchor
       << "'>"_html << Text << "</text>"_html;
}

// 1, 2 or 5 times a power of ten, so that there are at most five lines.
static int64_t stepFor(double Most) {
  for (int64_t Power = 1;; Power *= 10)
    for (int64_t Factor : {1, 2, 5})
      if (Most / (Power * Factor) <= 5)
        return Power * Factor;
}

StringRef Plot::anchorOf(size_t Tree) const {
  return Tree == 0 ? "start" : Tree + 1 == Names.size() ? "end" : "middle";
}

void Plot::drawAxes() {
  int64_t Step = stepFor(Most);
  for (int64_t Value = 0; Value <= Most; Value += Step) {
    Html << "<line x1='"_html << Fixed{Left} << "' x2='"_html
         << Fixed{Width - Right} << "' y1='"_html << Fixed{y(Value)}
         << "' y2='"_html << Fixed{y(Value)} << "' opacity='0.6'/>"_html;
    text(Left - 8, y(Value) + 4, std::to_string(Value), "dim", "end");
  }
  for (const auto &[I, Name] : enumerate(Names))
    text(x(I), Height - Bottom + 20, Name, "strong",
         I == 0                  ? "start"
         : I + 1 == Names.size() ? "end"
                                 : "middle");
  Html << "\n"_html;
}

// Labels stand where their bands end, as far as they do not cover each other.
void Plot::placeLabels() {
  double Free = Height - Bottom + 4;
  for (Series &S : Bands) {
    S.LabelY = std::min(y(S.Below.back() + S.Values.back() / 2.0), Free);
    Free = S.LabelY - LabelHeight;
  }
}

static std::string inWords(ArrayRef<int64_t> Values) {
  std::string Text;
  for (int64_t Value : Values)
    Text += (Text.empty() ? "" : " \u2192 ") + std::to_string(Value);
  return Text;
}

void Plot::drawBand(const Series &S) {
  Html << "<path class='area "_html << S.Class << "' opacity='0.6' d='"_html;
  for (const auto &[I, Value] : enumerate(S.Values))
    Html << (I ? "L" : "M") << Fixed{x(I)} << " "_html
         << Fixed{y(S.Below[I] + Value)};
  for (size_t I = S.Values.size(); I-- > 0;)
    Html << "L"_html << Fixed{x(I)} << " "_html << Fixed{y(S.Below[I])};
  Html << "Z'><title>"_html << S.Name + ": " + inWords(S.Values)
       << "</title></path><rect class='"_html << S.Class
       << "' opacity='0.6' x='"_html << Fixed{Width - Right + 12}
       << "' y='"_html << Fixed{S.LabelY - 5}
       << "' width='9' height='9'/>"_html;
  text(Width - Right + 27, S.LabelY + 4, S.Name + "  " + inWords(S.Values), "",
       "start");
  Html << "\n"_html;
}

void Plot::print() {
  StringRef Title = "Accesses to fields of struct page in each tree";
  if (Alone)
    beginSvgFile(Width, Height, Title, Html);
  else
    Html << "<svg class='plan plot' role='img' width='"_html << Fixed{Width}
         << "' viewBox='0 0 "_html << Fixed{Width} << " "_html << Fixed{Height}
         << "' aria-label='"_html << Title << "'>\n"_html;
  drawAxes();
  placeLabels();
  for (const Series &S : Bands)
    drawBand(S);
  for (const auto &[I, Sum] : enumerate(Sums))
    text(x(I), y(Sum) - 8, std::to_string(Sum), "strong", anchorOf(I));
  Html << "</svg>\n"_html;
}

void pagesplit::printBurnDown(ComparedTrees &Trees, bool Alone,
                              HtmlStream &Html) {
  Plot(Trees, Alone, Html).print();
}
