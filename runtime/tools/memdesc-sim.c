// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// What descriptions of memory cost, for machines and mixes of what is in them.
//
// usage: memdesc-sim [--svg]. Markdown tables, or a plot of the cost of one
// folio by its order. Sizes of descriptors are those of the library in the
// split layout; the memory map has 64 bytes per page today and 8 then. Slack of
// the descriptors' caches is not counted.

#include <stdio.h>
#include <string.h>
#include "memdesc/memdesc.h"

#define TODAY 64.0
#define WORD  8.0
// What the plan of the wiki counts for a folio of any order.
#define PLANNED_FOLIO 80.0

struct share {
	double part; // of memory
	unsigned int order;
	double bytes; // of a descriptor
};

struct mix {
	const char *name;
	struct share shares[5]; // the rest is free or bare and needs none
};

static const struct mix mixes[] = {
	{"memory map alone", {{0, 0, 0}}},
	{"anonymous, order 0",
	 {{.90, 0, MEMDESC_SMALL_FOLIO_SIZE},
	  {.04, 3, sizeof(struct slab)},
	  {.01, 0, sizeof(struct ptdesc)}}},
	{"large folios",
	 {{.80, 9, sizeof(struct folio)},
	  {.10, 4, sizeof(struct folio)},
	  {.05, 0, MEMDESC_SMALL_FOLIO_SIZE},
	  {.03, 3, sizeof(struct slab)},
	  {.01, 0, sizeof(struct ptdesc)}}},
	{"slab heavy",
	 {{.60, 3, sizeof(struct slab)},
	  {.25, 0, MEMDESC_SMALL_FOLIO_SIZE},
	  {.01, 0, sizeof(struct ptdesc)}}},
	{"page-table heavy",
	 {{.20, 0, sizeof(struct ptdesc)},
	  {.70, 0, MEMDESC_SMALL_FOLIO_SIZE},
	  {.04, 3, sizeof(struct slab)}}},
};

#define NR_MIXES (sizeof(mixes) / sizeof(mixes[0]))

// Bytes per page in the split layout.
static double split_bytes(const struct mix *mix)
{
	double bytes = WORD;
	unsigned int i;

	for (i = 0; i < 5; i++)
		bytes += mix->shares[i].part * mix->shares[i].bytes /
			 (double)(1ul << mix->shares[i].order);
	return bytes;
}

// A number of bytes as people say it, in a buffer of this function.
static const char *human(double bytes)
{
	static const char *const units[] = {"B", "KiB", "MiB", "GiB", "TiB"};
	static char text[4][32];
	static unsigned int turn;
	unsigned int unit = 0;

	while (bytes >= 1024 && unit < 4) {
		bytes /= 1024;
		unit++;
	}
	turn = (turn + 1) % 4;
	snprintf(text[turn], sizeof(text[0]), "%.4g %s", bytes, units[unit]);
	return text[turn];
}

static double percent(double bytes_per_page)
{
	return 100 * bytes_per_page / PAGE_SIZE;
}

static void print_machines(void)
{
	static const double machines[] = {4,	16,   64,    256,
					  1024, 4096, 16384, 65536}; // GiB
	unsigned int i, m;

	for (m = 0; m < NR_MIXES; m++) {
		double bytes = split_bytes(&mixes[m]);

		printf("\n%s: %.4f %% today, %.4f %% split\n\n"
		       "| memory | today | split |\n|---|---|---|\n",
		       mixes[m].name, percent(TODAY), percent(bytes));
		for (i = 0; i < sizeof(machines) / sizeof(machines[0]); i++) {
			double size = machines[i] * (1ul << 30);

			printf("| %s | %s | %s |\n", human(size),
			       human(size * TODAY / PAGE_SIZE),
			       human(size * bytes / PAGE_SIZE));
		}
	}
}

static double folio_bytes(unsigned int order)
{
	double size = order ? sizeof(struct folio) : MEMDESC_SMALL_FOLIO_SIZE;

	return WORD + size / (double)(1ul << order);
}

static double planned_bytes(unsigned int order)
{
	return WORD + PLANNED_FOLIO / (double)(1ul << order);
}

static int first_below(double (*bytes)(unsigned int order))
{
	unsigned int order = 0;

	while (bytes(order) >= TODAY)
		order++;
	return (int)order;
}

static void print_orders(void)
{
	unsigned int order;

	printf("\nOne folio, bytes per page of it, and of memory:\n\n"
	       "| order | today | split | | planned, 80 B | |\n"
	       "|---|---|---|---|---|---|\n");
	for (order = 0; order <= MAX_PAGE_ORDER; order++)
		printf("| %u | %g | %.4g | %.3f %% | %.4g | %.3f %% |\n", order,
		       TODAY, folio_bytes(order), percent(folio_bytes(order)),
		       planned_bytes(order), percent(planned_bytes(order)));
	printf("\nLess than today from order %d on (planned: %d).\n",
	       first_below(folio_bytes), first_below(planned_bytes));
}

static double x_of(unsigned int order)
{
	return 60 + order * 54.0;
}

static double y_of(double bytes)
{
	return 320 - bytes * 3;
}

static void plot(const char *name, const char *colour,
		 double (*bytes)(unsigned int order), double label_y)
{
	unsigned int order;

	printf("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" "
	       "points=\"",
	       colour);
	for (order = 0; order <= MAX_PAGE_ORDER; order++)
		printf("%.1f,%.1f ", x_of(order), y_of(bytes(order)));
	printf("\"/>\n<text x=\"470\" y=\"%.1f\" fill=\"%s\">%s</text>\n",
	       label_y, colour, name);
}

static double today(unsigned int order)
{
	(void)order;
	return TODAY;
}

static void print_svg(void)
{
	unsigned int i;

	printf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" "
	       "height=\"380\" font-family=\"sans-serif\" font-size=\"12\">\n"
	       "<rect width=\"640\" height=\"380\" fill=\"white\"/>\n"
	       "<text x=\"60\" y=\"24\">Bytes that describe a page, by the "
	       "order of its folio</text>\n");
	for (i = 0; i <= MAX_PAGE_ORDER; i++)
		printf("<text x=\"%.1f\" y=\"345\">%u</text>\n", x_of(i) - 4,
		       i);
	for (i = 0; i <= 96; i += 16)
		printf("<text x=\"25\" y=\"%.1f\">%u</text>\n"
		       "<line x1=\"55\" x2=\"610\" y1=\"%.1f\" y2=\"%.1f\" "
		       "stroke=\"#ddd\"/>\n",
		       y_of(i) + 4, i, y_of(i), y_of(i));
	plot("today", "#b00020", today, y_of(TODAY) - 6);
	plot("split", "#1050a0", folio_bytes, y_of(20));
	plot("split, folio of 80 B", "#2a8040", planned_bytes, y_of(26));
	printf("</svg>\n");
}

int main(int argc, char **argv)
{
	if (argc == 2 && !strcmp(argv[1], "--svg")) {
		print_svg();
		return 0;
	}
	if (argc > 1) {
		fprintf(stderr, "usage: memdesc-sim [--svg]\n");
		return 2;
	}
	print_machines();
	print_orders();
	return 0;
}
