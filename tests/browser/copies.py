"""The copies as they are opened from a stick: unpacked, addressed, their requests and complaints watched."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from generator.offline import names

STICK = "Clé USB été"


class Copy:
    """One copy open, under watch: any request that is not for its own files, any complaint."""

    def __init__(self, context: BrowserContext, start: str, pages: str) -> None:
        self.context, self.start, self.pages = context, start, pages
        self.complaints: list[str] = []
        context.set_offline(True)
        self.page = self.open_page()

    def open_page(self) -> Page:
        page = self.context.new_page()
        page.on("console", lambda said: self._console(said.type, said.text))
        page.on("pageerror", lambda error: self.complaints.append(f"script : {error}"))
        page.on("request", lambda asked: self._request(asked.url))
        return page

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"{kind} : {text}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.pages.partition("#")[0], self.start, "data:")):
            self.complaints.append(f"demande : {url}")

    def go(self, folder: str, more: str = "") -> Page:
        """A page by its folder; `more`: « ?q=… »."""
        single = "#" in self.pages
        self.page.goto(f"{self.pages}{folder}{more}" if single else f"{self.pages}{folder}/index.html{more}")
        return self.page


def unpacked(copies: Path, folder: Path) -> Path:
    """The zip unpacked in a new folder of `folder`, with spaces and accents, beside the single file."""
    stick = folder / STICK
    stick.mkdir()
    with zipfile.ZipFile(copies / names.ZIP) as archive:
        archive.extractall(stick)
    shutil.copy(copies / names.SINGLE, stick)
    return stick


def addresses(stick: Path, kind: str) -> tuple[str, str]:
    """Where a copy is opened, and what its pages' addresses begin with."""
    if kind == "fichier":
        one = (stick / names.SINGLE).as_uri()
        return one, f"{one}#"
    return (stick / names.FOLDER / names.DOOR).as_uri(), (stick / names.FOLDER / names.INSIDE).as_uri() + "/"


def opened(browser: Browser, stick: Path, kind: str, scripts: bool = True, **given: object) -> Copy:
    """A copy in a new context."""
    context = browser.new_context(
        java_script_enabled=scripts, **{"viewport": {"width": 360, "height": 740}, **given}
    )  # type: ignore[arg-type]
    return Copy(context, *addresses(stick, kind))
