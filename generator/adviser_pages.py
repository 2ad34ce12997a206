"""Pages for advisers only: what makes a pathway hold, the rules of prescription of the region."""

from __future__ import annotations

from collections.abc import Iterator

from generator.page import Page
from generator.views import holding
from generator.views.shared import Library, Ref

HOLDING = "ce-qui-fait-tenir-un-parcours"
RULES = "regles-de-prescription"


def for_advisers(library: Library) -> Iterator[Page]:
    """The pages this edition has content for."""
    if library.guide.vocabulary.conditions:
        about = "Les conditions qui font tenir un parcours, et des exemples datés, pour le conseiller."
        context = {
            "conditions": holding.conditions(library),
            "initiatives": holding.initiatives(library),
        }
        yield Page(
            HOLDING, "holding.html.j2", "Ce qui fait tenir un parcours", about, "conseiller", context=context
        )
    for page in holding.prescriptions(library):
        yield Page(
            RULES, "prescription.html.j2", page.title, page.summary, "conseiller", context={"page": page}
        )


def foot_for_advisers(library: Library) -> tuple[Ref, ...]:
    """Links of the footer towards these pages."""
    return tuple(Ref(page.title, f"{page.folder}/index.html") for page in for_advisers(library))
