/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_LIST_H
#define _LINUX_LIST_H

#include <linux/container_of.h>

static inline void INIT_LIST_HEAD(struct list_head *list)
{
	list->next = list;
	list->prev = list;
}

static inline void __list_link(struct list_head *a, struct list_head *b)
{
	a->next = b;
	b->prev = a;
}

static inline void list_add(struct list_head *entry, struct list_head *head)
{
	__list_link(entry, head->next);
	__list_link(head, entry);
}

static inline void list_add_tail(struct list_head *entry,
				 struct list_head *head)
{
	list_add(entry, head->prev);
}

static inline void list_del(struct list_head *entry)
{
	__list_link(entry->prev, entry->next);
	entry->next = entry->prev = NULL;
}

static inline void list_move(struct list_head *entry, struct list_head *head)
{
	__list_link(entry->prev, entry->next);
	list_add(entry, head);
}

static inline bool list_empty(const struct list_head *head)
{
	return READ_ONCE(head->next) == head;
}

#define LIST_HEAD(name) struct list_head name = { &(name), &(name) }

#define list_entry(link, type, member) container_of(link, type, member)
#define list_first_entry(head, type, member) \
	list_entry((head)->next, type, member)
#define list_last_entry(head, type, member) \
	list_entry((head)->prev, type, member)
#define list_first_entry_or_null(head, type, member) \
	(list_empty(head) ? NULL : list_first_entry(head, type, member))
#define list_next_entry(entry, member) \
	list_entry((entry)->member.next, __typeof__(*(entry)), member)

#define list_for_each_entry(entry, head, member)			\
	for (entry = list_first_entry(head, __typeof__(*entry), member);\
	     &entry->member != (head);					\
	     entry = list_next_entry(entry, member))

#define list_for_each_entry_safe(entry, after, head, member)		\
	for (entry = list_first_entry(head, __typeof__(*entry), member),\
	     after = list_next_entry(entry, member);			\
	     &entry->member != (head);					\
	     entry = after, after = list_next_entry(after, member))

#endif
