//===- Maintainers.cpp - which section of MAINTAINERS owns a file ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/Maintainers.h"

#include "llvm/ADT/StringExtras.h"

#include <map>

using namespace llvm;
using namespace pagesplit;

static constexpr StringLiteral Wildcards = "*?[";

// What the script gives a section for an N: line; an F: line has one for each
// path component, or -1 when it starts with a wildcard.
static constexpr int RegexDepth = 0;

static unsigned literalLength(StringRef Pattern, StringRef Special) {
  return count_if(Pattern,
                  [&](char C) { return !Special.contains(C) && C != '/'; });
}

// "drivers/net/" of "drivers/net/phy*.c"; "" when the first component has a
// wildcard.
static StringRef fixedDirectory(StringRef Pattern) {
  StringRef Fixed = Pattern.take_front(Pattern.find_first_of(Wildcards));
  return Fixed.take_front(Fixed.rfind('/') + 1);
}

Maintainers::Maintainers(StringRef Text, IsDirectory Directory) {
  StringRef Name;
  bool Fresh = false;
  for (unsigned Line = 1; !Text.empty(); ++Line) {
    auto [Current, Rest] = Text.split('\n');
    Text = Rest;
    Current = Current.rtrim();
    if (Current.empty() || Current.starts_with("#"))
      continue;
    if (Current.size() < 2 || !isUpper(Current[0]) || Current[1] != ':') {
      Name = Texts.save(Current);
      Fresh = true;
      continue;
    }
    if (Fresh)
      Sections.push_back({{Name, {}, {}, {}}, false, {}});
    Fresh = false;
    if (Sections.empty())
      continue;
    char Type = Current[0];
    StringRef Value = Current.drop_front(2).ltrim();
    addContact(Type, Value);
    if (Type == 'N')
      addRegex(Value, Line);
    if (Type != 'F' && Type != 'X')
      continue;
    bool NamesDirectory = !Value.ends_with("/") &&
                          Value.find_first_of(Wildcards) == StringRef::npos &&
                          Directory(Value);
    addPattern(Type, NamesDirectory ? (Value + "/").str() : Value.str(), Line);
  }
}

void Maintainers::addContact(char Type, StringRef Value) {
  SectionContacts &To = Sections.back().Contacts;
  if (Type == 'M')
    To.Maintainers.push_back(Texts.save(Value));
  else if (Type == 'R')
    To.Reviewers.push_back(Texts.save(Value));
  else if (Type == 'L' && !Value.contains("subscribers-only"))
    To.Lists.push_back(Texts.save(Value.take_until(isSpace)));
}

void Maintainers::addPattern(char Type, StringRef Value, unsigned Line) {
  if (Value.empty())
    return;
  // GlobPattern keeps pointing into its text. The script anchors a pattern
  // only at its start, so anything may follow.
  StringRef Open = Texts.save(Twine(Value) + "*");
  StringRef Text = Open.drop_back();
  Expected<GlobPattern> Glob = GlobPattern::create(Open);
  if (!Glob) {
    consumeError(Glob.takeError());
    Refused.push_back((Twine(Line) + ": " + Value).str());
    return;
  }
  unsigned Owner = Sections.size() - 1;
  unsigned Slashes = Text.count('/');
  int Depth = Text.starts_with("*") ? -1 : Slashes + !Text.ends_with("/");
  Pattern P{Text,    Owner,           Depth, literalLength(Text, "*?[]"),
            Slashes, std::move(*Glob)};
  if (Type == 'X')
    Sections[Owner].Excluded.push_back(std::move(P));
  else if (P.Literal == 0)
    Sections[Owner].Everything = true;
  else
    Claims[fixedDirectory(Text)].push_back(std::move(P));
}

void Maintainers::addRegex(StringRef Value, unsigned Line) {
  // Under /x, Perl ignores blanks in the expression.
  std::string Text;
  copy_if(Value, std::back_inserter(Text), [](char C) { return !isSpace(C); });
  Regex Expression(Text);
  // What only Perl has would otherwise be taken for something else.
  bool PerlOnly = StringRef(Text).contains("(?");
  for (size_t I = 0; I + 1 < Text.size(); ++I)
    PerlOnly |= Text[I] == '\\' && isAlnum(Text[I + 1]);
  if (Text.empty() || PerlOnly || !Expression.isValid()) {
    Refused.push_back((Twine(Line) + ": " + Value).str());
    return;
  }
  Names.push_back({unsigned(Sections.size() - 1),
                   literalLength(Text, "*?[]^$.|()+{}\\"),
                   std::move(Expression)});
}

bool Maintainers::matches(const Pattern &P, StringRef File) {
  if (!P.Text.ends_with("/") && File.count('/') != P.Slashes)
    return false;
  return P.Glob.match(File);
}

bool Maintainers::isBetter(const Claim &A, const Claim &B) const {
  if (A.Depth != B.Depth)
    return A.Depth > B.Depth;
  if (A.Literal != B.Literal)
    return A.Literal > B.Literal;
  return Sections[A.Section].Contacts.Section <
         Sections[B.Section].Contacts.Section;
}

bool Maintainers::excludes(const Section &S, StringRef File) const {
  return S.Everything ||
         any_of(S.Excluded, [&](const Pattern &P) { return matches(P, File); });
}

void Maintainers::offer(const Claim &New, StringRef File,
                        std::optional<Claim> &Best) const {
  if ((!Best || isBetter(New, *Best)) && !excludes(Sections[New.Section], File))
    Best = New;
}

void Maintainers::eachFileClaim(StringRef File,
                                function_ref<void(const Claim &)> Do) const {
  for (size_t End = 0; End != StringRef::npos;) {
    auto Found = Claims.find(File.take_front(End));
    if (Found != Claims.end())
      for (const Pattern &P : Found->second)
        if (matches(P, File))
          Do({P.Depth, P.Literal, P.Section});
    End = File.find('/', End);
    if (End != StringRef::npos)
      ++End;
  }
}

void Maintainers::eachNameClaim(StringRef File,
                                function_ref<void(const Claim &)> Do) const {
  for (const NameRegex &N : Names)
    if (N.Expression.match(File))
      Do({RegexDepth, N.Literal, N.Section});
}

StringRef Maintainers::sectionOf(StringRef File) const {
  std::optional<Claim> Best;
  auto Offer = [&](const Claim &New) { offer(New, File, Best); };
  eachFileClaim(File, Offer);
  if (!Best || Best->Depth < RegexDepth)
    eachNameClaim(File, Offer);
  return Best ? Sections[Best->Section].Contacts.Section : "";
}

std::vector<SectionContacts> Maintainers::contactsOf(StringRef File) const {
  std::map<unsigned, std::optional<Claim>> BestOf;
  auto Offer = [&](const Claim &New) { offer(New, File, BestOf[New.Section]); };
  eachFileClaim(File, Offer);
  eachNameClaim(File, Offer);
  std::vector<Claim> Order;
  for (const auto &[Section, Best] : BestOf)
    if (Best)
      Order.push_back(*Best);
  llvm::sort(Order,
             [&](const Claim &A, const Claim &B) { return isBetter(A, B); });
  std::vector<SectionContacts> Contacts;
  for (const Claim &C : Order)
    Contacts.push_back(Sections[C.Section].Contacts);
  return Contacts;
}
