//===- PatchMessage.cpp - what a patch says about itself ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PatchMail.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

static constexpr unsigned SubjectWidth = 72;
static constexpr unsigned NamesToList = 24;

template <typename T>
static std::set<std::string> all(const PatchContent &Patch,
                                 T EditGroup::*Member) {
  std::set<std::string> Values;
  for (const EditGroup *Group : Patch.Groups)
    if constexpr (std::is_same_v<T, std::string>)
      Values.insert(Group->*Member);
    else
      Values.insert((Group->*Member).begin(), (Group->*Member).end());
  Values.erase("");
  return Values;
}

static std::string enumeration(const std::set<std::string> &Words,
                               StringRef LastComma = " and ") {
  std::string Out;
  size_t Left = Words.size();
  for (const std::string &Word : Words)
    Out += (Word + (Left == 2  ? LastComma
                    : Left > 2 ? ", "
                               : ""))
               .str(),
        --Left;
  return Out;
}

static bool hasTitleOnly(const PatchContent &Patch) {
  return all_of(Patch.Groups,
                [](const EditGroup *Group) { return !Group->Title.empty(); });
}

std::string pagesplit::subjectOf(const PatchContent &Patch) {
  const std::string &Prefix = Patch.Plan->Prefix;
  auto Titles = all(Patch, &EditGroup::Title);
  if (hasTitleOnly(Patch) && Titles.size() == 1)
    return Prefix + ": " + *Titles.begin();
  std::string To = " to " + enumeration(all(Patch, &EditGroup::Descriptor));
  auto Subjects = all(Patch, &EditGroup::Subjects);
  std::string Named = Prefix + ": convert " + enumeration(Subjects) + To;
  if (!Subjects.empty() && Subjects.size() <= 3 && Named.size() <= SubjectWidth)
    return Named;
  if (Patch.Diffs.size() > 1)
    return Prefix + ": convert" + To;
  StringRef File = sys::path::filename(Patch.Diffs.begin()->first);
  // "mm/slub: convert slub.c" says nothing twice.
  if (StringRef(Prefix).ends_with(sys::path::stem(File)))
    return Prefix + ": convert" + To;
  return (Prefix + ": convert " + File + To).str();
}

static std::string whatAndWhy(const PatchContent &Patch) {
  if (hasTitleOnly(Patch))
    return "";
  std::string Descriptor = enumeration(all(Patch, &EditGroup::Descriptor));
  std::string Text =
      "Every struct page that this code handles belongs to a " + Descriptor +
      ". Use the type, the fields and the functions of that descriptor, so "
      "that "
      "the code says what it works on and struct page can shrink.";
  size_t Accesses = all(Patch, &EditGroup::Accesses).size();
  if (Accesses)
    Text += " This removes " + std::to_string(Accesses) +
            (Accesses == 1 ? " access" : " accesses") +
            " to fields of struct page.";
  return wrapped(Text);
}

static std::string listOfNames(const PatchContent &Patch) {
  auto Subjects = all(Patch, &EditGroup::Subjects);
  if (hasTitleOnly(Patch) || Subjects.empty() || Subjects.size() > NamesToList)
    return "";
  return wrapped((Subjects.size() == 1 ? "Changed is " : "Changed are ") +
                 enumeration(Subjects) + ".");
}

static std::string behaviour(const PatchContent &Patch) {
  auto Notes = all(Patch, &EditGroup::Notes);
  if (Notes.empty())
    return hasTitleOnly(Patch) ? ""
                               : wrapped("No change of behaviour is intended.");
  std::string Text =
      "Please look at these places, where behaviour may change:\n";
  for (const std::string &Note : Notes)
    Text += wrapped(Note, "- ");
  return Text;
}

// Whoever is concerned with more of the patch comes first.
static std::string trailers(const PatchContent &Patch,
                            const SeriesStyle &Style) {
  std::string Text;
  std::set<std::string> Seen;
  for (const auto &[File, Diff] : Patch.Diffs)
    if (Style.RecipientsOf)
      for (const std::string &Recipient : Style.RecipientsOf(File))
        if (Seen.insert(Recipient).second)
          Text += "Cc: " + Recipient + "\n";
  if (!Style.SignedOffBy.empty())
    Text += "Signed-off-by: " + Style.SignedOffBy + "\n";
  return Text;
}

std::string pagesplit::messageOf(const PatchContent &Patch,
                                 const SeriesStyle &Style) {
  std::vector<std::string> Paragraphs = {whatAndWhy(Patch)};
  for (const std::string &Remark : all(Patch, &EditGroup::Remarks))
    Paragraphs.push_back(wrapped(Remark));
  Paragraphs.push_back(listOfNames(Patch));
  Paragraphs.push_back(behaviour(Patch));
  if (!Patch.Plan->Proof.empty())
    Paragraphs.push_back(wrapped("Proof: " + Patch.Plan->Proof));
  Paragraphs.push_back(trailers(Patch, Style));
  llvm::erase_if(Paragraphs, [](const std::string &P) { return P.empty(); });
  std::string Text = join(Paragraphs, "\n");
  return json::isUTF8(Text) ? Text : json::fixUTF8(Text);
}

static std::string tableOfPatches(const Series &S) {
  std::string Text = "Converted:\n\n";
  unsigned Number = 0;
  for (const SeriesPatch &Patch : S.Patches)
    Text +=
        wrapped(Patch.Subject + " (" + std::to_string(Patch.Accesses) +
                    (Patch.Accesses == 1 ? " access)" : " accesses)") +
                    (Patch.Plan.Proof.empty() ? "" : ", " + Patch.Plan.Proof),
                std::to_string(++Number) + ". ");
  return Text;
}

static std::string tableOfFindings(const Series &S) {
  std::map<Refusal, unsigned> Counts;
  for (const Finding &F : S.Edits.Findings)
    ++Counts[F.Why];
  if (Counts.empty())
    return "Nothing that was reached has been left out.\n";
  std::vector<std::pair<unsigned, Refusal>> Order;
  for (auto [Why, Count] : Counts)
    Order.push_back({~Count, Why});
  llvm::sort(Order);
  std::string Text = "Not converted, with the reason (findings.tsv has each "
                     "place):\n\n";
  for (auto [Count, Why] : Order)
    Text += wrapped(wordOf(Why).str() + ": " + messageFor(Why).str(),
                    std::to_string(~Count) + " ");
  return Text;
}

std::string pagesplit::coverLetterOf(const Series &S,
                                     const SeriesStyle &Style) {
  unsigned Accesses = 0, Careful = 0;
  for (const SeriesPatch &Patch : S.Patches) {
    Accesses += Patch.Accesses;
    Careful += !Patch.Notes.empty();
  }
  std::string Subject =
      "convert users of struct page to the descriptors they work on";
  std::string Intro = wrapped(
      "This series was made by pagesplit. It removes " +
      std::to_string(Accesses) +
      " accesses to fields of struct page. Each patch compiles with those "
      "before it. " +
      (Careful ? std::to_string(Careful) +
                     (Careful == 1 ? " patch names" : " patches name") +
                     " places where behaviour may change; the others only "
                     "change types and names."
               : std::string("Only types and names change.")));
  std::string Message =
      Intro + "\n" + tableOfPatches(S) + "\n" + tableOfFindings(S) + "\n";
  return mailOf(Subject, 0, S.Patches.size(), Message, "", Style);
}
