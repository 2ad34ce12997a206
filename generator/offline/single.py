"""The whole guide as one file: nothing beside it, one readable document without scripts.

Made of the bodies of every page (`source`), in the header and footer of a built page: the texts are those
of the site. With scripts it shows one section at a time (`theme/offline/single.js`).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from string import Template

from generator import templates
from generator.offline import anchors, left_out, scripts, source
from generator.offline.anchors import Document
from generator.offline.markup import light, outgoing
from generator.offline.policy import policy
from generator.offline.source import Source
from generator.offline.taking import as_copy
from generator.templates import THEME
from generator.typography import french_text

CONTENTS = "sommaire"
FRAME_PAGE = "besoins"
"""Any page but the home page: its header holds the search box."""

_HEADER = re.compile(r'<a class="skip".*?</header>', re.DOTALL)
_FOOTER = re.compile(r'<footer class="foot">.*?</footer>', re.DOTALL)
_CURRENT = re.compile(r'\saria-current="[^"]*"')
_ICON = re.compile(r'<svg class="icon" [^>]*>(.*?)</svg>', re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def make(sources: Sequence[Source], docs: Path, site: Path) -> str:
    """The file, from the sources of the pages, the assets in `docs` and a built site.

    The sizes that its page « Emporter » tells are still to fill (`taking.fill`).
    """
    frame = (site / FRAME_PAGE / "index.html").read_text("utf-8")
    header, footer = (_CURRENT.sub("", _one(part, frame)) for part in (_HEADER, _FOOTER))
    home = sources[0].meta
    missing = {one.folder: reason for one in sources if (reason := left_out.why(one))}
    pages = [as_copy(left_out.cut(one), home.get("live")) for one in sources if one.folder not in missing]
    pages = [_contents(pages), *pages, _absent(home.get("live"))]
    around_ids = ["contenu", *re.findall(r'\sid="([^"]+)"', header + footer)]
    quiet = {folder for folder, reason in missing.items() if reason.quiet}
    style = _COMMENT.sub("", (docs / "assets/guide.css").read_text("utf-8"))
    whole = anchors.document(pages, around_ids, quiet, anchors.styled_ids(style))
    style = whole.restyle(style)
    icons = _Icons()
    body = "".join(_section(whole, one, icons) for one in pages)
    framed = replace(whole, names={**whole.names, **{(FRAME_PAGE, id): id for id in around_ids}})
    around = [light(outgoing(framed.rewrite(FRAME_PAGE, part))) for part in (header, footer)]
    program = scripts.program(frame, source.scripts(docs))
    first, later = scripts.tags(program)
    mark = base64.b64encode((THEME / "assets/mark.svg").read_bytes()).decode()
    return Template((THEME / "offline/single.html").read_text("utf-8")).substitute(
        policy=policy(program.all, [style]),
        title=escape(home["head_title"]),
        description=escape(home["description"]),
        built=home["built"],
        live=escape(home.get("live") or ""),
        mark=mark,
        style=style,
        first=first,
        icons=icons.sprite(),
        header=around[0],
        body=body,
        footer=around[1],
        later=later,
    )


def _one(pattern: re.Pattern[str], html: str) -> str:
    found = pattern.search(html)
    assert found is not None, pattern.pattern
    return found[0]


def _section(whole: Document, page: Source, icons: _Icons) -> str:
    """One page. With scripts it stays text until it is shown: 90,000 elements less to open the file.
    A page with fields is there from the start: scripts look for it when the document is ready."""
    id = anchors.section_id(page.folder)
    given = {
        "id": id,
        "data-as-of": page.meta.get("as_of"),
        "data-scripts": " ".join(page.meta.get("scripts", ())),
    }
    said = "".join(f' {name}="{escape(value)}"' for name, value in given.items() if value)
    shown = ' class="here"' if id == anchors.HOME else ""
    inside = light(icons.lift(outgoing(whole.rewrite(page.folder, page.body))))
    if not (
        anchors.is_active(page) or "<noscript" in inside or id in (anchors.HOME, anchors.ABSENT, CONTENTS)
    ):
        inside = f"<noscript>{inside}</noscript>"
    return f'<section{said}{shown} tabindex="-1">{inside}</section>\n'


class _Icons:
    """Each drawing once, however many times it is shown."""

    def __init__(self) -> None:
        self._ranks: dict[str, int] = {}

    def lift(self, html: str) -> str:
        """The HTML, its drawings named instead of repeated."""
        return _ICON.sub(self._use, html)

    def _use(self, match: re.Match[str]) -> str:
        rank = self._ranks.setdefault(match[1], len(self._ranks))
        return f'<svg class="icon" aria-hidden="true"><use href="#_i{rank}"></use></svg>'

    def sprite(self) -> str:
        """The drawings themselves."""
        shapes = "".join(
            f'<symbol id="_i{rank}" viewBox="0 0 48 48">{shape}</symbol>'
            for shape, rank in self._ranks.items()
        )
        return f'<svg width="0" height="0" aria-hidden="true">{shapes}</svg>'


def _contents(pages: Sequence[Source]) -> Source:
    """The table of contents, a page like another: what one sees first without scripts."""
    shelves = tuple(_shelves(pages))
    context = {"crumbs": (), "shelves": shelves, "alone": tuple(_alone(pages)), "absent": left_out.told()}
    return Source(CONTENTS, {"title": "Sommaire"}, templates.render("copy-contents.html.j2", 1, context))


def _absent(live: str | None) -> Source:
    context = {"crumbs": (), "absent": left_out.told(), "live": live}
    body = templates.render("copy-absent.html.j2", 1, context)
    return Source(anchors.ABSENT, {"title": "Ce qui n’est pas dans ce fichier"}, body)


def _shelves(pages: Sequence[Source]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Title of each folder that holds pages, and these pages by title."""
    titles = {page.folder: str(page.meta["title"]) for page in pages}
    for top in dict.fromkeys(folder.partition("/")[0] for folder in titles if "/" in folder):
        inside = [(titles[folder], folder) for folder in titles if folder.startswith(f"{top}/")]
        yield titles.get(top, top), [(titles[top], top), *sorted(inside)] if top in titles else sorted(inside)


def _alone(pages: Iterable[Source]) -> Iterator[tuple[str, str]]:
    """Pages whose folder holds no other."""
    pages = tuple(pages)
    tops = {page.folder.partition("/")[0] for page in pages if "/" in page.folder}
    for page in pages:
        if "/" not in page.folder and page.folder not in tops:
            yield french_text(str(page.meta["title"])), page.folder
