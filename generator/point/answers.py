"""What the answers tell of a person: their situation, their needs, what could stop them.

The browser does the same from the exported questions (`point/4-answers.js`); a test compares both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from generator.guide import Guide
from generator.levels import of_public
from generator.model.question import Choice, Question
from generator.model.situation import Situation

Answers = Mapping[str, tuple[str, ...]]
"""Question id → ids of the choices taken. Absent or empty is « je ne sais pas »: nothing narrows."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is known, ready for `generator.matching`. `obstacles`: needs to lift on the way."""

    situation: Situation
    needs: tuple[str, ...]
    obstacles: tuple[str, ...]


def told(guide: Guide, answers: Answers) -> Told:
    """Everything the answers say, with the publics that an age or a diploma tells.

    Where two speak of one thing (a bassin after its département), the last in the order of the file wins.
    """
    taken = list(_taken(guide, answers))
    abilities = {name: level for choice in taken for name, level in choice.abilities.items()}
    situation = Situation(
        age=_last([choice.age for choice in taken]),
        statuses=_once(status for choice in taken for status in choice.statuses),
        level=_last([choice.level for choice in taken]),
        publics=_once(public for choice in taken for public in _publics(choice, answers)),
        territory=_last([choice.territory for choice in taken]),
        abilities=abilities,
    )
    deduced = (one.id for one in guide.vocabulary.publics.values() if of_public(one, situation) == "fits")
    situation = situation.model_copy(update={"publics": _once(chain(situation.publics, deduced))})
    needs = _once(need for choice in taken for need in choice.needs)
    obstacles = _once(need for choice in taken for need in choice.obstacles)
    return Told(situation, needs, obstacles)


def asked(guide: Guide) -> tuple[Question, ...]:
    """The questions of this edition: a place of another region is no answer here."""
    known = guide.vocabulary.territories
    found = []
    for question in guide.vocabulary.questions.values():
        here = tuple(
            one
            for one in question.choices
            if one.territory is None or known[one.territory].region == guide.site.region
        )
        if here:
            found.append(question.model_copy(update={"choices": here}))
    return tuple(found)


def _taken(guide: Guide, answers: Answers) -> Iterator[Choice]:
    for question in guide.vocabulary.questions.values():
        for choice in question.choices:
            if choice.id in answers.get(question.id, ()):
                yield choice


def _publics(choice: Choice, answers: Answers) -> Iterator[str]:
    yield from choice.publics
    for beside in choice.together:
        if not set(beside.choices).isdisjoint(answers.get(beside.question, ())):
            yield from beside.publics


Fact = TypeVar("Fact")


def _once(items: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _last(items: list[Fact | None]) -> Fact | None:
    return next((item for item in reversed(items) if item is not None), None)
