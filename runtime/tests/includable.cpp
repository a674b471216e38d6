// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The headers are C++ too.

#include <memdesc/memdesc.h>

int main()
{
	alignas(64) static struct folio folio;
	u64 word = memdesc_make(MEMDESC_TYPE_FOLIO, &folio);

	return memdesc_type(word) == MEMDESC_TYPE_FOLIO &&
			       memdesc_ptr(word) == &folio
		       ? 0
		       : 1;
}
