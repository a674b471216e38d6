//===- Witnesses.cpp - the paths that verdicts stand on -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Witnesses.h"

#include "pagesplit/Facts/Words.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

static StringRef sideWord(Side Which) {
  return Which == Side::Demand ? "used-as" : "comes-from";
}

// Where the support of a belief goes on.
Witnesses::Step Witnesses::nextOf(const Belief &B, PlaceId At) const {
  if (!B.Edge) {
    const Seed &S = Known.graph().seeds()[*B.Seed];
    return {S.Witness, S.WitnessSide};
  }
  const PlaceId Other = otherEnd(Known.graph().edges()[*B.Edge], At);
  return {Other, B.ByGuard ? std::nullopt : std::optional(B.From)};
}

void Witnesses::keepChain(PlaceId At, Side Which, const Belief *B) {
  while (B && Beliefs.insert({At, Which, B->Descriptor}).second) {
    Places.insert(At);
    const Step Next = nextOf(*B, At);
    if (!Next.At)
      return;
    At = *Next.At;
    Places.insert(At);
    if (!Next.On)
      return;
    Which = *Next.On;
    B = Known.find(At, Which, B->Descriptor);
  }
}

// All that is out of sight in one way, or comes out of one call, shares a
// place; there the move tells the sources apart.
void Witnesses::blame(PlaceId At) {
  std::optional<OpenEnd> End = Ends.source(At);
  if (!End)
    return;
  const bool IsOpaque = End->Kind == EndKind::Origin;
  const bool IsCall =
      End->Kind == EndKind::Any &&
      Known.graph().nodes()[End->At].What.Kind == PlaceKind::Return;
  Places.insert(End->At);
  if (IsOpaque)
    Places.insert(End->Next);
  ++Blockers[{End->At, (IsOpaque || IsCall) && End->Last ? End->Last->Where
                                                         : std::string()}];
}

void Witnesses::keepEnds(PlaceId At) {
  auto [Kept, IsNew] = Missing.try_emplace(At);
  if (!IsNew)
    return;
  for (std::optional<OpenEnd> End : {Ends.use(At), Ends.origin(At)})
    if (End) {
      Places.insert(End->At);
      Kept->second.push_back(*End);
    }
}

void Witnesses::keep(const Conclusion &C, bool IsEntity) {
  if (!C.At)
    return;
  keepChain(*C.At, C.ForSide, C.For);
  keepChain(*C.At, Side::Supply, C.Also);
  keepChain(*C.At, C.AgainstSide, C.Against);
  Places.insert(*C.At);
  if (C.V.Word != "unknown")
    return;
  keepEnds(*C.At);
  if (IsEntity)
    blame(*C.At);
}

// What a seed is said by, or what stands before its witness.
static std::string stepsOf(const Seed &S) {
  if (!S.Seen)
    return "";
  if (S.Witness)
    return join(S.Seen->Through, " ");
  const FlowKind Kind = S.Seen->Kind;
  return Kind == FlowKind::Use || (S.Demands && Kind != FlowKind::Put)
             ? S.Seen->To.Name
             : S.Seen->From.Name;
}

void Witnesses::writeBelief(Statement &Insert, const Held &H) const {
  const Belief &B = *Known.find(H.At, H.Which, H.Descriptor);
  const Step After = nextOf(B, H.At);
  std::optional<int64_t> Next;
  StringRef NextSide, Move, Where;
  std::string Steps;
  if (After.At) {
    Next = *After.At + 1;
    NextSide = After.On ? sideWord(*After.On) : "guard";
  }
  if (B.Edge) {
    const FlowEdge &E = Known.graph().edges()[*B.Edge];
    Move = E.Kind == EdgeKind::Element ? "filled" : wordOf(E.Seen->Kind);
    Where = E.Seen->Where;
    Steps = join(E.Seen->Through, " ");
  } else {
    const Seed &S = Known.graph().seeds()[*B.Seed];
    Move = S.Seen ? wordOf(S.Seen->Kind) : "named";
    Where = S.Seen ? StringRef(S.Seen->Where) : "";
    Steps = stepsOf(S);
  }
  Insert.run(int64_t(H.At) + 1, sideWord(H.Which), H.Descriptor,
             rounded(confidenceOf(B.Cost)), Move, Where, Steps, Next, NextSide);
}

void Witnesses::write(Sqlite &Db) const {
  Statement Row(Db, "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (PlaceId Id : Places) {
    const Place &P = Known.graph().nodes()[Id].What;
    std::optional<int> Position;
    if (P.Position >= 0)
      Position = P.Position;
    Row.run(int64_t(Id) + 1, wordOf(P.Kind), P.Owner, P.Scope, Position, P.Name,
            P.At);
  }
  Statement Insert(Db, "INSERT INTO belief VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const Held &H : Beliefs)
    writeBelief(Insert, H);
  Statement Block(Db, "INSERT INTO blocker VALUES (?, ?, ?, ?)");
  int64_t Id = 0;
  for (const auto &[Source, Count] : Blockers)
    Block.run(++Id, int64_t(Source.first) + 1, Source.second, Count);
  writeEnds(Db);
}

void Witnesses::writeEnds(Sqlite &Db) const {
  Statement Row(Db, "INSERT INTO missing VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (const auto &[Place, Ends] : Missing)
    for (const OpenEnd &End : Ends) {
      StringRef Where, Type;
      if (End.Last)
        Where = End.Last->Where;
      if (End.Kind == EndKind::Cast)
        Type = End.Last->From.Name;
      Row.run(int64_t(Place) + 1, sideWord(End.Which), endWord(End.Kind),
              int64_t(End.At) + 1, Where, Type, int64_t(End.StillOpen));
    }
}
