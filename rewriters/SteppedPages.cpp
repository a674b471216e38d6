//===- SteppedPages.cpp - pages that arithmetic leads to ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SteppedPages.h"

#include "UseRewriter.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

SteppedPages::SteppedPages(const RewriteInput &Input) : Input(Input) {
  using Seat = std::tuple<std::string, std::string, int>;
  std::map<Seat, const PageDeclaration *> Parameters;
  // What a page is stored in has pages of all that store there.
  std::set<std::pair<std::string, unsigned>> Variables;
  for (const PageDeclaration &D : Input.Uses.Declarations) {
    if (!D.Body || !D.NameWord || D.Depth > 1)
      continue;
    Variables.insert({D.NameWord.File, D.NameWord.Begin});
    if (D.Kind == DeclarationKind::Parameter)
      Parameters[{D.Scope, D.Owner, D.Position}] = &D;
  }
  for (size_t Before = ~size_t(0); Before != Declared.size();) {
    Before = Declared.size();
    for (const PageUse &Use : Input.Uses.Uses) {
      if (isMoved(Use))
        Declared.insert({Use.Declared.File, Use.Declared.Begin});
      if (!is(Use))
        continue;
      if (Use.Kind == UseKind::Assign &&
          Variables.count({Use.Other.File, Use.Other.Begin}))
        Declared.insert({Use.Other.File, Use.Other.Begin});
      auto Found = Parameters.find({Use.CalleeScope, Use.Callee, Use.Position});
      if (Use.Kind == UseKind::Argument && Found != Parameters.end()) {
        const TextSpan &Name = Found->second->NameWord;
        Declared.insert({Name.File, Name.Begin});
      }
    }
  }
}

bool SteppedPages::is(const PageUse &Use) const {
  if (Use.Depth > 1)
    return false;
  if (Use.Declared)
    return Declared.count({Use.Declared.File, Use.Declared.Begin}) != 0;
  return isStep(textAt(Input, Use.Value));
}

// "page++", "page += 2", "++page", not "++page->inuse"
bool SteppedPages::isMoved(const PageUse &Use) const {
  if (Use.Depth > 1 || !Use.Declared || !Use.Name)
    return false;
  auto Text = Input.Texts.find(Use.Name.File);
  if (Text == Input.Texts.end() || !Text->second)
    return false;
  StringRef All = *Text->second;
  StringRef After = All.drop_front(Use.Name.End).ltrim();
  bool IsWhole = After.empty() || !StringRef("-.[").contains(After.front());
  return After.starts_with("++") || After.starts_with("+=") ||
         (IsWhole && All.take_front(Use.Name.Begin).rtrim().ends_with("++"));
}

// The sum is not within the arguments of a call that gives something else.
static bool isSum(StringRef Text) {
  int Depth = 0;
  for (char C : Text) {
    Depth += StringRef("([").contains(C);
    Depth -= StringRef(")]").contains(C);
    if (!Depth && C == '+')
      return true;
  }
  return false;
}

bool SteppedPages::isStep(StringRef Text) const {
  if (isSum(Text) || (Text.starts_with("&") && Text.ends_with("]")))
    return true;
  StringRef Name =
      Text.take_while([](char C) { return isAlnum(C) || C == '_'; });
  if (!Text.drop_front(Name.size()).starts_with("("))
    return false;
  // "nth_page(&folio->page, i)" is "folio_page(folio, i)".
  return any_of(Input.Known.descriptors(), [&](const Descriptor &D) {
    const ApiPair *Pair = Input.Known.replacement(Name, D.Name);
    StringRef Call = Pair ? StringRef(Pair->Call) : Name;
    return any_of(Input.Known.conversions(D.Name, "page"),
                  [&](const Conversion *C) {
                    return C->Form == ConversionForm::Arithmetic &&
                           is_contained(C->Calls, Call);
                  });
  });
}
