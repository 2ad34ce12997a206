"""An operator that a source gives for a territory, without a town: shown there, and never as a site."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from generator.guide import by_id
from generator.model.place import Place
from generator.model.scheme import Scheme
from generator.views.answers import where
from generator.views.places import operators_notice, place_groups
from generator.views.questions import WHERE, to_ask
from generator.views.shared import Library
from generator.views.territories import TerritoryPage, territory_pages
from tests.unit.made_up import CITED, TODAY, scheme
from tests.unit.orders import library_of, row, territory


def lot(operator: str, *territories: str, **more: Any) -> dict[str, Any]:
    return {"operator": operator, "territories": territories, "source": CITED, **more}


CHOSEN = scheme(
    territories=["nord"],
    places=[
        lot("region", "terres", lot=1),
        lot("ville", "roissy", "oise", lot=2, detail="partie Pays de France"),
        lot("ville", "est-95", "ouest-95", lot=3),
        lot("region", "est-95", lot=4),
    ],
)


@pytest.fixture
def library() -> Library:
    """Three départements and four lots, one of which stops at the border of one."""
    guide = library_of(row()).guide
    known = guide.vocabulary.organisations["region"]
    city = known.model_copy(update={"id": "ville", "label": "La Ville"})
    vocabulary = replace(guide.vocabulary, organisations=by_id((known, city)))
    return Library(replace(guide, schemes=by_id((CHOSEN,)), vocabulary=vocabulary), TODAY)


def page(library: Library, name: str) -> TerritoryPage:
    return {one.id: one for one in territory_pages(library)}[name]


def lines(library: Library, name: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.where, one.operators) for near in page(library, name).near for one in near.covered]


def test_a_bassin_shows_who_was_chosen_for_it_and_for_the_bassin_inside(library: Library) -> None:
    region = library.guide.vocabulary.organisations["region"].label
    assert lines(library, "terres") == [("Terres", (region,))]
    assert lines(library, "roissy") == [
        ("Terres", (region,)),
        ("Roissy (partie Pays de France)", ("La Ville",)),
    ]
    assert lines(library, "est-95") == [("Est-95", ("La Ville", region))]
    assert lines(library, "sud-91") == []


def test_a_departement_shows_each_of_its_bassins_and_a_lot_stops_where_it_says(library: Library) -> None:
    assert [where for where, _ in lines(library, "oise")] == [
        "Roissy (partie Pays de France)",
        "Est-95 et Ouest-95",
        "Est-95",
    ]
    assert [where for where, _ in lines(library, "nord")] == ["Terres"]


def test_a_lot_is_counted_as_an_operator_never_as_a_place(library: Library) -> None:
    assert [near.count for near in page(library, "oise").near] == ["2 organismes"]
    assert [near.towns for near in page(library, "oise").near] == [()]
    groups = place_groups(library, CHOSEN)
    assert [(group.count, group.places) for group in groups] == [("1 organisme", ()), ("2 organismes", ())]


def test_the_data_count_one_site_by_town_and_none_by_lot() -> None:
    assert sum(place.sites or 0 for place in CHOSEN.places) == 0
    assert Place.model_validate({"town": "Écouen"}).model_dump(exclude_none=True)["sites"] == 1


def test_a_town_and_a_lot_are_counted_apart(library: Library) -> None:
    both = scheme(places=[{"town": "Écouen", "territory": "oise"}, lot("ville", "est-95")])
    (group,) = place_groups(library, both)
    assert group.count == "1 ville, 1 organisme"
    assert [one.town for one in group.places] == ["Écouen"]
    assert operators_notice(library, scheme(places=[{"town": "Écouen"}])) is None


def test_the_notice_says_since_when_what_is_missing_and_where_it_was_read(library: Library) -> None:
    (near,) = page(library, "terres").near
    assert near.notice == (
        "Organisme retenu pour ce bassin, d’après un document de février 2019. "
        "Adresse non précisée : demandez-la."
    )
    said = operators_notice(library, CHOSEN)
    assert said is not None and "pour chaque bassin d’emploi" in said.text
    assert [one.chapter for one in said.sources] == ["Annexe 3"]


def test_without_any_town_the_address_is_still_asked_and_where_is_a_territory(library: Library) -> None:
    questions = to_ask(CHOSEN, ())
    assert WHERE in (*questions.shown, *questions.more)
    assert where(library, CHOSEN) == "Nord"


def test_a_scheme_shown_by_its_operators_is_not_said_to_be_nowhere(library: Library) -> None:
    assert page(library, "nord").without_town == ()
    assert [ref.label for ref in page(library, "terres").without_town] == []


def test_an_operator_of_a_whole_departement_is_shown_in_its_bassins(library: Library) -> None:
    whole = scheme(places=[{"territory": "oise", "operator": "ville", "source": CITED}])
    found = Library(replace(library.guide, schemes=by_id((whole,))), TODAY)
    for name in ("oise", "est-95", "roissy"):
        assert lines(found, name) == [("Oise", ("La Ville",))]
    assert lines(found, "nord") == []


def test_an_operator_of_the_whole_region_is_under_no_departement(library: Library) -> None:
    region = territory("region", "region")
    known = library.guide.vocabulary
    vocabulary = replace(known, territories=by_id((*known.territories.values(), region)))
    whole = scheme(territories=["ile-de-france"], places=[lot("ville", "region")])
    found = Library(replace(library.guide, schemes=by_id((whole,)), vocabulary=vocabulary), TODAY)
    (group,) = place_groups(found, whole)
    assert (group.label, group.near) == ("Département non précisé", None)
    assert [(one.where, one.operators) for one in group.covered] == [("Region", ("La Ville",))]
    here = page(found, "terres")
    assert here.near == ()


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ({"territory": "oise"}, "place_without_town"),
        ({"territory": "oise", "operator": "ville"}, "place_without_town"),
        ({"operator": "ville", "source": CITED}, "place_without_town"),
        ({"town": "Écouen", "territories": ["oise"]}, "town_and_territories"),
        ({**lot("ville", "oise"), "sites": 2}, "sites_without_town"),
        ({**lot("ville", "oise"), "insee": "95205"}, "sites_without_town"),
    ],
)
def test_a_place_is_a_town_or_an_operator_for_a_territory(typed: dict[str, Any], rule: str) -> None:
    with pytest.raises(ValidationError, match=rule):
        Place.model_validate(typed)


def test_the_page_of_a_closed_scheme_sends_nobody_to_its_operators(library: Library) -> None:
    closed = Scheme.model_validate({**CHOSEN.model_dump(), "status": "closed"})
    found = Library(replace(library.guide, schemes=by_id((closed,))), TODAY)
    assert page(found, "terres").near == ()
