"""What sources and sheets tell of the jobs of the regional order: ways in, conditions, priorities."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.guide import by_id
from generator.model.training import Domain, Training
from generator.views import jobs, told
from generator.views.shared import Library
from tests.unit.orders import TODAY, library_of, row


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
