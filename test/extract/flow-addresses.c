// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Between a page and its address: what the address points to says what the page
// is.

#include "page.h"

typedef struct { unsigned long pgd; } pgd_t;
typedef struct { unsigned long pte; } pte_t;
typedef unsigned char u8;
struct mm { pgd_t *pgd; };
extern struct page memory[];
extern pgd_t table[512];
#define __pa(address) ((unsigned long)(address) - 0x1000)
#define pfn_to_page(n) (memory + (n))
#define virt_to_page(address) pfn_to_page(__pa(address) >> 12)
struct page *virt_to_head_page(const void *address);
void *lowmem_page_address(const struct page *page);
#define page_address(page) lowmem_page_address(page)
#define page_to_virt(page) ((void *)((unsigned long)((page) - memory) << 12))
void sink(struct page *page);
void set(pte_t *entry);
pte_t *look(void *);

void by_address(struct mm *mm, pte_t *pte, void *any, u8 *bytes, unsigned long n) {
  sink(virt_to_head_page(pte)); // flow: argument return:virt_to_head_page -> param:sink#0 ; argument type:pte_t -> param:sink#0 through=virt_to_head_page#0
  sink(virt_to_head_page(mm->pgd)); // flow: argument return:virt_to_head_page -> param:sink#0 ; argument type:pgd_t -> param:sink#0 through=virt_to_head_page#0
  sink(virt_to_head_page((void *)((unsigned long)pte & ~4095UL))); // flow: argument return:virt_to_head_page -> param:sink#0 ; argument type:pte_t -> param:sink#0 through=virt_to_head_page#0
  sink(virt_to_head_page(table)); // flow: argument return:virt_to_head_page -> param:sink#0 ; argument type:pgd_t -> param:sink#0 through=virt_to_head_page#0
  sink(virt_to_head_page((pte_t *)n)); // flow: argument return:virt_to_head_page -> param:sink#0 ; argument type:pte_t -> param:sink#0 through=virt_to_head_page#0
  sink(virt_to_head_page(any)); // flow: argument return:virt_to_head_page -> param:sink#0
  sink(virt_to_head_page(bytes)); // flow: argument return:virt_to_head_page -> param:sink#0
  sink(virt_to_head_page(mm)); // flow: argument return:virt_to_head_page -> param:sink#0
  sink(virt_to_head_page(look(pte))); // flow: argument return:virt_to_head_page -> param:sink#0 ; argument type:pte_t -> param:sink#0 through=virt_to_head_page#0
}

void by_macro(pgd_t *pgd, void *any) {
  sink(virt_to_page(pgd)); // flow: argument type:pgd_t -> param:sink#0 through=virt_to_page#0
  // flow: argument return:virt_to_page -> param:sink#0 ; argument return:pfn_to_page -> param:sink#0 ; argument global:memory -> param:sink#0 through=+ ; use global:memory -> field:*
  sink(virt_to_page(any));
  // flow: argument return:virt_to_page -> param:sink#0 ; argument return:pfn_to_page -> param:sink#0 ; argument global:memory -> param:sink#0 through=+ ; use global:memory -> field:*
}

pte_t *to_address(struct page *page) {
  pte_t *entry = page_address(page); // flow: cast param:to_address#0 -> type:pte_t through=lowmem_page_address#0 ; argument param:to_address#0 -> param:lowmem_page_address#0 ; argument param:to_address#0 -> param:page_address#0

  set(lowmem_page_address(page)); // flow: cast param:to_address#0 -> type:pte_t through=lowmem_page_address#0 ; argument param:to_address#0 -> param:lowmem_page_address#0
  set((pte_t *)lowmem_page_address(page) + 1); // flow: cast param:to_address#0 -> type:pte_t through=lowmem_page_address#0 ; argument param:to_address#0 -> param:lowmem_page_address#0
  set(page_to_virt(page)); // flow: cast param:to_address#0 -> type:pte_t through=page_to_virt#0 ; argument param:to_address#0 -> param:page_to_virt#0 ; use param:to_address#0 -> field:*
  u8 *bytes = lowmem_page_address(page); // flow: argument param:to_address#0 -> param:lowmem_page_address#0
  void *any = lowmem_page_address(page); // flow: argument param:to_address#0 -> param:lowmem_page_address#0
  entry = any;
  return lowmem_page_address(page); // flow: cast param:to_address#0 -> type:pte_t through=lowmem_page_address#0 ; argument param:to_address#0 -> param:lowmem_page_address#0
}
