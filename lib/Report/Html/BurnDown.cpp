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
static constexpr size_t MostLines = 8; // as many as there are colours

namespace {

/// One line of the plot.
struct Series {
  std::string Name, Class;
  std::vector<int64_t> Values; ///< by tree
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
  void drawSeries(const Series &S);
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
  std::vector<Series> All;
  double Most = 1;
};

} // namespace

void Plot::read(Sqlite &Db) {
  Statement Total(Db, "SELECT tree, sum(accesses) FROM seen "
                      "WHERE field <> '*' GROUP BY tree");
  All.push_back({"all fields", "ink", std::vector<int64_t>(Names.size()), 0});
  while (Total.step())
    All[0].Values[Total.integer(0) - 1] = Total.integer(1);
  Statement Query(Db, R"sql(
SELECT field, tree, sum(accesses),
       max(sum(accesses)) OVER (PARTITION BY field) AS top
FROM seen WHERE field <> '*' GROUP BY field, tree
ORDER BY top DESC, field, tree)sql");
  while (Query.step()) {
    if (All.back().Name != Query.text(0)) {
      if (All.size() > MostLines)
        break;
      All.push_back({Query.text(0).str(), "d" + std::to_string(All.size() - 1),
                     std::vector<int64_t>(Names.size()), 0});
    }
    All.back().Values[Query.integer(1) - 1] = Query.integer(2);
  }
  for (const Series &S : All)
    for (int64_t Value : S.Values)
      Most = std::max(Most, double(Value));
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

// Labels stand where their lines end, as far as they do not cover each other.
void Plot::placeLabels() {
  std::vector<Series *> Order;
  for (Series &S : All) {
    S.LabelY = y(S.Values.back());
    Order.push_back(&S);
  }
  sort(Order, [](const Series *A, const Series *B) {
    return A->LabelY != B->LabelY ? A->LabelY > B->LabelY : A->Name < B->Name;
  });
  double Free = Height - Bottom + 4;
  for (Series *S : Order) {
    S->LabelY = std::min(S->LabelY, Free);
    Free = S->LabelY - LabelHeight;
  }
}

void Plot::drawSeries(const Series &S) {
  Html << "<path class='line "_html << S.Class << "' d='"_html;
  for (const auto &[I, Value] : enumerate(S.Values))
    Html << (I ? "L" : "M") << Fixed{x(I)} << " "_html << Fixed{y(Value)};
  Html << "'/>"_html;
  for (const auto &[I, Value] : enumerate(S.Values))
    Html << "<circle class='"_html << S.Class << "' cx='"_html << Fixed{x(I)}
         << "' cy='"_html << Fixed{y(Value)} << "' r='3'><title>"_html
         << S.Name + " in " + Names[I] + ": " + std::to_string(Value)
         << "</title></circle>"_html;
  std::string Values;
  for (int64_t Value : S.Values)
    Values += (Values.empty() ? "  " : " \u2192 ") + std::to_string(Value);
  text(Width - Right + 12, S.LabelY + 4, S.Name + Values,
       S.Class == "ink" ? "strong" : "", "start");
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
  for (const Series &S : All)
    drawSeries(S);
  Html << "</svg>\n"_html;
}

void pagesplit::printBurnDown(ComparedTrees &Trees, bool Alone,
                              HtmlStream &Html) {
  Plot(Trees, Alone, Html).print();
}
