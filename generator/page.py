"""One page and its file: front matter, then one HTML block.

Front matter is one-line JSON values (YAML reads them, hostile titles cannot break them);
Python-Markdown leaves the block alone.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator import headers, templates
from generator.model.site import Site
from generator.output import OutputFile
from generator.typography import french_text
from generator.views.shared import Ref
from generator.views.words import date

_UNPRINTABLE = re.compile(
    r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]+"
)
"""What YAML 1.1 cannot read raw, or takes for a line end."""
SAID = ("title", "head_title", "description", "tagline")
"""What a page says outside its body: it gets the typography of the pages."""


@dataclass(frozen=True)
class Page:
    """One page before it is written. `folder` is "" for the home page.

    `root` replaces the way back to the root of the site where a page is served at any address.
    """

    folder: str
    template: str
    title: str
    description: str
    section: str = ""
    crumbs: tuple[Ref, ...] = ()
    context: Mapping[str, Any] = field(default_factory=dict)
    meta: Mapping[str, Any] = field(default_factory=dict)
    root: str | None = None

    @property
    def address(self) -> str:
        """Public address from the root of the site: « besoins/handicap/ »."""
        return f"{self.folder}/" if self.folder else ""

    @property
    def depth(self) -> int:
        """How many folders down the page is."""
        return self.address.count("/")


def canonical(site: Site, page: Page) -> dict[str, str]:
    """The public address of a page, where the site has one."""
    return {"canonical": f"{site.address.rstrip('/')}/{page.address}"} if site.address else {}


def stamp(site: Site, today: datetime.date) -> dict[str, str]:
    """What lets a page say its age anywhere: the day it was made, and where the guide lives (if it does)."""
    made = {"built": today.isoformat(), "built_words": date(today)}
    return made | ({"live": site.address} if site.address else {})


def page_file(
    site: Site,
    page: Page,
    foot: Sequence[Ref],
    path: str | None = None,
    more: Mapping[str, Any] | None = None,
) -> OutputFile:
    """The source of a page. `foot`: what the footer adds to the menu; `path`: another place for it."""
    crumbs = (Ref("Accueil", "index.html"), *page.crumbs) if page.folder else ()
    context = {"crumbs": crumbs, "title": page.title, **page.context}
    body = templates.render(page.template, page.depth, context, page.root)
    head = {
        "title": page.title,
        "head_title": f"{page.title} – {site.name}" if page.folder else page.title,
        "description": page.description,
        "section": page.section,
        "hide": ["navigation", "toc"],
        "tagline": site.tagline,
        "foot": [[one.path, one.label] for one in foot],
        "policy": headers.policy(site.connect, meta=True),
        **page.meta,
        **(more or {}),
    }
    return OutputFile.text(path or f"{page.address}index.md", f"---\n{_front_matter(head)}---\n{body}\n")


def _front_matter(values: Mapping[str, Any]) -> str:
    """`key: JSON` lines. JSON on one line is YAML, once what YAML cannot read is gone."""
    lines = []
    for key, value in values.items():
        said = french_text(value) if key in SAID else value
        lines.append(f"{key}: {_UNPRINTABLE.sub(' ', json.dumps(said, ensure_ascii=False))}\n")
    return "".join(lines)
