//===- WitnessPath.cpp - from a place to the seeds of its beliefs ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Report/WitnessPath.h"

#include "llvm/ADT/StringExtras.h"

#include <set>

using namespace llvm;
using namespace pagesplit;

namespace {

struct PlaceRow {
  std::string Kind, Owner, Name;
  std::optional<int64_t> Position;
};

struct BeliefRow {
  std::string Move, Where, Through, NextSide;
  std::optional<int64_t> Next;
};

} // namespace

static PlaceRow readPlace(Sqlite &Db, int64_t Id) {
  Statement Row(Db, "SELECT kind, owner, name, position FROM place"
                    " WHERE id = ?");
  Row.bind(1, Id);
  PlaceRow P;
  if (!Row.step())
    return P;
  P.Kind = Row.text(0).str();
  P.Owner = Row.text(1).str();
  P.Name = Row.text(2).str();
  if (!Row.isNull(3))
    P.Position = Row.integer(3);
  return P;
}

// "struct S.op" is called through, "f" is called.
static std::string called(StringRef Owner) {
  return Owner.starts_with("struct ") ? Owner.str() : Owner.str() + "()";
}

static std::string argument(const PlaceRow &P) {
  if (P.Position)
    return "argument " + std::to_string(*P.Position) + " of " + called(P.Owner);
  return "an argument of " + called(P.Owner);
}

static std::string inWords(const PlaceRow &P) {
  if (P.Kind == "param")
    return argument(P);
  if (P.Kind == "return")
    return "the result of " + called(P.Owner);
  if (P.Kind == "local")
    return "`" + P.Name + "` in " + P.Owner + "()";
  if (P.Kind == "member")
    return "struct " + P.Owner + "." + P.Name;
  if (P.Kind == "opaque")
    return "out of sight: " + P.Name;
  return "`" + P.Name + "`";
}

static constexpr StringLiteral OnlyThere =
    "pointers to one are put there in pages of this kind only: ";

// The page goes from the place to Next.
static std::string useInWords(const BeliefRow &B, const PlaceRow &Next) {
  if (B.Move == "argument")
    return "passed as " + inWords(Next);
  if (B.Move == "return")
    return "returned by " + called(Next.Owner);
  if (B.Move == "store")
    return "stored there, " + called(Next.Owner) + " takes it as " +
           inWords(Next);
  if (B.Move == "take")
    return "what its " + Next.Name + " holds is taken for a " + Next.Owner;
  if (B.Move == "put")
    return OnlyThere.str() + inWords(Next) +
           (B.NextSide == "guard" ? ", of which a test proves it" : "");
  if (Next.Kind == "return" || B.Move == "assign")
    return "put into " + inWords(Next);
  return B.Move + " " + inWords(Next);
}

// The page came to the place from Next.
static std::string originInWords(const BeliefRow &B, const PlaceRow &Next) {
  if (B.NextSide == "guard")
    return "a test proves it of " + inWords(Next);
  if (B.Move == "argument")
    return "passed from " + inWords(Next);
  if (B.Move == "return")
    return "returned from " + inWords(Next);
  if (B.Move == "store")
    return "called through " + inWords(Next);
  if (B.Move == "filled")
    return "filled by " + inWords(Next);
  return "set from " + inWords(Next);
}

static std::string seedInWords(const BeliefRow &B, const PlaceRow &At,
                               StringRef Side, StringRef Descriptor) {
  if (B.Move == "use")
    return "the field " + B.Through + " is used";
  if (B.Move == "put")
    return OnlyThere.str() + StringRef(B.Through).split('.').first.str();
  // A typedef is what the address of the page points to.
  bool IsTagged = StringRef(B.Through).contains(' ');
  if (!B.Through.empty() && !IsTagged)
    return "its address is that of a " + B.Through;
  if (B.Move == "cast" || IsTagged)
    return (Side == "used-as" ? "cast to " : "lies in ") + B.Through;
  if (At.Kind == "opaque")
    return inWords(At);
  if (Descriptor == "unknown")
    return inWords(At) + ": nobody says what it is";
  std::string What = Descriptor == "page" ? "a bare page" : Descriptor.str();
  return "known: " + inWords(At) + " is " + What;
}

static std::optional<BeliefRow>
readBelief(Sqlite &Db, int64_t Place, StringRef Side, StringRef Descriptor) {
  Statement Row(Db, "SELECT move, location, through, next_place_id, next_side"
                    " FROM belief WHERE place_id = ? AND side = ?"
                    " AND descriptor = ?");
  Row.bind(1, Place);
  Row.bind(2, Side);
  Row.bind(3, Descriptor);
  if (!Row.step())
    return std::nullopt;
  BeliefRow B;
  B.Move = Row.text(0).str();
  B.Where = Row.text(1).str();
  B.Through = Row.text(2).str();
  if (!Row.isNull(3))
    B.Next = Row.integer(3);
  B.NextSide = Row.text(4).str();
  return B;
}

// What the page went through, without steps that have no name.
static std::string named(StringRef Through) {
  SmallVector<StringRef, 4> Steps;
  SplitString(Through, Steps);
  erase_if(Steps, [](StringRef Step) { return Step == "&" || Step == "+"; });
  return join(Steps, " ");
}

static void follow(Sqlite &Db, int64_t Place, WitnessPath &Path) {
  std::string Side = Path.Side;
  std::set<std::pair<int64_t, std::string>> Seen;
  while (Seen.insert({Place, Side}).second) {
    std::optional<BeliefRow> B = readBelief(Db, Place, Side, Path.Descriptor);
    if (!B)
      return;
    if (!B->Next) {
      Path.Steps.push_back({B->Where, seedInWords(*B, readPlace(Db, Place),
                                                  Side, Path.Descriptor)});
      return;
    }
    PlaceRow Next = readPlace(Db, *B->Next);
    std::string Text =
        Side == "used-as" ? useInWords(*B, Next) : originInWords(*B, Next);
    if (std::string Through = named(B->Through); !Through.empty())
      Text += ", through " + Through;
    Path.Steps.push_back({B->Where, std::move(Text)});
    if (B->NextSide == "guard")
      return;
    Place = *B->Next;
    Side = B->NextSide;
  }
}

std::vector<WitnessPath> pagesplit::witnessPaths(Sqlite &Db, int64_t PlaceId) {
  std::vector<WitnessPath> Paths;
  {
    Statement Row(Db, "SELECT side, descriptor, confidence FROM belief"
                      " WHERE place_id = ?"
                      " ORDER BY side DESC, confidence DESC, descriptor");
    Row.bind(1, PlaceId);
    while (Row.step())
      Paths.push_back({Row.text(0).str(), Row.text(1).str(), Row.real(2), {}});
  }
  for (WitnessPath &Path : Paths)
    follow(Db, PlaceId, Path);
  return Paths;
}

std::string pagesplit::placeInWords(Sqlite &Db, int64_t PlaceId) {
  return inWords(readPlace(Db, PlaceId));
}
