//===- UseFile.cpp - uses written down ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Uses/UseFile.h"

#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Support/RecordFile.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

static constexpr RecordFormat Format = {
    "pagesplit-uses", UseFileVersion, "a",
    "use file",       "record",       "rewrite again"};

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
  template <typename T> static bool isEmpty(const std::vector<T> &S) {
    return S.empty();
  }
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
  void operator()(StringLiteral Key, std::vector<unsigned> &Value) {
    std::vector<uint64_t> Numbers;
    (*this)(Key, Numbers);
    Value.assign(Numbers.begin(), Numbers.end());
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

// The last argument chooses the overload; T is const when a record is written.
template <typename Visitor, typename T>
void visit(Visitor &V, T &U, const PageUse &) {
  V("kind", U.Kind);
  V("depth", U.Depth);
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
void visit(Visitor &V, T &D, const PageDeclaration &) {
  V("kind", D.Kind);
  V("depth", D.Depth);
  V("owner", D.Owner);
  V("scope", D.Scope);
  V("position", D.Position);
  V("name", D.Name);
  V("name-word", D.NameWord);
  V("type-word", D.TypeWord);
  V("typedef", D.Typedef);
  V("declarators", D.Declarators);
  V("whole", D.Whole);
  V("body", D.Body);
  V("head", D.Head);
  V("starts-with-declaration", D.StartsWithDeclaration);
  V("line", D.Line);
  V("column", D.Column);
}

template <typename Visitor, typename T>
void visit(Visitor &V, T &M, const FunctionMention &) {
  V("name", M.Name);
  V("scope", M.Scope);
  V("mode", M.Mode);
  V("into", M.Into);
  V("into-scope", M.IntoScope);
  V("word", M.Word);
  V("line", M.Line);
  V("column", M.Column);
}

template <typename Visitor, typename T>
void visit(Visitor &V, T &S, const BlockStatement &) {
  V("file", S.File);
  V("begin", S.Begin);
  V("block-begin", S.BlockBegin);
  V("block-end", S.BlockEnd);
  V("declaration", S.IsDeclaration);
  V("always", S.Always);
  V("required", S.Required);
  V("jumps-to", S.JumpsTo);
  V("jumps-into", S.JumpsInto);
}

template <typename Visitor, typename T>
void visit(Visitor &V, T &M, const DescriptorMember &) {
  V("type", M.Type);
  V("field", M.Field);
  V("field-type", M.FieldType);
}

} // namespace

void pagesplit::printUses(const UseSet &Uses, raw_ostream &Out) {
  RecordWriter W(Format, Out);
  auto Line = [&](StringRef Word, const auto &Record) {
    ToObject V;
    visit(V, Record, Record);
    W.line(Word, std::move(V.Object));
  };
  for (const auto &[File, Hashes] : Uses.Sources)
    for (const std::string &Hash : Hashes)
      W.line("source", json::Object{{"file", File}, {"hash", Hash}});
  for (const auto &[Unit, Error] : Uses.Failed)
    W.line("failed", json::Object{{"unit", Unit}, {"error", Error}});
  for (const DescriptorMember &M : Uses.Members)
    Line("member", M);
  for (const PageDeclaration &D : Uses.Declarations)
    Line("declaration", D);
  for (const FunctionMention &M : Uses.Mentions)
    Line("mention", M);
  for (const BlockStatement &S : Uses.Statements)
    Line("statement", S);
  for (const PageUse &U : Uses.Uses)
    Line("use", U);
}

template <typename T>
static Error take(const RecordLine &Line, std::set<T, ByUseKey> &Into) {
  json::Path::Root Root(Line.Word);
  FromObject V(Line.Value, Root);
  T Record;
  visit(V, Record, Record);
  if (!V.done())
    return Line.fault(toString(Root.getError()));
  Into.insert(std::move(Record));
  return Error::success();
}

static Error takeStrings(const RecordLine &Line, StringLiteral FirstKey,
                         StringLiteral SecondKey,
                         function_ref<void(std::string, std::string)> Add) {
  json::Path::Root Root(Line.Word);
  json::ObjectMapper Map(Line.Value, Root);
  std::string First, Second;
  if (!Map || !Map.map(FirstKey, First) || !Map.map(SecondKey, Second))
    return Line.fault(toString(Root.getError()));
  Add(std::move(First), std::move(Second));
  return Error::success();
}

Error pagesplit::parseUses(StringRef Text, StringRef Name, UseSet &Into) {
  return readRecords(Text, Name, Format, [&](const RecordLine &Line) {
    if (Line.Word == "use")
      return take(Line, Into.Uses);
    if (Line.Word == "declaration")
      return take(Line, Into.Declarations);
    if (Line.Word == "mention")
      return take(Line, Into.Mentions);
    if (Line.Word == "statement")
      return take(Line, Into.Statements);
    if (Line.Word == "member")
      return take(Line, Into.Members);
    if (Line.Word == "failed")
      return takeStrings(Line, "unit", "error",
                         [&](std::string Unit, std::string Error) {
                           Into.Failed[Unit] = std::move(Error);
                         });
    if (Line.Word == "source")
      return takeStrings(Line, "file", "hash",
                         [&](const std::string &File, std::string Hash) {
                           Into.Sources[File].insert(std::move(Hash));
                         });
    return Line.unknown();
  });
}

Error pagesplit::readUses(StringRef Path, UseSet &Into) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  return parseUses(*Text, Path, Into);
}
