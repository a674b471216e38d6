//===- Entries.cpp - the entries of a knowledge file ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Entries.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;
using Section = KnowledgeSection;
using Words = std::vector<Spelling>;

template <> struct yaml::ScalarEnumerationTraits<MemoryEffect> {
  static void enumeration(IO &Io, MemoryEffect &Value) {
    Io.enumCase(Value, "read", MemoryEffect::Read);
    Io.enumCase(Value, "write", MemoryEffect::Write);
    Io.enumCase(Value, "rmw", MemoryEffect::ReadModifyWrite);
  }
};

LLVM_YAML_IS_FLOW_SEQUENCE_VECTOR(Difference)

template <> struct yaml::ScalarEnumerationTraits<Difference> {
  static void enumeration(IO &Io, Difference &Value) {
    Io.enumCase(Value, "exact", Difference::Exact);
    Io.enumCase(Value, "type", Difference::Type);
    Io.enumCase(Value, "value", Difference::Value);
    Io.enumCase(Value, "reference", Difference::Reference);
    Io.enumCase(Value, "lifetime", Difference::Lifetime);
    Io.enumCase(Value, "effect", Difference::Effect);
  }
};

template <> struct yaml::ScalarEnumerationTraits<Strength> {
  static void enumeration(IO &Io, Strength &Value) {
    Io.enumCase(Value, "weak", Strength::Weak);
    Io.enumCase(Value, "strong", Strength::Strong);
    Io.enumCase(Value, "establishing", Strength::Establishing);
  }
};

template <> struct yaml::ScalarEnumerationTraits<Headness> {
  static void enumeration(IO &Io, Headness &Value) {
    Io.enumCase(Value, "any", Headness::Any);
    Io.enumCase(Value, "head", Headness::Head);
    Io.enumCase(Value, "order-0", Headness::Order0);
  }
};

template <> struct yaml::ScalarEnumerationTraits<ConversionForm> {
  static void enumeration(IO &Io, ConversionForm &Value) {
    Io.enumCase(Value, "cast", ConversionForm::Cast);
    Io.enumCase(Value, "lookup", ConversionForm::Lookup);
    Io.enumCase(Value, "arithmetic", ConversionForm::Arithmetic);
    Io.enumCase(Value, "member", ConversionForm::Member);
  }
};

template <> struct yaml::ScalarEnumerationTraits<FailureValue> {
  static void enumeration(IO &Io, FailureValue &Value) {
    Io.enumCase(Value, "null", FailureValue::Null);
    Io.enumCase(Value, "error", FailureValue::Error);
    Io.enumCase(Value, "either", FailureValue::Either);
  }
};

namespace {
enum class ReferenceEffect { Take, Drop };
} // namespace

template <> struct yaml::ScalarEnumerationTraits<ReferenceEffect> {
  static void enumeration(IO &Io, ReferenceEffect &Value) {
    Io.enumCase(Value, "take", ReferenceEffect::Take);
    Io.enumCase(Value, "drop", ReferenceEffect::Drop);
  }
};

namespace {
enum class AddressIs { Argument, Result };
} // namespace

template <> struct yaml::ScalarEnumerationTraits<AddressIs> {
  static void enumeration(IO &Io, AddressIs &Value) {
    Io.enumCase(Value, "argument", AddressIs::Argument);
    Io.enumCase(Value, "result", AddressIs::Result);
  }
};

namespace {
// A field of struct page and those of a descriptor at its place.
struct FieldMap {
  std::map<std::string, Words> Fields;
};
} // namespace

template <> struct yaml::CustomMappingTraits<FieldMap> {
  static void inputOne(IO &Io, StringRef Key, FieldMap &Map) {
    std::string Field = Key.str();
    Io.mapRequired(Field.c_str(), Map.Fields[Field]);
  }
  static void output(IO &, FieldMap &) {}
};

static Reading &reading(yaml::IO &Io) {
  return *static_cast<Reading *>(Io.getContext());
}

static std::vector<std::string> texts(const Words &Spellings) {
  std::vector<std::string> Result;
  for (const Spelling &Word : Spellings)
    Result.push_back(Word.Text);
  return Result;
}

// The key \p Key: a list of names.
static Words names(yaml::IO &Io, const char *Key) {
  Words Result;
  Io.mapRequired(Key, Result);
  return Result;
}

static Spelling word(yaml::IO &Io, const char *Key) {
  Spelling Result;
  Io.mapRequired(Key, Result);
  return Result;
}

static Spelling wordIfAny(yaml::IO &Io, const char *Key) {
  Spelling Result;
  Io.mapOptional(Key, Result);
  return Result;
}

// Note a statement for every name of an entry.
static void note(yaml::IO &Io, Section S, const Words &Names,
                 const Twine &Detail, const Twine &Text,
                 const Words &Descriptors = {}, const Words &Kernel = {}) {
  Reading &R = reading(Io);
  for (const Spelling &Name : Names) {
    KnowledgeStatement Statement{
        S, R.place(Name), Detail.str(), Text.str(), {}, {}, {}};
    for (const Spelling &Word : Descriptors)
      if (Word.At)
        Statement.Descriptors.push_back(R.place(Word));
    for (const Spelling &Word : Kernel)
      if (Word.At)
        Statement.Kernel.push_back(R.place(Word));
    R.Layer.Statements.push_back(std::move(Statement));
  }
}

static StringRef differenceWord(Difference How) {
  static constexpr StringLiteral Words[] = {"exact",     "type",     "value",
                                            "reference", "lifetime", "effect"};
  return Words[static_cast<size_t>(How)];
}

static StringRef strengthWord(Strength How) {
  switch (How) {
  case Strength::Weak:
    return "weak";
  case Strength::Strong:
    return "strong";
  case Strength::Establishing:
    return "establishing";
  }
  llvm_unreachable("a strength without a word");
}

void pagesplit::readEntry(yaml::IO &Io, Section S, MemoryCall &E) {
  Words Calls = names(Io, "calls");
  Io.mapRequired("argument", E.Argument);
  Io.mapRequired("effect", E.Effect);
  E.Calls = texts(Calls);
  static constexpr StringLiteral Effects[] = {"read", "write", "rmw"};
  note(Io, S, Calls, "argument " + Twine(E.Argument),
       Effects[static_cast<int>(E.Effect)]);
}

void pagesplit::readEntry(yaml::IO &Io, Section S, Descriptor &E) {
  Spelling Name = word(Io, "name");
  Words Aliases;
  Io.mapOptional("aliases", Aliases);
  Spelling Type = wordIfAny(Io, "type");
  Io.mapRequired("summary", E.Summary);
  Io.mapOptional("transient", E.IsTransient, false);
  Io.mapOptional("no-tails", E.HasNoTails, false);
  Io.mapOptional("apart", E.IsApart, false);
  Io.mapOptional("no-references", E.HasNoReferences, false);
  Io.mapOptional("header", E.Header);
  FieldMap Map;
  Io.mapOptional("fields", Map);
  E.Name = Name.Text;
  E.Aliases = texts(Aliases);
  E.Type = Type.Text;
  std::string Text = E.Summary;
  if (!E.Type.empty())
    Text += "; " + E.Type;
  if (E.HasNoReferences)
    Text += "; no references";
  for (const auto &[Field, Places] : Map.Fields) {
    E.Fields[Field] = texts(Places);
    Text += "; " + Field + " is " + join(E.Fields[Field], ", ");
  }
  note(Io, S, {Name}, "", Text, {}, {Type});
  Reading &R = reading(Io);
  for (const auto &[Field, Places] : Map.Fields)
    for (const Spelling &Place : Places)
      R.Layer.Statements.back().Fields.push_back({Field, R.place(Place)});
}

void pagesplit::readEntry(yaml::IO &Io, Section S, CallEvidence &E) {
  Words Calls = names(Io, "calls");
  std::string Detail = "result";
  if (S == Section::Arguments) {
    unsigned Argument = 0;
    Io.mapRequired("argument", Argument);
    E.Argument = Argument;
    Detail = "argument " + std::to_string(Argument);
  }
  Spelling Kind = word(Io, "descriptor");
  Io.mapRequired("strength", E.How);
  if (S == Section::Results) {
    Io.mapOptional("head", E.Head, Headness::Any);
    Io.mapOptional("frozen", E.IsFrozen, false);
  }
  E.Calls = texts(Calls);
  E.Descriptor = Kind.Text;
  std::string Text = E.Descriptor + ", " + strengthWord(E.How).str();
  if (E.Head != Headness::Any)
    Text += E.Head == Headness::Head ? ", a head page" : ", of order 0";
  if (E.IsFrozen)
    Text += ", frozen";
  note(Io, S, Calls, Detail, Text, {Kind});
}

void pagesplit::readEntry(yaml::IO &Io, Section S, NameEvidence &E) {
  Words Names = names(Io, "names");
  Spelling Kind = word(Io, "descriptor");
  Io.mapRequired("strength", E.How);
  E.Names = texts(Names);
  E.Descriptor = Kind.Text;
  note(Io, S, Names, "", E.Descriptor + ", " + strengthWord(E.How), {Kind});
}

void pagesplit::readEntry(yaml::IO &Io, Section S, FieldEvidence &E) {
  Words Names = names(Io, "names");
  Words Kinds = names(Io, "owners");
  Spelling Kind = wordIfAny(Io, "descriptor");
  Io.mapOptional("strength", E.How, Strength::Weak);
  Io.mapOptional("caveat", E.Caveat);
  Io.mapOptional("each-page", E.EachPage, false);
  Io.mapOptional("of-tail", E.OfTail);
  Io.mapOptional("stays", E.Stays, false);
  E.Names = texts(Names);
  E.Owners = texts(Kinds);
  E.Descriptor = Kind.Text;
  std::string Text = "of " + join(E.Owners, ", ");
  if (!E.Descriptor.empty())
    Text += "; says " + E.Descriptor + ", " + strengthWord(E.How).str();
  if (E.EachPage)
    Text += "; each page's own";
  if (E.Stays)
    Text += "; stays";
  if (!E.OfTail.empty())
    Text += "; of a tail: " + E.OfTail;
  if (!E.Caveat.empty())
    Text += "; " + E.Caveat;
  Kinds.push_back(Kind);
  note(Io, S, Names, "", Text, Kinds);
}

void pagesplit::readEntry(yaml::IO &Io, Section S, GuardEvidence &E) {
  Words Calls = names(Io, "calls");
  Spelling True = wordIfAny(Io, "when-true");
  Spelling False = wordIfAny(Io, "when-false");
  E.Calls = texts(Calls);
  E.WhenTrue = True.Text;
  E.WhenFalse = False.Text;
  Io.mapOptional("head-when", E.HeadWhen);
  std::string Text;
  if (!E.WhenTrue.empty())
    Text = "true: " + E.WhenTrue;
  if (!E.WhenFalse.empty())
    Text += (Text.empty() ? "false: " : ", false: ") + E.WhenFalse;
  if (E.HeadWhen)
    Text += (Text.empty() ? "a head page when " : ", a head page when ") +
            std::string(*E.HeadWhen ? "true" : "false");
  note(Io, S, Calls, "", Text.empty() ? "proves nothing" : Text, {True, False});
}

void pagesplit::readEntry(yaml::IO &Io, Section S, PassThrough &E) {
  Words Calls = names(Io, "calls");
  Io.mapRequired("argument", E.Argument);
  Io.mapOptional("result", E.Result, Headness::Any);
  E.Calls = texts(Calls);
  note(Io, S, Calls, "argument " + Twine(E.Argument),
       E.Result == Headness::Head ? "hands on its head" : "handed on");
}

void pagesplit::readEntry(yaml::IO &Io, Section S, Conversion &E) {
  Words Calls = names(Io, "calls");
  Spelling From = word(Io, "from");
  Spelling To = word(Io, "to");
  Io.mapRequired("form", E.Form);
  Io.mapRequired("otherwise", E.Otherwise);
  Io.mapRequired("strength", E.How);
  E.Calls = texts(Calls);
  E.From = From.Text;
  E.To = To.Text;
  static constexpr StringLiteral Forms[] = {"cast", "lookup", "arithmetic",
                                            "member"};
  note(Io, S, Calls, "",
       E.From + " to " + E.To + " by " + Forms[static_cast<int>(E.Form)] +
           ", otherwise " + E.Otherwise + ", " + strengthWord(E.How),
       {From, To});
}

void pagesplit::readEntry(yaml::IO &Io, Section S, AddressCall &E) {
  Words Calls = names(Io, "calls");
  AddressIs Address = AddressIs::Argument;
  Io.mapRequired("address", Address);
  Words Types = names(Io, "types");
  Spelling Kind = word(Io, "descriptor");
  Io.mapRequired("strength", E.How);
  E.Calls = texts(Calls);
  E.TakesAddress = Address == AddressIs::Argument;
  E.Types = texts(Types);
  E.Descriptor = Kind.Text;
  note(Io, S, Calls, join(E.Types, ", "),
       (E.TakesAddress ? "as an argument: " : "as the result: ") +
           E.Descriptor + ", " + strengthWord(E.How),
       {Kind}, Types);
}

static void position(yaml::IO &Io, const char *Key,
                     std::optional<unsigned> &Position, std::string &Text) {
  Io.mapOptional(Key, Position);
  if (Position)
    Text += (Text.empty() ? "" : ", ") + std::string(Key) + " " +
            std::to_string(*Position);
}

void pagesplit::readEntry(yaml::IO &Io, Section S, ListCall &E) {
  Words Calls = names(Io, "calls");
  std::string Text;
  position(Io, "entry", E.Entry, Text);
  position(Io, "from", E.From, Text);
  position(Io, "to", E.To, Text);
  E.Calls = texts(Calls);
  note(Io, S, Calls, "", Text.empty() ? "moves nothing" : Text);
}

void pagesplit::readEntry(yaml::IO &Io, Section S, WordCall &E) {
  Words Calls = names(Io, "calls");
  Io.mapRequired("page", E.Page);
  Io.mapRequired("field", E.Field);
  Io.mapOptional("value", E.Value);
  E.Calls = texts(Calls);
  const std::string Of = E.Field + " of argument " + std::to_string(E.Page);
  note(Io, S, Calls, "",
       E.Value ? "puts argument " + std::to_string(*E.Value) + " into " + Of
               : "the result is what was in " + Of);
}

void pagesplit::readEntry(yaml::IO &Io, Section S, AssertMacro &E) {
  Words Calls = names(Io, "calls");
  E.Calls = texts(Calls);
  note(Io, S, Calls, "", "behind it argument 0 is false");
}

void pagesplit::readEntry(yaml::IO &Io, Section S, ErrorTest &E) {
  Words Calls = names(Io, "calls");
  E.Calls = texts(Calls);
  note(Io, S, Calls, "", "asks argument 0 for an error code");
}

void pagesplit::readEntry(yaml::IO &Io, Section S, SplitCall &E) {
  Words Calls = names(Io, "calls");
  E.Calls = texts(Calls);
  note(Io, S, Calls, "", "its page may be in another folio behind it");
}

void pagesplit::readEntry(yaml::IO &Io, Section S, ApiPair &E) {
  Spelling Page = word(Io, "page");
  Spelling Kind = word(Io, "descriptor");
  Spelling Call = wordIfAny(Io, "call");
  Io.mapOptional("sets", E.Field);
  Io.mapOptional("result", E.IsResult, false);
  Io.mapOptional("arguments", E.Arguments);
  Io.mapOptional("differs", E.Differs);
  Io.mapOptional("caveat", E.Caveat);
  E.Page = Page.Text;
  E.Descriptor = Kind.Text;
  E.Call = Call.Text;
  std::string Text = E.Call.empty() ? "no call" : E.Call;
  if (!E.Arguments.empty())
    Text += "(" + join(E.Arguments, ", ") + ")";
  if (E.IsResult)
    Text += ", which gives it";
  for (Difference How : E.Differs)
    Text += (How == E.Differs.front() ? "; differs: " : ", ") +
            differenceWord(How).str();
  if (!E.Caveat.empty())
    Text += "; " + E.Caveat;
  note(Io, S, {Page}, E.Descriptor, Text, {Kind}, {Call});
  reading(Io).Layer.Statements.back().DiffersInType =
      is_contained(E.Differs, Difference::Type);
}

void pagesplit::readEntry(yaml::IO &Io, Section S, Boundary &E) {
  Words Names = names(Io, "names");
  Io.mapRequired("why", E.Why);
  E.Names = texts(Names);
  note(Io, S, Names, "", E.Why);
}

void pagesplit::readEntry(yaml::IO &Io, Section S, PageFlag &E) {
  Words Names = names(Io, "names");
  Io.mapRequired("field", E.Field);
  E.Names = texts(Names);
  note(Io, S, Names, "", "in " + E.Field + ", each page's own");
}

void pagesplit::readEntry(yaml::IO &Io, Section S, ReferenceCall &E) {
  Words Calls = names(Io, "calls");
  ReferenceEffect Effect = ReferenceEffect::Take;
  Io.mapRequired("argument", E.Argument);
  Io.mapRequired("effect", Effect);
  E.Calls = texts(Calls);
  E.Takes = Effect == ReferenceEffect::Take;
  note(Io, S, Calls, "",
       (E.Takes ? "takes a reference to argument "
                : "drops a reference to argument ") +
           Twine(E.Argument));
}

void pagesplit::readEntry(yaml::IO &Io, Section S, FailingCall &E) {
  Words Calls = names(Io, "calls");
  Io.mapRequired("gives", E.Gives);
  Spelling Unless = wordIfAny(Io, "unless");
  E.Calls = texts(Calls);
  E.Unless = Unless.Text;
  static constexpr StringLiteral Values[] = {"NULL", "an error code",
                                             "NULL or an error code"};
  std::string Text = "may give " + Values[static_cast<int>(E.Gives)].str();
  if (!E.Unless.empty())
    Text += ", unless with " + E.Unless;
  note(Io, S, Calls, "", Text, {}, {Unless});
}
