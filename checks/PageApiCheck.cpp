//===- PageApiCheck.cpp - memdesc-page-api -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PageApiCheck.h"

#include "DescriptorText.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <map>

using namespace clang;
using namespace llvm;

namespace pagesplit::checks {

namespace {
using CallMap = std::map<std::pair<unsigned, std::string>, const CallExpr *>;

// Calls by where an argument begins and whom they call.
class Calls : public RecursiveASTVisitor<Calls> {
public:
  explicit Calls(CallMap &Into) : Into(Into) {}
  bool VisitCallExpr(CallExpr *Call) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && Callee->getIdentifier())
      for (const Expr *Argument : Call->arguments())
        Into.try_emplace(
            {Argument->getBeginLoc().getRawEncoding(), Callee->getName().str()},
            Call);
    return true;
  }

private:
  CallMap &Into;
};
} // namespace

// The place where macro \p Name is used around \p Loc.
static SourceLocation useOfMacro(StringRef Name, SourceLocation Loc,
                                 const ASTContext &Context) {
  const SourceManager &Sources = Context.getSourceManager();
  SourceLocation Outermost = Sources.getExpansionLoc(Loc);
  std::vector<std::string> Names = macrosAround(Loc, Context);
  if (Names.empty() || Names.back() != Name)
    return SourceLocation();
  return Outermost;
}

// What \p Site is about: by the unit, by the snapshot, or else by what the call
// takes.
std::string PageApiCheck::kindOf(const FlowSite &Site, const std::string &Call,
                                 bool &IsProved) {
  IsProved = true;
  // Who tests again behind a test does not count on the first.
  std::optional<PageKind> Kind = unit().kindOf(Site);
  if (Kind && !(Kind->IsTest && Kind->Because == Call))
    return Kind->Descriptor;
  if (std::optional<SnapshotVerdict> Solved = solved(variableOf(Site.From)))
    if (Solved->isDescriptor())
      return Solved->Word;
  IsProved = false;
  const Claim *Said = known().evidence().call(Call, Site.To.Position);
  return Said && Said->How != Strength::Weak ? Said->Descriptor : "";
}

// The arguments of the new call; nothing when one has to be found.
static std::optional<std::string>
argumentsOf(const ApiPair &Pair, const CallExpr *Call, unsigned Position,
            const std::string &Descriptor, const ASTContext &Context) {
  std::vector<std::string> Old, New;
  for (const Expr *Argument : Call->arguments())
    Old.push_back(textOf(Argument->getSourceRange(), Context));
  if (Position >= Old.size() || is_contained(Old, std::string()))
    return std::nullopt;
  Old[Position] = Descriptor;
  if (Pair.Arguments.empty())
    return join(Old, ", ");
  for (const std::string &Word : Pair.Arguments) {
    unsigned Index = 0;
    if (StringRef(Word).starts_with("="))
      New.push_back(Word.substr(1));
    else if (!StringRef(Word).getAsInteger(10, Index) && Index < Old.size())
      New.push_back(Old[Index]);
    else
      return std::nullopt;
  }
  return join(New, ", ");
}

// `lock_page(&folio->page)` is `folio_lock(folio)`; of another page it is
// `folio_lock(page_folio(page))` when that finds the head of every page.
FixItHint PageApiCheck::fix(const FlowSite &Site, const ApiPair &Pair,
                            const CallExpr *Call, bool IsProved,
                            ASTContext &Context) {
  unsigned Position = Site.To.Position;
  if (!Call || Call->getBeginLoc().isMacroID() ||
      Call->getEndLoc().isMacroID() || Position >= Call->getNumArgs())
    return {};
  const Expr *Page = Call->getArg(Position);
  std::optional<DescriptorBehind> Behind =
      descriptorBehind(Page, known(), Context);
  std::string Text;
  if (Behind && Behind->Descriptor == Pair.Descriptor)
    Text = Behind->Text;
  for (Difference How : Pair.Differs)
    if (How != Difference::Exact || Text.empty())
      return {};
  if (Text.empty() && IsProved)
    for (const Conversion *C : known().conversions("page", Pair.Descriptor))
      if (C->Form == ConversionForm::Lookup && C->Otherwise == "never")
        Text = C->Calls.front() + "(" +
               textOf(Page->getSourceRange(), Context) + ")";
  if (Text.empty() || textOf(Page->getSourceRange(), Context).empty())
    return {};
  std::optional<std::string> Arguments =
      argumentsOf(Pair, Call, Position, Text, Context);
  if (!Arguments)
    return {};
  return FixItHint::CreateReplacement(Call->getSourceRange(),
                                      Pair.Call + "(" + *Arguments + ")");
}

void PageApiCheck::checkUnit(ASTContext &Context) {
  CallMap All;
  Calls(All).TraverseDecl(Context.getTranslationUnitDecl());
  for (const FlowSite &Site : unit().flows()) {
    if (Site.Form != FlowForm::Argument || Site.To.Kind != FlowEnd::Param ||
        is_contained(Site.Through, std::string("&")))
      continue;
    const std::string Name = nameOf(Site.To);
    // There conversions stop on purpose, and each page counts by itself.
    const Claim *Takes = known().evidence().call(Name, Site.To.Position);
    if (known().boundary(Name) || (Takes && Takes->Descriptor == "page"))
      continue;
    bool IsProved = false;
    const std::string Kind = kindOf(Site, Name, IsProved);
    const ApiPair *Pair =
        Kind.empty() ? nullptr : known().replacement(Name, Kind);
    if (!Pair || Pair->Call.empty() || Pair->Call == Name || Pair->IsResult)
      continue;
    // The form itself is made of the call.
    if (Site.Owner && ownerName(Site.Owner) == Pair->Call)
      continue;
    auto Found = All.find({Site.Range.getBegin().getRawEncoding(), Name});
    const CallExpr *Call = Found == All.end() ? nullptr : Found->second;
    SourceLocation Loc = Call
                             ? Call->getBeginLoc()
                             : useOfMacro(Name, Site.Range.getBegin(), Context);
    if (Loc.isInvalid())
      continue;
    diag(Loc, "%0() of %1 has the form %2()%select{|, which is not the same: "
              "%4}3")
        << Name << withArticle(Kind) << Pair->Call
        << !(Pair->Differs.empty() || Pair->Caveat.empty()) << Pair->Caveat
        << fix(Site, *Pair, Call, IsProved, Context);
  }
}

} // namespace pagesplit::checks
