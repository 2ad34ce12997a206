"""Debian's Firefox ESR through Marionette, its own remote protocol: no driver to install.

One command is one JSON list, its length before it: [0, number, name, parameters] → [1, number, error, value].
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

BINARY = os.environ.get("POC_FIREFOX") or shutil.which("firefox-esr")

PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "media.gmp-provider.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.proxy.type": 1,
    "remote.prefs.recommended": True,
    "toolkit.telemetry.enabled": False,
}


class FirefoxError(Exception):
    """What Marionette answered to a command it refused."""


class Firefox:
    """A running browser."""

    def __init__(self, port: int) -> None:
        self._socket = _connected(port)
        self._number = 0
        self._read()
        self.send("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"pageLoadStrategy": "normal"}}})

    def send(self, name: str, parameters: dict[str, Any] | None = None) -> Any:
        """One command; its value. Raises `FirefoxError`."""
        self._number += 1
        text = json.dumps([0, self._number, name, parameters or {}]).encode()
        self._socket.sendall(str(len(text)).encode() + b":" + text)
        _, _, error, value = self._read()
        if error:
            raise FirefoxError(f"{name} : {error.get('message', error)}")
        return value.get("value", value) if isinstance(value, dict) else value

    def _read(self) -> Any:
        head = b""
        while not head.endswith(b":"):
            head += self._received(1)
        length, text = int(head[:-1]), b""
        while len(text) < length:
            text += self._received(length - len(text))
        return json.loads(text)

    def _received(self, most: int) -> bytes:
        """At least one byte: a socket that gives none is closed, Firefox is gone."""
        found = self._socket.recv(most)
        if not found:
            raise FirefoxError("Firefox s’est arrêté.")
        return found

    def go(self, address: str) -> None:
        """Open an address and wait for its page."""
        self.send("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> Any:
        """What `script` returns in the page."""
        return self.send("WebDriver:ExecuteScript", {"script": script, "args": []})

    def until(self, script: str, seconds: float = 20) -> Any:
        """The first true answer of `script`."""
        end = time.monotonic() + seconds
        while not (found := self.run(f"return {script}")):
            assert time.monotonic() < end, script
            time.sleep(0.1)
        return found

    def complaints(self, base: str) -> list[str]:
        """Errors and warnings of the console about files below `base`."""
        self.send("Marionette:SetContext", {"value": "chrome"})
        found = self.run(
            "return Services.console.getMessageArray().filter(m => m instanceof Ci.nsIScriptError)"
            ".map(m => [m.sourceName || '', m.errorMessage])"
        )
        self.send("Marionette:SetContext", {"value": "content"})
        return [f"{where} : {text}" for where, text in found if where.startswith(base)]


@contextmanager
def running(folder: Path, proxy: int) -> Iterator[Firefox]:
    """Firefox with a profile in `folder`; what it asks of the network goes to the port `proxy`."""
    assert BINARY is not None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    chosen: dict[str, bool | int | str] = dict(PREFERENCES)
    for name in ("http", "ssl"):
        chosen |= {f"network.proxy.{name}": "127.0.0.1", f"network.proxy.{name}_port": proxy}
    chosen["marionette.port"] = port
    lines = (f'user_pref("{name}", {json.dumps(value)});\n' for name, value in chosen.items())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "user.js").write_text("".join(lines), "utf-8")
    command = [BINARY, "--headless", "--marionette", "--remote-allow-system-access", "--profile", str(folder)]
    environment = {**os.environ, "HOME": str(folder), "MOZ_CRASHREPORTER_DISABLE": "1"}
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield Firefox(port)
    finally:
        child.terminate()
        try:
            child.wait(timeout=20)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + 90
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=90)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.3)


OWN_SERVICES = (".mozilla.", "mozgcp", "update.googleapis.com")
"""What Firefox asks for itself: add-ons, settings, certificates, video modules."""


class Proxy:
    """Counts what Firefox asks of the network: accepts, keeps the first line, and closes."""

    def __init__(self, patience: float = 2) -> None:
        """`patience`: seconds given to whoever connects and says nothing."""
        self._patience = patience
        self.asked: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._hear, args=(client,), daemon=True).start()

    def _hear(self, client: socket.socket) -> None:
        """One client; whoever opens and stays silent keeps nobody waiting."""
        with client:
            client.settimeout(self._patience)
            try:
                line = client.recv(200)
            except OSError:
                return
            self.asked.append(line.split(b"\r\n")[0].decode("latin-1"))

    def of_pages(self) -> list[str]:
        """What was asked, the browser's own services apart."""
        return [line for line in self.asked if line and not any(own in line for own in OWN_SERVICES)]
