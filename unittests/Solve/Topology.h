//===- Topology.h - flows without any C ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A fixture in which a test writes down places and moves, and asks for
/// verdicts.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_UNITTESTS_SOLVE_TOPOLOGY_H
#define PAGESPLIT_UNITTESTS_SOLVE_TOPOLOGY_H

#include "Conclusions.h"
#include "HeadPages.h"
#include "HeldWords.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

namespace pagesplit {

inline Place local(llvm::StringRef Function, llvm::StringRef Name) {
  return {PlaceKind::Local,
          Function.str(),
          "",
          -1,
          Name.str(),
          (Function + "." + Name).str()};
}
inline Place param(llvm::StringRef Function, int Position,
                   llvm::StringRef Scope = "") {
  return {PlaceKind::Param, Function.str(), Scope.str(), Position, "", ""};
}
inline Place result(llvm::StringRef Function, llvm::StringRef Scope = "") {
  return {PlaceKind::Return, Function.str(), Scope.str(), -1, "", ""};
}
inline Place member(llvm::StringRef Struct, llvm::StringRef Name) {
  return {PlaceKind::Member, Struct.str(), "", -1, Name.str(), ""};
}
inline Place function(llvm::StringRef Name) {
  return {PlaceKind::Function, Name.str(), "", -1, "", ""};
}
inline Place slot(llvm::StringRef Name) {
  return {PlaceKind::Slot, Name.str(), "", -1, "", ""};
}
/// A parameter that is a function pointer.
inline Place slot(llvm::StringRef Function, int Position) {
  return {PlaceKind::Slot, Function.str(), "", Position, "", ""};
}
inline Place type(llvm::StringRef Name) {
  return {PlaceKind::Type, "", "", -1, Name.str(), ""};
}
inline Place field(llvm::StringRef Name) {
  return {PlaceKind::Field, "", "", -1, Name.str(), ""};
}
/// A field of a page that points to \p Struct, which \p File defines.
inline Place held(llvm::StringRef Struct, llvm::StringRef Name,
                  llvm::StringRef File = "s.h") {
  return {PlaceKind::Field, Struct.str(), File.str(), -1, Name.str(), ""};
}
inline Place opaque(llvm::StringRef How) {
  return {PlaceKind::Opaque, "", "", -1, How.str(), ""};
}

class Topology : public testing::Test {
protected:
  Topology() {
    addDescriptor("folio", "struct folio");
    addDescriptor("slab", "struct slab");
    addDescriptor("netmem", "");
    auto Call = [&](llvm::StringRef Name, int Position, llvm::StringRef Says,
                    Strength How = Strength::Establishing,
                    Headness Head = Headness::Any) {
      CallEvidence E;
      E.Calls = {Name.str()};
      if (Position >= 0)
        E.Argument = Position;
      E.Descriptor = Says.str();
      E.How = How;
      E.Head = Head;
      Known.add(E);
    };
    Call("lock_page", 0, "folio");
    Call("find_get_page", -1, "folio");
    Call("page_pool_put_page", 1, "netmem");
    Call("slab_alloc", -1, "slab");
    Call("unlock_page", 0, "folio", Strength::Strong);
    Call("PageUptodate", 0, "folio", Strength::Strong);
    Call("get_page", 0, "folio", Strength::Weak);
    Call("kmap", 0, "page", Strength::Weak);
    Call("__SetPageMovable", 0, "page");
    Call("alloc_page", -1, "page", Strength::Weak, Headness::Order0);
    Call("ERR_PTR", -1, "nothing");
    Call("pfn_to_page", -1, "unknown");
    Call("phys_to_page", -1, "unknown", Strength::Strong);
    Call("struct address_space_operations.writepage", 0, "folio");
    Known.add(GuardEvidence{{"PageSlab"}, "slab", "", "x"});
    Known.add(GuardEvidence{{"PageUptodate"}, "folio", "", "x"});
    Known.add(AssertMacro{{"VM_BUG_ON_PAGE"}, "x"});
    Known.add(PassThrough{{"compound_head"}, 0, Headness::Head, "x"});
    Known.add(PassThrough{{"find_subpage"}, 0, Headness::Any, "x"});
    NameEvidence Field;
    Field.Names = {"pp_magic"};
    Field.Descriptor = "netmem";
    Known.addField(Field);
  }

  void addDescriptor(llvm::StringRef Name, llvm::StringRef Type) {
    Descriptor D;
    D.Name = Name.str();
    D.Type = Type.str();
    Known.add(D);
  }

  void flow(FlowKind Kind, Place From, Place To, std::vector<Guard> Guards = {},
            std::vector<std::string> Through = {}) {
    Flow F;
    F.Kind = Kind;
    F.From = std::move(From);
    F.To = std::move(To);
    F.Guards = std::move(Guards);
    F.Through = std::move(Through);
    F.Where = "a.c:" + std::to_string(++Line) + ":1";
    Flows.push_back(std::move(F));
  }
  void declare(llvm::StringRef Function, int Position, unsigned Depth) {
    Entity E;
    E.Kind = EntityKind::Param;
    E.Owner = Function.str();
    E.Position = Position;
    E.Depth = Depth;
    E.Where = {"a.h", unsigned(Entities.size()) + 1, 1, 0, 0};
    Entities.push_back(E);
  }
  /// A parameter of a function whose body was seen, or only its prototype.
  void declareParam(llvm::StringRef Function, bool IsDefinition) {
    declare(Function, 0, 1);
    Entities.back().IsDefinition = IsDefinition;
  }
  void assign(Place From, Place To) {
    flow(FlowKind::Assign, std::move(From), std::move(To));
  }
  void pass(Place From, Place To, std::vector<Guard> Guards = {}) {
    flow(FlowKind::Argument, std::move(From), std::move(To), std::move(Guards));
  }

  Verdict verdict(const Place &P) { return conclusion(P).V; }
  std::string word(const Place &P) { return verdict(P).Word; }
  llvm::StringRef why(const Place &P) { return reasonWord(verdict(P).Why); }

  llvm::StringRef head(const Place &P) {
    conclusion(P);
    return headnessWord(solveHeadness(*Graph, Known)[*Graph->find(P)]);
  }

  Conclusion conclusion(const Place &P) {
    Facts = FactSet();
    for (const Flow &F : Flows)
      Facts.add(F, {"c"});
    for (const Entity &E : Entities)
      Facts.add(E, {"c"});
    for (const LayoutMember &M : Layout)
      Facts.add(M, {"c"});
    Joined = joinEntities(Facts.entities());
    Graph.emplace(Facts, Joined, Known);
    Solved.emplace(inferWithWords(*Graph, Facts, Known));
    std::optional<PlaceId> Id = Graph->find(P);
    EXPECT_TRUE(Id.has_value());
    return conclude(*Solved, *Id);
  }

  EvidenceIndex Known;
  std::vector<Flow> Flows;
  std::vector<Entity> Entities;
  std::vector<LayoutMember> Layout;
  FactSet Facts;
  std::vector<JoinedEntity> Joined;
  std::optional<FlowGraph> Graph;
  std::optional<Inference> Solved;
  unsigned Line = 0;
};

} // namespace pagesplit

#endif
