// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Everything of memdesc.
#ifndef MEMDESC_MEMDESC_H
#define MEMDESC_MEMDESC_H

#include "page.h"

#endif
