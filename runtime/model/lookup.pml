// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The lookup protocol against free, split and migration, for spin.
//
// Two pages, three descriptors of one type-stable cache, two owners and a
// lookup of either page. A word is 0 or the number of a descriptor plus 1. Owners allocate one
// or both pages with a descriptor, and then free it, split it, or move it to the
// other page. The lookup knows nothing and follows the
// protocol. Claimed is, of whoever
// got a descriptor for a page and has not put it:
//
//   - the word of the page is that of the descriptor, now and until the put
//   - the descriptor is filled in
//
// and, of every put, that there was a reference. Memory is sequentially consistent
// here; orders on real processors are for ThreadSanitizer and the comments.
//
// With -DNO_REREAD the second read is left out, with -DDESC_FIRST a descriptor is
// freed before the words are cleared, with -DCOUNT_EARLY the count is published
// before the descriptor is filled in, with -DNO_FREEZE a split does not freeze.
// Each must be found wrong.

#define NPAGES 2
#define NDESCS 3

byte word[NPAGES];
bit page_taken[NPAGES];
byte count[NDESCS];
bit taken[NDESCS]; // from the cache
bit filled[NDESCS];

inline take_desc(td)
{
	atomic {
		if
		:: !taken[0] -> td = 0
		:: taken[0] && !taken[1] -> td = 1
		:: taken[0] && taken[1] && !taken[2] -> td = 2
		:: taken[0] && taken[1] && taken[2] -> td = NDESCS
		fi;
		if
		:: td < NDESCS -> taken[td] = 1; filled[td] = 0
		:: else -> skip
		fi
	}
}

inline give_desc(gd)
{
	taken[gd] = 0
}

// The pages whose word is d's are free from now on.
inline clear_words(cd)
{
	if
	:: word[0] == cd + 1 -> word[0] = 0; page_taken[0] = 0
	:: else -> skip
	fi;
	if
	:: word[1] == cd + 1 -> word[1] = 0; page_taken[1] = 0
	:: else -> skip
	fi
}

inline release(rd)
{
#ifdef DESC_FIRST
	give_desc(rd);
	clear_words(rd)
#else
	clear_words(rd);
	give_desc(rd)
#endif
}

inline put(pd, pl)
{
	atomic {
		assert(count[pd] > 0);
		count[pd] = count[pd] - 1;
		pl = (count[pd] == 0)
	};
	if
	:: pl -> release(pd)
	:: else -> skip
	fi
}

inline freeze(fd, fk)
{
	atomic {
#ifdef NO_FREEZE
		fk = (count[fd] == 1)
#else
		if
		:: count[fd] == 1 -> count[fd] = 0; fk = 1
		:: else -> fk = 0
		fi
#endif
	}
}

// Fills in d for the pages first to last and makes it theirs.
inline bind(bd, bf, bl)
{
#ifndef COUNT_EARLY
	filled[bd] = 1;
#endif
	word[bf] = bd + 1;
	word[bl] = bd + 1;
	count[bd] = 1;
	filled[bd] = 1
}

inline split(sd, se, sk, sl)
{
	take_desc(se);
	if
	:: se == NDESCS -> skip
	:: else ->
		freeze(sd, sk);
		if
		:: !sk -> give_desc(se)
		:: else ->
			filled[se] = 1;
			word[1] = se + 1;
			count[se] = 1;
#ifndef NO_FREEZE
			count[sd] = 1;
#endif
			put(se, sl)
		fi
	fi
}

// From page p, which is all that d has, to the other one.
inline migrate(md, me, mp, mk)
{
	atomic {
		if
		:: !page_taken[1 - mp] -> page_taken[1 - mp] = 1; mk = 1
		:: else -> mk = 0
		fi
	};
	if
	:: !mk -> skip
	:: else ->
		take_desc(me);
		if
		:: me == NDESCS -> page_taken[1 - mp] = 0
		:: else ->
			bind(me, 1 - mp, 1 - mp);
			freeze(md, mk);
			if
			:: mk ->
				release(md);
				md = me
			:: else ->
				put(me, mk)
			fi
		fi
	fi
}

proctype owner(byte rounds)
{
	byte d, e, first, last;
	bit ok, gone;
	do
	:: rounds == 0 -> break
	:: else ->
		// What is over does not make states different.
		d_step {
			rounds--;
			d = 0; e = 0; first = 0; last = 0; ok = 0; gone = 0
		};
		atomic {
			if
			:: !page_taken[0] && !page_taken[1] ->
				first = 0; last = 1;
				page_taken[0] = 1; page_taken[1] = 1
			:: !page_taken[0] ->
				first = 0; last = 0; page_taken[0] = 1
			:: !page_taken[1] ->
				first = 1; last = 1; page_taken[1] = 1
			:: page_taken[0] && page_taken[1] ->
				first = 1; last = 0
			fi
		};
		if
		:: first > last -> skip
		:: else ->
			take_desc(d);
			if
			:: d == NDESCS ->
				page_taken[first] = 0; page_taken[last] = 0
			:: else ->
				bind(d, first, last);
				if
				:: first != last -> split(d, e, ok, gone)
				:: first == last -> migrate(d, e, first, ok)
				:: skip
				fi;
				put(d, gone)
			fi
		fi
	od
}

proctype lookup(byte p)
{
	byte w, tries = 0;
	bit ok, gone;
again:
	if
	:: tries == TRIES -> goto end
	:: else -> tries++
	fi;
	w = word[p];
	if
	:: w == 0 -> goto end
	:: else -> skip
	fi;
	atomic {
		if
		:: count[w - 1] > 0 -> count[w - 1] = count[w - 1] + 1; ok = 1
		:: else -> ok = 0
		fi
	};
	if
	:: !ok -> goto again
	:: else -> skip
	fi;
#ifndef NO_REREAD
	if
	:: word[p] != w -> put(w - 1, gone); goto again
	:: else -> skip
	fi;
#endif
	assert(word[p] == w);
	assert(filled[w - 1]);
	// Whatever the others do now, it stays so.
	assert(word[p] == w);
	put(w - 1, gone);
end:
	skip
}

init
{
	atomic {
		run owner(ROUNDS);
		run owner(1);
		if
		:: run lookup(0)
		:: run lookup(1)
		fi
	}
}
