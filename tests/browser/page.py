"""A page in headless Chromium, driven through the DevTools pipe: NUL-terminated JSON on two file descriptors,
so that neither a driver nor a port is needed. Mouse and keys arrive as from a user."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time


class ScriptError(RuntimeError):
    """A script in the page threw."""


class Page:
    def __init__(self, browser, address, width=1280, height=800, dark=False):
        self._profile = tempfile.mkdtemp()
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        self._process = self._start(browser, to_browser, from_browser, f"{width},{height}")
        self._sent, self._session, self._pending = 0, None, b""
        self.mistakes = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Runtime.enable")
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[scheme])
        self.ask("Page.navigate", url=address)
        self.wait_for("document.readyState === 'complete' && location.href !== 'about:blank'")

    def _start(self, browser, to_browser, from_browser, size):
        def use_pipes():  # Chromium reads from descriptor 3 and writes to 4
            duplicates = os.dup(to_browser), os.dup(from_browser)
            os.dup2(duplicates[0], 3)
            os.dup2(duplicates[1], 4)

        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        command += ["--no-first-run", "--disable-extensions", "--remote-debugging-pipe"]
        command += [f"--user-data-dir={self._profile}", f"--window-size={size}", "about:blank"]
        started = subprocess.Popen(
            command, preexec_fn=use_pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(to_browser)
        os.close(from_browser)
        return started

    def ask(self, method, **parameters):
        self._sent += 1
        message = {"id": self._sent, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("method") in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled"):
                self.mistakes.append(json.dumps(answer["params"])[:1000])
            if answer.get("id") == self._sent:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def _read(self):
        while b"\0" not in self._pending:
            more = os.read(self._in, 1 << 16)
            if not more:
                raise RuntimeError("the browser is gone")
            self._pending += more
        message, _, self._pending = self._pending.partition(b"\0")
        return json.loads(message)

    def value(self, script):
        """What a script yields; promises are awaited."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise ScriptError(json.dumps(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def wait_for(self, script, seconds=20):
        end = time.monotonic() + seconds
        while not self._holds(script):
            if time.monotonic() > end:
                raise RuntimeError(f"this never became true: {script}")
            time.sleep(0.02)

    def _holds(self, script):
        """A script that throws, for instance at an element that is not there yet, does not hold."""
        try:
            return self.value(script)
        except ScriptError:
            return False

    def click(self, selector):
        """A press and a release in the middle of the element, wherever that is on the screen."""
        x, y = self.value(
            f"""(() => {{ const box = document.querySelector({json.dumps(selector)});
                 box.scrollIntoView({{block: "center"}});
                 const at = box.getBoundingClientRect();
                 return [at.x + at.width / 2, at.y + at.height / 2]; }})()"""
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key, text=""):
        codes = {"ArrowDown": 40, "ArrowUp": 38, "Escape": 27, "Enter": 13, "Tab": 9, "End": 35, "Home": 36}
        code = codes.get(key, ord(key.upper()[0]))
        down = {"type": "keyDown" if text or key == "Enter" else "rawKeyDown", "key": key, "windowsVirtualKeyCode": code}
        if text or key == "Enter":
            down["text"] = text or "\r"
        self.ask("Input.dispatchKeyEvent", **down)
        self.ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def type(self, text):
        for character in text:
            self.press(character, character)

    def picture(self, file):
        with open(file, "wb") as out:
            out.write(base64.b64decode(self.ask("Page.captureScreenshot")["data"]))

    def close(self):
        self._session = None
        try:
            self.ask("Browser.close")
        except (RuntimeError, OSError):
            pass
        self._process.wait(timeout=20)
        os.close(self._out)
        os.close(self._in)
        shutil.rmtree(self._profile, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
