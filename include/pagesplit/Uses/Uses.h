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
  Field,         ///< page->index
  Argument,      ///< lock_page(page)
  MacroArgument, ///< page_private(page): all of one argument of a macro
  Assign,        ///< head = page, struct page *head = page
  Return,        ///< return page
  Test,          ///< !page, page == NULL, if (page)
  Compare,       ///< page == other
  Target,        ///< page = ...: the variable itself is written
  Value,         ///< anything else that only reads the value
  Object,        ///< &page, sizeof(page), page++: needs the variable as it is
};

/// The word of \p Kind in files: "macro-argument".
llvm::StringRef wordOf(UseKind Kind);
/// All words, in the order of the enum.
llvm::ArrayRef<llvm::StringLiteral> useKindWords();

/// One expression of type `struct page *`, and what is done with its value.
struct PageUse {
  UseKind Kind = UseKind::Value;
  std::string Function; ///< around it; empty at file level
  unsigned Line = 0;    ///< of Value, or where the outermost macro is used
  unsigned Column = 0;
  TextSpan Value; ///< the expression
  /// The variable, parameter or member that the expression is; empty for calls
  /// and everything else. The place is that of the declared name.
  TextSpan Declared;
  TextSpan Name; ///< the word in Value that names it

  std::string Field; ///< Field: the member of struct page
  TextSpan FieldWord;
  std::string FieldType; ///< as written in struct page
  /// Field: "read", "write" (by a plain "="), "change" (any other write) or
  /// "address".
  std::string Mode;
  TextSpan Access;  ///< Field: page->index, all of it
  TextSpan Written; ///< Field, Target: what a plain "=" assigns

  std::string Callee; ///< Argument, MacroArgument
  TextSpan CalleeWord;
  TextSpan Call; ///< from CalleeWord to the closing parenthesis
  int Position = -1;
  std::vector<TextSpan> Arguments; ///< of the call, all of them
  /// What the call gives: "void", "int", "struct page *"; empty for a macro.
  std::string CallType;

  /// Assign: what the value goes to. Compare: what it is compared with.
  TextSpan Other;

  auto key() const {
    return std::tie(Value.File, Value.Begin, Value.End, Kind, Line, Column,
                    Function, Declared.File, Declared.Begin, Name.Begin, Field,
                    FieldWord.File, FieldWord.Begin, FieldType, Mode,
                    Access.File, Access.Begin, Access.End, Written.File,
                    Written.Begin, Written.End, Callee, CalleeWord.File,
                    CalleeWord.Begin, Call.Begin, Call.End, Position, CallType,
                    Other.File, Other.Begin);
  }
};

/// A local variable or parameter of type `struct page *`.
struct PageVariable {
  std::string Function;
  std::string Name;
  TextSpan NameWord; ///< of the declaration
  TextSpan TypeWord; ///< "page" in "struct page *"
  /// From the first specifier to before the semicolon or comma; for a
  /// parameter, its declaration.
  TextSpan Declaration;
  TextSpan Body; ///< of the function, braces included
  bool IsParameter = false;
  /// The first statement of Body declares something.
  bool StartsWithDeclaration = false;
  unsigned Line = 0;
  unsigned Column = 0;

  auto key() const {
    return std::tie(NameWord.File, NameWord.Begin, Function, Name,
                    TypeWord.File, TypeWord.Begin, Declaration.Begin,
                    Declaration.End, Body.File, Body.Begin, Body.End,
                    IsParameter, StartsWithDeclaration, Line, Column,
                    NameWord.End);
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
  std::set<PageVariable, ByUseKey> Variables;
  std::set<DescriptorMember, ByUseKey> Members;
  std::map<std::string, std::set<std::string>> Sources; ///< file to hashes
  /// Units that gave no uses, each with its first error.
  std::map<std::string, std::string> Failed;

  void unite(UseSet Other);
};

} // namespace pagesplit

#endif
