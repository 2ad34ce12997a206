"""« Ce que le Pacte prévoit pour les organismes »: announced actions, for advisers, never an offer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.edition import EVERYWHERE
from generator.model.action import Action
from generator.views import words
from generator.views.adviser import FigureRow, figure_rows
from generator.views.shared import Cited, Library, Point, Ref

STATES = {
    "announced": "Annoncé",
    "wished": "Souhaité, absent du plan d’actions",
    "started": "Déjà commencé",
}


@dataclass(frozen=True, slots=True)
class ActionSection:
    """One action, its figures, and the sheets where what concerns persons is told."""

    id: str
    title: str
    other_names: tuple[str, ...]
    as_of: str
    for_whom: str
    what: str
    calendar: str | None
    figures: tuple[FigureRow, ...]
    differences: tuple[Point, ...]
    schemes: tuple[Ref, ...]
    sources: tuple[Cited, ...]


def by_state(library: Library) -> tuple[tuple[str, tuple[ActionSection, ...]], ...]:
    """The actions of this edition's region, announced first; empty where it has none."""
    found: defaultdict[str, list[ActionSection]] = defaultdict(list)
    guide = library.guide
    for one in guide.vocabulary.actions.values():
        if one.region in (guide.site.region, EVERYWHERE):
            found[one.state].append(_section(library, one))
    return tuple((STATES[state], tuple(found[state])) for state in STATES if found[state])


def _section(library: Library, one: Action) -> ActionSection:
    known = library.guide.schemes
    return ActionSection(
        one.id,
        one.title,
        one.other_names,
        words.as_of(one.as_of),
        one.for_whom,
        one.what,
        one.calendar,
        figure_rows(library, one.figures),
        library.points(one.differences),
        tuple(library.scheme(scheme) for scheme in one.schemes if scheme in known),
        tuple(library.cited(source) for source in one.sources),
    )
