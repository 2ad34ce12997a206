"""The regional order as it is shown: where a row serves, levels and types in words, jobs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.guide import Guide, by_id
from generator.search.script import search_script
from generator.views import jobs, near, order, ways
from generator.views.shared import Library
from tests.unit.orders import BASSINS, TERRITORIES, TODAY, library_of, row, territory


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
