# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Drives a headless Chromium over its DevTools pipe, with nothing else.

    with Browser() as page:
        page.open("report.html")
        page.run("document.title")

Everything that a page logs as a warning or error, throws, or asks of a network
is in `complaints` and `requests`.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
from pathlib import Path

PATIENCE = 120  # seconds; the machine may be busy


class Browser:
    def __init__(self, scripts=True, width=1280, height=900, dark=False):
        self.scripts = scripts
        self.size = (width, height)
        self.dark = dark
        self.complaints = []
        self.requests = []
        self.number = 0
        self.session = None
        self.events = []

    def __enter__(self):
        self.home = tempfile.mkdtemp(prefix="pagesplit-chromium-")
        command_read, self.command = os.pipe()
        self.answer, answer_write = os.pipe()
        # The browser reads commands from descriptor 3 and answers on 4.
        self.process = subprocess.Popen(
            ["sh", "-c", 'exec "$@" 3<&%d 4>&%d' % (command_read, answer_write),
             "sh", "chromium", "--headless", "--no-sandbox", "--disable-gpu",
             "--hide-scrollbars", "--no-first-run", "--disable-extensions",
             "--disable-background-networking", "--remote-debugging-pipe",
             "--user-data-dir=" + self.home, "about:blank"],
            pass_fds=(command_read, answer_write), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(command_read)
        os.close(answer_write)
        self.input = os.fdopen(self.answer, "rb")
        self.buffer = b""
        pages = [t for t in self.call("Target.getTargets")["targetInfos"]
                 if t["type"] == "page"]
        self.session = self.call("Target.attachToTarget",
                                 targetId=pages[0]["targetId"],
                                 flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")
        self.call("Emulation.setScriptExecutionDisabled",
                  value=not self.scripts)
        self.resize(*self.size)
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme",
             "value": "dark" if self.dark else "light"}])
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.input.close()
        os.close(self.command)
        shutil.rmtree(self.home, ignore_errors=True)

    def resize(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width,
                  height=height, deviceScaleFactor=1, mobile=False)

    def message(self):
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.answer], [], [], PATIENCE)
            piece = ready and os.read(self.answer, 1 << 16)
            if not piece:
                raise EOFError("the browser is gone, or says nothing")
            self.buffer += piece
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def note(self, event):
        kind, values = event.get("method"), event.get("params", {})
        if kind == "Runtime.exceptionThrown":
            self.complaints.append(str(values["exceptionDetails"]))
        elif kind == "Runtime.consoleAPICalled":
            self.complaints.append(str(values.get("args")))
        elif kind == "Log.entryAdded":
            self.complaints.append(values["entry"]["text"])
        elif kind == "Page.javascriptDialogOpening":
            self.complaints.append("dialog: " + values.get("message", ""))
        elif kind == "Network.requestWillBeSent":
            if values["request"]["url"] != "about:blank":
                self.requests.append(values["request"]["url"])
        self.events.append(kind)

    def call(self, method, **values):
        self.number += 1
        message = {"id": self.number, "method": method, "params": values}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.command, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError("%s: %s" % (method, answer["error"]))
                return answer["result"]
            self.note(answer)

    def open(self, path, fragment=""):
        self.events.clear()
        # Another fragment of the same page would load nothing.
        self.call("Page.navigate", url="about:blank")
        while "Page.loadEventFired" not in self.events:
            self.note(self.message())
        self.events.clear()
        self.call("Page.navigate", url=Path(path).resolve().as_uri() + fragment)
        while "Page.loadEventFired" not in self.events:
            self.note(self.message())

    def run(self, expression):
        """The value of an expression of JavaScript, also with scripts off."""
        result = self.call("Runtime.evaluate", expression=expression,
                           returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError("%s: %s" % (expression,
                                           result["exceptionDetails"]))
        return result["result"].get("value")

    def press(self, key, code=0):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key,
                      windowsVirtualKeyCode=code)

    def picture(self, path, whole=False):
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        Path(path).write_bytes(base64.b64decode(shot["data"]))

    def paper(self, path):
        pdf = self.call("Page.printToPDF", printBackground=True)
        Path(path).write_bytes(base64.b64decode(pdf["data"]))
