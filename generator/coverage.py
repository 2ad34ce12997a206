"""What the guide holds and what it lacks: counts for `check`, so that a hole is seen before a reader is.

Data only; `coverage_table` writes it. The rule of a review is that of `checks.editorial`.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.edition import EVERYWHERE
from generator.guide import Guide
from generator.model.base import Figure, Prose, SourcedPoint, Value
from generator.model.pathway import Passage, Pathway
from generator.model.scheme import LINK_FIELDS, Link, Resemblance, Scheme
from generator.model.walk import marked
from generator.readability import Count, Names, count, names, score
from generator.regional import in_region

Answer = Literal["first", "open", "none"]
"""For a need and a public: a scheme puts them first; one names nobody; none, or all put others first."""

FACTS: Mapping[type[Value], str] = {
    Figure: "figures",
    SourcedPoint: "points",
    Link: "links",
    Resemblance: "links",
    Passage: "passages",
}
ALIVE = ("open", "experimental")
REAL_ANSWER = ("main", "useful")
"""« possible » is help on occasion: it fills no hole."""
FOR_THE_PERSON = ("simple", "person")


@dataclass(frozen=True, slots=True)
class Sourced:
    """How many facts of a kind name their source, and how many do not."""

    told: int
    untold: int


@dataclass(frozen=True, slots=True)
class Answers:
    """What living schemes really answer to a need, public by public, in the order of the list."""

    need: str
    schemes: int
    publics: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Order:
    """What the regional training order holds, in rows and distinct codes."""

    domains: int
    rows: int
    certifications: int
    rome: int
    nsf: int
    territories: int
    types: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """How easy the texts of one register of one record are."""

    record: str
    file: str
    register: str
    score: float
    words: int
    words_per_sentence: float


@dataclass(frozen=True, slots=True)
class Due:
    """When a sheet must be read again: the first day of that month."""

    record: str
    file: str
    on: datetime.date


@dataclass(frozen=True)
class Coverage:
    """Everything `check` counts."""

    records: Mapping[str, int]
    schemes: Mapping[str, Mapping[str, int]]
    """By kind, then by status."""
    facts: Mapping[str, Sourced]
    links: Mapping[str, Sourced]
    """By type of passage from one scheme to another."""
    answers: tuple[Answers, ...]
    order: Order
    readings: tuple[Reading, ...]
    """Hardest first."""
    reviews: tuple[Due, ...]
    """Soonest first."""


def coverage(guide: Guide) -> Coverage:
    """Count everything once."""
    return Coverage(
        records={
            "needs": len(guide.needs),
            "schemes": len(guide.schemes),
            "pathways": len(guide.pathways),
            "domains": len(guide.domains),
            "glossary": len(guide.vocabulary.glossary),
            "organisations": len(guide.vocabulary.organisations),
            "jobs": len(guide.vocabulary.jobs),
        },
        schemes=_schemes(guide),
        facts=_facts(guide),
        links=_links(guide),
        answers=tuple(_answers(guide)),
        order=_order(guide),
        readings=tuple(sorted(_readings(guide), key=lambda one: (one.score, one.record))),
        reviews=tuple(sorted(_reviews(guide), key=lambda one: (one.on, one.file))),
    )


def _schemes(guide: Guide) -> Mapping[str, Mapping[str, int]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for scheme in guide.schemes.values():
        found[scheme.kind][scheme.status] += 1
    return found


def _facts(guide: Guide) -> Mapping[str, Sourced]:
    counted: Counter[tuple[str, bool]] = Counter()
    for record in (*guide.schemes.values(), *guide.pathways.values()):
        for fact in _inside(record):
            if type(fact) in FACTS:
                counted[FACTS[type(fact)], getattr(fact, "source", None) is not None] += 1
    kinds = dict.fromkeys(FACTS.values())
    return {kind: Sourced(counted[kind, True], counted[kind, False]) for kind in kinds}


def _inside(value: Value) -> Iterator[Value]:
    """Every record within a record, at any depth."""
    for one in value.__dict__.values():
        for item in one if isinstance(one, tuple) else (one,):
            if isinstance(item, Value):
                yield item
                yield from _inside(item)


def _links(guide: Guide) -> Mapping[str, Sourced]:
    found = {}
    for name in (*LINK_FIELDS, "resembles"):
        sources = [link.source for scheme in guide.schemes.values() for link in getattr(scheme, name)]
        told = sum(source is not None for source in sources)
        found[name] = Sourced(told, len(sources) - told)
    return found


def _answers(guide: Guide) -> Iterator[Answers]:
    """Of the guide's own region: another region's schemes fill no hole here."""
    ours = (guide.site.region, EVERYWHERE)
    for need in guide.needs.values():
        living = [
            scheme
            for scheme in (in_region(one, guide.site.region) for one in guide.schemes.values())
            if scheme.status in ALIVE
            and scheme.region in ours
            and any(one.need == need.id and one.fit in REAL_ANSWER for one in scheme.needs)
        ]
        yield Answers(
            need.id, len(living), {public: _answer(living, public) for public in guide.vocabulary.publics}
        )


def _answer(living: list[Scheme], public: str) -> Answer:
    if any(public in scheme.audience.priority_publics for scheme in living):
        return "first"
    return "open" if any(not scheme.audience.priority_publics for scheme in living) else "none"


def _order(guide: Guide) -> Order:
    rows = [training for domain in guide.domains.values() for training in domain.trainings]
    return Order(
        domains=len(guide.domains),
        rows=len(rows),
        certifications=len({one for row in rows for one in row.certifications}),
        rome=len({one.code for row in rows for one in row.rome}),
        nsf=len({one.code for row in rows for one in row.nsf}),
        territories=len({one for row in rows for one in row.territories_covered}),
        types=Counter(kind for row in rows for kind in row.types),
    )


def _readings(guide: Guide) -> Iterator[Reading]:
    schemes = guide.schemes.values()
    titles = (
        title
        for scheme in schemes
        for title in (scheme.title, scheme.acronym, *scheme.other_names, *scheme.former_names)
        if title
    )
    left_out = names(titles)
    groups: tuple[tuple[str, Mapping[str, Value]], ...] = (
        ("need", guide.needs),
        ("scheme", guide.schemes),
        ("pathway", guide.pathways),
    )
    for kind, group in groups:
        for record_id, record in group.items():
            key = f"{kind}:{record_id}"
            yield from _registers(key, guide.origins.get(key, key), record, left_out)


def _registers(key: str, file: str, record: Value, left_out: Names) -> Iterator[Reading]:
    counts: defaultdict[str, Count] = defaultdict(Count)
    for _, mark, text in marked(record):
        if isinstance(mark, Prose) and mark.register in FOR_THE_PERSON:
            counts[mark.register] += count(text, left_out)
    for register, counted in counts.items():
        found = score(counted)
        if found is not None:
            yield Reading(key, file, register, found, counted.words, counted.words / counted.sentences)


def _reviews(guide: Guide) -> Iterator[Due]:
    groups: tuple[tuple[str, Mapping[str, Scheme] | Mapping[str, Pathway]], ...] = (
        ("scheme", guide.schemes),
        ("pathway", guide.pathways),
    )
    for kind, group in groups:
        for record in group.values():
            read_on = record.review.on or record.as_of
            months = int(read_on[:4]) * 12 + int(read_on[5:7]) + record.review.every_months
            key = f"{kind}:{record.id}"
            yield Due(key, guide.origins.get(key, key), datetime.date(months // 12, months % 12 + 1, 1))
