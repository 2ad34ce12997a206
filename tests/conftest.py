"""Fixtures shared by every test: a built site, a web server with a strict policy, a browser."""

from __future__ import annotations

import fcntl
import functools
import http.server
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from generator import headers
from generator.cli import main
from tests import chromium
from tests.projects import ROOT

SITE = ROOT / "site"


@pytest.fixture(scope="session")
def site() -> Path:
    """The real guide, built; built once however many workers there are."""
    with Path(tempfile.gettempdir(), "par-ou-commencer.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (SITE / "index.html").is_file():
            assert main(["build", "--project", str(ROOT)]) == 0
    return SITE


@pytest.fixture(scope="session")
def copies(site: Path) -> Path:
    """The copies of the real guide, made with it."""
    folder = ROOT / "dist"
    if not (folder / "SHA256SUMS").is_file():
        assert main(["build", "--project", str(ROOT)]) == 0
    return folder


class Handler(http.server.SimpleHTTPRequestHandler):
    """Says what a published server says (`generator/headers.py`): the strict policy, on every answer."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name it overrides
        pass

    def end_headers(self) -> None:
        for name, value in {**headers.every_page(), "Cache-Control": headers.ALWAYS_ASK}.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A page that does not exist is answered by the guide's own page."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site over http, on a free port, under the strict policy."""
    handler = functools.partial(Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without sandbox or background traffic."""
    with sync_playwright() as playwright:
        running = chromium.launch(playwright)
        yield running
        running.close()


def until(page: Page, expression: str, seconds: float = 10) -> None:
    """Wait until a JavaScript expression is true, asked from outside.

    Playwright's own `wait_for_function` evaluates text within the page once its first try was false: the
    policy of the guide forbids that. A page that reloads meanwhile is asked again.
    """
    ends = time.monotonic() + seconds
    while not _holds(page, expression):
        assert time.monotonic() < ends, f"still false after {seconds} s: {expression}"
        page.wait_for_timeout(50)


def _holds(page: Page, expression: str) -> bool:
    try:
        return bool(page.evaluate(expression))
    except PlaywrightError as error:
        if "Execution context was destroyed" not in error.message:
            raise
        return False


class Visit:
    """A page of the guide under watch: requests that leave it, errors, policy violations."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.complaints: list[str] = []
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(f"script : {error}"))
        page.on("request", lambda request: self._request(request.url))

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "404" not in text:
            self.complaints.append(f"{kind} : {text}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.base, "data:", "about:")):
            self.complaints.append(f"demande hors du site : {url}")

    def go(self, path: str) -> Page:
        """Open a page by its path, `besoins/handicap/index.html`."""
        self.page.goto(self.base + path)
        return self.page


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, site: Path) -> str:
    """Both ways people open the guide: the web, and a folder on a stick."""
    if request.param == "file":
        return site.as_uri() + "/"
    found: str = request.getfixturevalue("address")
    return found


@pytest.fixture
def visit(browser: Browser, base: str) -> Iterator[Visit]:
    """A phone 360 pixels wide; every test also asserts that nothing was complained about."""
    context: BrowserContext = browser.new_context(viewport={"width": 360, "height": 740})
    watched = Visit(context.new_page(), base)
    yield watched
    context.close()
    assert watched.complaints == []
