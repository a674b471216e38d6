// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Memory of descriptors that stays of its type for a grace period.
//
// A freed descriptor may be had again at once, as the same type. A walker that
// still looks at it sees a count of 0, or that of its next life; only counts
// and flags may be looked at before one is got. Chunks go back to the C library
// after synchronize_rcu(). Threads have a slot with a few free objects per
// class, so that they seldom meet at the shared list.

#include <stdlib.h>
#include <string.h>
#include "layout.h"
#include "memdesc/rcu.h"

#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_SPLIT

#define CHUNK_SIZE (64 * 1024ul)
#define NR_SLOTS   16
#define SLOT_SIZE  32

// A free object is linked through the word behind its head, which nobody reads
// who has no reference.
#define LINK_OFFSET sizeof(struct memdesc_head)

struct chunk {
	struct chunk *next;
	unsigned long unused; // counted while shrinking
	unsigned long objects;
};

#define CHUNK_HEADER 64

struct slot {
	spinlock_t lock;
	unsigned int count;
	long live;
	void *object[SLOT_SIZE];
} __attribute__((aligned(64)));

struct cache {
	spinlock_t lock;
	void *unused;
	struct chunk *chunks;
	struct slot slots[NR_SLOTS];
};

static struct cache caches[MEMDESC_NR_CLASSES];
static unsigned int next_slot;
static _Thread_local unsigned int my_slot; // and one

#ifdef MEMDESC_TSAN
char memdesc_grace_period;
#endif

static struct slot *slot_of(struct cache *cache)
{
	if (unlikely(!my_slot))
		my_slot = __atomic_fetch_add(&next_slot, 1, __ATOMIC_RELAXED) %
				  NR_SLOTS +
			  1;
	return &cache->slots[my_slot - 1];
}

static void **link_of(void *object)
{
	return (void **)(void *)((char *)object + LINK_OFFSET);
}

static struct chunk *chunk_of(void *object)
{
	return (struct chunk *)((uintptr_t)object & ~(CHUNK_SIZE - 1));
}

static bool grow(struct cache *cache, size_t size)
{
	struct chunk *chunk = aligned_alloc(CHUNK_SIZE, CHUNK_SIZE);
	size_t at;

	if (!chunk)
		return false;
	memset(chunk, 0, CHUNK_SIZE);
	for (at = CHUNK_HEADER; at + size <= CHUNK_SIZE; at += size) {
		void *object = (char *)chunk + at;

		*link_of(object) = cache->unused;
		cache->unused = object;
		chunk->objects++;
	}
	chunk->next = cache->chunks;
	cache->chunks = chunk;
	return true;
}

static void refill(struct cache *cache, struct slot *slot, size_t size)
{
	spin_lock(&cache->lock);
	while (slot->count < SLOT_SIZE / 2) {
		void *object = cache->unused;

		if (!object && !grow(cache, size))
			break;
		object = cache->unused;
		cache->unused = *link_of(object);
		slot->object[slot->count++] = object;
	}
	spin_unlock(&cache->lock);
}

static void spill(struct cache *cache, struct slot *slot, unsigned int keep)
{
	spin_lock(&cache->lock);
	while (slot->count > keep) {
		void *object = slot->object[--slot->count];

		*link_of(object) = cache->unused;
		cache->unused = object;
	}
	spin_unlock(&cache->lock);
}

void *memdesc_cache_alloc(unsigned int class)
{
	struct cache *cache = &caches[class];
	struct slot *slot = slot_of(cache);
	void *object = NULL;

	spin_lock(&slot->lock);
	if (unlikely(!slot->count))
		refill(cache, slot, memdesc_class_size(class));
	if (likely(slot->count)) {
		object = slot->object[--slot->count];
		slot->live++;
	}
	spin_unlock(&slot->lock);
	return object;
}

void memdesc_cache_free(unsigned int class, void *object)
{
	struct cache *cache = &caches[class];
	struct slot *slot = slot_of(cache);

	spin_lock(&slot->lock);
	if (unlikely(slot->count == SLOT_SIZE))
		spill(cache, slot, SLOT_SIZE / 2);
	slot->object[slot->count++] = object;
	slot->live--;
	spin_unlock(&slot->lock);
}

unsigned long memdesc_cache_live(unsigned int class)
{
	long live = 0;
	unsigned int i;

	for (i = 0; i < NR_SLOTS; i++) {
		struct slot *slot = &caches[class].slots[i];

		spin_lock(&slot->lock);
		live += slot->live;
		spin_unlock(&slot->lock);
	}
	return (unsigned long)live;
}

unsigned long memdesc_cache_bytes(void)
{
	unsigned long bytes = 0;
	unsigned int class;
	struct chunk *chunk;

	for (class = 0; class < MEMDESC_NR_CLASSES; class++) {
		spin_lock(&caches[class].lock);
		for (chunk = caches[class].chunks; chunk; chunk = chunk->next)
			bytes += CHUNK_SIZE;
		spin_unlock(&caches[class].lock);
	}
	return bytes;
}

// Takes the objects of chunks that nobody uses out of the list.
static void forget_unused(struct cache *cache)
{
	void **at = &cache->unused;

	while (*at) {
		struct chunk *chunk = chunk_of(*at);

		if (chunk->unused == chunk->objects)
			*at = *link_of(*at);
		else
			at = link_of(*at);
	}
}

// Unlinks the chunks that nobody uses and returns them as a list.
static struct chunk *take_unused(struct cache *cache)
{
	struct chunk **at, *chunk, *taken = NULL;
	void *object;

	for (chunk = cache->chunks; chunk; chunk = chunk->next)
		chunk->unused = 0;
	for (object = cache->unused; object; object = *link_of(object))
		chunk_of(object)->unused++;
	forget_unused(cache);
	for (at = &cache->chunks; (chunk = *at);) {
		if (chunk->unused != chunk->objects) {
			at = &chunk->next;
			continue;
		}
		*at = chunk->next;
		chunk->next = taken;
		taken = chunk;
	}
	return taken;
}

static unsigned long free_chunks(struct chunk *chunk)
{
	unsigned long bytes = 0;

	while (chunk) {
		struct chunk *next = chunk->next;

		free(chunk);
		bytes += CHUNK_SIZE;
		chunk = next;
	}
	return bytes;
}

unsigned long memdesc_cache_shrink(void)
{
	struct chunk *taken[MEMDESC_NR_CLASSES];
	unsigned long bytes = 0;
	unsigned int class, i;

	for (class = 0; class < MEMDESC_NR_CLASSES; class++) {
		struct cache *cache = &caches[class];

		for (i = 0; i < NR_SLOTS; i++) {
			spin_lock(&cache->slots[i].lock);
			spill(cache, &cache->slots[i], 0);
			spin_unlock(&cache->slots[i].lock);
		}
		spin_lock(&cache->lock);
		taken[class] = take_unused(cache);
		spin_unlock(&cache->lock);
	}
	synchronize_rcu();
	memdesc_mark_grace_period();
	for (class = 0; class < MEMDESC_NR_CLASSES; class++)
		bytes += free_chunks(taken[class]);
	return bytes;
}

void memdesc_cache_exit(void)
{
	unsigned int class;

	synchronize_rcu();
	memdesc_mark_grace_period();
	for (class = 0; class < MEMDESC_NR_CLASSES; class++) {
		free_chunks(caches[class].chunks);
		memset(&caches[class], 0, sizeof(caches[class]));
	}
}

#endif
