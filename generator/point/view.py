"""The questions as the page asks them: themes to unfold, large choices, a list for what is more precise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.guide import Guide
from generator.model.question import Choice, Question
from generator.point.answers import asked
from generator.views.needs import groups, need_cards
from generator.views.shared import Library


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One answer: its number, its words, its drawing. `alone`: no other answer stands beside it; `around`:
    numbers of the answers it lies in, which may."""

    code: int
    label: str
    note: str | None
    pictogram: str | None
    line: int
    alone: bool
    around: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeView:
    """Answers under one heading; a question without themes has one, whose `label` is None."""

    label: str | None
    description: str | None
    pictogram: str | None
    line: int
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True, slots=True)
class Closer:
    """Places inside another one, in a list to unfold; one that straddles two stands in the first."""

    label: str
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question. `closer`: what may be said more precisely."""

    id: str
    code: int
    short: str
    text: str
    help: str | None
    several: bool
    themes: tuple[ThemeView, ...]
    closer: tuple[Closer, ...]


def questions(library: Library) -> tuple[QuestionView, ...]:
    """Every question of this edition."""
    return tuple(_question(library, one) for one in asked(library.guide))


def _question(library: Library, question: Question) -> QuestionView:
    inside = {one.id: around for one in question.choices if (around := _around(library.guide, question, one))}
    plain = [one for one in question.choices if one.id not in inside]
    return QuestionView(
        question.id,
        question.code,
        question.short,
        question.text,
        question.help,
        question.several,
        _themes(library, plain),
        _closer(library, question, inside),
    )


def _around(guide: Guide, question: Question, choice: Choice) -> tuple[Choice, ...]:
    """The other answers this one lies in, wholly or in part, in the order of its own list."""
    within = guide.vocabulary.territories[choice.territory].within if choice.territory else ()
    others = {one.territory: one for one in question.choices}
    return tuple(others[name] for name in within if name in others)


def _themes(library: Library, choices: Iterable[Choice]) -> tuple[ThemeView, ...]:
    """Needs stand in their group, in its order; anything else stands alone."""
    rest = {one.needs[0]: one for one in choices if len(one.needs) == 1}
    others = tuple(_choice(library, one) for one in choices if len(one.needs) != 1)
    found = []
    for group in groups(library, need_cards(library)):
        own = tuple(_choice(library, rest[card.id]) for card in group.needs if card.id in rest)
        if own:
            found.append(ThemeView(group.label, group.description, group.pictogram, group.line, own))
    if others:
        found.append(ThemeView(None, None, None, 1, others))
    return tuple(found)


def _closer(
    library: Library, question: Question, inside: Mapping[str, tuple[Choice, ...]]
) -> tuple[Closer, ...]:
    found: dict[str, list[ChoiceView]] = {}
    for one in question.choices:
        if around := inside.get(one.id):
            place = _choice(library, one, tuple(other.code for other in around))
            found.setdefault(_choice(library, around[0]).label, []).append(place)
    return tuple(Closer(label, tuple(places)) for label, places in found.items())


def _choice(library: Library, choice: Choice, around: tuple[int, ...] = ()) -> ChoiceView:
    label, pictogram, line = choice.label, choice.pictogram, 1
    if len(choice.needs) == 1:
        need = library.guide.needs[choice.needs[0]]
        label, pictogram = label or need.statement, pictogram or need.pictogram
        line = library.lines[need.group]
    if choice.territory:
        label = label or library.guide.vocabulary.territories[choice.territory].label
    alone = not choice.tells
    return ChoiceView(choice.code, label or choice.id, choice.note, pictogram, line, alone, around)
