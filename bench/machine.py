# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the scripts here say of where they ran."""

import os
import platform
import re
import subprocess


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as text:
        found = re.search(r"^model name\s*: (.*)$", text.read(), re.M)
    return found.group(1) if found else platform.machine()


def first_line(*command):
    text = subprocess.run(command, capture_output=True, text=True, check=True)
    return text.stdout.splitlines()[0]


def describe(pagesplit):
    print(f"machine:   {processor()}, {os.cpu_count()} processors, "
          f"load before: {os.getloadavg()[0]:.1f}")
    print(f"pagesplit: {first_line(pagesplit, '--version')}", flush=True)
