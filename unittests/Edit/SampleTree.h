//===- SampleTree.h - a small source tree and edits of it -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_UNITTESTS_SAMPLETREE_H
#define PAGESPLIT_UNITTESTS_SAMPLETREE_H

#include "../Support/TemporaryDirectory.h"
#include "SampleEdits.h"

#include "pagesplit/Edit/SourceTree.h"
#include "pagesplit/Support/ContentHash.h"

namespace pagesplit {

/// Three files, one with the line ends and bytes of another age, one without an
/// end of its last line; and groups that edit them and add a fourth.
class SampleTree {
public:
  SampleTree() {
    Files["mm/a.c"] = "int a(struct page *page)\n{\n\treturn f(page,\n"
                      "\t\t page->index);\n}\n";
    Files["fs/b.c"] = "/* caf\xE9 */\r\nint b(page);\r\nint page;\r\n";
    Files["fs/c.c"] = "int c(page)";
    for (const auto &[File, Text] : Files) {
      Directory.write(File, Text);
      Set.addSource(File, contentHash(Text));
    }
    Set.addSource("mm/new.h", NoFileYet);
    EditGroup New = group("introduce:new", {insertion("mm/new.h", 0, "new\n")});
    New.Title = "introduce struct new";
    Set.add(New);
    EditGroup A = group("local-variable:mm/a.c:a:page", {}, {New.Name});
    A.Subjects = {"a()"};
    A.Accesses = {"mm/a.c:4:10"};
    change(A, "mm/a.c", "page *page", "folio *folio");
    change(A, "mm/a.c", "f(page", "folio_f(folio");
    change(A, "mm/a.c", "page->index", "folio->index");
    Set.add(A);
    EditGroup B = group("field-access:fs/b.c", {});
    B.Subjects = {"b()"};
    B.Notes = {"fs/b.c:2: b() may be called with NULL"};
    change(B, "fs/b.c", "b(page", "b(folio");
    change(B, "fs/c.c", "page", "folio");
    Set.add(B);
    Set.add(
        {Refusal::Headness, "api-call", {"fs/b.c", 3, 5}, "page", "tail\t"});
  }

  SourceTree open() const {
    return llvm::cantFail(SourceTree::at(Directory.path("")));
  }

  std::map<std::string, std::string> Files;
  TemporaryDirectory Directory;
  EditSet Set;

private:
  void change(EditGroup &Group, llvm::StringRef File, llvm::StringRef Was,
              llvm::StringRef Now) {
    Group.Edits.insert(
        replacement(File, Files[File.str()].find(Was.str()), Was, Now));
  }
};

} // namespace pagesplit

#endif
