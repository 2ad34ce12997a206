"""How much of its longest lists a sheet prints: two pages hold what helps to decide, the site holds the rest.

The lines of a sheet are counted before it is laid out, generously; a list that would not fit is cut
shorter and shorter, and what is left out is counted on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from generator.markdown import plain
from generator.views.links import OUTWARD, Line, Relation, Station
from generator.views.needs import NeedPage
from generator.views.schemes import SchemePage
from generator.views.shared import Ref

LINE = 50
"""Characters of a line of a column, on average, words kept whole."""
_BETWEEN = re.compile(r"\n\s*\n|\n(?=[-*] )")
TWO_PAGES = 206
"""Lines of four columns at most, title and six answers taken away, as many as sheets were seen to hold."""

TWO_TIGHT_PAGES = 240
"""The same in the smaller letters of the few longest sheets."""


ONE_PAGE = 56
"""Lines of a need in its usual letters, as many as its page was seen to hold."""
PATHWAYS = 8
"""Most pathways printed on the page of a need; their list has them all."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a sheet leads to: the line, what it is like (and how it differs), the rest, the needs."""

    line: Line
    alike: Relation | None
    others: tuple[Relation, ...]
    needs: tuple[Ref, ...]


def around(page: SchemePage) -> Around:
    """The links of a sheet, those it is like set apart: near-identical schemes say how they differ."""
    alike = next((one for one in page.links.relations if one.label == OUTWARD["resembles"]), None)
    others = tuple(one for one in page.links.relations if one is not alike)
    return Around(page.links.line, alike, others, page.links.needs)


@dataclass(frozen=True, slots=True)
class Room:
    """How many lines of each list are printed."""

    modules: int
    jobs: int
    questions: int
    stations: int
    points: int
    towns: int
    notes: int
    """Stations printed with what the link says."""
    blocks: int
    """Paragraphs and list items of what is said of prescription."""


ROOMS = (
    Room(modules=99, jobs=99, questions=6, stations=99, points=99, towns=99, notes=99, blocks=99),
    Room(modules=99, jobs=40, questions=6, stations=8, points=8, towns=99, notes=8, blocks=12),
    Room(modules=14, jobs=25, questions=6, stations=6, points=5, towns=99, notes=4, blocks=8),
    Room(modules=14, jobs=15, questions=6, stations=4, points=4, towns=99, notes=3, blocks=6),
    Room(modules=10, jobs=10, questions=5, stations=4, points=3, towns=0, notes=2, blocks=4),
    Room(modules=8, jobs=8, questions=4, stations=3, points=2, towns=0, notes=2, blocks=3),
    Room(modules=0, jobs=6, questions=4, stations=2, points=2, towns=0, notes=1, blocks=2),
)
"""From everything to the least that still helps."""


def room(page: SchemePage) -> Room:
    """The widest room in which the sheet holds on two pages, in smaller letters if it must."""
    fits = (one for most in (TWO_PAGES, TWO_TIGHT_PAGES) for one in ROOMS if lines(page, one) <= most)
    return next(fits, ROOMS[-1])


def lines(page: SchemePage, given: Room) -> float:
    """Lines the sheet takes in columns, each part with its heading."""
    return sum((_lines(texts) + 2 for texts in _parts(page, given) if texts), 0.0)


def _lines(texts: Iterable[str], width: int = LINE) -> float:
    return sum(ceil(len(text) / width) + 0.15 for text in texts)


def _parts(page: SchemePage, given: Room) -> Iterator[list[str]]:
    links = around(page)
    yield [*(one.text for one in page.simple), ""]
    yield [*_rich(page.what_you_do), *(one.title for one in page.content[: given.modules])]
    certified = ", ".join(one.label for one in page.certifications)
    yield [*(_rich(page.what_you_get) or page.gives), certified, ", ".join(page.jobs[: given.jobs])]
    yield [*page.audience, *page.details]
    yield [f"{one.text} Voyez plutôt : {one.instead.label if one.instead else ''}" for one in page.not_for]
    for texts in (page.requires or (), page.selection, page.understood, page.documents, page.duration):
        yield [*texts]
    yield [", ".join(page.priority)] if page.priority else []
    yield [*_rich(page.how_to_start), *page.entry]
    yield [*page.money]
    yield [*page.attention, *_rich(page.good_to_know), ""]
    yield [*page.questions.shown[: given.questions], ""]
    yield [*_places(page, given)]
    for stations in (links.line.before, links.line.after, links.alike.stations if links.alike else ()):
        yield [*_stations(stations[: given.stations], given)]
    yield [
        one.label + "".join(f", {station.title} p. 100" for station in one.stations[: given.stations])
        for one in links.others
    ]
    yield ["".join(f"« {one.label} » p. 100 ; " for one in links.needs[: given.stations])]
    yield [*_adviser(page, given)]


def _stations(shown: Iterable[Station], given: Room) -> Iterator[str]:
    for rank, one in enumerate(shown):
        yield f"{one.title} p. 100 {one.condition or '' if rank < given.notes else ''}"


def _rich(text: str | None) -> list[str]:
    return [plain(block) for block in blocks(text)]


def blocks(text: str | None) -> tuple[str, ...]:
    """The paragraphs and list items of a rich text, each as it was typed."""
    return tuple(block for block in _BETWEEN.split(text or "") if block.strip())


def _places(page: SchemePage, given: Room) -> Iterator[str]:
    for group in page.places:
        towns = ", ".join(one.town for one in group.places)
        covered = ", ".join(f"{one.where} ({', '.join(one.operators)})" for one in group.covered)
        yield f"{group.label} : {towns} {covered}" if given.towns else f"{group.label} : {group.count}"


def _adviser(page: SchemePage, given: Room) -> Iterator[str]:
    part = page.adviser
    yield from _rich(part.prescription)[: given.blocks]
    yield ", ".join(one.label for one in part.funders)
    yield ", ".join(one.label for one in part.operators[:6])
    yield from (one.text for one in part.pitfalls[: given.points])
    yield "".join(one.topic for one in part.contradictions[: given.points])
    yield "".join(f"document {one.number}, {one.chapter}" for one in part.sources[:3])


def need_lines(page: NeedPage) -> float:
    """Lines of the page of a need, parts side by side counted once: over `ONE_PAGE`, smaller letters."""
    steps = sum(ceil(len(one) / (LINE - 4)) + 0.5 for one in page.first_steps)
    brief = len(page.simple) * 1.25 + 3
    who = _lines(f"{one.organisation.label} p. 200 {one.why}" for one in page.helpers) + 1.5
    answers = _lines((f"{one.card.title} p. 100 {one.why}" for one in page.schemes), 2 * LINE) * 1.2
    others = "".join(f"{one.card.title} p. 100 ; " for one in page.others)
    roads = _lines(f"{one.title} p. 200" for one in page.pathways[:PATHWAYS]) / 2
    near = "".join(f"« {one.statement} » p. 20 ; " for one in page.neighbours)
    wide = ceil(len(others) / (2 * LINE)) + ceil(len(near) / (2 * LINE))
    return max(steps, brief + who) + answers + roads + wide + 6
