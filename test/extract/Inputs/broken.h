// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Code that cannot be understood. What is made of it depends on the compiler;
// it is here to be survived.

#define BROKEN(p) (missing_function(p))

static void broken(struct page *page, struct incomplete *other, int n) {
  sink(undeclared);
  sink(undeclared(page));
  page = undeclared ? page : make();
  sink(other->page);
  sink(_Generic(undeclared, int: page, default: page));
  sink(__builtin_choose_expr(undeclared, page, page));
  switch (undeclared) { case other: sink(page); }
  switch (n) { case undeclared: sink(page); }
  struct page *local = undeclared, *second = page;
  struct page row[undeclared];
  struct page *list[] = {undeclared, page, .none = page};
  struct vm_fault fault = {.page = undeclared, .none = page, page, page, page};
  page = ({ undeclared; });
  page = (undeclared, page);
  if (undeclared && PageSlab(undeclared) == undeclared)
    sink(page);
  for (struct page *p = undeclared; p; p = make(p))
    sink(p);
  goto nowhere;
  return undeclared;
  BROKEN(page);
  asm("" : "=r"(undeclared) : "r"(page));
  sink(page)
}
