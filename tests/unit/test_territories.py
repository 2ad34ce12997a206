"""Territories as a way in: places, jobs listed, communes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.guide import by_id
from generator.model.scheme import Scheme
from generator.model.vocabulary import Town
from generator.views import places, territories
from generator.views.shared import Library
from generator.views.territories import TerritoryPage
from tests.unit.orders import TODAY, library_of, row

TOWNS = (
    Town(id="95527", label="Roissy-en-France", departement="oise", territory="roissy"),
    Town(id="77390", label="Roissy-en-Brie", departement="nord"),
    Town(id="95205", label="Écouen", departement="oise", territory="roissy"),
)


@pytest.fixture
def library() -> Library:
    """A map of three départements, three communes, one sheet with places and one without."""
    guide = library_of(row()).guide
    atelier = guide.schemes["atelier"].model_dump()
    atelier |= {
        "territories": ["nord"],
        "places": [
            {"town": "Écouen", "insee": "95205"},
            {"town": "Pantin", "territory": "nord"},
            {"town": "Ailleurs"},
        ],
    }
    nowhere = atelier | {"id": "nulle-part", "title": "Sans adresse", "places": [], "renamed_from": []}
    schemes = by_id((Scheme.model_validate(atelier), Scheme.model_validate(nowhere)))
    vocabulary = replace(guide.vocabulary, towns=by_id(TOWNS))
    return Library(replace(guide, schemes=schemes, vocabulary=vocabulary), TODAY)


def page(library: Library, name: str) -> TerritoryPage:
    return {one.id: one for one in territories.territory_pages(library)}[name]


def test_departements_come_before_bassins(library: Library) -> None:
    kinds = [one.kind for one in territories.territory_pages(library)]
    assert kinds == ["Département"] * 3 + ["Bassin d’emploi"] * 6


def test_a_place_is_near_in_its_departement_and_in_its_bassin(library: Library) -> None:
    for name in ("oise", "roissy"):
        (near,) = page(library, name).near
        assert near.towns == ("Écouen",)
    assert [one.towns for one in page(library, "nord").near] == [("Pantin",)]
    assert page(library, "paris").near == ()


def test_a_sheet_without_town_is_said_to_be_there_without_address(library: Library) -> None:
    assert [ref.label for ref in page(library, "nord").without_town] == ["Sans adresse"]
    assert [ref.label for ref in page(library, "terres").without_town] == ["Sans adresse"]
    assert page(library, "paris").without_town == ()


def test_jobs_listed_in_a_bassin_are_listed_in_its_departements(library: Library) -> None:
    for name, anchor in (("roissy", "oise"), ("terres", "nord"), ("oise", "oise"), ("nord", "nord")):
        (domain,) = page(library, name).domains
        assert [ref.path for ref in domain.jobs] == [f"metiers/n1103/index.html#{anchor}"]
    assert page(library, "paris").domains == page(library, "est-95").domains == ()


def test_a_bassin_names_its_communes_when_the_sources_do(library: Library) -> None:
    assert page(library, "roissy").towns == ("Roissy-en-France", "Écouen")
    assert page(library, "est-95").towns == ()


def test_communes_are_found_by_departement_then_bassin_those_without_bassin_last_and_once(
    library: Library,
) -> None:
    nord, oise = territories.towns(library)
    assert (nord.departement.label, nord.count) == ("Nord", 1)
    (unknown,) = nord.groups
    assert (unknown.territory, unknown.letters) == (None, (("R", ("Roissy-en-Brie",)),))
    (roissy,) = oise.groups
    assert roissy.territory is not None and roissy.territory.path == "territoires/roissy/index.html"
    assert roissy.letters == (("E", ("Écouen",)), ("R", ("Roissy-en-France",)))


def test_each_departement_of_a_sheet_leads_to_its_page(library: Library) -> None:
    groups = places.place_groups(library, library.guide.schemes["atelier"])
    assert [group.near.path if group.near else None for group in groups] == [
        "territoires/nord/index.html",
        None,
    ]


def test_the_region_itself_and_other_regions_have_no_page(library: Library) -> None:
    assert territories.territory_ref(library.guide, None) is None
    elsewhere = replace(library.guide, site=library.guide.site.model_copy(update={"region": "ailleurs"}))
    assert territories.territory_ref(elsewhere, "oise") is None
    assert territories.territory_pages(Library(elsewhere, TODAY)) == ()
