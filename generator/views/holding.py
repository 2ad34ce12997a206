"""« Ce qui fait tenir un parcours » and the rules of prescription: pages for advisers.

The initiatives are dated examples (2008 study), never shown as open schemes: they have pages of their
own, by how closely the study looked at them; those told step by step have one more (`views/examples.py`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.model.initiative import Initiative
from generator.model.prescription import Prescription, Rule
from generator.views import examples, words
from generator.views.shared import Cited, Library, Point, Ref

FOLDER = "ce-qui-fait-tenir-un-parcours"
DEPTHS = {
    "studied": ("exemples-enquetes", "Enquêtes sur place"),
    "analysed": ("exemples-analyses", "Analysés dans l’étude"),
    "listed": ("exemples-cites", "Cités dans l’étude"),
}
"""How closely the study looked at an initiative: end of the address of their page, its name."""
HOLDS = {"source": "L’étude le dit.", "redaction": "Lecture de la rédaction."}
STAGES = {
    "principes": "Les principes",
    "information": "Informer",
    "orientation": "Orienter",
    "selection": "Choisir",
    "pilotage": "Suivre et piloter",
}
ACTORS = {
    "conseiller": "le conseiller",
    "organisme": "l’organisme de formation",
    "region": "la Région",
    "outil": "l’outil en ligne",
    "personne": "la personne",
}


@dataclass(frozen=True, slots=True)
class InitiativeCard:
    """One dated example."""

    id: str
    title: str
    place: str
    year: str
    for_whom: str
    what: str
    results: str | None
    what_holds: str
    holds_from: str
    limits: str | None
    source: Cited
    example: str | None
    """Where the same is told step by step, if it is."""
    conditions: tuple[Ref, ...]
    """What it illustrates."""


@dataclass(frozen=True, slots=True)
class Initiatives:
    """The page of the initiatives that the study looked at as closely."""

    folder: str
    path: str
    label: str
    count: str
    cards: tuple[InitiativeCard, ...]


@dataclass(frozen=True, slots=True)
class ConditionSection:
    """One condition, what to do about it, its examples."""

    id: str
    title: str
    text: str
    why: str
    do: str
    examples: tuple[Ref, ...]
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule of prescription."""

    title: str
    text: str
    delay: str | None
    who: str
    source: Cited


@dataclass(frozen=True, slots=True)
class PrescriptionPage:
    """One region's rules, by stage."""

    id: str
    title: str
    region: str
    as_of: str
    summary: str
    note: str | None
    prescribers: tuple[Ref, ...]
    stages: tuple[tuple[str, tuple[RuleLine, ...]], ...]
    understood: tuple[Point, ...]
    fields: tuple[Ref, ...]
    sheet_fields: tuple[Ref, ...]
    admitted: tuple[Ref, ...]
    refused: tuple[Ref, ...]
    contradictions: tuple[tuple[str, tuple[Point, ...]], ...]
    sources: tuple[Cited, ...]


def conditions(library: Library) -> tuple[ConditionSection, ...]:
    """The conditions, in the order of their list."""
    words_of = library.guide.vocabulary
    return tuple(
        ConditionSection(
            one.id,
            one.title,
            one.text,
            one.why,
            one.do,
            tuple(_initiative(words_of.initiatives[name]) for name in one.initiatives),
            tuple(library.cited(source) for source in one.sources),
        )
        for one in words_of.conditions.values()
    )


def condition_path(condition: str) -> str:
    """Site-relative address of a condition."""
    return f"{FOLDER}/index.html#{condition}"


def _folder(depth: str) -> str:
    return f"{FOLDER}/{DEPTHS[depth][0]}"


def _initiative(one: Initiative) -> Ref:
    return Ref(one.title, f"{_folder(one.depth)}/index.html#{one.id}")


def initiatives(library: Library) -> tuple[Initiatives, ...]:
    """The pages of the initiatives, the most studied first."""
    found: defaultdict[str, list[InitiativeCard]] = defaultdict(list)
    for one in library.guide.vocabulary.initiatives.values():
        found[one.depth].append(_card(library, one))
    return tuple(
        Initiatives(
            _folder(depth),
            f"{_folder(depth)}/index.html",
            label,
            words.plural(len(found[depth]), "exemple"),
            tuple(found[depth]),
        )
        for depth, (_, label) in DEPTHS.items()
        if found[depth]
    )


def _card(library: Library, one: Initiative) -> InitiativeCard:
    illustrated = library.guide.vocabulary.conditions.values()
    return InitiativeCard(
        one.id,
        one.title,
        one.place,
        one.year,
        one.for_whom,
        one.what,
        one.results,
        one.what_holds,
        HOLDS[one.holds_from],
        one.limits,
        library.cited(one.source),
        examples.address(one) if one.steps else None,
        tuple(Ref(held.title, condition_path(held.id)) for held in illustrated if one.id in held.initiatives),
    )


def prescriptions(library: Library) -> tuple[PrescriptionPage, ...]:
    """The rules of each region of this edition."""
    return tuple(_prescription(library, one) for one in library.guide.prescriptions.values())


def _prescription(library: Library, one: Prescription) -> PrescriptionPage:
    stages: defaultdict[str, list[RuleLine]] = defaultdict(list)
    for rule in one.rules:
        stages[rule.stage].append(_rule(library, rule))
    return PrescriptionPage(
        one.id,
        one.title,
        library.guide.vocabulary.regions[one.region].label,
        words.as_of(one.as_of),
        one.summary,
        one.note,
        library.organisations(one.prescribers),
        tuple((STAGES[stage], tuple(stages[stage])) for stage in STAGES if stages[stage]),
        library.points(one.understood),
        tuple(Ref(field.title, note=field.text) for field in one.mandatory_fields),
        tuple(Ref(field.title, note=field.text) for field in one.sheet_fields),
        tuple(Ref(reason.title, note=reason.text) for reason in one.refusal_reasons if reason.admitted),
        tuple(Ref(reason.title, note=reason.text) for reason in one.refusal_reasons if not reason.admitted),
        tuple((found.topic, library.points(found.readings)) for found in one.contradictions),
        tuple(library.cited(source) for source in one.sources),
    )


def _rule(library: Library, rule: Rule) -> RuleLine:
    who = words.join(ACTORS[name] for name in rule.who)
    return RuleLine(rule.title, rule.text, rule.delay, who, library.cited(rule.source))
