//===- CheckFindings.cpp - from diagnostics of checks to findings ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/CheckFindings.h"

#include "FoundExpression.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/SourceRoots.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class CheckFinder {
public:
  CheckFinder(std::vector<LintFinding> &Findings, const FindingQuery &Query,
              SourceTexts &Texts)
      : Query(Query), Texts(Texts) {
    Found.insert(Findings.begin(), Findings.end());
  }

  void see(const CheckDiagnostic &D);
  std::vector<LintFinding> take() {
    return std::vector<LintFinding>(Found.begin(), Found.end());
  }

private:
  bool isWanted(StringRef File) const {
    return isInSourceTree(File) && Query.IsWanted(File);
  }
  bool join(const CheckDiagnostic &D);
  std::optional<LintFix> fixOf(const CheckDiagnostic &D);
  void place(LintFinding &Into, const LintPlace &At, const SourceText &Text);
  void add(const CheckDiagnostic &D, const LintPlace &At);

  const FindingQuery &Query;
  SourceTexts &Texts;
  std::set<LintFinding, ByFindingKey> Found;
};

} // namespace

static LintPlace placeAt(const SourceText &Text, StringRef File,
                         unsigned Offset) {
  StringRef Before = StringRef(Text.Text).take_front(Offset);
  size_t LineBegin = Before.rfind('\n') + 1; // npos + 1 is 0
  return {File.str(), static_cast<unsigned>(Before.count('\n') + 1),
          static_cast<unsigned>(Before.size() - LineBegin + 1)};
}

std::optional<LintFix> CheckFinder::fixOf(const CheckDiagnostic &D) {
  const SourceText *Text = D.Edit ? Texts.find(D.Where.File) : nullptr;
  if (!Text)
    return std::nullopt;
  LintFix Fix;
  Fix.Offset = D.Edit->Offset;
  Fix.Length = D.Edit->Length;
  Fix.Begin = placeAt(*Text, D.Where.File, Fix.Offset);
  Fix.End = placeAt(*Text, D.Where.File, Fix.Offset + Fix.Length);
  Fix.Text = D.Edit->Text;
  return Fix;
}

// Facts and checks begin alike: with the field, or with the call.
static std::string beginningOf(const LintFinding &F) {
  return F.Check == FieldAccessCheck ? "access to field '" + F.Subject + "' "
                                     : F.Subject + "() ";
}

// Facts know where the outermost macro is used; a check knows which of its
// arguments it is.
static bool isSameUse(const LintFinding &F, const CheckDiagnostic &D) {
  if (F.Where.key() == D.Where.key())
    return true;
  return F.Body && D.Body.Line && F.Body->key() == D.Body.key() &&
         F.FirstLine <= D.Where.Line && D.Where.Line <= F.LastLine;
}

// Whether facts have shown it.
bool CheckFinder::join(const CheckDiagnostic &D) {
  if (D.Check != FieldAccessCheck && D.Check != PageApiCheck)
    return false;
  LintFinding Least; // the key of a finding has its file in front
  Least.Where.File = D.Where.File;
  auto I = Found.lower_bound(Least);
  for (; I != Found.end() && I->Where.File == D.Where.File; ++I)
    if (I->Check == D.Check && isSameUse(*I, D) &&
        StringRef(D.Message).starts_with(beginningOf(*I)))
      break;
  if (I == Found.end() || I->Where.File != D.Where.File)
    return false;
  LintFinding Known = *I;
  Found.erase(I);
  Known.Message = D.Message;
  Known.Notes = D.Notes;
  if (std::optional<LintFix> Fix = fixOf(D))
    Known.Fix = Fix;
  if (Known.Where.key() != D.Where.key())
    place(Known, D.Where, *Texts.find(D.Where.File));
  Found.insert(std::move(Known));
  return true;
}

// A finding whose place and subject are there gets its expression.
void CheckFinder::place(LintFinding &Into, const LintPlace &At,
                        const SourceText &Text) {
  Into.Where = At;
  std::optional<size_t> Token = Text.Tokens->at(At.Line, At.Column);
  if (Into.Subject.empty()) {
    bool IsWord = Token && (*Text.Tokens)[*Token].isWord();
    Into.Subject = IsWord ? (*Text.Tokens)[*Token].Text.str() : "*";
  }
  setExpression(Into, *Text.Tokens,
                Token ? Text.Tokens->expressionAt(*Token) : TokenRange());
}

void CheckFinder::add(const CheckDiagnostic &D, const LintPlace &At) {
  const SourceText *Text = Texts.find(At.File);
  if (!Text)
    return;
  bool IsBody = At.key() == D.Body.key();
  LintFinding New;
  New.Check = D.Check;
  New.Function = IsBody ? D.Macro : D.Function;
  New.Message = D.Message;
  New.Notes = D.Notes;
  if (!IsBody)
    New.Fix = fixOf(D);
  if (!IsBody && D.Body.Line && isInSourceTree(D.Body.File))
    New.Body = D.Body;
  place(New, At, *Text);
  Found.insert(std::move(New));
}

void CheckFinder::see(const CheckDiagnostic &D) {
  if (!Query.Checks.count(D.Check))
    return;
  if (isWanted(D.Where.File) && !join(D))
    add(D, D.Where);
  // Facts have shown the bodies that name a field.
  if (Query.WithBodies && D.Body.Line && isWanted(D.Body.File) &&
      D.Check != FieldAccessCheck)
    add(D, D.Body);
}

Error pagesplit::addCheckFindings(std::vector<LintFinding> &Findings,
                                  const CheckResults &Said,
                                  const FindingQuery &Query,
                                  SourceTexts &Texts) {
  if (!Said.Error.empty())
    return errorOf(Said.Error);
  for (const auto &[File, Hash] : Said.Sources)
    if (isInSourceTree(File) && Query.IsWanted(File))
      if (Error E = checkUnchanged(File, Hash, Texts))
        return E;
  CheckFinder In(Findings, Query, Texts);
  for (const CheckDiagnostic &D : Said.Diagnostics)
    In.see(D);
  Findings = In.take();
  return Error::success();
}
