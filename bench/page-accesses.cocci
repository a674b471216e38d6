// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a field of struct page is named, for bench/against-spatch.

@pointer@
struct page *p;
identifier f;
position at;
@@
p->f@at

@object@
struct page p;
identifier f;
position at;
@@
p.f@at

@script:python@
at << pointer.at;
f << pointer.f;
@@
for a in at:
    print(f"{a.file}:{a.line}:{f}")

@script:python@
at << object.at;
f << object.f;
@@
for a in at:
    print(f"{a.file}:{a.line}:{f}")
