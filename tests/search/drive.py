"""Asks a search page in Chromium, over http, and keeps count of what the server was asked for."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import launch
from tests.projects import ROOT
from tests.search.judge import Answer

SITE = ROOT / "site"
DRIVER = Path(__file__).with_name("drive.js")
PATIENCE_MS = 180_000
"""How long an answer may take: 10,000 sheets, in a browser slowed six times."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Files of a folder; each path asked for is appended to the list `asked`."""

    def __init__(self, *args: object, asked: list[str], directory: str) -> None:
        self.asked = asked
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # the name it overrides
        self.asked.append(unquote(urlsplit(self.path).path).lstrip("/"))
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name it overrides
        pass


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """A folder over http on a free port: its address, and the growing list of paths asked for."""
    asked: list[str] = []
    handler = functools.partial(_Handler, asked=asked, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium, the one that the browser tests use."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


def ours(address: str) -> str:
    """The search page of our site."""
    return f"{address}recherche/index.html"


def opened(browser: Browser, url: str, slow: float = 1, scripts: Sequence[str] = ()) -> Page:
    """A fresh visitor (empty cache) on a search page, its processor slowed `slow` times.

    `scripts` run before the page's own. The slowing is Chromium's: it holds back the page, not its workers.
    """
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    if slow != 1:
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slow})
    for script in (*scripts, DRIVER.read_text("utf-8")):
        page.add_init_script(script)
    page.goto(url, wait_until="load")
    return page


def answers(page: Page, texts: Sequence[str]) -> list[Answer]:
    """What the page answers to each query, in one visit."""
    rows = page.evaluate(
        "async texts => { const all = []; for (const one of texts) all.push(await __drive.ask(one)); return all; }",
        list(texts),
    )
    return [[(kind, record) for kind, record in row] for row in rows]
