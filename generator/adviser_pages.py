"""Pages for advisers only: what makes a pathway hold, dated examples, the region's rules and projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.page import Page
from generator.views import actions, examples, holding, words
from generator.views.shared import Library, Ref

HOLDING = holding.FOLDER
HOLDING_TITLE = "Ce qui fait tenir un parcours"
RULES = "regles-de-prescription"
ACTIONS = "actions-pour-les-organismes"
ACTIONS_TITLE = "Ce que le Pacte prévoit pour les organismes"


def for_advisers(library: Library) -> Iterator[Page]:
    """The pages this edition has content for."""
    yield from _of_holding(library)
    for page in holding.prescriptions(library):
        yield Page(
            RULES, "prescription.html.j2", page.title, page.summary, "conseiller", context={"page": page}
        )
    if states := actions.by_state(library):
        about = "Des projets annoncés qui s’adressent aux organismes, pas aux personnes, avec leurs chiffres."
        context = {"title": ACTIONS_TITLE, "states": states}
        yield Page(ACTIONS, "actions.html.j2", ACTIONS_TITLE, about, "conseiller", context=context)


def foot_for_advisers(pages: Iterable[Page]) -> tuple[Ref, ...]:
    """Links towards these pages; the dated examples are reached from the page they illustrate."""
    named = (HOLDING, RULES, ACTIONS)
    return tuple(Ref(page.title, f"{page.folder}/index.html") for page in pages if page.folder in named)


def dated_examples(library: Library) -> dict[str, Any]:
    """What the list of pathways says of the examples, in a section of their own: links, year of the study."""
    return {"examples": examples.links(library), "study": examples.study(library)}


def _of_holding(library: Library) -> Iterator[Page]:
    told = examples.told(library)
    context: dict[str, Any]
    crumbs: tuple[Ref, ...] = ()
    if library.guide.vocabulary.conditions:
        about = "Les conditions qui font tenir un parcours, et des exemples datés, pour le conseiller."
        dated = holding.initiatives(library)
        context = {
            "conditions": holding.conditions(library),
            "initiatives": dated,
            "told": examples.FOLDER if told else None,
        }
        yield Page(HOLDING, "holding.html.j2", HOLDING_TITLE, about, "conseiller", context=context)
        crumbs = (Ref(HOLDING_TITLE, f"{HOLDING}/index.html"),)
        for one in dated:
            title = f"Exemples datés : {words.lower_first(one.label)}"
            about = f"{one.count} de ce qui a fait tenir un parcours, pour le conseiller."
            context = {"page": one, "tabs": dated}
            yield Page(one.folder, "initiatives.html.j2", title, about, "conseiller", crumbs, context)
    if told:
        study = examples.study(library)
        title = f"Exemples de parcours de {study}"
        about = f"Des parcours racontés par une étude de {study}. Ils ne sont pas ouverts aujourd’hui."
        context = {"examples": told, "study": study}
        yield Page(examples.FOLDER, "examples.html.j2", title, about, "conseiller", crumbs, context)
