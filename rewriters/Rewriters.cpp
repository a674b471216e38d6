//===- Rewriters.cpp - from verdicts and uses to edits --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/rewriters/Rewriters.h"

#include "ApiCallRewriter.h"
#include "ConvertedValues.h"
#include "FieldAccessRewriter.h"
#include "IntroducedDescriptor.h"
#include "ListWalks.h"
#include "Retyping.h"

#include <memory>

using namespace llvm;
using namespace pagesplit;

std::vector<StringRef> pagesplit::rewriterWords() {
  return {
#define PAGESPLIT_REWRITER(CLASS, WORD) WORD,
#define PAGESPLIT_RETYPER(WORD) WORD,
#include "Rewriters.def"
  };
}

bool RewriteInput::mayEdit(StringRef File) const {
  auto Holds = [&](StringRef Path) {
    StringRef Rest = File;
    return Path == "." ||
           (Rest.consume_front(Path) && (Rest.empty() || Rest.front() == '/'));
  };
  return Paths.empty() || any_of(Paths, Holds);
}

// What a use would become is asked of every rewriter: a declaration that is
// wanted changes with all its uses.
static std::vector<UseChange> changesOf(const RewriteInput &Input,
                                        const DescriptorTypes &Types,
                                        EditSet &Out) {
  EditSet NotWanted;
  auto OutFor = [&](StringRef Word) -> EditSet & {
    return Input.wants(Word) ? Out : NotWanted;
  };
  std::vector<std::unique_ptr<UseRewriter>> Rewriters;
#define PAGESPLIT_REWRITER(CLASS, WORD)                                        \
  Rewriters.push_back(                                                         \
      std::make_unique<CLASS##Rewriter>(Input, Types, OutFor(WORD)));
#include "Rewriters.def"
  std::vector<UseChange> Changes;
  for (const PageUse &Use : Input.Uses.Uses) {
    // Of what leads to pages there is nothing to convert.
    if (Use.Depth > 1)
      continue;
    for (auto &Rewriter : Rewriters)
      if (std::optional<UseChange> Change = Rewriter->change(Use))
        Changes.push_back(std::move(*Change));
  }
  return Changes;
}

// A list of descriptors has descriptors on it, whatever becomes of them.
static void changeEntries(const RewriteInput &Input,
                          const DescriptorTypes &Types, const RetypePlan &Plan,
                          std::vector<UseChange> &Changes) {
  ListEntries Entries(Input);
  for (UseChange &Change : Changes) {
    const PageUse *Entry =
        Change.IsAccess ? Entries.around(*Change.Use) : nullptr;
    if (!Entry || Plan.passage(*Entry))
      continue;
    std::vector<Edit> Edits = pageOfEntry(Input, Types, *Entry, *Change.To);
    Change.Edits.insert(Change.Edits.end(), Edits.begin(), Edits.end());
  }
}

static void refuseOutside(const RewriteInput &Input, EditSet &Out) {
  for (const auto &[Name, Group] : Out.groups())
    for (const Edit &E : Group.Edits)
      if (!Input.mayEdit(E.File)) {
        Out.refuse(Name, {Refusal::OutsidePaths, Group.Rewriter, Group.Where,
                          Name, E.File});
        break;
      }
}

EditSet pagesplit::rewriteAll(const RewriteInput &Input) {
  EditSet Out;
  DescriptorTypes Types(Input);
  std::vector<UseChange> Changes = changesOf(Input, Types, Out);
  ChangesByUse ByUse;
  for (const UseChange &Change : Changes)
    ByUse[Change.Use] = &Change;
  PageEntities Entities(Input);
  NewNames Names(Input);
  RetypePlan Plan(Input, Types, Entities, ByUse, Names);
  Plan.run(Out);
  changeEntries(Input, Types, Plan, Changes);
  retypeDeclarations(Input, Plan, Types, Entities, ByUse, Names, Out);
  llvm::erase_if(Changes, [&](const UseChange &Change) {
    return !Input.wants(Change.Rewriter) || Plan.passage(*Change.Use);
  });
  NamesByBody Taken;
  for (const PageEntity &X : Entities.all())
    if (const TextSpan &Body = X.main().Body; Plan.typeOf(&X) && Body)
      Taken[{Body.File, Body.Begin}].insert(Names.nameOf(X, *Plan.typeOf(&X)));
  convertValues(Input, Changes, std::move(Taken), Out);
  refuseOutside(Input, Out);
  introduceDescriptors(Input, Out);
  for (const auto &[File, Hashes] : Input.Uses.Sources)
    for (const std::string &Hash : Hashes)
      Out.addSource(File, Hash);
  return Out;
}
