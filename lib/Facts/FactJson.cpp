//===- FactJson.cpp - one fact as a JSON object ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FactJson.h"

#include "pagesplit/Facts/Words.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

// Each record is described once, by a function `fields(Visitor, Record)`; the
// writer and the reader below are the two visitors.
namespace {

struct Writer {
  json::Object Out;

  void field(StringRef Key, const std::string &Value) {
    if (!Value.empty())
      Out[Key] = Value;
  }
  void field(StringRef Key, const std::vector<std::string> &Value) {
    if (!Value.empty())
      Out[Key] = json::Array(Value);
  }
  void field(StringRef Key, const std::vector<unsigned> &Value) {
    json::Array A;
    for (unsigned N : Value)
      A.push_back(N);
    Out[Key] = std::move(A);
  }
  void field(StringRef Key, unsigned Value) {
    if (Value)
      Out[Key] = Value;
  }
  void field(StringRef Key, bool Value) {
    if (Value)
      Out[Key] = Value;
  }
  // -1 is "none" and is left out; 0 is a position.
  void position(StringRef Key, int Value) {
    if (Value >= 0)
      Out[Key] = Value;
  }
  void field(StringRef Key, const SourceSpan &S) {
    if (!S.File.empty())
      Out[Key] = json::Array{S.File, S.Line, S.Column, S.Offset, S.Length};
  }
  // [kind, owner, scope, position, name, at]; what is empty at the end is left
  // out, an absent position is -1.
  void field(StringRef Key, const Place &P) {
    json::Array A{wordOf(P.Kind), P.Owner, P.Scope, P.Position, P.Name, P.At};
    size_t Used = !P.At.empty()      ? 6
                  : !P.Name.empty()  ? 5
                  : P.Position >= 0  ? 4
                  : !P.Scope.empty() ? 3
                                     : 2;
    while (A.size() > Used)
      A.pop_back();
    Out[Key] = std::move(A);
  }
  // "PageSlab" holds, "!PageSlab" does not.
  void field(StringRef Key, const std::vector<Guard> &Value) {
    json::Array A;
    for (const Guard &G : Value)
      A.push_back((G.Holds ? "" : "!") + G.Test);
    if (!A.empty())
      Out[Key] = std::move(A);
  }
  template <typename T> void required(StringRef Key, const T &Value) {
    field(Key, Value);
  }
  template <typename EnumT> void word(StringRef Key, EnumT Value) {
    Out[Key] = wordOf(Value);
  }
};

class Reader {
public:
  Reader(const json::Value &From, json::Path P)
      : Object(From.getAsObject()), P(P) {
    if (!Object)
      refuse(P, "expected an object");
  }

  template <typename T> void field(StringRef Key, T &Value) {
    if (const json::Value *V = find(Key))
      if (!read(*V, Value))
        refuse(P.field(Key), "wrong type of value");
  }
  void position(StringRef Key, int &Value) { field(Key, Value); }
  // Without these a record says nothing about any place or thing.
  template <typename T> void required(StringRef Key, T &Value) {
    if (!find(Key))
      refuse(P.field(Key), "missing");
    field(Key, Value);
  }
  template <typename EnumT> void word(StringRef Key, EnumT &Value) {
    const json::Value *V = find(Key);
    std::optional<EnumT> Found;
    if (V && V->getAsString())
      Found = valueOf<EnumT>(*V->getAsString());
    if (Found)
      Value = *Found;
    else
      refuse(P.field(Key), "expected one of the documented words");
  }

  /// Whether all keys were known and all values fitted.
  bool done() {
    if (Object && Good)
      for (const auto &KV : *Object)
        if (StringRef(KV.first) != "in" && !Seen.count(KV.first.str()))
          refuse(P.field(KV.first), "unknown key");
    return Good;
  }

private:
  const json::Value *find(StringRef Key) {
    Seen.insert(Key.str());
    return Object ? Object->get(Key) : nullptr;
  }
  void refuse(json::Path Where, StringLiteral Message) {
    if (Good)
      Where.report(Message);
    Good = false;
  }
  static bool read(const json::Value &V, std::string &To) {
    auto S = V.getAsString();
    return S ? (To = S->str(), true) : false;
  }
  static bool read(const json::Value &V, bool &To) {
    auto B = V.getAsBoolean();
    return B ? (To = *B, true) : false;
  }
  static bool read(const json::Value &V, unsigned &To) {
    auto N = V.getAsInteger();
    return N && *N >= 0 && *N <= UINT32_MAX ? (To = *N, true) : false;
  }
  static bool read(const json::Value &V, int &To) {
    auto N = V.getAsInteger();
    return N && *N >= 0 && *N <= INT32_MAX ? (To = *N, true) : false;
  }
  static bool read(const json::Value &V, std::vector<std::string> &To) {
    const json::Array *A = V.getAsArray();
    if (!A)
      return false;
    To.resize(A->size());
    for (size_t I = 0; I < A->size(); ++I)
      if (!read((*A)[I], To[I]))
        return false;
    return true;
  }
  static bool read(const json::Value &V, std::vector<unsigned> &To) {
    const json::Array *A = V.getAsArray();
    if (!A)
      return false;
    To.resize(A->size());
    for (size_t I = 0; I < A->size(); ++I)
      if (!read((*A)[I], To[I]))
        return false;
    return true;
  }
  static bool read(const json::Value &V, Place &To) {
    const json::Array *A = V.getAsArray();
    if (!A || A->empty() || A->size() > 6 || !(*A)[0].getAsString())
      return false;
    auto Kind = valueOf<PlaceKind>(*(*A)[0].getAsString());
    if (!Kind)
      return false;
    To.Kind = *Kind;
    auto Text = [&](size_t I, std::string &Into) {
      return A->size() <= I || read((*A)[I], Into);
    };
    if (A->size() > 3) {
      auto Position = (*A)[3].getAsInteger();
      if (!Position || *Position < -1 || *Position > INT32_MAX)
        return false;
      To.Position = *Position;
    }
    return Text(1, To.Owner) && Text(2, To.Scope) && Text(4, To.Name) &&
           Text(5, To.At);
  }
  static bool read(const json::Value &V, std::vector<Guard> &To) {
    std::vector<std::string> Tests;
    if (!read(V, Tests))
      return false;
    for (StringRef Test : Tests) {
      bool Holds = !Test.consume_front("!");
      To.push_back({Test.str(), Holds});
    }
    llvm::sort(To);
    return true;
  }
  static bool read(const json::Value &V, SourceSpan &To) {
    const json::Array *A = V.getAsArray();
    return A && A->size() == 5 && read((*A)[0], To.File) &&
           read((*A)[1], To.Line) && read((*A)[2], To.Column) &&
           read((*A)[3], To.Offset) && read((*A)[4], To.Length);
  }

  const json::Object *Object;
  json::Path P;
  std::set<std::string> Seen;
  bool Good = true;
};

template <typename V, typename T> void unitFields(V &To, T &U) {
  To.required("file", U.File);
  To.required("config", U.Config);
  To.word("status", U.Status);
  To.field("error", U.Error);
  To.field("dropped", U.DroppedFlags);
  To.field("sees-page", U.SeesPage);
}

template <typename V, typename T> void sourceFields(V &To, T &S) {
  To.required("file", S.File);
  To.required("hash", S.Hash);
}

template <typename V, typename T> void unitSourceFields(V &To, T &S) {
  To.required("config", S.Config);
  To.required("unit", S.Unit);
  To.required("file", S.File);
}

template <typename V, typename T> void compiledFields(V &To, T &C) {
  To.required("file", C.File);
  To.required("lines", C.Lines);
}

template <typename V, typename T> void layoutFields(V &To, T &L) {
  To.required("page-size", L.PageSize);
  To.required("word-size", L.WordSize);
  To.field("where", L.Where);
}

template <typename V, typename T> void layoutMemberFields(V &To, T &M) {
  To.required("path", M.Path);
  To.field("type", M.Type);
  To.field("offset", M.Offset);
  To.field("size", M.Size);
  To.field("arm", M.Arm);
}

template <typename V, typename T> void entityFields(V &To, T &E) {
  To.word("kind", E.Kind);
  To.field("owner", E.Owner);
  To.field("scope", E.Scope);
  To.position("position", E.Position);
  To.field("name", E.Name);
  To.field("depth", E.Depth);
  To.field("type", E.Type);
  To.required("where", E.Where);
  To.field("definition", E.IsDefinition);
}

template <typename V, typename T> void accessFields(V &To, T &A) {
  To.word("form", A.Form);
  To.word("mode", A.Mode);
  To.required("field", A.Field);
  To.field("path", A.Path);
  To.field("offset", A.Offset);
  To.field("size", A.Size);
  To.field("arm", A.Arm);
  To.required("spelling", A.Spelling);
  To.required("expansion", A.Expansion);
  To.field("macros", A.Macros);
  To.field("function", A.Function);
  To.field("base", A.Base);
  To.field("via", A.Via);
}

template <typename V, typename T> void flowFields(V &To, T &F) {
  To.word("kind", F.Kind);
  To.required("from", F.From);
  To.required("to", F.To);
  To.field("through", F.Through);
  To.field("guards", F.Guards);
  To.required("where", F.Where);
  To.field("function", F.Function);
}

} // namespace

#define PAGESPLIT_FACT(TYPE, WORD, FIELDS)                                     \
  template <> StringRef pagesplit::factWord<TYPE>() { return WORD; }           \
  json::Object pagesplit::toJSON(const TYPE &Fact) {                           \
    Writer W;                                                                  \
    FIELDS(W, Fact);                                                           \
    return std::move(W.Out);                                                   \
  }                                                                            \
  bool pagesplit::fromJSON(const json::Value &From, TYPE &To, json::Path P) {  \
    Reader R(From, P);                                                         \
    FIELDS(R, To);                                                             \
    return R.done();                                                           \
  }
PAGESPLIT_FACT(Unit, "unit", unitFields)
PAGESPLIT_FACT(SourceFile, "source", sourceFields)
PAGESPLIT_FACT(UnitSource, "unit-source", unitSourceFields)
PAGESPLIT_FACT(CompiledLines, "compiled", compiledFields)
PAGESPLIT_FACT(Layout, "layout", layoutFields)
PAGESPLIT_FACT(LayoutMember, "layout-member", layoutMemberFields)
PAGESPLIT_FACT(Entity, "entity", entityFields)
PAGESPLIT_FACT(Access, "access", accessFields)
PAGESPLIT_FACT(Flow, "flow", flowFields)
#undef PAGESPLIT_FACT
