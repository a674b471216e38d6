# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Open a report whose names want to be markup, and see that they are text.

usage: check_hostile.py REPORT.html
"""

import json
import sys

from browser import Browser
from hostile import ATTACK, NAME


def main():
    with Browser() as page:
        page.open(sys.argv[1])
        ready = page.run("document.documentElement.dataset.ready") == "yes"
        page.run("document.querySelectorAll('details').forEach("
                 "(d) => { d.open = true; })")
        # Everything the script can be made to build of the names.
        page.run("document.querySelectorAll('button').forEach("
                 "(b) => b.click())")
        page.run("document.querySelectorAll('select').forEach((s) => { "
                 "s.selectedIndex = s.options.length - 1; "
                 "s.dispatchEvent(new Event('change')); "
                 "s.selectedIndex = 0; s.dispatchEvent(new Event('change')); "
                 "})")
        page.run("new Promise((go) => setTimeout(go, 200))")
        print("script ran:", ready)
        print("attack ran:", page.run("window.ran"))
        print("scripts:", page.run("document.scripts.length"))
        print("foreign elements:", page.run(
            "document.querySelectorAll('img, iframe, svg[onload]').length"))
        page.run("document.querySelector('button.count').click()")
        text = page.run("document.body.textContent")
        print("name is text:", ATTACK in text)
        print("file is text:", NAME in text)
        print("code point shows:", "\ufffd\ufffd no UTF-8, \ufffd[31m, "
              "\ufffd turned" in text)
        print("long line is cut:", "x" * 1000 in text and
              "x" * 1001 not in text)
        print("cell is text:", ATTACK in page.run(
            "document.getElementById('cell').textContent"))
        print("complaints:", json.dumps(page.complaints))


main()
