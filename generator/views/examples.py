"""Pathways told by the 2008 study, step by step: dated examples, never pathways one may enter today.

They are not `Pathway` records, so no list of pathways, search or suggestion can take them for open ones.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.initiative import ExampleStep, Initiative
from generator.views.shared import Cited, Library, Ref

FOLDER = "exemples-de-parcours"
NOT_TODAY = "Ce n’est pas un parcours ouvert aujourd’hui."


@dataclass(frozen=True, slots=True)
class ExampleStepView:
    """One step; `secured` is what made the way into it hold, None where the study is silent."""

    number: int
    title: str
    text: str
    secured: str | None
    if_it_fails: str | None
    source: Cited


@dataclass(frozen=True, slots=True)
class Example:
    """One dated example, with its date in every place it is named."""

    id: str
    title: str
    dated: str
    for_whom: str
    steps: tuple[ExampleStepView, ...]
    results: str | None
    what_holds: str
    limits: str | None
    source: Cited


def address(one: Initiative) -> str:
    """Where an initiative is told step by step."""
    return f"{FOLDER}/index.html#{one.id}"


def told(library: Library) -> tuple[Example, ...]:
    """The initiatives that have steps, in the order of their list."""
    return tuple(_example(library, one) for one in _with_steps(library))


def study(library: Library) -> str | None:
    """When the study that tells them was published; None without any example."""
    return next((_published(library, one) for one in _with_steps(library)), None)


def links(library: Library) -> tuple[Ref, ...]:
    """The same as links, each with its place and years."""
    return tuple(Ref(one.title, address(one), f"{one.place}, {one.year}") for one in _with_steps(library))


def _with_steps(library: Library) -> tuple[Initiative, ...]:
    return tuple(one for one in library.guide.vocabulary.initiatives.values() if one.steps)


def _published(library: Library, one: Initiative) -> str:
    return library.guide.vocabulary.documents[one.source.document].published


def _example(library: Library, one: Initiative) -> Example:
    return Example(
        one.id,
        one.title,
        f"Exemple daté : {one.place}, {one.year} (étude de {_published(library, one)}). {NOT_TODAY}",
        one.for_whom,
        tuple(_step(library, step, number) for number, step in enumerate(one.steps, 1)),
        one.results,
        one.what_holds,
        one.limits,
        library.cited(one.source),
    )


def _step(library: Library, step: ExampleStep, number: int) -> ExampleStepView:
    source = library.cited(step.source)
    return ExampleStepView(number, step.title, step.text, step.secured, step.if_it_fails, source)
