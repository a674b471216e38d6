//===- PatchMail.cpp - the form of a patch as a mail ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PatchMail.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

#include <ctime>

using namespace llvm;
using namespace pagesplit;

static constexpr unsigned MessageWidth = 75;
static constexpr unsigned SlugLength = 52; // of git format-patch
static constexpr StringLiteral Nobody = "pagesplit <pagesplit@localhost>";

std::string pagesplit::wrapped(StringRef Text, StringRef First) {
  std::string Out, Line = First.str();
  std::string Indentation(First.size(), ' ');
  SmallVector<StringRef, 32> Words;
  SplitString(Text, Words);
  bool IsFresh = true;
  for (StringRef Word : Words) {
    if (!IsFresh && Line.size() + 1 + Word.size() > MessageWidth) {
      Out += Line + "\n";
      Line = Indentation;
      IsFresh = true;
    }
    Line += ((IsFresh ? "" : " ") + Word).str();
    IsFresh = false;
  }
  return Out + Line + "\n";
}

std::string pagesplit::fileNameOf(unsigned Number, StringRef Subject) {
  std::string Slug;
  for (char C : Subject)
    if (isAlnum(C) || C == '.' || C == '_')
      Slug += C;
    else if (!Slug.empty() && Slug.back() != '-')
      Slug += '-';
  Slug.resize(std::min<size_t>(Slug.size(), SlugLength));
  std::string Name;
  raw_string_ostream(Name) << format("%04u-", Number)
                           << StringRef(Slug).rtrim("-.") << ".patch";
  return Name;
}

std::string
pagesplit::statisticsOf(const std::map<std::string, FileDiff> &Diffs) {
  size_t Width = 0;
  unsigned Most = 1, Added = 0, Removed = 0;
  for (const auto &[File, Diff] : Diffs) {
    Width = std::max(Width, File.size());
    Most = std::max(Most, Diff.Added + Diff.Removed);
    Added += Diff.Added;
    Removed += Diff.Removed;
  }
  std::string Text;
  raw_string_ostream Out(Text);
  unsigned Digits = std::to_string(Most).size();
  auto Bar = [&](unsigned Lines, char Mark) {
    unsigned Length = Most <= 40 ? Lines : (Lines * 40 + Most - 1) / Most;
    Out << std::string(Length, Mark);
  };
  for (const auto &[File, Diff] : Diffs) {
    std::string Lines = std::to_string(Diff.Added + Diff.Removed);
    Out << ' ' << left_justify(File, Width) << " | "
        << right_justify(Lines, Digits) << ' ';
    Bar(Diff.Added, '+');
    Bar(Diff.Removed, '-');
    Out << '\n';
  }
  Out << ' ' << Diffs.size() << (Diffs.size() == 1 ? " file" : " files")
      << " changed";
  if (Added)
    Out << ", " << Added << (Added == 1 ? " insertion(+)" : " insertions(+)");
  if (Removed)
    Out << ", " << Removed << (Removed == 1 ? " deletion(-)" : " deletions(-)");
  Out << '\n';
  return Text;
}

static std::string dateText(int64_t Seconds) {
  std::time_t Time = Seconds;
  std::tm Parts;
  char Text[64];
  gmtime_r(&Time, &Parts);
  std::strftime(Text, sizeof(Text), "%a, %d %b %Y %H:%M:%S +0000", &Parts);
  return Text;
}

// Lines that git would take for the end of the message or the next mail.
static std::string harmless(StringRef Message) {
  std::string Out;
  while (!Message.empty()) {
    auto [Line, Rest] = Message.split('\n');
    if (Line.starts_with("---") || Line.starts_with("diff -") ||
        Line.starts_with("Index: ") || Line.starts_with("From "))
      Out += ' ';
    Out += (Line + "\n").str();
    Message = Rest;
  }
  return Out;
}

std::string pagesplit::mailOf(StringRef Subject, unsigned Number, unsigned Of,
                              StringRef Message, StringRef Below,
                              const SeriesStyle &Style) {
  std::string Total = std::to_string(Of), Count = std::to_string(Number);
  Count.insert(0, Total.size() - std::min(Total.size(), Count.size()), '0');
  StringRef Author = Style.SignedOffBy;
  if (Author.empty())
    Author = Nobody;
  std::string Text;
  raw_string_ostream Out(Text);
  Out << "From " << std::string(40, '0') << " Mon Sep 17 00:00:00 2001\n"
      << "From: " << Author << "\nDate: " << dateText(Style.Date)
      << "\nSubject: [PATCH " << Count << '/' << Total << "] " << Subject
      << '\n';
  bool IsAscii = isASCII(Message) && isASCII(Subject) && isASCII(Author);
  if (!IsAscii)
    Out << "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
           "Content-Transfer-Encoding: 8bit\n";
  Out << '\n' << harmless(Message);
  if (Number)
    Out << "---\n";
  Out << Below << "-- \npagesplit\n\n";
  return Text;
}
