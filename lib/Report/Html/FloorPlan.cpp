//===- FloorPlan.cpp - struct page drawn to scale -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FloorPlan.h"

#include "Sections.h"
#include "SvgFile.h"
#include "llvm/ADT/STLExtras.h"

#include <cmath>

using namespace llvm;
using namespace pagesplit;

static constexpr double ByteWidth = 18, LaneHeight = 27, Top = 40;
static constexpr double LetterWidth = 6.7, SmallWidth = 5.6, TextHeight = 11;

unsigned pagesplit::shadeOf(uint64_t Count, uint64_t Most, unsigned Steps) {
  if (Count == 0 || Most == 0)
    return 0;
  return 1 + unsigned((Steps - 1) * std::log2(double(Count)) /
                      std::max(1.0, std::log2(double(Most))));
}

namespace {

/// What lies side by side: members that nothing overlays, and unions.
struct Arm {
  std::vector<const MemberRow *> Members;
  /// Unions in it by their offset, each with its arms by number.
  std::map<unsigned, std::map<unsigned, Arm>> Unions;

  unsigned lanes() const {
    unsigned Most = 1;
    for (const auto &[Offset, Arms] : Unions) {
      unsigned Sum = 0;
      for (const auto &[Number, A] : Arms)
        Sum += A.lanes();
      Most = std::max(Most, Sum);
    }
    return Most;
  }
};

/// As what a member is used, the most often first.
struct MemberOwners {
  uint64_t Total = 0;
  std::vector<std::pair<std::string, uint64_t>> Descriptors;
};

class Plan {
public:
  Plan(Sqlite &Db, const ReportModel &Model, const Palette &Colours, bool Alone,
       HtmlStream &Html)
      : Model(Model), Colours(Colours), Alone(Alone), Html(Html) {
    readOwners(Db);
  }

  void print();

private:
  void readOwners(Sqlite &Db);
  static Arm treeOf(const std::vector<MemberRow> &Members);
  void drawRuler();
  bool isPadding(unsigned Word) const;
  void drawArm(const Arm &A, double Y, double Height);
  void drawMember(const MemberRow &M, double Y, double Height);
  void drawShares(const MemberOwners &Of, double X, double Y, double Width,
                  double Height);
  void drawLabel(const MemberRow &M, uint64_t Count, double Middle,
                 bool TwoLines);
  void drawText(double X, double Y, StringRef Text, StringRef Class);
  void rectangle(double X, double Y, double Width, double Height);
  void describe(const MemberRow &M, const MemberOwners &Of);

  const ReportModel &Model;
  const Palette &Colours;
  bool Alone;
  HtmlStream &Html;
  std::map<std::string, MemberOwners> Owners;
  /// Words that one subsystem has as several things, and as how many.
  std::map<unsigned, unsigned> Collided;
  uint64_t Most = 0;
};

} // namespace

void Plan::readOwners(Sqlite &Db) {
  Statement Query(Db, "SELECT field, descriptor, sum(total) FROM "
                      "subsystem_field_descriptor WHERE field <> '*' "
                      "GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2");
  while (Query.step()) {
    MemberOwners &Of = Owners[Query.text(0).str()];
    Of.Descriptors.emplace_back(Query.text(1).str(), Query.integer(2));
    Of.Total += Query.integer(2);
    Most = std::max(Most, Of.Total);
  }
  Statement Words(Db,
                  "SELECT word, max(owners) FROM word_collision GROUP BY word");
  while (Words.step())
    Collided[Words.integer(0)] = Words.integer(1);
}

Arm Plan::treeOf(const std::vector<MemberRow> &Members) {
  Arm Root;
  for (const MemberRow &M : Members) {
    Arm *At = &Root;
    for (StringRef Rest = M.Arm; !Rest.empty();) {
      auto [Step, Tail] = Rest.split('/');
      unsigned Offset = 0, Number = 0;
      Step.consumeInteger(10, Offset);
      Step.consume_front("#");
      Step.consumeInteger(10, Number);
      At = &At->Unions[Offset][Number];
      Rest = Tail;
    }
    At->Members.push_back(&M);
  }
  return Root;
}

void Plan::drawText(double X, double Y, StringRef Text, StringRef Class) {
  Html << "<text x='"_html << Fixed{X} << "' y='"_html << Fixed{Y};
  if (!Class.empty())
    Html << "' class='"_html << Class;
  Html << "'>"_html << Text << "</text>"_html;
}

void Plan::rectangle(double X, double Y, double Width, double Height) {
  Html << "<rect x='"_html << Fixed{X} << "' y='"_html << Fixed{Y}
       << "' width='"_html << Fixed{Width} << "' height='"_html << Fixed{Height}
       << "'"_html;
}

void Plan::drawRuler() {
  for (unsigned W = 0; W * Model.WordSize < Model.PageSize; ++W) {
    double X = W * Model.WordSize * ByteWidth;
    Html << "<line x1='"_html << Fixed{X} << "' y1='4' x2='"_html << Fixed{X}
         << "' y2='"_html << Fixed{Top} << "'/>"_html;
    if (!Alone)
      Html << "<a class='word' href='#w"_html << W << "'>"_html;
    drawText(X + 6, 15, "word " + std::to_string(W), "strong");
    if (!Alone)
      Html << "</a>"_html;
    drawText(X + 6, 30, byteRange(W * Model.WordSize, Model.WordSize), "dim");
    if (unsigned Owners = Collided[W])
      drawText(X + Model.WordSize * ByteWidth - 74, 15,
               "\u25b2 " + std::to_string(Owners) + " owners", "clash");
    if (isPadding(W))
      drawText(X + 6, Top + 16, "padding", "dim");
    Html << "\n"_html;
  }
}

bool Plan::isPadding(unsigned Word) const {
  unsigned Start = Word * Model.WordSize, End = Start + Model.WordSize;
  return none_of(Model.Members, [&](const MemberRow &M) {
    return M.Offset < End && M.Offset + M.Size > Start;
  });
}

// The name, smaller or cut short where there is no room, and the number below
// or beside it.
void Plan::drawLabel(const MemberRow &M, uint64_t Count, double Middle,
                     bool TwoLines) {
  double X = M.Offset * ByteWidth, Width = std::max(M.Size, 1u) * ByteWidth;
  double Room = Width - 8;
  std::string Number = std::to_string(Count), Name = M.Name;
  bool Small = Name.size() * LetterWidth > Room;
  size_t Letters = size_t(Room / SmallWidth);
  if (Small && Name.size() > Letters)
    Name = Name.substr(0, std::max<size_t>(Letters, 2) - 1) + "\u2026";
  double Y = Middle + TextHeight / 2 - 1.5;
  std::string Class = Small ? "small" : "";
  if (!Count)
    Class += Class.empty() ? "dim" : " dim";
  drawText(X + 5, TwoLines ? Y - 7 : Y, Name, Class);
  double Rest = Room - (M.Name.size() + 1) * LetterWidth;
  double NumberWidth = Number.size() * LetterWidth;
  if (Count && TwoLines)
    drawText(X + 5, Y + 8, Number, "");
  else if (Count && NumberWidth <= Rest)
    drawText(X + Width - 6 - NumberWidth, Y, Number, "");
}

// Strong enough to be seen, weak enough to be written on.
static double strengthOf(uint64_t Count, uint64_t Most) {
  return 0.14 + 0.07 * shadeOf(Count, Most);
}

void Plan::drawShares(const MemberOwners &Of, double X, double Y, double Width,
                      double Height) {
  double At = Y;
  for (const auto &[Descriptor, Count] : Of.Descriptors) {
    double Share = Height * Count / Of.Total;
    rectangle(X, At, Width, Share);
    Html << " class='"_html << Colours.classOf(Descriptor)
         << "' opacity='0."_html << int(100 * strengthOf(Of.Total, Most))
         << "'/>"_html;
    At += Share;
  }
}

void Plan::describe(const MemberRow &M, const MemberOwners &Of) {
  Html << "<title>"_html << M.Type << " "_html << M.Name << ", bytes "_html
       << byteRange(M.Offset, M.Size) << ", "_html << Of.Total
       << " accesses"_html;
  for (const auto &[I, Owner] : enumerate(Of.Descriptors))
    Html << (I ? ", " : ": ") << Owner.first << " "_html << Owner.second;
  Html << "</title>"_html;
}

void Plan::drawMember(const MemberRow &M, double Y, double Height) {
  double X = M.Offset * ByteWidth, Width = std::max(M.Size, 1u) * ByteWidth;
  const MemberOwners &Of = Owners[M.Name];
  if (!Alone)
    Html << "<a class='bar' href='#w"_html << M.Offset / Model.WordSize
         << "' data-field='"_html << M.Name << "' data-offset='"_html
         << M.Offset << "' data-size='"_html << M.Size << "'>"_html;
  else
    Html << "<g>"_html;
  describe(M, Of);
  if (Of.Total)
    drawShares(Of, X + 1.5, Y + 1.5, Width - 3, Height - 3);
  rectangle(X + 1.5, Y + 1.5, Width - 3, Height - 3);
  Html << (Of.Total ? " class='frame'/>"_html : " class='frame none'/>"_html);
  drawLabel(M, Of.Total, Y + Height / 2, Height >= 2 * LaneHeight);
  Html << (Alone ? "</g>\n"_html : "</a>\n"_html);
}

void Plan::drawArm(const Arm &A, double Y, double Height) {
  for (const MemberRow *M : A.Members)
    drawMember(*M, Y, Height);
  for (const auto &[Offset, Arms] : A.Unions) {
    unsigned Lanes = 0;
    for (const auto &[Number, Inner] : Arms)
      Lanes += Inner.lanes();
    double At = Y;
    for (const auto &[Number, Inner] : Arms) {
      double Share = Height * Inner.lanes() / Lanes;
      drawArm(Inner, At, Share);
      At += Share;
    }
  }
}

void Plan::print() {
  Arm Root = treeOf(Model.Members);
  double Width = Model.PageSize * ByteWidth;
  double Height = Top + std::max(2u, Root.lanes()) * LaneHeight + 2;
  std::string Title = "The " + std::to_string(Model.PageSize) +
                      " bytes of struct page, and what overlays what";
  if (Alone) {
    beginSvgFile(Width, Height + 30, Title, Html);
  } else {
    Html << "<svg class='plan' role='group' viewBox='0 0 "_html << Fixed{Width}
         << " "_html << Fixed{Height} << "' aria-label='"_html << Title
         << "'>\n"_html;
  }
  drawRuler();
  drawArm(Root, Top, Height - Top - 2);
  if (Alone)
    drawLegend(Colours, 2, Height + 18, Html);
  Html << "</svg>\n"_html;
}

void pagesplit::printFloorPlan(Sqlite &Db, const ReportModel &Model,
                               const Palette &Colours, bool Alone,
                               HtmlStream &Html) {
  if (Model.WordSize && !Model.Members.empty())
    Plan(Db, Model, Colours, Alone, Html).print();
}
