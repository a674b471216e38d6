//===- EditJson.cpp - one record of an edit file as JSON ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EditJson.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// One object under construction.
struct Writer {
  json::Object Out;

  void text(StringRef Key, StringRef Value) {
    if (Value.empty())
      return;
    if (json::isUTF8(Value))
      Out[Key] = Value.str(); // json::Value keeps no copy of a StringRef
    else
      Out[json::ObjectKey((Key + "-hex").str())] =
          toHex(Value, /*LowerCase=*/true);
  }
  // Prose about the source, where a byte that cannot be shown may be lost.
  void prose(StringRef Key, StringRef Value) {
    text(Key, json::isUTF8(Value) ? Value.str() : json::fixUTF8(Value));
  }
  void texts(StringRef Key, const std::set<std::string> &Values) {
    json::Array List;
    for (const std::string &Value : Values)
      List.push_back(json::isUTF8(Value) ? Value : json::fixUTF8(Value));
    if (!List.empty())
      Out[Key] = std::move(List);
  }
  void place(StringRef Key, const SourcePlace &P) {
    if (!P.File.empty())
      Out[Key] = json::Array{P.File, P.Line, P.Column};
  }
};

/// One object that is taken apart; the first mistake stays reported.
class Reader {
public:
  Reader(const json::Value &From, json::Path P)
      : Object(From.getAsObject()), P(P) {
    if (!Object)
      refuse(P, "expected an object");
  }

  void text(StringRef Key, std::string &To) {
    std::string HexKey = (Key + "-hex").str();
    if (const json::Value *V = find(Key))
      expect(Key, V->getAsString(), To);
    else if (const json::Value *V = find(HexKey))
      if (!V->getAsString() || !tryGetFromHex(*V->getAsString(), To))
        refuse(P.field(Key), "expected hexadecimal digits");
  }
  void required(StringRef Key, std::string &To) {
    text(Key, To);
    if (To.empty())
      refuse(P.field(Key), "missing");
  }
  bool flag(StringRef Key) {
    const json::Value *V = find(Key);
    return V && V->getAsBoolean().value_or(false);
  }
  bool number(StringRef Key, unsigned &To) {
    const json::Value *V = find(Key);
    if (V && !read(*V, To))
      refuse(P.field(Key), "expected a number of bytes");
    return V;
  }
  void texts(StringRef Key, std::set<std::string> &To) {
    const json::Value *V = find(Key);
    if (!V)
      return;
    const json::Array *List = V->getAsArray();
    if (!List)
      return refuse(P.field(Key), "expected a list");
    for (const json::Value &Each : *List)
      if (auto Text = Each.getAsString())
        To.insert(Text->str());
      else
        refuse(P.field(Key), "expected a list of strings");
  }
  void place(StringRef Key, SourcePlace &To) {
    const json::Value *V = find(Key);
    if (!V)
      return;
    const json::Array *List = V->getAsArray();
    if (!List || List->size() != 3 || !(*List)[0].getAsString() ||
        !read((*List)[1], To.Line) || !read((*List)[2], To.Column))
      return refuse(P.field(Key), "expected [file, line, column]");
    To.File = (*List)[0].getAsString()->str();
  }
  const json::Value *find(StringRef Key) {
    Seen.insert(Key.str());
    return Object ? Object->get(Key) : nullptr;
  }
  json::Path field(StringRef Key) const { return P.field(Key); }
  void refuse(json::Path Where, StringLiteral Message) {
    if (Good)
      Where.report(Message);
    Good = false;
  }
  void failed() { Good = false; }

  /// Whether all keys were known and all values fitted.
  bool done() {
    if (Object && Good)
      for (const auto &KV : *Object)
        if (!Seen.count(KV.first.str()))
          refuse(P.field(KV.first), "unknown key");
    return Good;
  }

private:
  static bool read(const json::Value &V, unsigned &To) {
    std::optional<uint64_t> N = V.getAsUINT64();
    if (!N || *N > UINT32_MAX)
      return false;
    To = *N;
    return true;
  }
  void expect(StringRef Key, std::optional<StringRef> Value, std::string &To) {
    if (Value)
      To = Value->str();
    else
      refuse(P.field(Key), "expected a string");
  }

  const json::Object *Object;
  json::Path P;
  std::set<std::string> Seen;
  bool Good = true;
};

} // namespace

// "reach" only where it says something.
static json::Value toJSON(const Edit &E) {
  Writer W;
  W.text("file", E.File);
  W.Out["at"] = E.Offset;
  W.text("was", E.Was);
  W.text("text", E.Text);
  if (E.Reach != E.Offset)
    W.Out["reach"] = E.Reach;
  return std::move(W.Out);
}

static bool fromJSON(const json::Value &From, Edit &To, json::Path P) {
  Reader R(From, P);
  R.required("file", To.File);
  if (!R.number("at", To.Offset))
    R.refuse(R.field("at"), "missing");
  R.text("was", To.Was);
  R.text("text", To.Text);
  To.Reach = To.Offset;
  if (R.number("reach", To.Reach) && !To.isInsertion())
    R.refuse(R.field("reach"), "only an insertion belongs to an expression");
  return R.done();
}

json::Value pagesplit::toJSON(const EditGroup &Group) {
  Writer W;
  W.text("name", Group.Name);
  W.text("rewriter", Group.Rewriter);
  W.text("descriptor", Group.Descriptor);
  W.place("where", Group.Where);
  W.text("title", Group.Title);
  W.texts("subjects", Group.Subjects);
  W.texts("remarks", Group.Remarks);
  W.texts("needs", Group.Needs);
  if (Group.OnlyServes)
    W.Out["only-serves"] = true;
  W.texts("notes", Group.Notes);
  W.texts("accesses", Group.Accesses);
  json::Array Edits;
  for (const Edit &E : Group.Edits)
    Edits.push_back(::toJSON(E));
  W.Out["edits"] = std::move(Edits);
  return std::move(W.Out);
}

bool pagesplit::fromJSON(const json::Value &From, EditGroup &To, json::Path P) {
  Reader R(From, P);
  R.required("name", To.Name);
  R.required("rewriter", To.Rewriter);
  R.text("descriptor", To.Descriptor);
  R.place("where", To.Where);
  R.text("title", To.Title);
  R.texts("subjects", To.Subjects);
  R.texts("remarks", To.Remarks);
  R.texts("needs", To.Needs);
  To.OnlyServes = R.flag("only-serves");
  R.texts("notes", To.Notes);
  R.texts("accesses", To.Accesses);
  const json::Value *Edits = R.find("edits");
  const json::Array *List = Edits ? Edits->getAsArray() : nullptr;
  if (!List)
    R.refuse(R.field("edits"), "expected a list of edits");
  for (size_t I = 0; List && I < List->size(); ++I) {
    Edit E;
    if (::fromJSON((*List)[I], E, R.field("edits").index(I)))
      To.Edits.insert(std::move(E));
    else
      R.failed();
  }
  return R.done();
}

json::Value pagesplit::toJSON(const Finding &F) {
  Writer W;
  W.text("reason", wordOf(F.Why));
  W.text("rewriter", F.Rewriter);
  W.place("where", F.Where);
  W.prose("subject", F.Subject);
  W.prose("detail", F.Detail);
  return std::move(W.Out);
}

bool pagesplit::fromJSON(const json::Value &From, Finding &To, json::Path P) {
  Reader R(From, P);
  std::string Word;
  R.required("reason", Word);
  std::optional<Refusal> Why = refusalOf(Word);
  if (Why)
    To.Why = *Why;
  else
    R.refuse(R.field("reason"), "expected one of the documented words");
  R.text("rewriter", To.Rewriter);
  R.place("where", To.Where);
  R.text("subject", To.Subject);
  R.text("detail", To.Detail);
  return R.done();
}

bool pagesplit::fromJSON(const json::Value &From, SourceRecord &To,
                         json::Path P) {
  Reader R(From, P);
  R.required("file", To.File);
  bool IsNew = R.flag("new");
  R.text("hash", To.Hash);
  if (IsNew == !To.Hash.empty())
    R.refuse(R.field("hash"), "expected either a hash or \"new\"");
  return R.done();
}

bool pagesplit::fromJSON(const json::Value &From, RefusedRecord &To,
                         json::Path P) {
  Reader R(From, P);
  R.required("group", To.Group);
  if (const json::Value *Why = R.find("why")) {
    if (!fromJSON(*Why, To.Why, R.field("why")))
      R.failed();
  } else {
    R.refuse(R.field("why"), "missing");
  }
  return R.done();
}
