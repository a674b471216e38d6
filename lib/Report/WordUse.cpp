//===- WordUse.cpp - the members of one word and their users --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WordUse.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

std::vector<MemberUse> pagesplit::membersOf(const ReportModel &Model,
                                            unsigned Word) {
  std::vector<MemberUse> Found;
  unsigned Start = Word * Model.WordSize, End = Start + Model.WordSize;
  for (const MemberRow &M : Model.Members)
    if (M.Offset < End && M.Offset + M.Size > Start)
      Found.push_back({&M, nullptr});
  for (const WordField &W : Model.Words) {
    if (W.Word != Word)
      continue;
    auto Same = find_if(Found, [&](const MemberUse &U) {
      return !U.Use && U.Member->Name == W.Field;
    });
    if (Same != Found.end())
      Same->Use = &W;
    else
      Found.push_back({nullptr, &W});
  }
  return Found;
}
