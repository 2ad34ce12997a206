"""The dictionary of contents: one entry for each name, and every sheet that holds it."""

from __future__ import annotations

from dataclasses import replace

from generator.guide import by_id
from generator.load import load
from generator.model.scheme import Scheme
from generator.views import contents
from generator.views.shared import Library
from tests.projects import CORPUS
from tests.unit.test_order import TODAY


def library_of(**modules: tuple[str, ...]) -> Library:
    """The tiny guide where each sheet named holds these modules, and no other."""
    guide = load(CORPUS).guide
    assert guide is not None
    typed = guide.schemes["atelier"].model_dump() | {"renamed_from": []}
    schemes = [
        Scheme.model_validate(
            typed | {"id": name, "title": name.capitalize(), "content": [{"title": one} for one in titles]}
        )
        for name, titles in modules.items()
    ]
    return Library(replace(guide, schemes=by_id(schemes)), TODAY)


def test_modules_are_sorted_by_initial_without_accents() -> None:
    letters = contents.dictionary(library_of(un=("Stage", "Écrire", "Calculer")))
    assert [letter for letter, _ in letters] == ["C", "E", "S"]


def test_two_spellings_of_one_name_are_one_entry_that_leads_to_both_sheets() -> None:
    ((_, (only,)),) = contents.dictionary(library_of(un=("Savoir-être",), deux=("Savoir être",)))
    assert only.title == "Savoir-être"
    assert [ref.label for ref in only.schemes] == ["Un", "Deux"]


def test_an_entry_leads_to_the_part_of_the_sheet_that_tells_it() -> None:
    ((_, (only,)),) = contents.dictionary(library_of(un=("Stage",)))
    assert only.schemes[0].path == "dispositifs/un/index.html#contenu-fiche"
