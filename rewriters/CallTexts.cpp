//===- CallTexts.cpp - calls as they are written --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallTexts.h"

#include "IntroducedDescriptor.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

// Strings and braces are not looked into; a call that has them and looks wrong
// for it is left alone.
std::vector<TextSpan> pagesplit::argumentsOf(const RewriteInput &Input,
                                             const TextSpan &Call) {
  StringRef Text = textAt(Input, Call);
  std::vector<TextSpan> Result;
  size_t Open = Text.find('(');
  if (Open == StringRef::npos || !Text.ends_with(")"))
    return Result;
  unsigned Depth = 0;
  size_t Begin = Open + 1;
  for (size_t I = Begin; I < Text.size(); ++I) {
    bool IsLast = I + 1 == Text.size();
    if ((Text[I] == ',' && Depth == 0) || IsLast) {
      StringRef Argument = Text.slice(Begin, I);
      size_t Blank = Argument.size() - Argument.ltrim().size();
      unsigned At = Call.Begin + Begin + Blank;
      Result.push_back({Call.File, At, unsigned(At + Argument.trim().size())});
      Begin = I + 1;
    } else if (Text[I] == '(') {
      ++Depth;
    } else if (Text[I] == ')' && Depth-- == 0) {
      return {};
    }
  }
  return Result;
}

// "->", "." or "[" would bind to the end of "&x->page".
std::string pagesplit::pageForm(const RewriteInput &Input,
                                const TextSpan &Value,
                                const DescriptorType &To) {
  std::string Form = To.toPage("\1");
  StringRef After =
      StringRef(*Input.Texts.at(Value.File)).drop_front(Value.End).ltrim();
  bool IsOperand = After.starts_with("->") || After.starts_with(".") ||
                   After.starts_with("[");
  return To.ToPage.empty() && IsOperand ? "(" + Form + ")" : Form;
}

// The text of an argument of the new call; nothing when it is not there.
static std::optional<StringRef> newArgument(const RewriteInput &Input,
                                            ArrayRef<TextSpan> Arguments,
                                            StringRef From, int Page) {
  if (From.consume_front("="))
    return From;
  unsigned Position = 0;
  if (From.getAsInteger(10, Position) || Position >= Arguments.size() ||
      int(Position) == Page)
    return std::nullopt;
  return textAt(Input, Arguments[Position]);
}

// Arguments are written anew one by one, so that what stays can be edited by
// others.
std::optional<std::vector<Edit>>
pagesplit::mappedArguments(const RewriteInput &Input,
                           ArrayRef<TextSpan> Arguments, const ApiPair &Pair,
                           int Page) {
  std::vector<Edit> Edits;
  if (Pair.Arguments.empty())
    return Edits;
  size_t Count = Pair.Arguments.size();
  if (Arguments.empty() || Page >= int(Count))
    return std::nullopt;
  for (size_t I = 0; I < Count; ++I) {
    StringRef From = Pair.Arguments[I];
    if (From == std::to_string(I) && I < Arguments.size())
      continue;
    std::optional<StringRef> New = newArgument(Input, Arguments, From, Page);
    if (!New || int(I) == Page)
      return std::nullopt;
    if (I < Arguments.size())
      Edits.push_back(replacement(Arguments[I].File, Arguments[I].Begin,
                                  textAt(Input, Arguments[I]), *New));
    else if (I == Arguments.size())
      Edits.push_back(insertion(Arguments.back().File, Arguments.back().End,
                                (", " + *New).str()));
    else
      Edits.back().Text += (", " + *New).str();
  }
  if (Count >= Arguments.size())
    return Edits;
  const TextSpan &Last = Arguments[Count - 1];
  TextSpan Rest{Last.File, Last.End, Arguments.back().End};
  Edits.push_back(replacement(Rest.File, Rest.Begin, textAt(Input, Rest), ""));
  return Edits;
}

std::string pagesplit::noteOn(const ApiPair &Pair, const PageUse &Use) {
  return Use.Value.File + ":" + std::to_string(Use.Line) + ": " + Pair.Page +
         "() becomes " + Pair.Call + "(): " + Pair.Caveat;
}

std::optional<ResultCall> pagesplit::callThatGives(const RewriteInput &Input,
                                                   const PageUse &Use,
                                                   const DescriptorType &To) {
  const TextSpan &Value = Use.Value;
  // A function of the file itself only has the name of one that is known.
  if (!Value || Use.Declared || Use.CalledScope == Value.File)
    return std::nullopt;
  StringRef Name = textAt(Input, Value).take_while([](char C) {
    return isAlnum(C) || C == '_';
  });
  const ApiPair *Pair = Input.Known.replacement(Name, To.Descriptor);
  if (!Pair || !Pair->IsResult || !mayCall(Input, Pair->Call, Use, Value.File))
    return std::nullopt;
  bool HasOtherEffect = is_contained(Pair->Differs, Difference::Effect);
  // Which page of the folio it gives does not count where a folio is wanted.
  if (any_of(Pair->Differs, [](Difference How) {
        return How != Difference::Exact && How != Difference::Effect;
      }))
    return std::nullopt;
  std::vector<TextSpan> Arguments = argumentsOf(Input, Value);
  auto Mapped = mappedArguments(Input, Arguments, *Pair, /*Page=*/-1);
  if (Arguments.empty() || !Mapped)
    return std::nullopt;
  ResultCall Call{std::move(*Mapped), {}};
  if (HasOtherEffect)
    Call.Notes.insert(noteOn(*Pair, Use));
  Call.Edits.push_back(replacement(Value.File, Value.Begin, Name, Pair->Call));
  return Call;
}
