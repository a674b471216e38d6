#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Make a series directory of a small tree, as `pagesplit rewrite` would.

    make-series.py TREE FACTS PATCHES.json SERIES

PATCHES.json is a list of patches, each a list of groups with "name", "needs"
and "edits"; an edit has "file", "text", and "was" (which the file has once),
or "before" for an insertion, or neither for a new file. Hashes of files are
those in the facts of the tree.
"""

import json
import os
import sys

tree, facts, patches, series = sys.argv[1:]
hashes = {}
for directory, _, names in os.walk(facts):
    for name in (n for n in names if n.endswith(".facts")):
        with open(os.path.join(directory, name)) as file:
            for source in (json.loads(line).get("source") for line in file):
                if source:
                    hashes[source["file"]] = source["hash"]

lines, sources, plan = [], {}, []
with open(patches) as file:
    patches = json.load(file)
for patch in patches:
    for group in patch:
        edits = []
        for edit in group["edits"]:
            path = os.path.join(tree, edit["file"])
            new = not os.path.exists(path)
            text = "" if new else open(path).read()
            anchor = edit.get("was", edit.get("before", ""))
            assert new or text.count(anchor) == 1, (anchor, path)
            sources[edit["file"]] = (
                {"new": True} if new else {"hash": hashes[edit["file"]]}
            )
            made = {"at": text.index(anchor), "file": edit["file"],
                    "text": edit["text"]}
            if "was" in edit:
                made["was"] = anchor
            edits.append(made)
        lines.append({"group": {
            "name": group["name"], "rewriter": "field-access",
            "descriptor": "folio", "edits": edits,
            "needs": group.get("needs", []),
            "where": [edits[0]["file"], 1, 1]}})
    plan.append({"subsystem": "mm", "prefix": patch[0]["name"], "proof": "",
                 "groups": sorted(group["name"] for group in patch)})
for name, source in sources.items():
    lines.append({"source": {"file": name, **source}})

os.makedirs(series)
with open(os.path.join(series, "groups.jsonl"), "w") as file:
    for line in [{"pagesplit-edits": 1}, *lines, {"end": len(lines) + 1}]:
        print(json.dumps({k: v for k, v in line.items()}), file=file)
with open(os.path.join(series, "series.json"), "w") as file:
    json.dump({"pagesplit-series": 1, "patches": plan}, file)
open(os.path.join(series, "series"), "w").close()
