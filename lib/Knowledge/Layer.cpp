//===- Layer.cpp - one knowledge file, read strictly ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Entries.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/Support/SourceMgr.h"

#include <map>

using namespace llvm;
using namespace pagesplit;
using Section = KnowledgeSection;

static constexpr unsigned KnowledgeFormat = 1;

StringRef pagesplit::sectionName(KnowledgeSection S) {
  static constexpr StringLiteral Names[] = {
      "memory-calls", "descriptors", "results",     "arguments", "members",
      "types",        "fields",      "guards",      "passes",    "conversions",
      "addresses",    "asserts",     "error-tests", "splits",    "list-calls",
      "word-calls",   "api",         "boundaries",  "flags",     "references",
      "failures",     "gone"};
  return Names[static_cast<int>(S)];
}

static void readGone(yaml::IO &Io, KnowledgeLayer &Layer) {
  std::vector<Spelling> Gone;
  Io.mapOptional("gone", Gone);
  auto *R = static_cast<Reading *>(Io.getContext());
  for (const Spelling &Name : Gone) {
    Layer.Gone.push_back(Name.Text);
    Layer.Statements.push_back(
        {Section::Gone, R->place(Name), "", "not in this kernel", {}, {}, {}});
  }
}

template <> struct yaml::MappingTraits<KnowledgeLayer> {
  static void mapping(IO &Io, KnowledgeLayer &Layer) {
    Io.mapRequired("format", Layer.Format);
    Io.mapRequired("layer", Layer.Layer);
    Spelling Extends;
    Io.mapOptional("extends", Extends);
    Layer.Extends = Extends.Text;
    Layer.ExtendsAt = static_cast<Reading *>(Io.getContext())->place(Extends);
    readGone(Io, Layer);
    readSection<Section::Descriptors>(Io, Layer.Descriptors);
    readSection<Section::Results>(Io, Layer.Calls);
    readSection<Section::Arguments>(Io, Layer.Calls);
    readSection<Section::Members>(Io, Layer.Members);
    readSection<Section::Types>(Io, Layer.Types);
    readSection<Section::Fields>(Io, Layer.Fields);
    readSection<Section::Guards>(Io, Layer.Guards);
    readSection<Section::Passes>(Io, Layer.Passes);
    readSection<Section::Conversions>(Io, Layer.Conversions);
    readSection<Section::Addresses>(Io, Layer.Addresses);
    readSection<Section::Asserts>(Io, Layer.Asserts);
    readSection<Section::ErrorTests>(Io, Layer.ErrorTests);
    readSection<Section::Splits>(Io, Layer.Splits);
    readSection<Section::ListCalls>(Io, Layer.ListCalls);
    readSection<Section::WordCalls>(Io, Layer.WordCalls);
    readSection<Section::Api>(Io, Layer.Api);
    readSection<Section::Boundaries>(Io, Layer.Boundaries);
    readSection<Section::Flags>(Io, Layer.Flags);
    readSection<Section::References>(Io, Layer.References);
    readSection<Section::Failures>(Io, Layer.Failures);
    readSection<Section::MemoryCalls>(Io, Layer.MemoryCalls);
  }
  static std::string validate(IO &, KnowledgeLayer &Layer) {
    if (Layer.Format != KnowledgeFormat)
      return "this pagesplit reads knowledge of format " +
             std::to_string(KnowledgeFormat);
    return "";
  }
};

namespace {
struct FirstProblem {
  unsigned Line = 0;
  unsigned Column = 0;
  std::string Message;

  static void keep(const SMDiagnostic &D, void *Context) {
    auto *Self = static_cast<FirstProblem *>(Context);
    if (Self->Line || D.getKind() != SourceMgr::DK_Error)
      return;
    Self->Line = D.getLineNo();
    Self->Column = D.getColumnNo() + 1;
    Self->Message = D.getMessage().str();
  }
};
} // namespace

// What a statement must be alone in saying. A conversion speaks for the page it
// takes or gives, as an argument or a result does.
static std::pair<std::string, std::string>
subject(const KnowledgeStatement &Statement) {
  StringRef About = sectionName(Statement.Section);
  std::string Detail = Statement.Detail;
  if (Statement.Section == Section::Results ||
      Statement.Section == Section::Arguments)
    About = "call";
  if (Statement.Section == Section::Conversions) {
    if (Statement.Descriptors.front().Text == "page") {
      About = "call";
      Detail = "argument 0";
    } else if (Statement.Descriptors.back().Text == "page") {
      About = "call";
      Detail = "result";
    }
  }
  return {(About + " " + Statement.Name.Text).str(), Detail};
}

static Error checkDuplicates(const KnowledgeLayer &Layer) {
  std::map<std::pair<std::string, std::string>, const SpelledWord *> Seen;
  for (const KnowledgeStatement &Statement : Layer.Statements) {
    const SpelledWord &Name = Statement.Name;
    auto [At, New] = Seen.try_emplace(subject(Statement), &Name);
    if (New)
      continue;
    const SpelledWord *First = At->second, *Second = &Name;
    if (std::tie(Second->Line, Second->Column) <
        std::tie(First->Line, First->Column))
      std::swap(First, Second);
    std::string What = Statement.Detail.empty() ? "" : " " + Statement.Detail;
    return errorAt(Layer.Path, Second->Line, Second->Column,
                   "'" + Name.Text + "'" + What +
                       " stands twice, first on line " + Twine(First->Line));
  }
  return Error::success();
}

Expected<KnowledgeLayer> pagesplit::readKnowledgeLayer(StringRef Path) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  return parseKnowledgeLayer(*Text, Path);
}

Expected<KnowledgeLayer> pagesplit::parseKnowledgeLayer(StringRef Text,
                                                        StringRef Path) {
  KnowledgeLayer Layer;
  Layer.Path = Path.str();
  Reading Context{Text, Layer};
  FirstProblem Problem;
  yaml::Input In(Text, &Context, FirstProblem::keep, &Problem);
  In >> Layer;
  if (In.error())
    return errorAt(Path, Problem.Line, Problem.Column, Problem.Message);
  if (Error E = checkDuplicates(Layer))
    return std::move(E);
  return Layer;
}
