"""The printed guide before it is pressed: which pages, in which order, and the HTML of the whole book."""

from __future__ import annotations

import base64
import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader

from generator import templates
from generator.guide import Guide
from generator.paper.index import AcronymLetter, JobLetter, acronyms, jobs
from generator.paper.room import (
    ONE_PAGE,
    PATHWAYS,
    TWO_PAGES,
    Around,
    Room,
    around,
    blocks,
    lines,
    need_lines,
    room,
)
from generator.typography import french_html
from generator.views import lists, needs, pathways, reference, schemes, words
from generator.views.needs import GroupView, NeedPage
from generator.views.pathways import PathwayPage
from generator.views.reference import DocumentCard, HelperCard
from generator.views.schemes import SchemePage
from generator.views.shared import Library

FOLDER = templates.THEME / "paper"
INKS = ("#0b5a56", "#0f6863", "#40588f", "#ab4327", "#805800", "#42692a", "#7b3d6d")
"""The colour of the guide, then those of its six lines (theme/assets/css/1-base.css, on white)."""

_ADDRESS = re.compile(r"^(besoins|dispositifs|parcours|qui-peut-aider)/(?:([^/]+)/)?index\.html(?:#(.+))?$")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A scheme, and how much room its longest lists may take so that it holds on two pages."""

    page: SchemePage
    room: Room
    prescription: str
    """What is said of prescription, as far as there is room."""
    around: Around
    tight: bool
    """Even cut short it needs smaller letters."""


@dataclass(frozen=True, slots=True)
class Book:
    """Everything that is printed, in the order of its pages."""

    name: str
    tagline: str
    edition: str
    address: str | None
    publisher: str | None
    groups: tuple[GroupView, ...]
    needs: tuple[NeedPage, ...]
    sheets: tuple[Sheet, ...]
    closed: tuple[SchemePage, ...]
    pathways: tuple[PathwayPage, ...]
    helpers: tuple[HelperCard, ...]
    acronyms: tuple[AcronymLetter, ...]
    jobs: tuple[JobLetter, ...]
    documents: tuple[DocumentCard, ...]


def book(guide: Guide, today: datetime.date) -> Book:
    """The book of one edition."""
    library = Library(guide, today)
    cards, roads = needs.need_cards(library), pathways.pathway_cards(library)
    follows = pathways.followed(library)
    groups = needs.groups(library, cards)
    found = [schemes.scheme_page(library, one) for one in guide.schemes.values()]
    found.sort(key=lambda page: lists.folded(page.card.title))
    return Book(
        name=guide.site.name,
        tagline=guide.site.tagline,
        edition=words.date(today),
        address=guide.site.address,
        publisher=guide.site.publisher,
        groups=groups,
        needs=tuple(
            needs.need_page(library, guide.needs[card.id], cards, roads)
            for group in groups
            for card in group.needs
        ),
        sheets=tuple(_sheet(page) for page in found if not page.closed),
        closed=tuple(page for page in found if page.closed),
        pathways=tuple(
            pathways.pathway_page(library, one, follows.get(one.id, ())) for one in guide.pathways.values()
        ),
        helpers=reference.helpers(library),
        acronyms=acronyms(library),
        jobs=jobs(library),
        documents=reference.documents(library),
    )


def _sheet(page: SchemePage) -> Sheet:
    given = room(page)
    said = blocks(page.adviser.prescription)[: given.blocks]
    return Sheet(page, given, _one_text(said), around(page), lines(page, given) > TWO_PAGES)


def _one_text(said: Sequence[str]) -> str:
    """Paragraphs and list items again as one rich text."""
    return "\n\n".join(said).replace("\n\n- ", "\n- ")


def anchor(path: str | None) -> str | None:
    """Where an address of the site is in the book: `#dispositifs-pee`; None for what is not printed."""
    found = _ADDRESS.match(path or "")
    if found is None:
        return None
    part, record, place = found.groups()
    return f"#{part}-{record or place}" if record or place else None


@lru_cache(maxsize=256)
def drawing(name: str, ink: int = 0) -> str:
    """The drawing `name` in one of `INKS`, as the address of a picture: paper has no current colour."""
    path = templates.THEME / "assets" / "icons" / f"{name}.svg"
    if not path.is_file():
        path = path.with_name(f"{templates.FALLBACK_ICON}.svg")
    return _picture(path.read_text("utf-8").replace("currentColor", INKS[ink]))


def _picture(svg: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = templates.environment().overlay(loader=FileSystemLoader(FOLDER))
    helpers: Mapping[str, Any] = {
        "anchor": anchor,
        "drawing": drawing,
        "crowded": lambda page: need_lines(page) > ONE_PAGE,
        "PATHWAYS": PATHWAYS,
    }
    environment.globals = {**environment.globals, **helpers}
    return environment


def html(printed: Book) -> str:
    """The whole book as one HTML document, its style and its pictures inside: nothing else is read."""
    cover = _picture((FOLDER / "cover.svg").read_text("utf-8"))
    context = {"book": printed, "cover": cover}
    return french_html(_environment().get_template("book.html.j2").render(context))
