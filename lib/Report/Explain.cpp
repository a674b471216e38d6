//===- Explain.cpp - the path that leads to a verdict ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Report/Explain.h"

#include "MissingFacts.h"
#include "pagesplit/Report/WitnessPath.h"
#include "pagesplit/Solve/Database.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// Where the user points.
struct Target {
  std::string File;
  int64_t Line = 0;
  int64_t Column = 0;
  std::string Function;
  std::string Name;
};

/// One verdict with its paths.
struct Explained {
  std::string File, Function, Kind, Name, Field, Verdict, Reason, Test;
  int64_t Line = 0, Column = 0;
  std::optional<int64_t> Position;
  double Confidence = 0;
  std::vector<WitnessPath> Paths;
  std::vector<MissingFact> Missing; ///< of an unknown verdict
};

} // namespace

// "mm/slub.c:12", "mm/slub.c:12:4", "f", "f:page". A name of a slot has blanks
// and a dot, but no colon.
static Target parseTarget(StringRef Where) {
  Target T;
  SmallVector<StringRef, 3> Parts;
  Where.split(Parts, ':');
  if (Parts.size() >= 2 && !Parts[1].getAsInteger(10, T.Line)) {
    T.File = Parts[0].str();
    if (Parts.size() > 2)
      Parts[2].getAsInteger(10, T.Column);
    return T;
  }
  auto [Function, Name] = Where.rsplit(':');
  T.Function = Function.str();
  T.Name = Name.str();
  return T;
}

static std::vector<Explained> find(Sqlite &Db, const Target &T) {
  std::string Condition =
      T.Line ? "file = ?1 AND line = ?2 AND (?3 = 0 OR column = ?3)"
             : "is_main AND function = ?1 AND (?4 = '' OR name = ?4)";
  Statement Row(Db, "SELECT file, line, column, function, kind, position, name,"
                    " field, verdict, confidence, reason, test, place_id"
                    " FROM verdict_full WHERE " +
                        Condition +
                        " ORDER BY file, line, column, kind, position, name,"
                        " field");
  Row.bind(1, T.Line ? T.File : T.Function);
  if (T.Line) {
    Row.bind(2, T.Line);
    Row.bind(3, T.Column);
  } else {
    Row.bind(4, T.Name);
  }
  std::vector<Explained> Found;
  std::vector<std::optional<int64_t>> Places;
  while (Row.step()) {
    Explained E;
    E.File = Row.text(0).str();
    E.Line = Row.integer(1);
    E.Column = Row.integer(2);
    E.Function = Row.text(3).str();
    E.Kind = Row.text(4).str();
    if (!Row.isNull(5))
      E.Position = Row.integer(5);
    E.Name = Row.text(6).str();
    E.Field = Row.text(7).str();
    E.Verdict = Row.text(8).str();
    E.Confidence = Row.real(9);
    E.Reason = Row.text(10).str();
    E.Test = Row.text(11).str();
    if (!Row.isNull(12))
      Places.push_back(Row.integer(12));
    else
      Places.push_back(std::nullopt);
    Found.push_back(std::move(E));
  }
  for (size_t I = 0; I < Found.size(); ++I)
    if (Places[I]) {
      Found[I].Paths = witnessPaths(Db, *Places[I]);
      if (Found[I].Verdict == "unknown")
        Found[I].Missing = missingFacts(Db, *Places[I]);
    }
  return Found;
}

static std::string titleOf(const Explained &E) {
  std::string In = E.Function.empty() ? "" : " of " + E.Function;
  if (StringRef(E.Function).find(' ') == StringRef::npos && !In.empty() &&
      E.Kind != "member")
    In += "()";
  if (E.Kind == "access")
    return "access to " + E.Field + " of `" + E.Name + "`" +
           (E.Function.empty() ? "" : " in " + E.Function + "()");
  if (E.Kind == "param")
    return "parameter " + std::to_string(E.Position.value_or(0)) + " `" +
           E.Name + "`" + In;
  if (E.Kind == "return")
    return "result" + In;
  return E.Kind + " `" + E.Name + "`" + In;
}

static void printPath(const Explained &E, const WitnessPath &Path,
                      raw_ostream &Out) {
  bool Decides = E.Verdict == Path.Descriptor || E.Verdict == "mixed" ||
                 E.Verdict == "unknown";
  StringRef What = Path.Descriptor == "page"      ? "a bare page"
                   : Path.Descriptor == "unknown" ? "an unknown page"
                                                  : StringRef(Path.Descriptor);
  Out << "  " << (Decides ? "" : "against: ")
      << (Path.Side == "used-as" ? "used as " : "comes from ") << What
      << format(" (%.2f)", Path.Confidence) << '\n';
  for (const WitnessStep &Step : Path.Steps)
    Out << "    " << (Step.Where.empty() ? "" : Step.Where + "  ") << Step.Text
        << '\n';
}

static void printText(ArrayRef<Explained> All, raw_ostream &Out) {
  for (const Explained &E : All) {
    Out << E.File << ':' << E.Line << ':' << E.Column << "  " << titleOf(E)
        << ": " << E.Verdict << format(", %.2f, ", E.Confidence) << E.Reason
        << '\n';
    if (!E.Test.empty())
      Out << "  here " << E.Test << " holds\n";
    for (const WitnessPath &Path : E.Paths)
      printPath(E, Path, Out);
    if (E.Verdict == "unknown")
      printMissing(E.Missing, E.Reason, Out);
  }
}

static void printJson(ArrayRef<Explained> All, raw_ostream &Out) {
  json::OStream Json(Out, 1);
  Json.array([&] {
    for (const Explained &E : All)
      Json.object([&] {
        Json.attribute("file", E.File);
        Json.attribute("line", E.Line);
        Json.attribute("column", E.Column);
        Json.attribute("function", E.Function);
        Json.attribute("kind", E.Kind);
        if (E.Position)
          Json.attribute("position", *E.Position);
        Json.attribute("name", E.Name);
        Json.attribute("field", E.Field);
        Json.attribute("verdict", E.Verdict);
        Json.attribute("confidence", E.Confidence);
        Json.attribute("reason", E.Reason);
        Json.attribute("test", E.Test);
        if (E.Verdict == "unknown")
          printMissing(E.Missing, Json);
        Json.attributeArray("paths", [&] {
          for (const WitnessPath &Path : E.Paths)
            Json.object([&] {
              Json.attribute("side", Path.Side);
              Json.attribute("descriptor", Path.Descriptor);
              Json.attribute("confidence", Path.Confidence);
              Json.attributeArray("steps", [&] {
                for (const WitnessStep &Step : Path.Steps)
                  Json.object([&] {
                    Json.attribute("where", Step.Where);
                    Json.attribute("text", Step.Text);
                  });
              });
            });
        });
      });
  });
  Out << '\n';
}

Error pagesplit::explain(StringRef DbPath, StringRef Where, bool Json,
                         raw_ostream &Out) {
  Expected<Sqlite> Db = openDatabase(DbPath);
  if (!Db)
    return Db.takeError();
  std::vector<Explained> Found = find(*Db, parseTarget(Where));
  if (Error E = Db->takeError())
    return E;
  if (Found.empty())
    return errorIn(DbPath,
                   "nothing that holds or touches a page at '" + Where + "'");
  (Json ? printJson : printText)(Found, Out);
  return Error::success();
}
