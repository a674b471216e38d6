//===- TreeCheck.cpp - knowledge held against a kernel tree ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Knowledge/TreeCheck.h"

#include "KernelText.h"
#include "pagesplit/Knowledge/Statements.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Regex.h"

using namespace llvm;
using namespace pagesplit;
using Section = KnowledgeSection;

namespace {
// A name of the knowledge files taken apart: a word, or a member of a struct.
struct KernelName {
  StringRef Word;   ///< empty for a member
  StringRef Struct; ///< "vm_fault"
  StringRef Member; ///< "page"; empty: the struct itself
};

class Checker {
public:
  Checker(ArrayRef<KnowledgeLayer> Layers) : Known(Layers) {}
  Expected<TreeCheck> check(StringRef Tree);

private:
  void want(const KernelName &Name);
  bool has(const KernelName &Name) const;
  void forEachName(function_ref<void(const KnowledgeLayer &,
                                     const SpelledWord &, KernelName)>
                       Visit) const;
  void find(const KnowledgeLayer &Layer, const SpelledWord &Word,
            const Twine &Message);
  void checkNames();
  void checkPairs();
  void checkFields(const StatementInForce &Descriptor);
  void checkAssertion(const StatementInForce &Descriptor,
                      const FieldAssertion &Assertion);

  // Findings with what they are sorted by.
  std::vector<std::tuple<std::string, unsigned, unsigned, std::string>> Found;
  StatementsInForce Known;
  KernelText Text;
  TreeCheck Result;
};
} // namespace

static KernelName apart(Section S, StringRef Name) {
  bool Slot = Name.consume_front("struct ") || Name.consume_front("union ");
  if (Slot || S == Section::Members) {
    auto [Struct, Member] = Name.split('.');
    return {"", Struct, Member};
  }
  return {Name, "", ""};
}

// The name of a field of struct page, without the page it is in.
static StringRef plainField(StringRef Field) {
  return Field.starts_with("page[") ? Field.split("].").second : Field;
}

void Checker::forEachName(
    function_ref<void(const KnowledgeLayer &, const SpelledWord &, KernelName)>
        Visit) const {
  for (const auto &Entry : Known.all()) {
    const KnowledgeStatement &Statement = *Entry.second.Statement;
    const KnowledgeLayer &Layer = *Entry.second.Layer;
    Section S = Statement.Section;
    if (S == Section::MemoryCalls || S == Section::WordCalls)
      continue;
    if (S == Section::Fields)
      Visit(Layer, Statement.Name, {"", "page", Statement.Name.Text});
    else if (S != Section::Descriptors && !Known.isGone(Statement.Name.Text))
      Visit(Layer, Statement.Name, apart(S, Statement.Name.Text));
    for (const SpelledWord &Word : Statement.Kernel)
      Visit(Layer, Word, apart(S, Word.Text));
    for (const auto &[Field, Place] : Statement.Fields) {
      Visit(Layer, Place, {"", "page", plainField(Field)});
      if (!Statement.Kernel.empty())
        Visit(Layer, Place,
              {"", apart(S, Statement.Kernel.front().Text).Struct, Place.Text});
    }
  }
}

void Checker::want(const KernelName &Name) {
  if (!Name.Word.empty())
    Text.Words.try_emplace(Name.Word, false);
  else
    Text.Members.try_emplace(Name.Struct);
}

bool Checker::has(const KernelName &Name) const {
  if (!Name.Word.empty())
    return Text.Words.lookup(Name.Word);
  auto Struct = Text.Members.find(Name.Struct);
  if (Struct == Text.Members.end() || Struct->second.empty())
    return false;
  return Name.Member.empty() || Struct->second.contains(Name.Member);
}

void Checker::find(const KnowledgeLayer &Layer, const SpelledWord &Word,
                   const Twine &Message) {
  Found.push_back({Layer.Path, Word.Line, Word.Column, Message.str()});
}

void Checker::checkNames() {
  forEachName([&](const KnowledgeLayer &Layer, const SpelledWord &Word,
                  KernelName Name) {
    ++Result.Names;
    if (has(Name))
      return;
    if (!Name.Word.empty())
      find(Layer, Word, "the tree has no '" + Name.Word + "'");
    else if (Name.Member.empty())
      find(Layer, Word, "the tree has no struct '" + Name.Struct + "'");
    else
      find(Layer, Word,
           "struct " + Name.Struct + " of the tree has no '" + Name.Member +
               "'");
  });
}

// What takes the place of a page call has to take something else.
void Checker::checkPairs() {
  for (const auto &Entry : Known.all()) {
    const KnowledgeStatement &Pair = *Entry.second.Statement;
    if (Pair.Section != Section::Api || Pair.DiffersInType)
      continue;
    for (const SpelledWord &Call : Pair.Kernel)
      if (Text.TakePages.contains(Call.Text))
        find(*Entry.second.Layer, Call,
             "'" + Call.Text +
                 "' of the tree takes a struct page, but the pair "
                 "does not say 'differs: [type]'");
  }
}

void Checker::checkAssertion(const StatementInForce &Descriptor,
                             const FieldAssertion &Assertion) {
  std::string Said;
  for (const auto &[Field, Place] : Descriptor.Statement->Fields) {
    if (Field != Assertion.Page)
      continue;
    if (Place.Text == Assertion.Field)
      return;
    Said += (Said.empty() ? "'" : ", '") + Place.Text + "'";
  }
  find(*Descriptor.Layer, Descriptor.Statement->Name,
       "'" + Assertion.Page + "' of struct page is '" + Assertion.Field +
           "' of " + Assertion.Type + " (" + Assertion.Where +
           "), here it is " + (Said.empty() ? "nothing" : Said));
}

// A pair that the tree asserts is missing, or a pair of two fields that the
// tree asserts to be at the places of others.
void Checker::checkFields(const StatementInForce &Descriptor) {
  const KnowledgeStatement &Statement = *Descriptor.Statement;
  if (Statement.Kernel.empty())
    return;
  std::vector<const FieldAssertion *> About;
  for (const FieldAssertion &Assertion : Text.Assertions)
    if (Assertion.Type == Statement.Kernel.front().Text)
      About.push_back(&Assertion);
  for (const FieldAssertion *Assertion : About) {
    ++Result.Assertions;
    checkAssertion(Descriptor, *Assertion);
  }
  for (const auto &Pair : Statement.Fields) {
    StringRef Field = Pair.first, Other = Pair.second.Text;
    bool Same = any_of(About, [&](const FieldAssertion *A) {
      return A->Page == Field && A->Field == Other;
    });
    auto IsOther = [&](const FieldAssertion *A) { return A->Field == Other; };
    auto Elsewhere = find_if(About, IsOther);
    bool Placed = any_of(
        About, [&](const FieldAssertion *A) { return A->Page == Field; });
    if (!Same && Placed && Elsewhere != About.end())
      find(*Descriptor.Layer, Pair.second,
           "'" + Other + "' is not at '" + Field + "' of struct page but at '" +
               (*Elsewhere)->Page + "' (" + (*Elsewhere)->Where + ")");
  }
}

Expected<TreeCheck> Checker::check(StringRef Tree) {
  forEachName([&](const KnowledgeLayer &, const SpelledWord &,
                  KernelName Name) { want(Name); });
  if (Error E = Text.read(Tree))
    return std::move(E);
  // Directories are read in the order of the disk.
  llvm::sort(Text.Assertions,
             [](const FieldAssertion &A, const FieldAssertion &B) {
               return std::tie(A.Where, A.Page, A.Field) <
                      std::tie(B.Where, B.Page, B.Field);
             });
  checkNames();
  checkPairs();
  StringSet<> Described;
  for (const auto &Entry : Known.all())
    if (Entry.second.Statement->Section == Section::Descriptors) {
      checkFields(Entry.second);
      for (const SpelledWord &Type : Entry.second.Statement->Kernel)
        Described.insert(Type.Text);
    }
  for (const FieldAssertion &Assertion : Text.Assertions)
    if (!Described.contains(Assertion.Type))
      Result.Private.push_back(Assertion);
  llvm::sort(Found);
  Found.erase(llvm::unique(Found), Found.end());
  for (const auto &[Path, Line, Column, Message] : Found)
    Result.Findings.push_back(toString(errorAt(Path, Line, Column, Message)));
  return std::move(Result);
}

Expected<TreeCheck> pagesplit::checkAgainstTree(ArrayRef<KnowledgeLayer> Layers,
                                                StringRef Tree) {
  return Checker(Layers).check(Tree);
}

Expected<std::string> pagesplit::kernelVersionOf(StringRef Tree) {
  std::string Path = (Tree.rtrim('/') + "/Makefile").str();
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  std::string Version;
  for (StringRef Part : {"VERSION", "PATCHLEVEL", "SUBLEVEL"}) {
    SmallVector<StringRef, 2> Found;
    if (!Regex(("^" + Part + " *= *([0-9]+)").str(), Regex::Newline)
             .match(*Text, &Found))
      return errorIn(Path, "no " + Part + ": not the Makefile of a kernel");
    Version += (Version.empty() ? "" : ".") + Found[1].str();
  }
  return Version;
}
