//===- Uses.h - every mention of a page, as it is written -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a rewriter has to know of the text: each expression whose value is a
/// `struct page *`, what is done with the value, and where the words stand that
/// would change. Says nothing about descriptors; verdicts are in the database.
/// docs/uses.md lists what counts as which use.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_USES_USES_H
#define PAGESPLIT_USES_USES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace pagesplit {

/// Bytes of one file, Begin to before End. No File: the text is not in one
/// piece in a file of the tree, so it cannot be edited.
struct TextSpan {
  std::string File; ///< relative to the source root
  unsigned Begin = 0;
  unsigned End = 0;

  explicit operator bool() const { return !File.empty(); }
  unsigned length() const { return End - Begin; }
  auto key() const { return std::tie(File, Begin, End); }
};

/// What is done with a page.
enum class UseKind {
  Field,    ///< page->index
  Argument, ///< lock_page(page)
  Assign,   ///< head = page, struct page *head = page
  Return,   ///< return page
  Test,     ///< !page, page == NULL, if (page)
  Compare,  ///< page == other
  Target,   ///< page = ...: the variable itself is written
  Value,    ///< anything else that only reads the value
  Object,   ///< sizeof(page), page++: needs the variable as it is
  /// Something that is no page by its type, such as a "void *", goes where
  /// Assign, Argument or Return would; NULL does not count.
  Foreign,
  MacroArgument, ///< page_private(page): all of one argument of a macro
};

/// The word of \p Kind in files: "macro-argument".
llvm::StringRef wordOf(UseKind Kind);
/// All words, in the order of the enum.
llvm::ArrayRef<llvm::StringLiteral> useKindWords();

/// One expression of type `struct page *`, `struct page **` or deeper, and what
/// is done with its value.
struct PageUse {
  UseKind Kind = UseKind::Value;
  /// Pointers in the expression's type: 1 for a page, more for where pages are.
  unsigned Depth = 1;
  std::string Function; ///< around it; empty at file level
  std::string Scope;    ///< of Function, as in FunctionMention
  unsigned Line = 0;    ///< of Value, or where the outermost macro is used
  unsigned Column = 0;
  TextSpan Value; ///< the expression; empty also where there is only a name
  /// The macro used in the file whose body has the expression: without a Value,
  /// or Value is in the body, and so are Line, Column, FieldWord and Access.
  std::string Macro;
  /// The variable, parameter or member that the expression is, assigns to, is
  /// an element of or leads to: that of pages in "pages[i]", "*pages" and
  /// "&pages[i]"; empty for calls and everything else. The place is that of the
  /// declared name.
  TextSpan Declared;
  TextSpan Name; ///< the word that names it; empty for an assignment
  /// The function that Value is a call of, or an element of what it gives.
  std::string Called;
  std::string CalledScope;

  std::string Field; ///< Field: the member of struct page
  TextSpan FieldWord;
  std::string FieldType; ///< as written in struct page
  /// Field: "read", "write" (by a plain "="), "change" (any other write) or
  /// "address". MacroArgument: the same with Field when the macro is that
  /// access and nothing else; "target" or "object" when it does that. Object:
  /// "size" when only the size counts. Deeper than a page: "opaque" when it
  /// becomes a "void *" or a number, and of a Foreign "fresh" when it is memory
  /// that nobody else knows.
  std::string Mode;
  TextSpan Access;  ///< Field: page->index, all of it
  TextSpan Written; ///< Field, Target: what a plain "=" assigns

  std::string Callee; ///< Argument (also a slot), MacroArgument
  std::string CalleeScope;
  TextSpan CalleeWord;
  TextSpan Call; ///< from CalleeWord to the closing parenthesis
  int Position = -1;
  std::vector<TextSpan> Arguments; ///< of the call, all of them
  /// Assign: what the value goes to. Compare: what it is compared with.
  TextSpan Other;

  auto key() const {
    return std::tie(
        Value.File, Value.Begin, Value.End, Kind, Depth, Line, Column, Function,
        Scope, Macro, Called, CalledScope, Declared.File, Declared.Begin,
        Name.Begin, Field, FieldWord.File, FieldWord.Begin, FieldType, Mode,
        Access.File, Access.Begin, Access.End, Written.File, Written.Begin,
        Written.End, Callee, CalleeScope, CalleeWord.File, CalleeWord.Begin,
        Call.Begin, Call.End, Position, Other.File, Other.Begin);
  }
};

enum class DeclarationKind { Local, Parameter, Result, Member };

/// The word of \p Kind in files: "parameter".
llvm::StringRef wordOf(DeclarationKind Kind);
llvm::ArrayRef<llvm::StringLiteral> declarationKindWords();

/// One declaration of something that is a `struct page *`, or an array of them
/// or a pointer to one: a variable, a parameter or the result of a function, a
/// member of a struct. A function has as many as it is declared times.
struct PageDeclaration {
  DeclarationKind Kind = DeclarationKind::Local;
  unsigned Depth = 1; ///< as PageUse::Depth
  std::string Owner;  ///< the function or slot; of a member, "struct zspage"
  std::string Scope;  ///< of the function, as in FunctionMention
  int Position = -1;  ///< of a parameter
  std::string Name;
  /// The word that declares it; of a result, the function's. Empty for a
  /// parameter without a name.
  TextSpan NameWord;
  /// "page" in "struct page *"; empty: hidden in a macro or a typedef.
  TextSpan TypeWord;
  /// The typedef that stands for the page: "pgtable_t"; for a slot, that of the
  /// function.
  std::string Typedef;
  /// Local, Member: all that "struct page" declares there, in order, from the
  /// asterisk to the end of the initialiser. One unless commas follow.
  std::vector<TextSpan> Declarators;
  /// Local, Member: from the first specifier to the end of the last declarator.
  TextSpan Whole;
  /// Of the function, braces included; empty when only declared here.
  TextSpan Body;
  /// The function from its first specifier to its name.
  TextSpan Head;
  /// The first statement of Body declares something.
  bool StartsWithDeclaration = false;
  unsigned Line = 0;
  unsigned Column = 0;

  auto key() const {
    return std::tie(NameWord.File, NameWord.Begin, Kind, Owner, Scope, Position,
                    Name, TypeWord.File, TypeWord.Begin, Typedef, Whole.Begin,
                    Whole.End, Body.File, Body.Begin, Body.End, Head.File,
                    Head.Begin, StartsWithDeclaration, Line, Column,
                    NameWord.End);
  }
};

/// A place that names a function which takes or gives a page, or a slot: a
/// member of a struct that points to such functions.
struct FunctionMention {
  /// The function's name, or "struct S.op" for a slot.
  std::string Name;
  /// The file of a function that is known only there (static), or of a slot in
  /// a struct that is defined in a source file, else empty. Two functions are
  /// one when both their names and their scopes are equal.
  std::string Scope;
  /// What the mention is: "call" (of a slot also a test and an assignment),
  /// "store" (anything else), "declare", or "other": something else has the
  /// same name, which is a slot's name without its struct.
  std::string Mode;
  /// Store: the slot, when it is stored in one, and its scope.
  std::string Into;
  std::string IntoScope;
  TextSpan Word; ///< empty when a macro's body names it
  unsigned Line = 0;
  unsigned Column = 0;
  auto key() const {
    return std::tie(Scope, Name, Mode, Word.File, Word.Begin, Line, Column,
                    Into, IntoScope);
  }
};

/// A statement between the braces of a block, in a function with variables that
/// are pages. Places are bytes of File.
struct BlockStatement {
  std::string File;
  unsigned Begin = 0;      ///< behind the labels before it
  unsigned BlockBegin = 0; ///< of what is between the braces
  unsigned BlockEnd = 0;
  bool IsDeclaration = false;
  /// Names of pages that it takes the value of whenever it is reached.
  std::vector<unsigned> Always;
  /// Names of pages without which, NULL or an error code, it goes elsewhere.
  std::vector<unsigned> Required;
  /// What jumps to a label before it, and from elsewhere into it.
  std::vector<unsigned> JumpsTo;
  std::vector<unsigned> JumpsInto;
  auto key() const {
    return std::tie(File, Begin, BlockBegin, BlockEnd, IsDeclaration, Always,
                    Required, JumpsTo, JumpsInto);
  }
};

/// A member of a C type that describes pages, with its type as written.
struct DescriptorMember {
  std::string Type;  ///< "struct folio"
  std::string Field; ///< "private"
  std::string FieldType;
  auto key() const { return std::tie(Type, Field, FieldType); }
};

/// Orders any of the records above by its key().
struct ByUseKey {
  template <typename T> bool operator()(const T &A, const T &B) const {
    return A.key() < B.key();
  }
};

/// What units see, united. Sorted; the order of units leaves no trace.
struct UseSet {
  std::set<PageUse, ByUseKey> Uses;
  std::set<PageDeclaration, ByUseKey> Declarations;
  std::set<FunctionMention, ByUseKey> Mentions;
  std::set<BlockStatement, ByUseKey> Statements;
  std::set<DescriptorMember, ByUseKey> Members;
  std::map<std::string, std::set<std::string>> Sources; ///< file to hashes
  /// Units that gave no uses, each with its first error.
  std::map<std::string, std::string> Failed;

  void unite(UseSet Other);
};

} // namespace pagesplit

#endif
