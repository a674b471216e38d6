// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-page-field-access"}' \
// RUN:   --header-filter=none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

extern "C" {
struct page {
  unsigned long flags;
  union {
    struct {
      void *mapping;
      unsigned long index;
    };
    unsigned long dma_addr;
  };
};
}

// Inheritance, references, lambdas, member pointers.

struct tagged_page : page {
  int tag;
};

unsigned long forms(page &reference, tagged_page *tagged) {
  // CHECK: :[[@LINE+1]]:13: warning: access to field 'flags' of struct page; each page has one of its own [memdesc-page-field-access]
  reference.flags = 0;
  // CHECK: :[[@LINE+1]]:11: warning: access to field 'mapping'
  tagged->mapping = nullptr;
  // CHECK: :[[@LINE+1]]:43: warning: access to field 'index'
  auto index = [&] { return (&reference)->index; };
  // CHECK: :[[@LINE+1]]:38: warning: access to field 'flags'
  unsigned long page::*word = &page::flags;
  // CHECK: :[[@LINE+1]]:18: warning: access to field 'dma_addr'
  page given = {.dma_addr = reference.*word};
  return index();
}

// Once per place, however often a template is instantiated.

template <typename T> unsigned long index_of(T *page) {
  // CHECK: :[[@LINE+1]]:16: warning: access to field 'index'
  return page->index;
}
unsigned long twice(page *first, const page *second) {
  return index_of(first) + index_of(second);
}

// What must stay silent.

namespace gui {
struct page {
  unsigned long index;
};
} // namespace gui

class book {
  struct page {
    unsigned long index;
  };
  page first;

public:
  unsigned long index() const { return first.index; }
};

unsigned long silent(gui::page *page, tagged_page *tagged) {
  tagged->tag = 0;
  return page->index + index_of(page);
}
