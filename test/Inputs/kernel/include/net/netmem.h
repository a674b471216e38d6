/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _NET_NETMEM_H
#define _NET_NETMEM_H

#include <net/page_pool/types.h>

/* A page, or with the lowest bit set memory that has none. */
typedef unsigned long netmem_ref;

#define NET_IOV 1UL

static inline bool netmem_is_net_iov(netmem_ref netmem)
{
	return netmem & NET_IOV;
}

static inline struct page *netmem_to_page(netmem_ref netmem)
{
	if (netmem_is_net_iov(netmem))
		return NULL;
	return (struct page *)netmem;
}

static inline netmem_ref page_to_netmem(struct page *page)
{
	return (netmem_ref)page;
}

#endif
