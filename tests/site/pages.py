"""The built pages as a test sees them: links, headings, texts. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class BuiltPage(HTMLParser):
    """One page read."""

    path: Path
    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    double_ids: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    title: str = ""
    description: str = ""
    lang: str = ""
    loaded: list[str] = field(default_factory=list)
    inline_handlers: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._in_title = False
        self.feed(self.path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            (self.double_ids.append if given["id"] in self.ids else self.ids.add)(given["id"])  # type: ignore[func-returns-value]
        self.inline_handlers += [name for name in given if name.startswith("on") or name == "style"]
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in ("script", "img", "source", "iframe") and given.get("src"):
            self.loaded.append(given["src"])
        if tag == "link" and given.get("rel") not in ("canonical", "alternate"):
            self.loaded.append(given.get("href", ""))
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append(tag)
        if tag == "meta" and given.get("name") == "description":
            self.description = given.get("content", "")
        if tag == "html":
            self.lang = given.get("lang", "")
        self._in_title = tag == "title" and "svg" not in self.lasttag

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False


def is_copy(path: Path) -> bool:
    """Whether a file of the site is the guide in one file, offered to take away: tests/site/test_offline.py."""
    return path.parent.name == "telecharger"


def read_all(site: Path) -> dict[Path, BuiltPage]:
    """Every page of the site, by its path."""
    return {path: BuiltPage(path) for path in sorted(site.rglob("*.html")) if not is_copy(path)}


def target_of(page: Path, link: str) -> tuple[Path, str]:
    """The file and the anchor a relative link leads to."""
    parts = urlsplit(link)
    path = (page.parent / unquote(parts.path)).resolve() if parts.path else page.resolve()
    return path, unquote(parts.fragment)
