"""Job pages of the real content say what chapter 1.d says, and promise nothing more."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import cache

import pytest

from generator import build
from generator.model.training import POINT_FIELDS
from generator.views import jobs
from generator.views.jobs import JobPage
from generator.views.lists import folded
from generator.views.shared import Library
from tests.projects import ROOT, TODAY

ORDER_ITSELF = {"prfe", "prequalification"}
"""Their pages stand on the ways to every job."""


@cache
def library() -> Library:
    today = datetime.date.fromisoformat(TODAY)
    guide = build.check(ROOT, today).guide
    assert guide is not None
    return Library(guide, today)


@cache
def pages() -> Mapping[str, JobPage]:
    return {page.id: page for page in jobs.job_pages(library())}


@pytest.mark.parametrize("code", ["J1501", "J1304"])
def test_the_health_jobs_ordered_as_a_preparation_lead_to_their_school_by_its_competition(code: str) -> None:
    page = pages()[code]
    assert any("concours" in one.text for one in page.told.entry)
    for way in page.ways:
        assert way.stations[-1].path == "dispositifs/as-ap/index.html"
    assert "parcours/devenir-aide-soignant/index.html" in [ref.path for ref in page.about]


def test_nobody_is_told_to_start_from_nothing_without_a_preparation_in_the_order() -> None:
    for page in pages().values():
        kinds = {kind.name for offer in page.offers for kind in offer.types}
        assert ("zero" in [way.id for way in page.ways]) == ("accès à la qualification" in kinds), page.id


def test_work_and_study_is_drawn_with_a_source_and_asked_everywhere_else() -> None:
    drawn = {page.id for page in pages().values() if "alternance" in [way.id for way in page.ways]}
    assert {"I1401", "I1604", "M1805"} <= drawn
    assert drawn.isdisjoint({"K2106", "N4102", "N1103"})
    assert all(page.told.work_study for page in pages().values() if page.id in drawn)


def test_culture_asks_for_two_years_no_afdas_and_a_project() -> None:
    said = " ".join(one.text for one in pages()["L1502"].told.entry)
    for words in ("deux ans", "cinq dernières années", "Afdas", "projet précis"):
        assert words in said


def test_conditions_of_a_part_of_a_domain_stay_there() -> None:
    told = {
        code: " ".join(one.text for one in (*p.told.entry, *p.told.training)) for code, p in pages().items()
    }
    assert "B1" in told["G1101"] and "B1" not in told["G1602"]
    assert "MCCP" in told["K2204"] and "MCCP" not in told["K2503"]
    assert "TEP" in told["G1204"]
    assert "déjà travaillé dans le bâtiment" in told["F1201"] and "déjà travaillé" not in told["F1703"]


@pytest.mark.parametrize("domain", sorted(library().guide.domains))
def test_each_point_is_of_chapter_1d_in_its_domain(domain: str) -> None:
    for field in POINT_FIELDS:
        for point in getattr(library().guide.domains[domain], field):
            assert re.match(r"Chapitre 1\.d, (domaine|métiers porteurs)", point.source.chapter)


def test_a_sheet_whose_jobs_are_those_of_the_list_gives_their_codes() -> None:
    names = {
        folded(name): job.id
        for job in library().guide.vocabulary.jobs.values()
        for name in (job.title, *job.title.split(" ou "))
    }
    missing = {
        (scheme.id, job, names[folded(job)])
        for scheme in library().guide.schemes.values()
        if scheme.id not in ORDER_ITSELF
        for job in scheme.jobs
        if folded(job) in names and names[folded(job)] not in scheme.job_codes
    }
    assert missing == set()
