"""One document out of many pages: every id once, every link towards its section.

`besoins/handicap/index.html#aide` becomes `#besoins/handicap:aide`. An id that one page alone has keeps
its name; so do those of a page with fields, for its scripts. Of the others, one that nothing names is left
out, one that a link leads to bears its page's name.
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
_LABELLED = re.compile(r'(<section\b[^>]*?)\saria-labelledby="[^"]*"')
"""Hundreds of named regions in one document hide the headings from those who listen: headings do."""
_NO_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)
_USED = re.compile(r'\s(?:for|list|form|headers|aria-[a-z]+)="([^"]+)"|[("]#([^")]+)[")]')
_FIELDS = re.compile(r"<(?:form|input|select|textarea)\b")
_STYLED = re.compile(r"#([a-z][\w-]*)(?=[^{};]*\{)")
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
    quiet: Set[str]
    """Pages left out whose links become plain words; links to any other page that is missing say so."""

    def target(self, folder: str, href: str) -> str | None:
        """Where a link of the page in `folder` leads in the document; None when it is not one of a page."""
        page, anchor = resolve(folder, href)
        if page is None or page in self.quiet:
            return None
        if page not in self.folders:
            return f"#{ABSENT}"
        return f"#{self.names.get((page, anchor), section_id(page))}"

    def restyle(self, style: str) -> str:
        """The style sheet, its ids those of the document, each selector weighing as much as before."""
        bare = {id for (_, id), name in self.names.items() if name == id}
        paged = {id for (_, id), name in self.names.items() if name.endswith(f":{id}")}

        def one(match: re.Match[str]) -> str:
            id = match[1]
            if id not in paged:
                return match[0]
            ends = f'[id$=":{id}"]'
            return f":is(#{id},{ends})" if id in bare else f"{ends}:not(#_)"

        return _STYLED.sub(one, style)

    def rewrite(self, folder: str, html: str) -> str:
        """The page's HTML with the ids and links of the document."""

        def change(name: str, value: str) -> str | None:
            if name in ("href", "action"):
                return value if value.startswith(ELSEWHERE) else self.target(folder, value)
            if name == "data-root":
                return "#"
            if name == "id":
                return self.names.get((folder, value))
            if name in _ONE_ID:
                return self.names.get((folder, value), value)
            if name in _MANY_IDS:
                return " ".join(self.names.get((folder, one), one) for one in value.split())
            return _INSIDE.sub(lambda found: f"url(#{self.names.get((folder, found[1]), found[1])})", value)

        return _NO_LINK.sub(r"\1", attributes(_LABELLED.sub(r"\1", html), change))


def styled_ids(style: str) -> set[str]:
    """Ids that the selectors of a style sheet name."""
    return set(_STYLED.findall(style))


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


def document(
    sources: Sequence[Source], frame_ids: Iterable[str], quiet: Set[str], styled: Set[str]
) -> Document:
    """The names of every id: none for one that nothing uses. `styled`: those that the style sheet names.

    `frame_ids`: those of the header and footer, which stay as they are. `quiet`: see `Document`.
    """
    folders = {source.folder for source in sources}
    found = [(source.folder, id) for source in sources for id in _IDS.findall(source.body)]
    count = Counter(id for _, id in found)
    taken = {section_id(folder) for folder in folders} | {*frame_ids}
    linked, used = set(_linked(sources)), set(_used(sources))
    names: dict[Anchor, str] = {}
    own = _own(sources, taken)
    for folder, id in found:
        if own.get(id, folder) == folder and id not in taken and (id in own or count[id] == 1):
            names[folder, id] = id
        elif (folder, id) in linked or id in styled:
            names[folder, id] = f"{section_id(folder)}:{id}"
        elif (folder, id) in used:
            names[folder, id] = f"_{_short(len(names))}"
    return Document(folders, names, quiet)


def _own(sources: Sequence[Source], taken: Set[str]) -> dict[str, str]:
    """Ids that must stay as they are, and the page they belong to: scripts look for them there."""
    active = (source for source in sources if is_active(source))
    return {id: source.folder for source in active for id in _IDS.findall(source.body) if id not in taken}


def is_active(source: Source) -> bool:
    """Whether scripts look for this page from the start: it has fields."""
    return _FIELDS.search(source.body) is not None


def _linked(sources: Sequence[Source]) -> Iterator[Anchor]:
    for source in sources:
        for href in _HREFS.findall(source.body):
            if "#" in href and not href.startswith(ELSEWHERE):
                page, anchor = resolve(source.folder, href)
                if page is not None:
                    yield page, anchor


def _used(sources: Sequence[Source]) -> Iterator[Anchor]:
    for source in sources:
        for some, one in _USED.findall(_LABELLED.sub(r"\1", source.body)):
            yield from ((source.folder, id) for id in (*some.split(), one) if id)


def _short(number: int) -> str:
    digits = ""
    while number or not digits:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits
