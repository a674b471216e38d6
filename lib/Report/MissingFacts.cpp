//===- MissingFacts.cpp - what would decide an unknown verdict ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MissingFacts.h"

#include "pagesplit/Report/WitnessPath.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;
using namespace pagesplit;

namespace {

struct Row {
  MissingFact Said;
  int64_t About = 0;
  std::string Owner, Type;
  int64_t StillOpen = 0;
};

} // namespace

static std::string inWords(Sqlite &Db, const Row &R) {
  std::string Place = placeInWords(Db, R.About);
  StringRef Fact = R.Said.Fact;
  if (Fact == "argument")
    return "what is done with " + Place +
           ": a knowledge entry, or the unit that defines it";
  if (Fact == "slot")
    return "a function that is stored in " + R.Owner +
           ", and what it does with " + Place;
  if (Fact == "result")
    return "what " + Place +
           " is: a knowledge entry, or the unit that "
           "defines it";
  if (Fact == "caller")
    return "a call with a page that is known as " + Place;
  if (Fact == "value")
    return "a page that is known put into " + Place;
  if (Fact == "cast")
    return "what is cast from " + R.Type;
  if (Fact == "any")
    return "any page may be " + Place +
           (R.Said.Where.empty() ? "" : ": only a use decides");
  return "what page comes from there, " + Place;
}

std::vector<MissingFact> pagesplit::missingFacts(Sqlite &Db, int64_t PlaceId) {
  std::vector<Row> Rows;
  {
    Statement Query(Db, "SELECT side, fact, location, type, still_open,"
                        " about_place_id, owner FROM missing"
                        " JOIN place ON place.id = about_place_id"
                        " WHERE place_id = ? ORDER BY side DESC");
    Query.bind(1, PlaceId);
    while (Query.step()) {
      Row R;
      R.Said.Side = Query.text(0).str();
      R.Said.Fact = Query.text(1).str();
      R.Said.Where = Query.text(2).str();
      R.Type = Query.text(3).str();
      R.StillOpen = Query.integer(4);
      R.About = Query.integer(5);
      R.Owner = Query.text(6).str();
      Rows.push_back(std::move(R));
    }
  }
  std::vector<MissingFact> Missing;
  for (Row &R : Rows) {
    R.Said.Text = inWords(Db, R);
    R.Said.Decides = !R.StillOpen && R.Said.Fact != "any";
    if (R.StillOpen)
      R.Said.Text += "; " + std::to_string(R.StillOpen) +
                     " more that comes here is not known either";
    Missing.push_back(std::move(R.Said));
  }
  return Missing;
}

static StringRef inGeneral(StringRef Reason) {
  return StringSwitch<StringRef>(Reason)
      .Case("not-moved", "nothing is ever put into it or taken out of it; "
                         "a unit that uses it would show what it is")
      .Case("no-evidence", "one call of it with a page that is known, or one "
                           "use that only one descriptor allows, decides")
      .Case("weak-evidence", "what is listed here is done to other pages too; "
                             "one strong use or one known origin decides")
      .Case("out-of-sight", "one use that only one descriptor allows decides")
      .Case("partly-known", "knowing the rest of what comes here decides")
      .Default("");
}

void pagesplit::printMissing(ArrayRef<MissingFact> Missing, StringRef Reason,
                             raw_ostream &Out) {
  auto Decides = [](const MissingFact &Fact) { return Fact.Decides; };
  if (Missing.empty()) {
    if (StringRef Text = inGeneral(Reason); !Text.empty())
      Out << "  missing: " << Text << '\n';
    return;
  }
  unsigned Deciding = count_if(Missing, Decides);
  Out << "  missing: "
      << (Deciding > 1    ? "each of these alone decides"
          : Deciding == 1 ? "this alone decides"
                          : "nothing alone decides")
      << '\n';
  for (const MissingFact &Fact : Missing)
    if (Fact.Decides || !Deciding)
      Out << "    " << (Fact.Where.empty() ? "" : Fact.Where + "  ")
          << Fact.Text << '\n';
}

void pagesplit::printMissing(ArrayRef<MissingFact> Missing,
                             json::OStream &Json) {
  Json.attributeArray("missing", [&] {
    for (const MissingFact &Fact : Missing)
      Json.object([&] {
        Json.attribute("side", Fact.Side);
        Json.attribute("fact", Fact.Fact);
        Json.attribute("where", Fact.Where);
        Json.attribute("text", Fact.Text);
        Json.attribute("decides", Fact.Decides);
      });
  });
}
