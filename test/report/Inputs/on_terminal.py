# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Run a command on a terminal of so many columns, and print what it wrote there.

usage: on_terminal.py COLUMNS COMMAND...
"""

import fcntl
import os
import pty
import struct
import sys
import termios


def main():
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm"
        # The size is known before anything asks for it.
        size = struct.pack("HHHH", 24, int(sys.argv[1]), 0, 0)
        fcntl.ioctl(1, termios.TIOCSWINSZ, size)
        os.execvp(sys.argv[2], sys.argv[2:])
    text = b""
    while True:
        try:
            piece = os.read(terminal, 1 << 16)
        except OSError:
            break
        if not piece:
            break
        text += piece
    os.waitpid(child, 0)
    sys.stdout.write(repr(text.decode()).replace("\\r\\n", "\n"))


main()
