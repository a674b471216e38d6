//===- HtmlPicture.cpp - struct page drawn to scale -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HtmlParts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"

#include <cmath>

using namespace llvm;
using namespace pagesplit;

static constexpr double ByteWidth = 18, LaneHeight = 30, Top = 36;
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

class Picture {
public:
  Picture(const ReportModel &Model, raw_ostream &Out) : Model(Model), Out(Out) {
    for (const SubsystemUse &S : Model.Subsystems)
      for (const FieldUse &F : S.Fields)
        Uses[F.Field] += F.Uses.total();
    for (const MemberRow &M : Model.Members)
      Most = std::max(Most, Uses[M.Name]);
  }

  void print();

private:
  static Arm treeOf(const std::vector<MemberRow> &Members);
  void drawRuler();
  void drawArm(const Arm &A, double Y, double Height);
  void drawMember(const MemberRow &M, double Y, double Height);
  void drawLabel(const MemberRow &M, uint64_t Count, double Middle,
                 bool TwoLines);
  void drawText(double X, double Y, StringRef Text, StringRef Class);

  const ReportModel &Model;
  raw_ostream &Out;
  std::map<std::string, uint64_t> Uses;
  uint64_t Most = 0;
};

} // namespace

Arm Picture::treeOf(const std::vector<MemberRow> &Members) {
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

void Picture::drawText(double X, double Y, StringRef Text, StringRef Class) {
  Out << format("<text x='%.1f' y='%.1f'", X, Y);
  if (!Class.empty())
    Out << " class='" << Class << '\'';
  Out << '>' << Escaped{Text} << "</text>\n";
}

void Picture::drawRuler() {
  for (unsigned W = 0; W * Model.WordSize < Model.PageSize; ++W) {
    double X = W * Model.WordSize * ByteWidth;
    Out << format("<line x1='%.1f' y1='4' x2='%.1f' y2='%.1f'/>\n", X, X, Top);
    drawText(X + 5, 14, "word " + std::to_string(W), "");
    drawText(X + 5, 28,
             "bytes " + byteRange(W * Model.WordSize, Model.WordSize), "dim");
  }
}

// The name, smaller or cut short where there is no room, and the number below
// or beside it.
void Picture::drawLabel(const MemberRow &M, uint64_t Count, double Middle,
                        bool TwoLines) {
  double X = M.Offset * ByteWidth, Width = std::max(M.Size, 1u) * ByteWidth;
  double Room = Width - 8;
  std::string Number = std::to_string(Count), Name = M.Name;
  bool Small = Name.size() * LetterWidth > Room;
  size_t Letters = size_t(Room / SmallWidth);
  if (Small && Name.size() > Letters)
    Name = Name.substr(0, Letters - 1) + "\u2026";
  double Y = Middle + TextHeight / 2 - 1;
  drawText(X + 4, TwoLines ? Y - 7 : Y, Name, Small ? "small" : "");
  double Rest = Room - (M.Name.size() + 1) * LetterWidth;
  double NumberWidth = Number.size() * LetterWidth;
  if (Count && TwoLines)
    drawText(X + 4, Y + 8, Number, "count");
  else if (Count && NumberWidth <= Rest)
    drawText(X + Width - 5 - NumberWidth, Y, Number, "count");
}

void Picture::drawMember(const MemberRow &M, double Y, double Height) {
  double X = M.Offset * ByteWidth, Width = std::max(M.Size, 1u) * ByteWidth;
  uint64_t Count = Uses[M.Name];
  std::string Class =
      Count ? "h" + std::to_string(shadeOf(Count, Most)) : "none";
  Out << "<g><title>" << Escaped{M.Type} << ' ' << Escaped{M.Name} << ", bytes "
      << byteRange(M.Offset, M.Size) << ", " << Count << " accesses</title>"
      << format("<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' ", X + 1,
                Y + 1, Width - 2, Height - 2)
      << "class='" << Class << "'/>";
  drawLabel(M, Count, Y + Height / 2, Height >= 2 * LaneHeight);
  Out << "</g>\n";
}

void Picture::drawArm(const Arm &A, double Y, double Height) {
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

void Picture::print() {
  Arm Root = treeOf(Model.Members);
  double Height = std::max(2u, Root.lanes()) * LaneHeight;
  Out << "<figure>\n<div class='wide'>\n"
      << format("<svg class='page' role='img' viewBox='0 0 %.0f %.0f' "
                "aria-labelledby='picture-title'>\n",
                Model.PageSize * ByteWidth, Top + Height + 2)
      << "<title id='picture-title'>The " << Model.PageSize
      << " bytes of struct page and what overlays what; the table of words "
         "below has the same numbers</title>\n";
  drawRuler();
  drawArm(Root, Top, Height);
  Out << "</svg>\n</div>\n<figcaption>To scale, from left to right, as "
      << Escaped{Model.LayoutConfig}
      << " lays it out. What stands one above the other shares its bytes. The "
         "number is that of accesses; dashed: none seen.</figcaption>\n"
      << "</figure>\n";
}

void pagesplit::printPicture(const ReportModel &Model, raw_ostream &Out) {
  if (Model.WordSize && !Model.Members.empty())
    Picture(Model, Out).print();
}
