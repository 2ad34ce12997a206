"""« Lequel choisir ? »: which schemes stand side by side, and which lines are shown."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from generator.alike import MOST, alike, groups_of
from generator.edition import select
from generator.guide import Guide, by_id
from generator.load import load
from generator.views.choose import ChoosePage, choices_among, choose_pages
from generator.views.links import relations
from generator.views.needs import need_cards, need_page
from generator.views.shared import Library
from tests.projects import ROOT
from tests.unit.made_up import TODAY, scheme


@cache
def real() -> Library:
    content = load(ROOT).guide
    assert content is not None
    return Library(select(content, "ile-de-france"), TODAY)


def resembling(one: str, **changes: Any) -> dict[str, Any]:
    return {"resembles": [{"scheme": one, "difference": f"Ce n’est pas {one}."}], **changes}


def page(guide: Guide, first: dict[str, Any], second: dict[str, Any]) -> ChoosePage:
    """The page of two made-up schemes that resemble each other."""
    two = (scheme(id="un", **first), scheme(id="deux", **resembling("un", **second)))
    library = Library(replace(guide, schemes=by_id((*guide.schemes.values(), *two))), TODAY)
    return next(one for one in choose_pages(library) if {c.id for c in one.cards} == {"un", "deux"})


def test_a_line_that_is_the_same_for_all_is_not_among_those_that_differ(guide: Guide) -> None:
    found = page(guide, {"pay": {"state": "paid"}}, {"pay": {"state": "unpaid"}})
    assert [line.label for line in found.lines] == ["Êtes-vous payé ?"]
    assert [line.label for line in found.same] == ["État", "De quoi il s’agit"]
    assert "Votre âge" in found.silent


def test_what_one_sheet_does_not_say_is_a_difference_and_an_empty_cell(guide: Guide) -> None:
    found = page(guide, {"audience": {"age_min": 16, "age_max": 25}}, {})
    [line] = found.lines
    said = {cell.scheme: cell.values for cell in line.cells}
    assert line.label == "Votre âge"
    assert said == {"un": ("De 16 à 25 ans",), "deux": ()}


def test_a_closed_scheme_is_no_choice(guide: Guide) -> None:
    with pytest.raises(StopIteration):
        page(guide, {}, {"status": "closed"})


def test_the_differences_editors_wrote_come_with_the_two_names(guide: Guide) -> None:
    [found] = page(guide, {"title": "Un cours"}, {"title": "Un atelier"}).differences
    assert [one.label for one in found.schemes] == ["Un atelier", "Un cours"]
    assert found.text == "Ce n’est pas un."


def test_the_same_ages_and_needs_come_together_before_other_likenesses() -> None:
    members = {group.id: set(group.schemes) for group in real().alike}
    assert {"pee", "edi", "e2c", "garantie-jeunes"} <= members["pee"]
    assert any(
        {"competences-de-base", "francais-protection-internationale"} <= one for one in members.values()
    )
    assert any({"competences-de-base", "anglais-professionnel"} <= one for one in members.values())
    assert any({"poei", "afpr"} <= one for one in members.values())


def test_every_scheme_that_resembles_another_is_compared_and_no_group_is_too_wide() -> None:
    groups = real().alike
    known = real().guide.schemes.values()
    linked = {one.id for one in known if one.resembles} | {
        link.scheme for one in known for link in one.resembles
    }
    assert linked == set(groups_of(groups))
    assert all(2 <= len(group.schemes) <= MOST for group in groups)
    assert len({group.id for group in groups}) == len(groups)


def test_groups_do_not_depend_on_the_order_of_files() -> None:
    guide = real().guide
    backwards = replace(guide, schemes=by_id(reversed(guide.schemes.values())))
    assert alike(backwards) == real().alike


def test_both_the_sheet_and_the_need_lead_to_the_comparison() -> None:
    library = real()
    [like] = [one for one in relations(library, library.guide.schemes["e2c"]) if one.label == "Ressemble à"]
    assert [one.path for one in like.compare] == ["lequel-choisir/pee/index.html"]
    need = library.guide.needs["trouver-ma-voie"]
    shown = need_page(library, need, need_cards(library), _Cards())
    assert "lequel-choisir/pee/index.html" in [one.path for one in shown.choices]
    assert choices_among(library, ["pee", "afpr"]) == ()


class _Cards(dict[str, Any]):
    """Whatever pathway is asked: the cards of pathways are not looked at here."""

    def __missing__(self, _: str) -> None:
        return None
