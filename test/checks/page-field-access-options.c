// REQUIRES: clang-tidy
// Both options name what is allowed; a name that is part of another allows
// nothing.
//
// DEFINE: %{check} = %clang-tidy -load %plugin --header-filter=none %s
// RUN: %{check} --config='{Checks: "-*,memdesc-page-field-access"}' -- \
// RUN:   | FileCheck %s --check-prefixes=FLAGS,INDEX,SETTER,HEAD --implicit-check-not=warning:
// RUN: %{check} --config='{Checks: "-*,memdesc-page-field-access", CheckOptions: {memdesc-page-field-access.AllowedFields: "flags;map"}}' -- \
// RUN:   | FileCheck %s --check-prefixes=INDEX,SETTER,HEAD --implicit-check-not=warning:
// RUN: %{check} --config='{Checks: "-*,memdesc-page-field-access", CheckOptions: {memdesc-page-field-access.AllowedFunctions: "set_mapping;set"}}' -- \
// RUN:   | FileCheck %s --check-prefixes=FLAGS,INDEX,HEAD --implicit-check-not=warning:
//
// By the word compound_head a tail finds its head. No descriptor has it,
// whatever else lies there.
// RUN: %{check} --config='{Checks: "-*,memdesc-page-field-access", CheckOptions: {memdesc.Layer: linux-6.12}}' -- \
// RUN:   | FileCheck %s --check-prefix=LAYER
//
// The options in force are shown.
// RUN: %{check} --dump-config --config='{Checks: "-*,memdesc-page-field-access", CheckOptions: {memdesc-page-field-access.AllowedFields: "flags"}}' -- \
// RUN:   | FileCheck %s --check-prefix=DUMP
// DUMP-DAG: memdesc-page-field-access.AllowedFields: flags
// DUMP-DAG: memdesc-page-field-access.AllowedFunctions: ''

struct page {
  unsigned long flags;
  void *mapping;
  unsigned long index;
  unsigned long compound_head;
};

// FLAGS: :[[@LINE+1]]:60: warning: access to field 'flags'
unsigned long flags_of(struct page *page) { return page[0].flags; }

// INDEX: :[[@LINE+1]]:58: warning: access to field 'index'
unsigned long index_of(struct page *page) { return page->index; }

void set_mapping(struct page *page, void *mapping) {
  // SETTER: :[[@LINE+1]]:9: warning: access to field 'mapping'
  page->mapping = mapping;
}

// HEAD: :[[@LINE+2]]:56: warning: access to field 'compound_head'
// LAYER: :[[@LINE+1]]:56: warning: access to field 'compound_head' of struct page; each page has one of its own
unsigned long way_up(struct page *page) { return page->compound_head; }
