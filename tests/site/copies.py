"""The copies as a test sees them: the single file's sections, the zip's pages. Standard library only."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Section:
    """One page in the single file."""

    id: str
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, blanks apart."""
        return squeezed("".join(self.texts))


class Document(HTMLParser):
    """The single file read: its sections, ids, links, and what it would load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sections: dict[str, Section] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.named: list[str] = []
        self.loaded: list[str] = []
        self._depth, self._here, self._silent = 0, Section(""), 0
        self._main = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._main = self._main or tag == "main"
        if tag in ("script", "style"):
            self._silent += 1
        if tag == "section" and self._main:
            self._depth += 1
            if self._depth == 1:
                self._here = self.sections[given["id"]] = Section(given["id"])
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag in ("a", "use") and "href" in given else []
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            self.named += given.get(name, "").split()
        self.loaded += [given[name] for name in ("src", "srcset", "poster", "data") if given.get(name)]
        self.loaded += [given["href"]] if tag == "link" else []
        self._here.texts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._silent -= 1
        if tag == "section" and self._main:
            self._depth -= 1
        self._here.texts.append(" ")

    def handle_data(self, data: str) -> None:
        if self._depth and not self._silent:
            self._here.texts.append(data)


def squeezed(text: str) -> str:
    """Without blanks: what a page says, however it is laid out."""
    return re.sub(r"\s+", "", text)
