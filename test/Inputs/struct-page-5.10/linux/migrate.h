/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Nothing of it is needed. */
