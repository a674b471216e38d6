# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compare `readiness --format json` of standard input with the views of a database.

usage: same-everywhere.py FILE.db
"""

import json
import sqlite3
import sys

answer = json.load(sys.stdin)
database = sqlite3.connect(sys.argv[1])
database.row_factory = sqlite3.Row
VIEWS = {
    "units": "unit_readiness",
    "subsystems": "subsystem_readiness",
    "fields": "field_readiness",
}
for table, view in VIEWS.items():
    rows = answer[table]
    assert rows, table
    columns = ", ".join(rows[0])
    expected = [dict(row) for row in
                database.execute(f"SELECT {columns} FROM {view}")]
    key = lambda row: json.dumps(row, sort_keys=True)
    assert sorted(rows, key=key) == sorted(expected, key=key), table
counts = database.execute("SELECT count(*), sum(units) FROM readiness_blocker")
assert tuple(counts.fetchone()) == (
    len(answer["blockers"]), sum(b["units"] for b in answer["blockers"]))
