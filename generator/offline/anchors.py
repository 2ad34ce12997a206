"""One document out of many pages: every id once, every link towards its section.

`besoins/handicap/index.html#aide` becomes `#besoins/handicap:aide`. An id that one page alone has keeps
its name, so that the page's scripts find it; one that several have and nothing links to gets a short one.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from generator.offline.markup import attributes
from generator.offline.source import Source

HOME = "accueil"
ABSENT = "absent"
"""The section that links towards a page left out lead to."""
ELSEWHERE = ("https:", "http:", "mailto:", "tel:", "data:")
_IDS = re.compile(r'<[a-z][^>]*?\sid="([^"]+)"')
_HREFS = re.compile(r'<a\b[^>]*?\shref="([^"]+)"')
_INSIDE = re.compile(r"url\(#([^)]+)\)")
_ONE_ID = {"for", "list", "form", "aria-activedescendant"}
_MANY_IDS = {"aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers"}

Anchor = tuple[str, str]
"""A page's folder and an id in it."""


@dataclass(frozen=True)
class Document:
    """The sections there will be, and the name each id takes in the document."""

    folders: Set[str]
    names: Mapping[Anchor, str]

    def target(self, folder: str, href: str) -> str | None:
        """Where a link of the page in `folder` leads in the document; None when it is not one of a page."""
        page, anchor = resolve(folder, href)
        if page is None:
            return None
        if page not in self.folders:
            return f"#{ABSENT}"
        return f"#{self.names.get((page, anchor), section_id(page))}"

    def rewrite(self, folder: str, html: str) -> str:
        """The page's HTML with the ids and links of the document."""

        def change(name: str, value: str) -> str | None:
            if name in ("href", "action"):
                return value if value.startswith(ELSEWHERE) else self.target(folder, value)
            if name == "data-root":
                return "#"
            if name == "id" or name in _ONE_ID:
                return self.names.get((folder, value), value)
            if name in _MANY_IDS:
                return " ".join(self.names.get((folder, one), one) for one in value.split())
            return _INSIDE.sub(lambda found: f"url(#{self.names.get((folder, found[1]), found[1])})", value)

        return attributes(html, change)


def section_id(folder: str) -> str:
    """The id of a page's section: its folder."""
    return folder or HOME


def resolve(folder: str, href: str) -> tuple[str | None, str]:
    """The page (None: not a page of the guide) and the anchor that a link of `folder` names."""
    path, _, anchor = href.partition("#")
    if not path:
        return folder, anchor
    whole = posixpath.normpath(posixpath.join(folder, path.partition("?")[0]))
    if posixpath.basename(whole) != "index.html":
        return None, ""
    return posixpath.dirname(whole), anchor


def document(sources: Sequence[Source], frame_ids: Iterable[str]) -> Document:
    """The names of every id. `frame_ids`: those of the header and footer, which stay as they are."""
    folders = {source.folder for source in sources}
    found = [(source.folder, id) for source in sources for id in _IDS.findall(source.body)]
    count = Counter(id for _, id in found)
    taken = {section_id(folder) for folder in folders} | {*frame_ids}
    linked = set(_linked(sources))
    names: dict[Anchor, str] = {}
    for folder, id in found:
        if count[id] == 1 and id not in taken:
            names[folder, id] = id
        elif (folder, id) in linked:
            names[folder, id] = f"{section_id(folder)}:{id}"
        else:
            names[folder, id] = f"_{_short(len(names))}"
    return Document(folders, names)


def _linked(sources: Sequence[Source]) -> Iterator[Anchor]:
    for source in sources:
        for href in _HREFS.findall(source.body):
            if "#" in href and not href.startswith(ELSEWHERE):
                page, anchor = resolve(source.folder, href)
                if page is not None:
                    yield page, anchor


def _short(number: int) -> str:
    digits = ""
    while number or not digits:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits
