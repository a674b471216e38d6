//===- Declarators.cpp - one type of a declaration list changes -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/Declarators.h"

#include "pagesplit/Support/Error.h"

using namespace llvm;
using namespace pagesplit;

static constexpr StringLiteral Blanks = " \t\r\n";

namespace {

class ListSplitter {
public:
  ListSplitter(StringRef Text, StringRef File, const DeclarationList &List)
      : Text(Text), File(File), List(List) {}
  Expected<std::vector<Edit>> run(ArrayRef<std::string> NewTypes);

private:
  Error refuse(unsigned Offset, const Twine &Why) const {
    StringRef Before = Text.take_front(Offset);
    return errorAt(File, Before.count('\n') + 1, Offset - Before.rfind('\n'),
                   Why);
  }
  StringRef between(unsigned Begin, unsigned End) const {
    return Text.slice(Begin, End);
  }
  Error checkPlaces() const;
  Error checkSplit();
  Error split(unsigned I, StringRef NewType);
  std::string specifiers(StringRef NewType) const;

  StringRef Text;
  StringRef File;
  const DeclarationList &List;
  StringRef Indentation;
  StringRef LineEnd;
  std::vector<Edit> Edits;
};

} // namespace

// Ranges that do not follow each other would make slices of nothing.
Error ListSplitter::checkPlaces() const {
  unsigned Last = List.Begin;
  auto Follows = [&](TextRange R) {
    bool Good = Last <= R.Begin && R.Begin < R.End && R.End <= Text.size();
    Last = R.End;
    return Good;
  };
  bool Good = !List.Declarators.empty() && Follows(List.Type);
  for (TextRange Declarator : List.Declarators)
    Good = Good && Follows(Declarator);
  return Good ? Error::success()
              : refuse(std::min<size_t>(List.Begin, Text.size()),
                       "the parts of the declaration are not in order");
}

Error ListSplitter::checkSplit() {
  StringRef Line = Text.take_front(List.Begin);
  Indentation = Line.drop_front(Line.rfind('\n') + 1);
  if (!Indentation.trim(" \t").empty())
    return refuse(List.Begin, "the declaration does not begin its line");
  StringRef Until = Text.take_front(Text.find('\n', List.Begin));
  LineEnd = Until.ends_with("\r") ? "\r\n" : "\n";
  StringRef Head = between(List.Begin, List.Declarators.front().Begin);
  if (Head.contains('{') || Head.contains('/') || Head.contains('#'))
    return refuse(List.Begin, "more than names stands before the declarators");
  StringRef Behind = Text.drop_front(List.Declarators.back().End);
  if (!Behind.ltrim(Blanks).starts_with(";"))
    return refuse(List.Declarators.back().End,
                  "no semicolon stands behind the declarators");
  return Error::success();
}

std::string ListSplitter::specifiers(StringRef NewType) const {
  StringRef Before = between(List.Begin, List.Type.Begin);
  StringRef Type =
      NewType.empty() ? between(List.Type.Begin, List.Type.End) : NewType;
  StringRef After =
      between(List.Type.End, List.Declarators.front().Begin).rtrim(Blanks);
  return (Before + Type + After + " ").str();
}

// Put a declaration of its own in front of declarator I. A comment behind the
// comma stays where it is.
Error ListSplitter::split(unsigned I, StringRef NewType) {
  unsigned Begin = List.Declarators[I - 1].End;
  unsigned End = List.Declarators[I].Begin;
  StringRef Gap = between(Begin, End);
  std::string Fresh = (Indentation + specifiers(NewType)).str();
  if (Gap.trim(Blanks) == ",") {
    Edits.push_back(
        replacement(File, Begin, Gap, (";" + LineEnd + Fresh).str()));
    return Error::success();
  }
  StringRef Comment = Gap.ltrim(Blanks);
  unsigned Comma = End - Comment.size();
  StringRef Trailing = Gap.take_back(Gap.size() - Gap.rtrim(Blanks).size());
  bool IsComment =
      Comment.consume_front(",") && Comment.trim(Blanks).starts_with("/") &&
      Comment.count('\n') == Trailing.count('\n') && Trailing.contains('\n');
  if (!IsComment)
    return refuse(Comma, "more than a comma stands between two declarators");
  Edits.push_back(replacement(File, Comma, ",", ";"));
  StringRef LastBlanks = Trailing.drop_front(Trailing.rfind('\n') + 1);
  unsigned At = End - LastBlanks.size();
  Edits.push_back(LastBlanks.empty()
                      ? insertion(File, At, Fresh)
                      : replacement(File, At, LastBlanks, Fresh));
  return Error::success();
}

Expected<std::vector<Edit>> ListSplitter::run(ArrayRef<std::string> NewTypes) {
  if (Error E = checkPlaces())
    return std::move(E);
  bool AllAlike = llvm::all_equal(NewTypes);
  if (!AllAlike)
    if (Error E = checkSplit())
      return std::move(E);
  if (!NewTypes.front().empty())
    Edits.push_back(replacement(File, List.Type.Begin,
                                between(List.Type.Begin, List.Type.End),
                                NewTypes.front()));
  for (unsigned I = 1; I < NewTypes.size(); ++I)
    if (NewTypes[I] != NewTypes[I - 1])
      if (Error E = split(I, NewTypes[I]))
        return std::move(E);
  return std::move(Edits);
}

Expected<std::vector<Edit>>
pagesplit::retypeDeclarators(StringRef Text, StringRef File,
                             const DeclarationList &List,
                             ArrayRef<std::string> NewTypes) {
  assert(List.Declarators.size() == NewTypes.size() && "one type for each");
  return ListSplitter(Text, File, List).run(NewTypes);
}
