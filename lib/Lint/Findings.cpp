//===- Findings.cpp - from facts to findings ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/Findings.h"

#include "CallPlaces.h"
#include "FoundExpression.h"
#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/SourceRoots.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

std::string pagesplit::fingerprintOf(StringRef Check, StringRef Function,
                                     StringRef Subject, StringRef Expression) {
  std::string Text;
  for (StringRef Part : {Check, Function, Subject, Expression}) {
    Text += Part;
    Text += '\n';
  }
  return contentHash(Text);
}

void pagesplit::setExpression(LintFinding &Into, const SourceTokens &Tokens,
                              TokenRange Range) {
  Into.Expression = Tokens.text(Range);
  if (Range.Begin < Range.End && Range.End <= Tokens.size()) {
    Into.FirstLine = Tokens[Range.Begin].Line;
    Into.LastLine = Tokens[Range.End - 1].Line;
  } else {
    Into.FirstLine = Into.LastLine = Into.Where.Line;
  }
  Into.Fingerprint =
      fingerprintOf(Into.Check, Into.Function, Into.Subject, Into.Expression);
}

namespace {

class Finder {
public:
  Finder(const Knowledge &Known, const FindingQuery &Query, SourceTexts &Texts)
      : Known(Known), Query(Query), Texts(Texts) {}

  void see(const Access &A);
  void see(const Flow &F);
  std::vector<LintFinding> take();

private:
  bool isWanted(StringRef File) const {
    return isInSourceTree(File) && Query.IsWanted(File);
  }
  void addUse(const Access &A);
  void addBody(const Access &A);
  void addCall(StringRef Callee, StringRef Where, const Flow &F,
               bool PageIsArgument);
  const Knowledge &Known;
  const FindingQuery &Query;
  SourceTexts &Texts;
  std::set<LintFinding, ByFindingKey> Found;
};

} // namespace

static bool isWrittenAtUse(const Access &A) {
  return A.Spelling.File == A.Expansion.File &&
         A.Spelling.Offset >= A.Expansion.Offset &&
         A.Spelling.Offset < A.Expansion.Offset + A.Expansion.Length;
}

static LintFinding accessFinding(const Access &A) {
  LintFinding New;
  New.Check = FieldAccessCheck.str();
  New.Function = A.Function;
  New.Subject = A.Field;
  New.Message = "access to field '" + A.Field +
                "' of struct page; it belongs to the page's descriptor";
  New.About = {"access", A.Function, -1, A.Base, A.Field};
  return New;
}

// What is written "page->index" is the expression, also within a macro's
// argument; what only a macro makes of its arguments is the macro's use.
static TokenRange expressionOf(const Access &A, const SourceTokens &Tokens) {
  if (isWrittenAtUse(A)) {
    size_t Name = Tokens.at(A.Spelling.Offset);
    if (Name > 0 && Name < Tokens.size() &&
        (Tokens[Name - 1].Text == "->" || Tokens[Name - 1].Text == "."))
      return {Tokens.postfixStart(Name), Name + 1};
  }
  return Tokens.within(A.Expansion.Offset, A.Expansion.Length);
}

void Finder::addUse(const Access &A) {
  const SourceText *File = Texts.find(A.Expansion.File);
  if (!File)
    return;
  LintFinding New = accessFinding(A);
  const SourceSpan &At = isWrittenAtUse(A) ? A.Spelling : A.Expansion;
  New.Where = {At.File, At.Line, At.Column};
  if (!isWrittenAtUse(A) && isInSourceTree(A.Spelling.File))
    New.Body = {A.Spelling.File, A.Spelling.Line, A.Spelling.Column};
  setExpression(New, *File->Tokens, expressionOf(A, *File->Tokens));
  Found.insert(std::move(New));
}

void Finder::addBody(const Access &A) {
  const SourceText *File = Texts.find(A.Spelling.File);
  if (!File)
    return;
  LintFinding New = accessFinding(A);
  New.Where = {A.Spelling.File, A.Spelling.Line, A.Spelling.Column};
  New.Function = A.Macros.empty() ? "" : A.Macros.back();
  size_t Name = File->Tokens->at(A.Spelling.Offset);
  setExpression(New, *File->Tokens,
                {File->Tokens->postfixStart(Name), Name + 1});
  Found.insert(std::move(New));
}

void Finder::see(const Access &A) {
  if (A.Field == "*" || A.Field.empty())
    return;
  if (isWanted(A.Expansion.File))
    addUse(A);
  if (Query.WithBodies && !isWrittenAtUse(A) && isWanted(A.Spelling.File))
    addBody(A);
}

static std::string withArticle(StringRef Noun) {
  bool IsVowel = StringRef("aeiou").contains(Noun.front());
  return (IsVowel ? "an " : "a ") + Noun.str();
}

// What takes the call's place, by what the call takes (or, at position -1,
// gives) according to the knowledge files. A page that may be anything, as that
// of kmap_local_page(), has no descriptor form; and the form itself is made of
// the call.
static std::string messageFor(StringRef Callee, int Position, StringRef Caller,
                              const Knowledge &Known) {
  const Claim *Said = Known.evidence().call(Callee, Position);
  if (!Said || Said->How == Strength::Weak || Known.boundary(Callee))
    return "";
  const ApiPair *Pair = Known.replacement(Callee, Said->Descriptor);
  if (!Pair || Pair->Call.empty() || Pair->Call == Callee ||
      Pair->Call == Caller || Pair->IsResult)
    return "";
  std::string Text = Callee.str() + "() of " + withArticle(Said->Descriptor) +
                     " has the form " + Pair->Call + "()";
  if (!Pair->Differs.empty() && !Pair->Caveat.empty())
    Text += ", which is not the same: " + Pair->Caveat;
  return Text;
}

static VerdictSubject subjectOf(const Place &P) {
  switch (P.Kind) {
  case PlaceKind::Local:
    return {"local", P.Owner, -1, P.Name, ""};
  case PlaceKind::Param:
    return {"param", P.Owner, P.Position, "", ""};
  case PlaceKind::Member:
    return {"member", P.Owner, -1, P.Name, ""};
  case PlaceKind::Global:
    return {"global", "", -1, P.Name, ""};
  case PlaceKind::Return:
    return {"return", P.Owner, -1, "", ""};
  default:
    return {};
  }
}

void Finder::addCall(StringRef Callee, StringRef Where, const Flow &F,
                     bool PageIsArgument) {
  std::string Message = messageFor(Callee, PageIsArgument ? F.To.Position : -1,
                                   F.Function, Known);
  if (Message.empty())
    return;
  auto [Rest, Column] = Where.rsplit(':');
  auto [File, Line] = Rest.rsplit(':');
  unsigned AtLine = 0, AtColumn = 0;
  if (Line.getAsInteger(10, AtLine) || Column.getAsInteger(10, AtColumn) ||
      !isWanted(File))
    return;
  const SourceText *Text = Texts.find(File);
  if (!Text)
    return;
  std::optional<size_t> At = Text->Tokens->at(AtLine, AtColumn);
  if (!At)
    return;
  for (TokenRange Call : callsAround(*Text->Tokens, *At, Callee)) {
    const SourceToken &Name = (*Text->Tokens)[Call.Begin];
    LintFinding New;
    New.Check = PageApiCheck.str();
    New.Where = {File.str(), Name.Line, Name.Column};
    New.Function = F.Function;
    New.Subject = Callee.str();
    New.Message = Message;
    New.About = PageIsArgument ? subjectOf(F.From) : VerdictSubject();
    setExpression(New, *Text->Tokens, Call);
    Found.insert(std::move(New));
  }
}

void Finder::see(const Flow &F) {
  bool IsAddress = is_contained(F.Through, "&");
  if (F.Kind == FlowKind::Argument && F.To.Kind == PlaceKind::Param &&
      !IsAddress)
    addCall(F.To.Owner, F.Where, F, /*PageIsArgument=*/true);
  if (F.From.Kind == PlaceKind::Return)
    addCall(F.From.Owner, F.Where, F, /*PageIsArgument=*/false);
}

std::vector<LintFinding> Finder::take() {
  return std::vector<LintFinding>(Found.begin(), Found.end());
}

Error pagesplit::checkUnchanged(StringRef File, StringRef Hash,
                                SourceTexts &Texts) {
  const SourceText *Text = Texts.find(File);
  if (!Text)
    return errorIn(File, "the file is gone");
  if (Text->Hash != Hash)
    return errorIn(File, "the file has changed since it was analysed");
  return Error::success();
}

static Error checkVersions(const FactSet &Facts, const FindingQuery &Query,
                           SourceTexts &Texts) {
  for (const SourceFile &Seen : Facts.sources()) {
    if (!isInSourceTree(Seen.File) || !Query.IsWanted(Seen.File))
      continue;
    if (Error E = checkUnchanged(Seen.File, Seen.Hash, Texts))
      return E;
  }
  return Error::success();
}

Expected<std::vector<LintFinding>>
pagesplit::findInFacts(const FactSet &Facts, const Knowledge &Known,
                       const FindingQuery &Query, SourceTexts &Texts) {
  if (Error E = checkVersions(Facts, Query, Texts))
    return std::move(E);
  Finder In(Known, Query, Texts);
  if (Query.Checks.count(FieldAccessCheck.str()))
    for (const auto &[A, Configs] : Facts.accesses())
      In.see(A);
  if (Query.Checks.count(PageApiCheck.str()))
    for (const auto &[F, Configs] : Facts.flows())
      In.see(F);
  return In.take();
}
