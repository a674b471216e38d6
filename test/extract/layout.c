// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Offsets, sizes and arms come from the struct at hand: bit-fields, arrays,
// named members of an unnamed type, nested unions.

struct page {
  unsigned char tag[4];
  unsigned order : 4;
  unsigned type : 28;
  struct {
    int in_named;
    union {
      int a;
      long b;
    };
  } named;
  union {
    long plain;
    union {
      long deep[2];
      struct {
        int low, high;
      } halves;
    };
  };
} __attribute__((aligned(16)));

void use(struct page *page, int i) {
  page->tag[1] = 2;           // access: member write tag@0 size=4
  page->tag[i]++;             // access: member rmw tag@0
  page->order = 3;            // access: member write order@4 size=1
  page->type |= 1;            // access: member rmw type@4 size=4
  page->named.in_named = 1;   // access: member write named.in_named@8 field=named size=4 arm=
  page->named.b = 1;          // access: member write named.b@16 field=named size=8 arm=16#1
  page->plain = 1;            // access: member write plain@24 arm=24#0
  page->deep[1] = 1;          // access: member write deep@24 arm=24#1/24#0 size=16
  page->halves.high = 1;      // access: member write halves.high@28 field=halves arm=24#1/24#1
}

int tags(struct page *page) {
  unsigned char *p = page->tag; // access: member address-of tag
  return p[0] + *page->tag;     // access: member read tag
}
