// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// A machine for one client, which prints what it found and leaves nothing.
#include <memdesc/memdesc.h>
#include <stdlib.h>
#include <string.h>

void client(void);

int main(void)
{
	struct memdesc_zone_config zone = {.start_pfn = 4096, .nr_pages = 1024};
	struct memdesc_config config = {.zones = &zone, .nr_zones = 1};

	if (memdesc_init(&config))
		return 2;
	client();
	if (memdesc_check(stderr) || memdesc_nr_free_pages() != 1024)
		return 3;
	memdesc_exit();
	return 0;
}
