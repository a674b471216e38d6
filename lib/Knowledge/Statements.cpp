//===- Statements.cpp - what is in force, name by name --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Knowledge/Statements.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;
using Section = KnowledgeSection;

// The same as Knowledge::forget(): an API pair outlives its page call, but not
// the call that takes its place; what a call does to memory or to a word stays.
void StatementsInForce::drop(StringRef Name) {
  for (auto I = Statements.begin(); I != Statements.end();) {
    const KnowledgeStatement &Statement = *I->second.Statement;
    bool Dropped = Statement.Name.Text == Name;
    if (Statement.Section == Section::Api)
      Dropped = any_of(Statement.Kernel, [&](const SpelledWord &Word) {
        return Word.Text == Name;
      });
    if (Statement.Section == Section::MemoryCalls ||
        Statement.Section == Section::WordCalls)
      Dropped = false;
    I = Dropped ? Statements.erase(I) : std::next(I);
  }
}

StatementsInForce::StatementsInForce(ArrayRef<KnowledgeLayer> Layers) {
  for (const KnowledgeLayer &Layer : Layers) {
    for (const std::string &Name : Layer.Gone) {
      drop(Name);
      Gone.insert(Name);
    }
    for (const KnowledgeStatement &Statement : Layer.Statements) {
      if (Statement.Section == Section::Gone)
        continue;
      Statements[Statement.key()] = {&Statement, &Layer};
      if (Statement.Section != Section::Api)
        Gone.erase(Statement.Name.Text);
    }
  }
}

// Ordered by name first, so that all about a name stands together.
static std::map<std::tuple<std::string, Section, std::string>, StatementInForce>
byName(const StatementsInForce &Statements) {
  std::map<std::tuple<std::string, Section, std::string>, StatementInForce>
      Result;
  for (const auto &[Key, Known] : Statements.all()) {
    const auto &[S, Name, Detail] = Key;
    Result[{Name, S, Detail}] = Known;
  }
  return Result;
}

static void printHead(const KnowledgeStatement &Statement, raw_ostream &Out) {
  Out << Statement.Name.Text << "  " << sectionName(Statement.Section);
  if (!Statement.Detail.empty())
    Out << " (" << Statement.Detail << ')';
}

bool pagesplit::showStatements(const StatementsInForce &Statements,
                               StringRef Name, raw_ostream &Out) {
  bool Any = false;
  for (const auto &Entry : byName(Statements)) {
    const KnowledgeStatement &Statement = *Entry.second.Statement;
    if (!Name.empty() && Statement.Name.Text != Name)
      continue;
    Any = true;
    printHead(Statement, Out);
    Out << ": " << Statement.Text << "  [" << Entry.second.Layer->Layer << ':'
        << Statement.Name.Line << "]\n";
  }
  return Any;
}

bool pagesplit::compareStatements(const StatementsInForce &Old,
                                  const StatementsInForce &New,
                                  raw_ostream &Out) {
  auto Before = byName(Old), After = byName(New);
  bool Any = false;
  auto Print = [&](char Mark, const KnowledgeStatement &Statement) {
    Any = true;
    Out << Mark << ' ';
    printHead(Statement, Out);
    Out << ": ";
  };
  auto B = Before.begin(), A = After.begin();
  while (B != Before.end() || A != After.end()) {
    if (A == After.end() || (B != Before.end() && B->first < A->first)) {
      Print('-', *B->second.Statement);
      Out << B->second.Statement->Text << '\n';
      ++B;
    } else if (B == Before.end() || A->first < B->first) {
      Print('+', *A->second.Statement);
      Out << A->second.Statement->Text << '\n';
      ++A;
    } else {
      const KnowledgeStatement &Was = *B->second.Statement;
      const KnowledgeStatement &Is = *A->second.Statement;
      if (Was.Text != Is.Text) {
        Print('~', Is);
        Out << Was.Text << " -> " << Is.Text << '\n';
      }
      ++A, ++B;
    }
  }
  return Any;
}
