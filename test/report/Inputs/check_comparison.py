# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Open the page of a comparison, and compare what it says with its JSON.

usage: check_comparison.py REPORT.html REPORT.json
Prints a line for each thing that works; the first that does not is an error.
"""

import json
import sys

from browser import Browser


def ok(what, condition, *details):
    if not condition:
        sys.exit("FAILED: %s %r" % (what, details))
    print("ok:", what)


def check_rows(page, table, report):
    names = page.run("""[...document.querySelectorAll('#%s > thead th')].map(
        (th) => th.dataset.name)""" % table)
    shown = page.run("""[...document.querySelectorAll('#%s > tbody > tr')].map(
        (tr) => [...tr.cells].map((td) => td.textContent.trim()))""" % table)
    wanted = [[str(row[name]) for name in names] for row in report[table]]
    ok(table + " are those of the JSON", wanted and
       sorted(shown) == sorted(wanted), shown[:3], wanted[:3])


def main():
    with open(sys.argv[2], encoding="utf-8") as file:
        report = json.load(file)
    with Browser() as page:
        page.open(sys.argv[1])
        ok("the script ran", page.run("document.documentElement.dataset.ready"))
        for table in ("fields", "descriptors", "subsystems", "changes"):
            check_rows(page, table, report)
        ok("a band for each field that is left", 0 < page.run(
            "document.querySelectorAll('svg path title, svg polygon title')"
            ".length") <= len(report["fields"]))
        page.run("document.querySelector('#fields thead button').click()")
        ok("sorts", page.run("document.querySelector('#fields thead th')"
                             ".getAttribute('aria-sort')") != "none")
        ok("no complaint", not page.complaints, page.complaints)
        ok("nothing loaded", all(r.startswith("file:")
                                 for r in page.requests), page.requests)


main()
