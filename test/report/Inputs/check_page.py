# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Use a report as a reader would, and compare what it says with the database.

usage: check_page.py REPORT.html FILE.db REPORT.json DESCRIPTORS.csv
Prints a line for each thing that works; the first that does not is an error.
"""

import csv
import json
import sqlite3
import sys

from browser import Browser

PAGE, DATABASE, JSON, CSV = sys.argv[1:5]
ROWS = """(id) => [...document.querySelectorAll(`#${id} > tbody > tr`)].map(
    (tr) => [...tr.cells].map((td) => td.textContent.trim()))"""
NAMES = """(id) => [...document.querySelectorAll(`#${id} > thead th`)].map(
    (th) => th.dataset.name)"""


def ok(what, condition, *details):
    if not condition:
        sys.exit("FAILED: %s %r" % (what, details))
    print("ok:", what)


def rows(page, table):
    return page.run("(%s)(%s)" % (ROWS, json.dumps(table)))


def texts(cursor):
    return [["" if v is None else str(v) for v in row] for row in cursor]


def click(page, selector):
    page.run("document.querySelector(%s).click()" % json.dumps(selector))


def check_numbers(page, db, report):
    """Every table of rows has what SQL says, under the names SQL has."""
    for table, query in {
            "left-fields": "SELECT {} FROM field_readiness",
            "left-descriptors": "SELECT {} FROM descriptor_use",
            "left-subsystems": "SELECT {} FROM subsystem_readiness",
            "descriptors": "SELECT {} FROM subsystem_field_descriptor",
            "collisions": "SELECT {} FROM word_collision",
            "gaps": "SELECT {} FROM mention_gap",
            "mentions": "SELECT {} FROM subsystem_mentions",
            "configs": "SELECT {} FROM coverage",
            "archs": "SELECT {} FROM word_arch WHERE only_here > 0",
            "left-unknown": "SELECT {} FROM blocker_full"}.items():
        names = page.run("(%s)(%s)" % (NAMES, json.dumps(table)))
        wanted = texts(db.execute(query.format(", ".join(names))))
        ok("table %s is the view" % table, wanted and
           sorted(rows(page, table)) == sorted(wanted), wanted[:3])
    key = ["subsystem", "field", "word", "descriptor", "reads", "writes",
           "rmw", "address_of", "type_only", "total"]
    ok("JSON says the same", sorted(rows(page, "descriptors")) == sorted(
        texts([r[k] for k in key] for r in report["descriptors"])))
    with open(CSV, encoding="utf-8", newline="") as file:
        ok("CSV says the same", sorted(rows(page, "descriptors")) == sorted(
            [r[k] for k in key] for r in csv.DictReader(file)))
    totals = dict(db.execute("SELECT field, sum(total) FROM subsystem_field "
                             "GROUP BY field"))
    foot = page.run("""[...document.querySelectorAll(
        '#matrix-table th[data-field]')].map((th, i) => [th.dataset.field,
        document.querySelector('#matrix-table tfoot tr').cells[i + 2]
        .querySelector('b').textContent])""")
    ok("the matrix adds up", {f: int(n) for f, n in foot} == totals, foot)


def check_plan(page, db):
    """Each bar is where the database says."""
    bars = page.run("""[...document.querySelectorAll('svg.plan a.bar')].map(
        (a) => { const r = a.querySelector('.frame'); return [a.dataset.field,
        r.x.baseVal.value, r.width.baseVal.value,
        r.y.baseVal.value, r.height.baseVal.value]; })""")
    first, = db.execute("SELECT min(config_id) FROM layout").fetchone()
    members = {m: (o, s) for m, o, s in db.execute(
        "SELECT path, byte_offset, byte_size FROM layout_member "
        "WHERE config_id = ?", [first])}
    size, = db.execute("SELECT page_size FROM layout WHERE config_id = ?",
                       [first]).fetchone()
    width = page.run("document.querySelector('svg.plan').viewBox.baseVal.width")
    byte = width / size
    ok("the plan has every member", {b[0] for b in bars} == set(members))
    ok("to scale", all(
        abs(x - byte * members[f][0]) < 2 and
        abs(w - byte * max(members[f][1], 1)) < 4 for f, x, w, _, _ in bars))
    overlaps = [(a[0], b[0]) for a in bars for b in bars if a < b and
                a[1] < b[1] + b[2] and b[1] < a[1] + a[2] and
                a[3] < b[3] + b[4] and b[3] < a[3] + a[4]]
    ok("no bar covers another", not overlaps, overlaps)
    page.run("""[...document.querySelectorAll('svg.plan a.bar')].find(
        (a) => a.dataset.field === 'mapping').dispatchEvent(
        new MouseEvent('click', {bubbles: true, cancelable: true}))""")
    word = members["mapping"][0] // 8
    ok("choosing a bar opens its word alone", page.run(
        "[...document.querySelectorAll('details.word[open]')].map(d => d.id)")
        == ["w%d" % word])
    fields = db.execute("SELECT count(*) FROM (SELECT DISTINCT field, arm, "
                        "descriptor, configs, subsystem FROM access_verdict "
                        "WHERE ? BETWEEN word AND last_word)", [word])
    ok("which lists its users", len(rows(page, "word-%d" % word)) ==
       fields.fetchone()[0])


def check_sorting(page):
    head = "#left-subsystems thead th:nth-child(2)"
    before = rows(page, "left-subsystems")
    click(page, head + " button")
    numbers = [int(r[1]) for r in rows(page, "left-subsystems")]
    ok("sorts", numbers == sorted(numbers, reverse=True), numbers)
    ok("and says so", page.run(
        "document.querySelector('%s').getAttribute('aria-sort')" % head)
        == "descending" and "descending" in page.run(
            "document.getElementById('said').textContent"))
    click(page, head + " button")
    numbers = [int(r[1]) for r in rows(page, "left-subsystems")]
    ok("the other way round", numbers == sorted(numbers), numbers)
    click(page, head + " button")
    ok("and back", rows(page, "left-subsystems") == before)
    page.run("document.querySelector('%s button').focus()" % head)
    page.press("Enter", 13)
    page.call("Input.dispatchKeyEvent", type="char", text="\r")
    ok("by keyboard", page.run("document.querySelector('%s').getAttribute("
                               "'aria-sort')" % head) == "descending")


def check_filters(page, db):
    def matrix_total():
        return int(page.run("(document.querySelector('#matrix-table tfoot tr')"
                            ".cells[1].querySelector('b') || {textContent: 0})"
                            ".textContent"))

    def choose(name, value):
        page.run("""{ const s = document.querySelector(
            '#filters [name=%s]'); s.value = %s;
            s.dispatchEvent(new Event('change')); }""" % (
                name, json.dumps(value)))

    def count(condition, *values):
        return db.execute("SELECT count(*) FROM access_verdict WHERE " +
                          condition, values).fetchone()[0]

    ok("all accesses", matrix_total() == count("1"))
    for name, value, condition in [
            ("descriptor", "folio", "descriptor = ?"),
            ("mode", "write", "mode = ?"),
            ("arch", "arm64", "configs LIKE '%' || ? || '/%'"),
            ("config", "x86_64/defconfig", "' '||configs||' ' LIKE '% '||?||' %'")]:
        shown = {"write": "writes"}.get(value, value)
        choose(name, shown)
        number = count(condition, value)
        ok("filter by " + name, 0 < number == matrix_total() < count("1"),
           number, matrix_total())
        choose(name, "")
    choose("confidence", "9")
    ok("filter by confidence",
       0 < matrix_total() == count("CAST(confidence * 10 AS INTEGER) >= 9"))
    choose("confidence", "0")
    page.run("""{ const s = document.querySelector('[name=subsystem]');
        s.value = 'slab'; s.dispatchEvent(new Event('input')); }""")
    visible = page.run("[...document.querySelectorAll('#matrix-table tbody tr')"
                       "].filter(r => !r.hidden).map(r => "
                       "r.cells[0].textContent)")
    ok("filter by name", visible and all("SLAB" in v.upper() for v in visible),
       visible)
    page.run("""{ const s = document.querySelector('[name=subsystem]');
        s.value = ''; s.dispatchEvent(new Event('input')); }""")


def check_drill_down(page, db):
    number, file, line, function, subsystem, field = db.execute(
        "SELECT access_id, file, line, function, subsystem, field "
        "FROM access_verdict WHERE file = 'mm/zsmalloc.c' AND mode = 'write' "
        "AND field = 'index' ORDER BY line").fetchone()
    page.run("""{ const t = document.getElementById('matrix-table');
        const column = [...t.querySelectorAll('th[data-field]')].findIndex(
            (th) => th.dataset.field === %s) + 2;
        const row = [...t.tBodies[0].rows].find(
            (r) => r.cells[0].textContent === %s);
        row.cells[column].querySelector('button').click(); }""" %
             (json.dumps(field), json.dumps(subsystem)))
    cell = page.run("document.querySelector('#cell tbody').innerText")
    ok("a cell says what it holds", cell.strip(), cell)
    click(page, "#cell a")
    ok("from the cell to the line", page.run(
        """(() => { const a = document.getElementById('a%d');
        return a.checkVisibility() && a.classList.contains('chosen') &&
          a.closest('tr').cells[0].textContent; })()""" % number) == str(line))
    source = page.run("document.getElementById('a%d').closest('tr').cells[1]"
                      ".textContent" % number)
    ok("with its source", field in source, source)
    ok("and the function's name", function in page.run(
        "document.getElementById('a%d').closest('details').querySelector("
        "'summary').textContent" % number))
    page.run("document.getElementById('a%d').querySelector('a').click()"
             % number)
    ok("and a drawn reason", page.run(
        "document.querySelector(':target') !== null && "
        "document.querySelector(':target svg.graph circle') !== null"))
    return number


def check_names(page):
    """What a screen reader needs."""
    ok("tables have captions", page.run(
        "[...document.querySelectorAll('table')].every(t => t.caption)"))
    ok("headings say of what", page.run(
        "[...document.querySelectorAll('th')].every(t => t.scope)"))
    ok("the skip link leads to the content", page.run(
        "document.querySelector('.skip').hash") == "#main")
    ok("ids are unique", page.run(
        "new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"
        " === document.querySelectorAll('[id]').length"))
    ok("links lead somewhere", page.run(
        """[...document.querySelectorAll('a[href]')].every((a) =>
        document.getElementById(a.getAttribute('href').slice(1)))"""))
    ok("controls have names", page.run(
        "[...document.querySelectorAll('input, select')].every("
        "e => e.labels.length || e.getAttribute('aria-label'))"))


def check_quiet(page):
    ok("no complaint", not page.complaints, page.complaints)
    ok("nothing loaded", all(r.startswith("file:") and r.endswith(".html")
                             for r in page.requests), page.requests)


def main():
    db = sqlite3.connect("file:%s?mode=ro" % DATABASE, uri=True)
    with open(JSON, encoding="utf-8") as file:
        report = json.load(file)
    with Browser() as page:
        page.open(PAGE)
        ok("the script ran", page.run("document.documentElement.dataset.ready"))
        check_names(page)
        check_plan(page, db)
        check_sorting(page)
        check_filters(page, db)
        access = check_drill_down(page, db)
        page.open(PAGE, "#a%d" % access)
        ok("an address opens what it is in", page.run(
            "document.getElementById('a%d').checkVisibility()" % access))
        check_quiet(page)
    with Browser(width=360, height=700) as page:
        page.open(PAGE)
        ok("fits a narrow window", page.run(
            "document.documentElement.scrollWidth") <= 360)
        page.paper(PAGE + ".pdf")
        ok("prints", open(PAGE + ".pdf", "rb").read(5) == b"%PDF-")
    with Browser(scripts=False) as page:
        page.open(PAGE)
        check_numbers(page, db, report)
        ok("all rows without scripts", page.run(
            "[...document.querySelectorAll('tr')].every(t => !t.hidden)"))
        page.run("document.querySelector('details.subsystem > summary')")
        ok("no dead controls", page.run(
            "[...document.querySelectorAll('button, select, input')].length")
            == 0)
        check_quiet(page)


main()
