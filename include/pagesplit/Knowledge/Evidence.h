//===- Evidence.h - what names say about the pages they see -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The part of the knowledge files from which inference starts: descriptors,
/// and the calls, members, types, fields and predicates that say which one a
/// page is. Only records; docs/knowledge.md describes the keys, the look-ups
/// are in Knowledge/EvidenceIndex.h.
///
/// A call is named like a function or a macro ("lock_page"), or like an
/// ops-table slot ("struct address_space_operations.writepage").
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_KNOWLEDGE_EVIDENCE_H
#define PAGESPLIT_KNOWLEDGE_EVIDENCE_H

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pagesplit {

/// How much a piece of evidence says by itself.
enum class Strength {
  Weak,         ///< other pages are seen there too (put_page)
  Strong,       ///< with rare exceptions (vmf->page)
  Establishing, ///< the kernel would be wrong otherwise (page_pool_put_page)
};

/// A kind of page: a row of the `descriptors` section.
struct Descriptor {
  std::string Name;                 ///< as verdicts print it: "zsdesc"
  std::vector<std::string> Aliases; ///< "zpdesc"
  /// Its C type, "struct folio"; empty when it has none.
  std::string Type;
  std::string Summary;
  /// The file that brings Type into a tree which lacks it, below the root of
  /// the tree; empty when nothing does.
  std::string Header;
  /// For a field of struct page, the fields of Type at the same place: "index"
  /// to "next" and "handle". What is not here the descriptor does not own.
  std::map<std::string, std::vector<std::string>> Fields;
  std::string Source;
  /// A page is this only until the next call: free memory is free until it is
  /// allocated. What is known of one place says nothing about the next.
  bool IsTransient = false;
  /// Nothing but the first page of an allocation is ever called one.
  bool HasNoTails = false;
  /// It is memory of its own, so that no cast between it and a page is right.
  bool IsApart = false;
  /// Nobody may take or drop a reference to one of its pages.
  bool HasNoReferences = false;
};

/// Which page of an allocation comes out of a call.
enum class Headness {
  Any,    ///< it may be a tail page
  Head,   ///< the first page of an allocation of whatever size
  Order0, ///< the only page of its allocation
};

/// Where a page stands in a call.
struct CallEvidence {
  std::vector<std::string> Calls;
  /// The argument, counted from 0; nothing: the result.
  std::optional<unsigned> Argument;
  /// A descriptor; "page" when it is a bare page that nobody describes;
  /// "unknown" when it may be any (pfn_to_page); "nothing" when it is no page
  /// at all (ERR_PTR).
  std::string Descriptor;
  Strength How = Strength::Establishing;
  Headness Head = Headness::Any; ///< of a result
  std::string Source;
  /// Of a result: its reference count is 0 and stays so.
  bool IsFrozen = false;
};

/// Names that stand for a descriptor without a call: struct members
/// ("vm_fault.page"), types ("pgtable_t"), fields of struct page ("pp_magic").
struct NameEvidence {
  std::vector<std::string> Names;
  std::string Descriptor;
  Strength How = Strength::Establishing;
  std::string Source;
};

/// A field of struct page: to whom it belongs, and what its use says.
/// Descriptor is empty when it says nothing.
struct FieldEvidence : NameEvidence {
  std::vector<std::string> Owners; ///< descriptors, or "page"
  /// What whoever touches it has to know.
  std::string Caveat;
  /// Every page has one of its own, tail pages too.
  bool EachPage = false;
  /// What is there in a tail page, when it is not what one looks for; else
  /// empty.
  std::string OfTail;
  /// It is still a member of the page that is one word.
  bool Stays = false;
};

/// A test, and what holds for its argument 0 where it was true or false.
struct GuardEvidence {
  std::vector<std::string> Calls;
  std::string WhenTrue;  ///< a descriptor, or empty: proves nothing
  std::string WhenFalse; ///< the same; nearly always empty
  std::string Source;
  /// The outcome that proves a page to be the first of its allocation, or the
  /// only one; nothing: neither does.
  std::optional<bool> HeadWhen = std::nullopt;
};

/// A call whose result is (part of) the same memory as its argument:
/// compound_head(), nth_page().
struct PassThrough {
  std::vector<std::string> Calls;
  unsigned Argument = 0;
  Headness Result = Headness::Any;
  std::string Source;
};

/// A page in, a descriptor out, or the other way round.
enum class ConversionForm { Cast, Lookup, Arithmetic, Member };

struct Conversion {
  std::vector<std::string> Calls;
  std::string From; ///< "page" or a descriptor
  std::string To;
  ConversionForm Form = ConversionForm::Cast;
  /// What comes back for a page of another kind: "never" (it does not),
  /// "null", or "unchecked" (garbage).
  std::string Otherwise;
  Strength How = Strength::Strong;
  std::string Source;
};

/// In which respect a call about a descriptor does something else.
enum class Difference {
  Exact,     ///< the page call is about this very page, not about its head
  Type,      ///< another type goes in or comes out
  Value,     ///< another value on the same occasion: NULL, an error, a bool
  Reference, ///< takes or drops a reference that the other does not
  Lifetime,  ///< what it gives must be given back otherwise
  Effect,    ///< does more, or less, than the other
};

/// A page call and the descriptor call that takes its place.
struct ApiPair {
  std::string Page;       ///< "lock_page"
  std::string Descriptor; ///< "folio"
  std::string Call;       ///< "folio_lock"; empty: there is none
  /// The field of struct page that Page sets to its argument 1, instead of a
  /// Call: set_page_private().
  std::string Field;
  /// For each argument of Call, in order, where it comes from: "0" is
  /// argument 0 of Page, "=NULL" is that text, "mapping" says it has to be
  /// found; empty: one to one.
  std::vector<std::string> Arguments;
  /// What people should think of; not empty when Call is.
  std::string Caveat;
  /// Why the call cannot always take the other one's place.
  std::vector<Difference> Differs;
  std::string Source;
  /// The page is what Page gives, and Call gives its descriptor in its place.
  bool IsResult = false;
};

/// Macros that stop or complain when their argument 0 is true: behind them its
/// negation holds.
struct AssertMacro {
  std::vector<std::string> Calls;
  std::string Source;
};

/// Calls that only ask whether argument 0 is an error code that looks like a
/// pointer, or give that code: IS_ERR(). They do with every pointer.
struct ErrorTest {
  std::vector<std::string> Calls;
  std::string Source;
};

/// Calls that may put a page they are given into another folio than it was in.
struct SplitCall {
  std::vector<std::string> Calls;
  std::string Source;
};

/// What a list operation does with its arguments, each of which points to a
/// list or to the link that an entry has in itself. Without To nothing moves.
struct ListCall {
  std::vector<std::string> Calls;
  std::optional<unsigned> Entry; ///< is put into To
  std::optional<unsigned> From;  ///< a list whose entries go to To
  std::optional<unsigned> To;
  std::string Source;
};

/// A call that puts a word into a page or takes out what is there.
struct WordCall {
  std::vector<std::string> Calls;
  unsigned Page = 0; ///< the argument that is or points to the page
  std::string Field; ///< as the type of that argument spells it: "private"
  /// The argument that is put there; nothing: the result is what was there.
  std::optional<unsigned> Value;
  std::string Source;
};

/// Calls between a page and its address, and what it says of the page that the
/// address is one of Types ("pgd_t").
struct AddressCall {
  std::vector<std::string> Calls;
  /// True: argument 0 is the address, the result the page; false: the other
  /// way round.
  bool TakesAddress = true;
  std::vector<std::string> Types;
  std::string Descriptor;
  Strength How = Strength::Strong;
  std::string Source;
};

/// Bits of the flags of which every page has its own: what takes them for those
/// of the descriptor, or carries them to another page, is wrong.
struct PageFlag {
  std::vector<std::string> Names; ///< "PG_hwpoison"
  std::string Field;              ///< of struct page, where they are: "flags"
  std::string Source;
};

/// Calls that take a reference to their page, or drop one.
struct ReferenceCall {
  std::vector<std::string> Calls;
  unsigned Argument = 0; ///< the page
  bool Takes = true;
  std::string Source;
};

/// What comes back from a call that found nothing.
enum class FailureValue { Null, Error, Either };

/// Calls that may find nothing, or get no memory.
struct FailingCall {
  std::vector<std::string> Calls;
  FailureValue Gives = FailureValue::Null;
  /// A word that an argument has when the call cannot fail; empty: it always
  /// can.
  std::string Unless;
  std::string Source;
};

/// Names at which a conversion stops on purpose: what they take or give stays a
/// struct page.
struct Boundary {
  std::vector<std::string> Names;
  std::string Why;
  std::string Source;
};

} // namespace pagesplit

#endif
