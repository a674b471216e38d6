//===- EditText.cpp - a file's text with edits ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/EditText.h"

#include "Brackets.h"
#include "LongLines.h"
#include "pagesplit/Support/Error.h"

using namespace llvm;
using namespace pagesplit;

static Error errorAtOffset(StringRef Text, StringRef File, unsigned Offset,
                           const Twine &Message) {
  StringRef Before = Text.take_front(Offset);
  unsigned LineBegin = Before.rfind('\n') + 1;
  return errorAt(File, Before.count('\n') + 1, Before.size() - LineBegin + 1,
                 Message);
}

static Error checkEdits(StringRef Text, StringRef File,
                        const std::set<Edit> &Edits) {
  unsigned Free = 0;
  for (const Edit &E : Edits) {
    if (E.Offset < Free)
      return errorAtOffset(Text, File, E.Offset,
                           "an edit begins inside the one before it");
    StringRef Is = Text.substr(E.Offset, E.Was.size());
    if (E.Offset > Text.size() || Is != E.Was)
      return errorAtOffset(Text, File, E.Offset,
                           "'" + E.Was + "' is to be replaced here, but it " +
                               "says '" + Is +
                               "': the file is not the one that was analysed");
    Free = E.end();
  }
  return Error::success();
}

namespace {

/// Copies the text with its edits, line by line, and knows the column of
/// everything before and after.
class Realigner {
public:
  explicit Realigner(StringRef Text) : Text(Text) {}
  std::string run(const std::set<Edit> &Edits);

private:
  void keepUntil(unsigned End);
  void apply(const Edit &E);
  void endLine();
  bool indentAnew(unsigned End);
  void step(bool IsThere) {
    char C = Text[Position];
    Open.step(C, Text.drop_front(Position + 1), OldColumn, NewColumn, IsThere);
    OldColumn = columnAfter(OldColumn, C);
    ++Position;
  }

  StringRef Text;
  unsigned Position = 0;
  unsigned OldColumn = 0;
  unsigned NewColumn = 0;
  Brackets Open;
  std::string Out;
  bool IsEdited = false; ///< the line that is being written
};

} // namespace

// Whether the line that begins here stood under a bracket that has moved. It is
// then indented as far behind it as it was.
bool Realigner::indentAnew(unsigned End) {
  const OpenBracket *In = Open.atLineStart();
  if (!In || In->Kind != '(' || !In->IsThere || In->New == In->Old)
    return false;
  StringRef Line = Text.slice(Position, Text.find('\n', Position));
  StringRef Code = Line.ltrim(" \t");
  StringRef Blanks = Line.drop_back(Code.size());
  bool IsEmpty = Code.empty() || Code == "\r" || Code.starts_with("#");
  if (IsEmpty || Position + Blanks.size() > End ||
      columnAfter(0, Blanks) != In->Old + 1)
    return false;
  NewColumn = In->New + 1;
  Out.append(NewColumn / 8, '\t').append(NewColumn % 8, ' ');
  for (unsigned I = 0; I < Blanks.size(); ++I)
    step(/*IsThere=*/true);
  return true;
}

// Lines that were too long before are somebody's choice.
void Realigner::endLine() {
  size_t Begin = Out.rfind('\n') + 1;
  StringRef Line = StringRef(Out).drop_front(Begin);
  bool GoesOn = StringRef(Out).take_front(Begin).ends_with("\\\n");
  if (IsEdited && OldColumn <= MostColumns && !GoesOn && !Line.ends_with("\r"))
    Out.replace(Begin, std::string::npos, brokenLine(Line));
  IsEdited = false;
}

void Realigner::keepUntil(unsigned End) {
  while (Position < End) {
    bool BeginsLine = Position && Text[Position - 1] == '\n' && !Out.empty() &&
                      Out.back() == '\n';
    if (BeginsLine && indentAnew(End))
      continue;
    char C = Text[Position];
    if (C == '\n')
      endLine();
    step(/*IsThere=*/true);
    Out += C;
    NewColumn = columnAfter(NewColumn, C);
  }
}

void Realigner::apply(const Edit &E) {
  IsEdited = true;
  size_t Before = Open.size();
  while (Position < E.end())
    step(/*IsThere=*/false);
  if (!E.isInsertion())
    Open.replaced(E.Text, NewColumn, Before);
  Out += E.Text;
  NewColumn = columnAfter(NewColumn, E.Text);
}

std::string Realigner::run(const std::set<Edit> &Edits) {
  Out.reserve(Text.size() + Text.size() / 16);
  for (const Edit &E : Edits) {
    keepUntil(E.Offset);
    apply(E);
  }
  keepUntil(Text.size());
  return std::move(Out);
}

Expected<std::string> pagesplit::applyEdits(StringRef Text, StringRef File,
                                            const std::set<Edit> &Edits) {
  if (Error E = checkEdits(Text, File, Edits))
    return std::move(E);
  std::string Out;
  unsigned Position = 0;
  for (const Edit &E : Edits) {
    Out += Text.slice(Position, E.Offset);
    Out += E.Text;
    Position = E.end();
  }
  return Out += Text.drop_front(Position);
}

Expected<std::string> pagesplit::rewriteText(StringRef Text, StringRef File,
                                             const std::set<Edit> &Edits) {
  if (Error E = checkEdits(Text, File, Edits))
    return std::move(E);
  return Realigner(Text).run(Edits);
}
