// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// How a field can be named: `->` and `.`, whatever stands before them.

#include "page.h"

typedef struct page page_t;
typedef struct page *page_ptr;
struct holder {
  struct page *page;
  struct page own;
  struct page *pages[4];
};

void arrow_and_dot(struct page *page, struct page *pages[], struct page **pp,
                   int i) {
  struct page copy = {};                // access: designator write *
  consume(page->index);                 // access: member read index@32 base=page function=arrow_and_dot arm=8#0/32#0 size=8
  consume((*page).index);               // access: member read index@32 base=*page
  consume(((page))->index);             // access: member read index@32 base=page
  consume(copy.index);                  // access: member read index@32 base=copy
  consume((&copy)->index);              // access: member read index@32 base=&copy
  consume(pages[i]->index);             // access: member read index@32 base=pages[i]
  consume((*pp)->index);                // access: member read index@32 base=*pp
  consume(pp[i + 1]->index);            // access: member read index@32 base="pp[i + 1]"
  consume(page[1].index);               // access: member read index@32 base=page[1]
  consume(1 [page].index);              // access: member read index@32 base="1 [page]"
  consume((&page[i])->index);           // access: member read index@32 base=&page[i] ; arithmetic type-only * base=page
  consume((page + i)->index);           // access: member read index@32 base="page + i" ; arithmetic type-only * base=page
  consume(page-> /* where */ index);    // access: member read index@32 base=page col=30
}

void calls(const void *address, int which, struct page *a, struct page *b) {
  consume(virt_to_page(address)->index);   // access: member read index@32 base=virt_to_page(address)
  consume((which ? a : b)->index);         // access: member read index@32 base="which ? a : b"
  consume((which, a)->index);              // access: member read index@32 base="which, a"
  consume(({ b; })->index);                // access: member read index@32 base="({ b; })"
  consume((a ?: b)->index);                // access: member read index@32 base="a ?: b"
  consume(((struct page *)address)->index); // access: member read index@32 ; cast type-only * via="from const void *"
}

void chains(struct vm_fault *vmf, struct holder *h, struct holder by_value) {
  consume(vmf->page->index);         // access: member read index@32 base=vmf->page
  consume(vmf->pages[2]->index);     // access: member read index@32 base=vmf->pages[2]
  consume(h->own.index);             // access: member read index@32 base=h->own
  consume((&h->own)->index);         // access: member read index@32 base=&h->own ; embedded read * via="struct holder.own"
  consume(h[1].pages[0]->index);     // access: member read index@32 base=h[1].pages[0]
  consume(by_value.page->index);     // access: member read index@32 base=by_value.page
  consume(
      vmf->page // access: member read index@32 base=vmf->page
          ->index);
}

void sugar(page_t *a, page_ptr b, pgtable_t c, const struct page *d,
           volatile struct page *e, struct page *restrict f) {
  typeof(a) g = a;
  typeof(*b) *h = b;
  __auto_type i = c;
  struct page(*j) = a;
  consume(a->index); // access: member read index@32 base=a
  consume(b->index); // access: member read index@32 base=b
  consume(c->index); // access: member read index@32 base=c
  consume(d->index); // access: member read index@32 base=d
  consume(e->index); // access: member read index@32 base=e
  consume(f->index); // access: member read index@32 base=f
  consume(g->index); // access: member read index@32 base=g
  consume(h->index); // access: member read index@32 base=h
  consume(i->index); // access: member read index@32 base=i
  consume(j->index); // access: member read index@32 base=j
}

// Every word, down to the member of a member.
void words(struct page *page) {
  consume(page->flags);                        // access: member read flags@0 size=8
  unknown(page->lru.next);                     // access: member read lru.next@8 field=lru arm=8#0/8#0 size=8
  unknown(page->lru.prev);                     // access: member read lru.prev@16 field=lru
  unknown((page->lru).prev);                   // access: member read lru.prev@16 field=lru
  unknown(page->lru.next->prev);               // access: member read lru.next@8 field=lru
  consume(page->mlock_count);                  // access: member read mlock_count@16 arm=8#0/8#1 size=4
  unknown(page->buddy_list.next);              // access: member read buddy_list.next@8 arm=8#0/8#2
  unknown(page->mapping);                      // access: member read mapping@24 arm=8#0
  consume(page->share);                        // access: member read share@32 arm=8#0/32#1
  consume(page->private);                      // access: member read private@40 arm=8#0
  consume(page->pp_magic);                     // access: member read pp_magic@8 arm=8#1
  unknown(page->pp);                           // access: member read pp@16 arm=8#1
  consume(page->dma_addr);                     // access: member read dma_addr@32 arm=8#1
  consume(page->pp_ref_count.counter);         // access: member read pp_ref_count.counter@40 field=pp_ref_count arm=8#1
  consume(page->compound_head);                // access: member read compound_head@8 arm=8#2
  unknown((void *)page->rcu_head.func);        // access: member read rcu_head.func@16 arm=8#3
  consume(page->page_type);                    // access: member read page_type@48 arm=48#0 size=4
  consume(page->_mapcount.counter);            // access: member read _mapcount.counter@48 arm=48#1
  consume(page->_refcount.counter);            // access: member read _refcount.counter@52 size=4
  consume(page->memcg_data);                   // access: member read memcg_data@56
}
