//===- UseFile.cpp - uses written down ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Uses/UseFile.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/RecordFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;
using namespace pagesplit;

static const RecordFormat &format() {
  static const RecordFormat Format = {"pagesplit-uses", UseFileVersion,
                                      "use file", "rewrite again"};
  return Format;
}

namespace pagesplit {

json::Value toJSON(const TextSpan &S) {
  return json::Array{S.File, S.Begin, S.End};
}

bool fromJSON(const json::Value &From, TextSpan &To, json::Path P) {
  const json::Array *Parts = From.getAsArray();
  if (!Parts || Parts->size() != 3) {
    P.report("expected [file, begin, end]");
    return false;
  }
  uint64_t Begin = 0, End = 0;
  if (!fromJSON((*Parts)[0], To.File, P.index(0)) ||
      !fromJSON((*Parts)[1], Begin, P.index(1)) ||
      !fromJSON((*Parts)[2], End, P.index(2)))
    return false;
  To.Begin = Begin;
  To.End = End;
  return true;
}

template <typename Enum>
static bool readWord(const json::Value &From, Enum &To,
                     ArrayRef<StringLiteral> Words, json::Path P) {
  std::optional<StringRef> Word = From.getAsString();
  const auto *Found = Word ? find(Words, *Word) : Words.end();
  if (Found == Words.end()) {
    P.report("unknown kind");
    return false;
  }
  To = static_cast<Enum>(Found - Words.begin());
  return true;
}

bool fromJSON(const json::Value &From, UseKind &To, json::Path P) {
  return readWord(From, To, useKindWords(), P);
}

bool fromJSON(const json::Value &From, DeclarationKind &To, json::Path P) {
  return readWord(From, To, declarationKindWords(), P);
}

} // namespace pagesplit

namespace {

/// Goes through the members of a record once, to write or to read it.
class ToObject {
public:
  json::Object Object;
  template <typename T> void operator()(StringLiteral Key, const T &Value) {
    if (!isEmpty(Value))
      Object[Key] = toValue(Value);
  }

private:
  static bool isEmpty(const TextSpan &S) { return !S; }
  static bool isEmpty(const std::string &S) { return S.empty(); }
  static bool isEmpty(const std::vector<TextSpan> &S) { return S.empty(); }
  static bool isEmpty(int N) { return N == -1; }
  static bool isEmpty(bool B) { return !B; }
  static bool isEmpty(unsigned) { return false; }
  static bool isEmpty(UseKind) { return false; }
  static bool isEmpty(DeclarationKind) { return false; }
  static json::Value toValue(UseKind Kind) { return wordOf(Kind); }
  static json::Value toValue(DeclarationKind Kind) { return wordOf(Kind); }
  template <typename T> static json::Value toValue(const T &Value) {
    return Value;
  }
};

class FromObject {
public:
  FromObject(const json::Value &From, json::Path P) : Map(From, P), P(P) {
    if (const json::Object *O = From.getAsObject())
      for (const auto &Entry : *O)
        Unread.insert(Entry.first.str());
  }
  // LLVM 19 reads no unsigned int.
  void operator()(StringLiteral Key, unsigned &Value) {
    uint64_t Number = Value;
    (*this)(Key, Number);
    Value = Number;
  }
  template <typename T> void operator()(StringLiteral Key, T &Value) {
    Fits = Fits && Map && Map.mapOptional(Key, Value);
    Unread.erase(Key.str());
  }
  bool done() const {
    if (Fits && !Unread.empty())
      P.field(*Unread.begin()).report("unknown key");
    return Fits && Unread.empty();
  }

private:
  json::ObjectMapper Map;
  json::Path P;
  std::set<std::string> Unread;
  bool Fits = true;
};

template <typename Visitor, typename T> void visitUse(Visitor &V, T &U) {
  V("kind", U.Kind);
  V("function", U.Function);
  V("scope", U.Scope);
  V("line", U.Line);
  V("column", U.Column);
  V("value", U.Value);
  V("macro", U.Macro);
  V("declared", U.Declared);
  V("name", U.Name);
  V("called", U.Called);
  V("called-scope", U.CalledScope);
  V("field", U.Field);
  V("field-word", U.FieldWord);
  V("field-type", U.FieldType);
  V("mode", U.Mode);
  V("access", U.Access);
  V("written", U.Written);
  V("callee", U.Callee);
  V("callee-scope", U.CalleeScope);
  V("callee-word", U.CalleeWord);
  V("call", U.Call);
  V("position", U.Position);
  V("arguments", U.Arguments);
  V("other", U.Other);
}

template <typename Visitor, typename T>
void visitDeclaration(Visitor &V, T &D) {
  V("kind", D.Kind);
  V("owner", D.Owner);
  V("scope", D.Scope);
  V("position", D.Position);
  V("name", D.Name);
  V("name-word", D.NameWord);
  V("type-word", D.TypeWord);
  V("declarators", D.Declarators);
  V("whole", D.Whole);
  V("body", D.Body);
  V("head", D.Head);
  V("starts-with-declaration", D.StartsWithDeclaration);
  V("line", D.Line);
  V("column", D.Column);
}

template <typename Visitor, typename T> void visitMention(Visitor &V, T &M) {
  V("name", M.Name);
  V("scope", M.Scope);
  V("mode", M.Mode);
  V("word", M.Word);
  V("line", M.Line);
  V("column", M.Column);
}

template <typename Visitor, typename T> void visitMember(Visitor &V, T &M) {
  V("type", M.Type);
  V("field", M.Field);
  V("field-type", M.FieldType);
}

} // namespace

void pagesplit::printUses(const UseSet &Uses, raw_ostream &Out) {
  RecordWriter W(format(), Out);
  auto Line = [&](StringRef Word, const auto &Record, auto Visit) {
    ToObject V;
    Visit(V, Record);
    W.line(Word, std::move(V.Object));
  };
  for (const auto &[File, Hashes] : Uses.Sources)
    for (const std::string &Hash : Hashes)
      W.line("source", json::Object{{"file", File}, {"hash", Hash}});
  for (const auto &[Unit, Error] : Uses.Failed)
    W.line("failed", json::Object{{"unit", Unit}, {"error", Error}});
  for (const DescriptorMember &M : Uses.Members)
    Line("member", M, [](auto &V, auto &R) { visitMember(V, R); });
  for (const PageDeclaration &D : Uses.Declarations)
    Line("declaration", D, [](auto &V, auto &R) { visitDeclaration(V, R); });
  for (const FunctionMention &M : Uses.Mentions)
    Line("mention", M, [](auto &V, auto &R) { visitMention(V, R); });
  for (const PageUse &U : Uses.Uses)
    Line("use", U, [](auto &V, auto &R) { visitUse(V, R); });
}

template <typename T, typename Visit>
static bool readInto(const json::Value &Value, json::Path P,
                     std::set<T, ByUseKey> &Into, Visit Members) {
  T Record;
  FromObject V(Value, P);
  Members(V, Record);
  if (!V.done())
    return false;
  Into.insert(std::move(Record));
  return true;
}

Error pagesplit::parseUses(StringRef Text, StringRef Name, UseSet &Into) {
  auto Take = [&](StringRef Word, const json::Value &Value,
                  json::Path P) -> std::optional<bool> {
    if (Word == "use")
      return readInto(Value, P, Into.Uses,
                      [](auto &V, auto &R) { visitUse(V, R); });
    if (Word == "declaration")
      return readInto(Value, P, Into.Declarations,
                      [](auto &V, auto &R) { visitDeclaration(V, R); });
    if (Word == "mention")
      return readInto(Value, P, Into.Mentions,
                      [](auto &V, auto &R) { visitMention(V, R); });
    if (Word == "member")
      return readInto(Value, P, Into.Members,
                      [](auto &V, auto &R) { visitMember(V, R); });
    json::ObjectMapper Map(Value, P);
    if (Word == "failed") {
      std::string Unit, Error;
      if (!Map || !Map.map("unit", Unit) || !Map.map("error", Error))
        return false;
      Into.Failed[Unit] = Error;
      return true;
    }
    if (Word != "source")
      return std::nullopt;
    std::string File, Hash;
    if (!Map || !Map.map("file", File) || !Map.map("hash", Hash))
      return false;
    Into.Sources[File].insert(Hash);
    return true;
  };
  return readRecords(Text, Name, format(), Take);
}

Error pagesplit::readUses(StringRef Path, UseSet &Into) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return errorIn(Path, "cannot read: " + Buffer.getError().message());
  return parseUses((*Buffer)->getBuffer(), Path, Into);
}
