"""The regional order as it is shown: where a row serves, levels and types in words, jobs."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from generator.guide import Guide, by_id
from generator.load import load
from generator.model.training import Domain, Training
from generator.model.vocabulary import Job, Territory
from generator.search.script import search_script
from generator.views import jobs, near, order, told, ways
from generator.views.shared import Library
from tests.projects import CORPUS

TODAY = datetime.date(2026, 11, 21)
REGION = "ile-de-france"
BASSINS = ("paris-t1", "terres", "roissy", "est-95", "ouest-95", "sud-91")


def territory(name: str, kind: str, *within: str) -> Territory:
    return Territory.model_validate(
        {"id": name, "label": name.capitalize(), "kind": kind, "region": REGION, "within": within}
    )


TERRITORIES = (
    territory("paris", "departement"),
    territory("nord", "departement"),
    territory("oise", "departement"),
    territory("paris-t1", "bassin", "paris"),
    territory("terres", "bassin", "nord", "roissy"),
    territory("roissy", "bassin", "oise", "nord"),
    territory("est-95", "bassin", "oise"),
    territory("ouest-95", "bassin", "oise"),
    territory("sud-91", "bassin", "paris"),
)


def row(name: str = "essai-01", **changes: Any) -> Training:
    """A row of the order, for warehouse workers near Roissy."""
    typed = {
        "id": name,
        "territories": ["Roissy le Bourget"],
        "territories_covered": ["roissy"],
        "nsf": [{"code": "311", "label": "Transports, manutention, magasinage"}],
        "levels": ["V", "VI"],
        "rome": [{"code": "N1103", "label": "Magasinage"}],
        "types": ["C", "AQ"],
    }
    return Training.model_validate(typed | changes)


def library_of(*rows: Training, everyday: tuple[str, ...] = ()) -> Library:
    """The tiny guide with another map, one job, and these rows ordered."""
    tiny = load(CORPUS).guide
    assert tiny is not None
    domain = Domain.model_validate(
        {
            "id": "logistique",
            "title": "Logistique",
            "region": REGION,
            "as_of": "2019-02",
            "sources": [{"document": "pacte", "chapter": "Annexe 2"}],
            "trainings": rows,
        }
    )
    job = Job(
        id="N1103",
        label="Magasinage",
        title="Magasinier ou magasinière",
        simple="Vous rangez.",
        everyday=everyday,
    )
    vocabulary = replace(tiny.vocabulary, territories=by_id(TERRITORIES), jobs=by_id([job]))
    return Library(replace(tiny, vocabulary=vocabulary, domains=by_id([domain])), TODAY)


@pytest.fixture
def guide() -> Guide:
    return library_of(row()).guide


# — Where —


def test_a_row_serves_the_bassins_within_those_it_covers(guide: Guide) -> None:
    assert order.served(guide, row()) == {"roissy", "terres"}


def test_a_row_that_covers_a_part_of_a_bassin_does_not_serve_all_of_it(guide: Guide) -> None:
    assert order.served(guide, row(territories_covered=["terres"])) == {"terres"}


@pytest.mark.parametrize(
    ("reached", "said", "listed"),
    [
        (BASSINS, "dans toute l’Île-de-France", 0),
        (BASSINS[1:], "dans toute l’Île-de-France, sauf Paris-t1", 0),
        (("est-95", "ouest-95"), "Est-95 et Ouest-95", 2),
    ],
)
def test_territories_are_said_in_the_shortest_true_way(
    reached: tuple[str, ...], said: str, listed: int, guide: Guide
) -> None:
    found = order.where(guide, reached)
    assert (found.text, len(found.listed)) == (said, listed)


def test_many_territories_are_counted_and_listed() -> None:
    more = tuple(territory(f"b{n}", "bassin", "paris") for n in range(10))
    guide = library_of(row()).guide
    wide = replace(guide, vocabulary=replace(guide.vocabulary, territories=by_id((*TERRITORIES, *more))))
    found = order.where(wide, {one.id for one in more})
    assert found.text == "dans 10 bassins d’emploi sur 16"
    assert len(found.listed) == 10


# — Words —


def test_levels_are_said_by_diploma_lowest_first_with_both_scales(guide: Guide) -> None:
    found = order.levels(guide, ("IV", "V", "V"))
    assert [one.scale for one in found] == sorted({one.scale for one in found}, key=lambda s: "IV" in s)
    assert all("ancien niveau" in one.scale for one in found)
    assert not any("ancien" in one.name for one in found if one.name != one.scale)


def test_types_are_said_in_the_order_one_meets_them() -> None:
    library = library_of(row(types=["C", "P", "AQ"]))
    (page,) = order.domain_pages(library)
    assert [kind.name for kind in page.offers[0].types] == [
        "accès à la qualification",
        "certifiant",
        "professionnalisant",
    ]


def test_rows_that_differ_by_their_territories_only_are_one_offer_that_keeps_each_row() -> None:
    library = library_of(row("a-1"), row("a-2", territories_covered=["sud-91"]), row("a-3", types=["P"]))
    (page,) = order.domain_pages(library)
    assert [[one.id for one in offer.rows] for offer in page.offers] == [["a-1", "a-2"], ["a-3"]]
    assert page.offers[0].reached == {"roissy", "terres", "sud-91"}


def test_an_offer_without_certification_is_named_by_its_jobs() -> None:
    (named,) = order.domain_pages(library_of(row(certifications=["CAP Logistique"])))
    (unnamed,) = order.domain_pages(library_of(row()))
    assert (named.offers[0].title, named.offers[0].leads_to) == ("CAP Logistique", None)
    assert unnamed.offers[0].leads_to == "Magasinier ou magasinière"


def test_a_job_page_names_its_own_job_first_in_an_offer_of_several() -> None:
    refs = tuple(order.Ref(name, f"metiers/{name}/index.html") for name in ("a", "b", "c", "d"))
    assert order._leads_to(refs, None) == "a ; b et 2 autres métiers"
    assert order._leads_to(refs, "metiers/c/index.html") == "c ; a et 2 autres métiers"


def test_a_domain_leads_to_its_part_of_each_departement_page() -> None:
    (page,) = order.domain_pages(library_of(row()))
    assert [(ref.path, ref.note) for ref in page.near] == [
        ("territoires/paris/index.html", "non listé"),
        ("territoires/nord/index.html#logistique", None),
        ("territoires/oise/index.html#logistique", None),
    ]


# — Jobs —


def test_a_job_says_what_is_listed_in_each_departement_and_what_is_not() -> None:
    (page,) = jobs.job_pages(library_of(row()))
    assert {one.id: one.verdict for one in page.departments} == {
        "paris": "non listé",
        "nord": "listé partout",
        "oise": "listé dans 1 bassin sur 3",
    }
    oise = page.departments[2]
    assert [[ref.label for ref in group.bassins] for group in oise.groups] == [["Roissy"]]
    assert [ref.label for ref in oise.unlisted] == ["Est-95", "Ouest-95"]


def test_bassins_where_the_same_is_listed_are_said_together(guide: Guide) -> None:
    library = library_of(row(territories_covered=["est-95", "ouest-95"]), row("b", types=["P"]))
    (page,) = jobs.job_pages(library)
    groups = {tuple(r.label for r in group.bassins) for group in page.departments[2].groups}
    assert groups == {("Roissy",), ("Est-95", "Ouest-95")}
    assert near.departments(guide, ())[0].verdict == "non listé"


def test_the_names_under_the_title_are_those_it_does_not_say() -> None:
    said = (
        "magasinier",
        "magasinière cariste",
        "préparateur drive",
        "préparatrice drive",
        "agent logistique",
    )
    (page,) = jobs.job_pages(library_of(row(), everyday=said))
    assert page.also_said == ("préparateur drive", "agent logistique")
    assert page.everyday == said


def test_the_index_leads_from_every_name_to_its_job() -> None:
    said = ("magasinier", "préparateur drive", "préparatrice drive", "employé d’entrepôt")
    letters = dict(jobs.job_index(jobs.job_pages(library_of(row(), everyday=said))))
    assert list(letters) == ["E", "M", "P"]
    assert [(one.name, one.others, one.job) for one in letters["M"]] == [
        ("Magasinier ou magasinière", (), None)
    ]
    assert [(one.name, one.others, one.job) for one in letters["P"]] == [
        ("Préparateur drive", ("préparatrice drive",), "Magasinier ou magasinière")
    ]
    assert {one.path for names in letters.values() for one in names} == {"metiers/n1103/index.html"}


def point(text: str = "Deux ans d’expérience.", **changes: Any) -> dict[str, Any]:
    """Something told of the domain of these tests."""
    return {"text": text, "source": {"document": "pacte", "chapter": "Chapitre 1.d"}} | changes


def told_library(*rows: Training, **told: Any) -> Library:
    """The tiny guide, and what the sources tell of its one domain."""
    library = library_of(*rows)
    domain = Domain.model_validate(library.guide.domains["logistique"].model_dump() | told)
    return Library(replace(library.guide, domains=by_id([domain])), TODAY)


@pytest.mark.parametrize(
    ("types", "work_study", "drawn", "asked"),
    [
        (["C", "AQ"], [], ["zero", "niveau"], ["Je veux apprendre en travaillant"]),
        (["C"], [], ["niveau"], ["Je pars de zéro", "Je veux apprendre en travaillant"]),
        (["AQ"], [], ["zero"], ["Je veux apprendre en travaillant"]),
        (["AQ", "P"], [point()], ["zero", "niveau", "alternance"], []),
    ],
)
def test_a_way_is_drawn_only_if_the_order_or_a_source_allows_it_and_asked_otherwise(
    types: list[str], work_study: list[Any], drawn: list[str], asked: list[str]
) -> None:
    (page,) = jobs.job_pages(told_library(row(types=types), work_study=work_study))
    assert [way.id for way in page.ways] == drawn
    assert [ask.label for ask in page.asks] == asked


def test_a_preparation_alone_leads_to_the_school_that_teaches_the_job() -> None:
    library = library_of(row(types=["AQ"], levels=["VI"]))
    school = library.guide.schemes["atelier"].model_copy(update={"job_codes": ("N1103",)})
    schemes = by_id((school, *(one for one in library.guide.schemes.values() if one.id != "atelier")))
    (page,) = jobs.job_pages(Library(replace(library.guide, schemes=schemes), TODAY))
    assert page.preparation_only
    assert [way.id for way in page.ways] == ["zero", "niveau"]
    assert all(way.stations[-1].path == "dispositifs/atelier/index.html" for way in page.ways)


def test_a_job_leads_to_the_pathways_and_sheets_that_name_it() -> None:
    library = library_of(row())
    named = library.guide.schemes["bureau"].model_copy(update={"job_codes": ("N1103",)})
    walked = library.guide.pathways["du-francais-a-l-emploi"].model_copy(update={"job_codes": ("N1103",)})
    guide = replace(library.guide, schemes=by_id((named,)), pathways=by_id((walked,)))
    (page,) = jobs.job_pages(Library(guide, TODAY))
    assert [ref.label for ref in page.about] == [walked.title, named.title]


@pytest.mark.parametrize(
    ("limits", "shown"),
    [
        ({}, True),
        ({"job_codes": ["N1103"], "types": ["C"], "levels": ["V"]}, True),
        ({"job_codes": ["N1101"]}, False),
        ({"types": ["P"]}, False),
        ({"levels": ["I"]}, False),
    ],
)
def test_a_condition_is_said_of_the_jobs_types_and_levels_it_names(
    limits: dict[str, Any], shown: bool
) -> None:
    library = told_library(row(), conditions=[point(moment="entry", **limits)])
    (page,) = jobs.job_pages(library)
    assert [one.text for one in page.told.entry] == (["Deux ans d’expérience."] if shown else [])
    assert [one.source.chapter for one in page.told.entry] == (["Chapitre 1.d"] if shown else [])


def test_a_condition_of_some_paths_says_which_unless_they_are_all_the_job_has() -> None:
    conditions = [point(moment="training", types=["C"])]
    (mixed,) = jobs.job_pages(told_library(row(), conditions=conditions))
    (alone,) = jobs.job_pages(told_library(row(types=["C"]), conditions=conditions))
    assert [one.only for one in mixed.told.training] == ["diplôme ou titre"]
    assert [one.only for one in alone.told.training] == [None]


def test_a_priority_that_names_no_job_is_said_of_the_domain_only() -> None:
    library = told_library(row(), priorities=[point("Le pressing."), point("Lui.", job_codes=["N1103"])])
    (page,) = jobs.job_pages(library)
    domain = told.of_domain(library, library.guide.domains["logistique"])
    assert [one.text for one in page.told.priorities] == ["Lui."]
    assert [one.text for one in domain.priorities] == ["Le pressing.", "Lui."]
    assert [[ref.path for ref in one.jobs] for one in domain.priorities] == [
        [],
        ["metiers/n1103/index.html"],
    ]


def test_needs_and_sheets_lead_to_jobs_only_where_there_is_an_order() -> None:
    library = library_of(row())
    without = Library(replace(library.guide, domains={}), TODAY)
    assert ways.JOBS in ways.doors_of_need(library, "apprendre-un-metier")
    assert ways.JOBS in ways.doors_of_scheme(library, "prfe")
    assert ways.doors_of_need(library, "parler-francais") == ()
    assert ways.doors_of_need(without, "apprendre-un-metier") == ways.doors_of_scheme(without, "prfe") == ()


def test_jobs_and_trainings_are_found_by_the_search() -> None:
    script = search_script(library_of(row(), everyday=("préparateur drive",)))
    assert '["job","N1103"' in script
    assert " driv " in script and " prepar " in script
    assert '"path":"formations/logistique/index.html#essai-01"' in script
