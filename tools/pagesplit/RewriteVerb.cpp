//===- RewriteVerb.cpp - pagesplit rewrite --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Recipients.h"
#include "RewriteSources.h"
#include "Verb.h"

#include "pagesplit/Edit/Series.h"
#include "pagesplit/Edit/TreeUpdate.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand Rewrite("rewrite", "Turn verdicts into a patch series");
static cl::opt<std::string> DatabaseFile(cl::Positional, cl::Required,
                                         cl::desc("FILE.db"), cl::sub(Rewrite));
static cl::opt<std::string>
    Build("p", cl::Required, cl::value_desc("BUILD"),
          cl::desc("Directory that holds compile_commands.json"),
          cl::sub(Rewrite));
static cl::opt<std::string> SourceRoot(
    "source-root",
    cl::desc("The tree to rewrite (default: as pagesplit kbuild noted it, else "
             "BUILD)"),
    cl::value_desc("DIR"), cl::sub(Rewrite));
static cl::list<std::string>
    Descriptors("descriptor", cl::value_desc("D"),
                cl::desc("Convert only to D; may be repeated"),
                cl::sub(Rewrite));
static cl::list<std::string> Chosen("rewriter", cl::value_desc("R"),
                                    cl::desc("Run only R; may be repeated"),
                                    cl::sub(Rewrite));
static cl::opt<double> Confidence(
    "confidence", cl::value_desc("C"), cl::init(0.8),
    cl::desc("Leave verdicts alone that are less sure (default 0.8)"),
    cl::sub(Rewrite));
static cl::list<std::string>
    Paths(cl::Positional, cl::desc("[PATH...] (edit only files in these)"),
          cl::sub(Rewrite));
static cl::opt<std::string> Output("o", cl::Required, cl::value_desc("SERIES"),
                                   cl::desc("Directory for the patches; must "
                                            "be new or empty"),
                                   cl::sub(Rewrite));
static cl::opt<bool> Apply("apply",
                           cl::desc("Change the tree as well; it must be a "
                                    "clean git tree or a plain copy"),
                           cl::sub(Rewrite));
static cl::opt<std::string>
    LayerName("layer", cl::value_desc("L"),
              cl::desc("Knowledge layer (default: by the tree's version)"),
              cl::sub(Rewrite));
static cl::list<std::string>
    Names("name", cl::value_desc("D=NAME"),
          cl::desc("Call the type of a descriptor that the tree lacks NAME "
                   "(default: as the descriptor); may be repeated"),
          cl::sub(Rewrite));
static cl::opt<std::string>
    SignedOffBy("signed-off-by", cl::value_desc("NAME <ADDRESS>"),
                cl::desc("Who sends the patches and signs them off (default: "
                         "nobody, git am --signoff does it)"),
                cl::sub(Rewrite));
static cl::opt<std::string>
    Cache("cache", cl::value_desc("DIR"),
          cl::desc("Where uses are kept between runs (default: SERIES.uses)"),
          cl::sub(Rewrite));
static cl::opt<unsigned> Jobs("j", cl::Prefix, cl::value_desc("N"),
                              cl::desc("Units at a time (default: all cores)"),
                              cl::sub(Rewrite));

static Error checkWords(const cl::list<std::string> &Words,
                        const std::vector<StringRef> &Known, StringRef What) {
  for (const std::string &Word : Words)
    if (!is_contained(Known, Word))
      return errorOf("there is no " + What + " '" + Word + "'");
  return Error::success();
}

// It becomes a line of every mail's head.
static Error checkSender(StringRef Sender) {
  StringRef Name, Address;
  std::tie(Name, Address) = Sender.split(" <");
  bool IsSender = !Name.trim().empty() && Address.consume_back(">") &&
                  Address.contains('@') &&
                  Sender.find_first_of("\r\n") == StringRef::npos &&
                  Address.find_first_of("<> ") == StringRef::npos;
  return Sender.empty() || IsSender
             ? Error::success()
             : errorOf("--signed-off-by takes a name and an address, as "
                       "'Ann Other <ann@example.org>'");
}

static Expected<RewriteQuery> query() {
  RewriteQuery Query;
  Query.Database = DatabaseFile;
  Query.Build = Build;
  Query.SourceRoot = SourceRoot;
  Query.Layer = LayerName;
  Query.Cache = Cache.empty() ? Output + ".uses" : Cache;
  Query.Paths.assign(Paths.begin(), Paths.end());
  Query.Descriptors.insert(Descriptors.begin(), Descriptors.end());
  Query.MayIntroduce =
      Chosen.empty() || is_contained(Chosen, "introduce-descriptor");
  Query.Confidence = Confidence;
  Query.FindsCallers =
      Chosen.empty() || is_contained(Chosen, "function-signature");
  Query.Jobs = Jobs;
  for (StringRef Name : Names) {
    StringRef Descriptor, Tag;
    std::tie(Descriptor, Tag) = Name.split('=');
    bool IsTag = !Tag.empty() &&
                 all_of(Tag, [](char C) { return isAlnum(C) || C == '_'; }) &&
                 !isDigit(Tag.front());
    if (!IsTag)
      return errorOf(
          "--name takes a descriptor and a C name, as zsdesc=zpdesc");
    Query.Names[Descriptor.str()] = Tag.str();
  }
  return Query;
}

static Expected<Series> render(const RewriteSources &In,
                               const ResolvedEdits &Edits) {
  const SourceTree &Tree = *In.Tree;
  Expected<FileTexts> Before = Tree.readAll(Edits);
  if (!Before)
    return Before.takeError();
  PlanRules Rules;
  Rules.SubsystemOf = [&](StringRef File) {
    auto Found = In.Subsystems.find(File.str());
    return Found == In.Subsystems.end() ? std::string() : Found->second;
  };
  Expected<SeriesStyle> Style = styleFor(Tree);
  if (!Style)
    return Style.takeError();
  Style->SignedOffBy = SignedOffBy;
  return renderSeries(planSeries(Edits.Groups, Rules), Edits, *Before, *Style);
}

static void summarize(const Series &S) {
  unsigned Accesses = 0;
  for (const SeriesPatch &Patch : S.Patches)
    Accesses += Patch.Accesses;
  std::map<Refusal, unsigned> Left;
  for (const Finding &F : S.Edits.Findings)
    ++Left[F.Why];
  errs() << "rewrite: " << S.Patches.size() << " patches of "
         << S.Edits.Groups.size() << " conversions, " << Accesses
         << " accesses to struct page fields go; " << S.Edits.Findings.size()
         << " things were left\n";
  for (const auto &[Why, Count] : Left)
    errs() << "  " << Count << " " << wordOf(Why) << ": " << messageFor(Why)
           << '\n';
}

static Error applyTo(const SourceTree &Tree, const ResolvedEdits &Edits) {
  Expected<FileTexts> Old = Tree.readAll(Edits);
  if (!Old)
    return Old.takeError();
  Expected<FileTexts> New = rewrittenTexts(*Old, Edits.Groups);
  if (!New)
    return New.takeError();
  return updateTree(Tree, *Old, *New);
}

// What would make all the work vain is found out before it is done.
static Error checkTree(const SourceTree &Tree) {
  if (!Apply)
    return Error::success();
  Expected<Recovery> Before = recoverUpdate(Tree);
  return Before ? requireClean(Tree) : Before.takeError();
}

static Expected<ExitCode> run() {
  if (Error E = checkWords(Chosen, rewriterWords(), "rewriter"))
    return std::move(E);
  if (Error E = checkSender(SignedOffBy))
    return std::move(E);
  Expected<RewriteQuery> Query = query();
  if (!Query)
    return Query.takeError();
  if (Error E = requireFreeSeries(Output))
    return std::move(E);
  Expected<RewriteSources> In = gatherRewriteSources(*Query, checkTree);
  if (!In)
    return In.takeError();
  RewriteInput Input{
      In->Uses,       In->Verdicts,       In->Known,
      In->Texts,      Query->Descriptors, {Chosen.begin(), Chosen.end()},
      Confidence,     In->Words,          In->Introduced,
      In->Subsystems, In->Paths};
  EditSet Proposed = rewriteAll(Input);
  In->Tree->refuseUnfit(Proposed);
  ResolvedEdits Edits = Proposed.resolve();
  Expected<Series> S = render(*In, Edits);
  if (!S)
    return S.takeError();
  if (Error E = writeSeries(*S, Output))
    return std::move(E);
  summarize(*S);
  if (Apply) {
    // The tree may have changed while units were parsed.
    if (Error E = requireClean(*In->Tree))
      return std::move(E);
    if (Error E = applyTo(*In->Tree, Edits))
      return std::move(E);
  }
  return Fine;
}

Verb pagesplit::rewriteVerb() { return {&Rewrite, run}; }
