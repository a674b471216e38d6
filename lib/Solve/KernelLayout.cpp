//===- KernelLayout.cpp - one layout per configuration --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KernelLayout.h"

#include <optional>

using namespace pagesplit;

namespace {

/// The members of one configuration with several layouts. Wider words move no
/// member to the front, so that of two places of one path the later is in the
/// larger layout.
class Members {
public:
  void add(const LayoutMember &M) {
    auto [Kept, IsNew] = Largest.try_emplace(M.Path, &M);
    auto [Other, IsFirst] = Smallest.try_emplace(M.Path, &M);
    if (isBefore(*Kept->second, M))
      Kept->second = &M;
    if (isBefore(M, *Other->second))
      Other->second = &M;
  }
  bool keeps(const LayoutMember &M) const {
    return Largest.find(M.Path)->second == &M;
  }
  Access placed(Access A) const {
    auto Kept = Largest.find(A.Field);
    if (Kept == Largest.end())
      return A;
    const LayoutMember &From = *Smallest.find(A.Field)->second;
    const LayoutMember &To = *Kept->second;
    if (!isIn(A, From) || isIn(A, To))
      return A;
    const unsigned Wider = From.Size ? std::max(To.Size / From.Size, 1u) : 1;
    A.Offset = To.Offset + (A.Offset - From.Offset) * Wider;
    A.Size *= Wider;
    A.Arm = To.Arm;
    return A;
  }

private:
  static bool isBefore(const LayoutMember &A, const LayoutMember &B) {
    return std::tie(A.Offset, A.Size) < std::tie(B.Offset, B.Size);
  }
  // Where the members overlap, the arms of their unions tell.
  static bool isIn(const Access &A, const LayoutMember &M) {
    if (A.Path == M.Path)
      return A.Offset == M.Offset && A.Size == M.Size;
    return A.Arm == M.Arm && A.Offset >= M.Offset &&
           A.Offset < M.Offset + M.Size;
  }

  std::map<std::string, const LayoutMember *> Largest, Smallest;
};

using MembersByConfig = std::map<std::string, Members>;
} // namespace

static std::map<std::string, const Layout *> largest(const FactSet &Facts,
                                                     MembersByConfig &Several) {
  std::map<std::string, const Layout *> Kept;
  // In the order of their size.
  for (const auto &[L, In] : Facts.layouts())
    for (const std::string &Config : In) {
      auto [Known, IsNew] = Kept.try_emplace(Config, &L);
      if (!IsNew && Known->second->PageSize != L.PageSize)
        Several[Config];
      Known->second = &L;
    }
  return Kept;
}

// Each fact with each of its configurations once more, as Place has it there.
template <typename T, typename Fn>
static Labelled<T> placed(const Labelled<T> &All, Fn Place) {
  Labelled<T> Result;
  for (const auto &[Fact, In] : All)
    for (const std::string &Config : In)
      if (std::optional<T> There = Place(Fact, Config))
        Result[std::move(*There)].insert(Config);
  return Result;
}

void pagesplit::keepKernelLayouts(FactSet &Facts) {
  MembersByConfig Several;
  const std::map<std::string, const Layout *> Kept = largest(Facts, Several);
  if (Several.empty())
    return;
  for (const auto &[M, In] : Facts.layoutMembers())
    for (const std::string &Config : In)
      if (auto Found = Several.find(Config); Found != Several.end())
        Found->second.add(M);
  Facts.replace(placed(Facts.accesses(), [&](const Access &A,
                                             const std::string &Config) {
    auto Found = Several.find(Config);
    return std::optional(Found == Several.end() ? A : Found->second.placed(A));
  }));
  auto Layouts =
      placed(Facts.layouts(), [&](const Layout &L, const std::string &Config) {
        const bool IsKept = Kept.find(Config)->second->PageSize == L.PageSize;
        return IsKept ? std::optional(L) : std::nullopt;
      });
  auto All = placed(Facts.layoutMembers(), [&](const LayoutMember &M,
                                               const std::string &Config) {
    auto Found = Several.find(Config);
    const bool IsKept = Found == Several.end() || Found->second.keeps(M);
    return IsKept ? std::optional(M) : std::nullopt;
  });
  Facts.replace(std::move(Layouts));
  Facts.replace(std::move(All));
}
