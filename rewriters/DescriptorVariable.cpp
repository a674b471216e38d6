//===- DescriptorVariable.cpp - a name for what is looked up --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DescriptorVariable.h"

#include "UseRewriter.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class Declarer {
public:
  Declarer(const RewriteInput &Input, const PageDeclaration &Page,
           const DescriptorType &To, StringRef Name)
      : Page(Page), To(To), Name(Name),
        Text(textAt(Input, {Page.Body.File, 0, Page.Body.End})) {}

  bool declareAll(ArrayRef<Moment> Moments, const std::set<unsigned> &Changes);
  std::vector<Edit> take() { return std::move(Edits); }

private:
  bool isInOwnBlock(const Moment &M) const;
  std::string lookup() const {
    return (Name + " = " + To.from(Page.Name, false) + ";").str();
  }
  std::string declaration() const { return To.Type + " *"; }
  std::string indentAt(unsigned At) const;
  unsigned lineFor(const Moment &M) const;
  std::optional<unsigned> behindPage() const;
  bool declareBesidePage(StringRef What);
  void declareInBlock(const Moment &M);
  bool assign(ArrayRef<Moment> Moments);
  void add(unsigned At, const Twine &Line) {
    Edits.push_back(insertion(Page.Body.File, At, Line.str()));
  }

  const PageDeclaration &Page;
  const DescriptorType &To;
  StringRef Name;
  StringRef Text; ///< of the file, up to the end of the function
  std::vector<Edit> Edits;
};

} // namespace

std::string Declarer::indentAt(unsigned At) const {
  size_t Line = Text.rfind('\n', At) + 1;
  return Text.slice(Line, Text.find_first_not_of(" \t", Line)).str();
}

// A comment above the statement is about the statement.
unsigned Declarer::lineFor(const Moment &M) const {
  size_t Line = Text.rfind('\n', M.At) + 1;
  for (;;) {
    StringRef Before = Text.take_front(Line).drop_back(1);
    StringRef Last = Before.drop_front(Before.rfind('\n') + 1);
    size_t Open = Before.size() - Last.size();
    if (!Last.ltrim().starts_with("//")) {
      if (!Last.rtrim().ends_with("*/"))
        return Line;
      Open = Before.rfind("/*");
      Open = Open == StringRef::npos ? Open : Before.rfind('\n', Open) + 1;
    }
    bool IsAlone = Open != StringRef::npos && Open > M.Block.Begin &&
                   Before.drop_front(Open).ltrim().starts_with("/");
    if (!IsAlone)
      return Line;
    Line = Open;
  }
}

// The end of the line that declares the local variable.
std::optional<unsigned> Declarer::behindPage() const {
  StringRef Rest = Text.drop_front(Page.Whole.End);
  size_t End = Rest.find('\n');
  StringRef Line = Rest.take_front(End);
  bool IsPlain = Line.consume_front(";") && !Line.contains(';') &&
                 (!Line.contains("/*") || Line.rtrim().ends_with("*/"));
  if (End == StringRef::npos || !IsPlain)
    return std::nullopt;
  return Page.Whole.End + End;
}

bool Declarer::declareBesidePage(StringRef What) {
  std::string Line = declaration() + What.str();
  if (Page.Kind == DeclarationKind::Local) {
    std::optional<unsigned> At = behindPage();
    if (At)
      add(*At, "\n" + indentAt(Page.Whole.Begin) + Line);
    return At.has_value();
  }
  if (!Text.drop_front(Page.Body.Begin).starts_with("{\n"))
    return false;
  add(Page.Body.Begin + 1,
      "\n\t" + Line + (Page.StartsWithDeclaration ? "" : "\n"));
  return true;
}

bool Declarer::isInOwnBlock(const Moment &M) const {
  return M.EndsDeclarations && Text.drop_front(M.Block.Begin).starts_with("\n");
}

void Declarer::declareInBlock(const Moment &M) {
  bool HasDeclarations = !Text.slice(M.Block.Begin, lineFor(M)).trim().empty();
  std::string Line = indentAt(M.At) + declaration() + lookup();
  if (HasDeclarations)
    // Behind the last of them, before the empty line.
    add(Text.take_front(lineFor(M)).rtrim().size(), "\n" + Line);
  else
    add(M.Block.Begin, "\n" + Line + "\n");
}

bool Declarer::assign(ArrayRef<Moment> Moments) {
  for (const Moment &M : Moments)
    add(lineFor(M), indentAt(M.At) + lookup() + "\n");
  return true;
}

static bool isWithin(const TextSpan &Inner, const TextSpan &Outer) {
  return Outer.Begin <= Inner.Begin && Inner.End <= Outer.End;
}

bool Declarer::declareAll(ArrayRef<Moment> Moments,
                          const std::set<unsigned> &Changes) {
  // "struct page *page = ...; struct folio *folio = page_folio(page);"
  const Moment &First = Moments.front();
  bool IsWithPage = Page.Kind == DeclarationKind::Local &&
                    First.EndsDeclarations && isWithin(Page.Whole, First.Block);
  auto Change = Changes.lower_bound(Page.Whole.End);
  if (IsWithPage && (Change == Changes.end() || *Change > First.At))
    return declareBesidePage(lookup()) && assign(Moments.drop_front());
  bool AreApart = all_of(Moments, [&](const Moment &M) {
    return isInOwnBlock(M) && none_of(Moments, [&](const Moment &Other) {
             return &M != &Other && isWithin(Other.Block, M.Block);
           });
  });
  if (AreApart) {
    for_each(Moments, [&](const Moment &M) { declareInBlock(M); });
    return true;
  }
  return declareBesidePage((Name + ";").str()) && assign(Moments);
}

std::optional<std::vector<Edit>> pagesplit::declareDescriptor(
    const RewriteInput &Input, const PageDeclaration &Page,
    const DescriptorType &To, StringRef Name, ArrayRef<Moment> Moments,
    const std::set<unsigned> &Changes) {
  Declarer Lines(Input, Page, To, Name);
  if (!Lines.declareAll(Moments, Changes))
    return std::nullopt;
  return Lines.take();
}

Edit pagesplit::declareAtTop(const PageDeclaration &Page,
                             const DescriptorType &To, StringRef Name) {
  std::string Line =
      ("\n\t" + To.Type + " *" + Name + " = " + To.from(Page.Name, false) + ";")
          .str();
  if (!Page.StartsWithDeclaration)
    Line += "\n";
  return insertion(Page.Body.File, Page.Body.Begin + 1, Line);
}
