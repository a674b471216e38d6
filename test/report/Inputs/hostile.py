# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A tree and facts in which every name and line would be markup if it could.

usage: hostile.py DIR      writes DIR/tree and DIR/hostile.facts
"""

import json
import sys
from pathlib import Path

ATTACK = "</script></title></style><script>window.ran=1</script>" \
    "<img src=x onerror=window.ran=1>'\"><svg onload=window.ran=1>"
CONFIG = "x86_64/<b>'\"&amp;"
NAME = "mm/" + ATTACK.replace("/", "_") + ".c"

LINES = [
    b"int first;",
    ATTACK.encode(),
    b"page->mapping = 0; /* \xff\xfe no UTF-8, \x1b[31m, \xe2\x80\xae turned */",
    b"x" * 10000 + ATTACK.encode(),
    b"last;",
]


def span(line, column, length):
    start = sum(len(l) + 1 for l in LINES[:line - 1]) + column - 1
    return [NAME, line, column, start, length]


def access(line, field, **more):
    return {"access": dict({
        "form": "member", "mode": "read", "field": field, "path": field,
        "size": 8, "spelling": span(line, 1, 1), "expansion": span(line, 1, 1),
        "function": ATTACK, "base": ATTACK, "via": ATTACK,
        "macros": [ATTACK], "in": [CONFIG]}, **more)}


def main():
    to = Path(sys.argv[1])
    tree = to / "tree"
    (tree / "mm").mkdir(parents=True)
    source = tree / NAME
    source.write_bytes(b"\n".join(LINES) + b"\n")
    records = [
        {"pagesplit-facts": 4},
        {"unit": {"file": NAME, "config": CONFIG, "status": "partial",
                  "error": ATTACK, "dropped": [ATTACK], "sees-page": True}},
        {"layout": {"page-size": 64, "word-size": 8, "in": [CONFIG]}},
        {"layout-member": {"path": ATTACK, "type": ATTACK, "size": 8,
                           "in": [CONFIG]}},
        {"layout-member": {"path": "mapping", "type": ATTACK, "offset": 24,
                           "size": 8, "arm": "8#0", "in": [CONFIG]}},
        {"entity": {"kind": "param", "owner": ATTACK, "position": 0,
                    "name": ATTACK, "depth": 1, "type": ATTACK,
                    "where": span(2, 1, 1), "definition": True,
                    "in": [CONFIG]}},
        access(2, ATTACK), access(4, ATTACK),
        access(3, "mapping", mode="write", offset=24, arm="8#0"),
        {"flow": {"kind": "argument", "from": ["param", ATTACK, "", 0],
                  "to": ["param", "lock_page", "", 0],
                  "where": NAME + ":3:1", "function": ATTACK, "in": [CONFIG]}},
        {"flow": {"kind": "use", "from": ["param", ATTACK, "", 0],
                  "to": ["field", "", "", -1, "mapping"],
                  "where": NAME + ":3:1", "function": ATTACK, "in": [CONFIG]}},
    ]
    records.append({"end": len(records)})
    (to / "hostile.facts").write_text(
        "".join(json.dumps(r) + "\n" for r in records))


if __name__ == "__main__":
    main()
