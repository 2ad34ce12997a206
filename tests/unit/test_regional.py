"""What a sheet valid everywhere adds in one region, and what no other region reads."""

from __future__ import annotations

import datetime
import re
from functools import cache
from pathlib import Path

import pytest

from generator import build, pages
from generator.edition import select
from generator.guide import Guide
from generator.model.scheme import Scheme
from generator.regional import in_region
from tests.projects import ROOT, TODAY
from tests.unit.made_up import scheme

HERE = {
    "region": "ile-de-france",
    "simple": "Vous passez en priorité.",
    "person": {"summary": "La Région donne une priorité.", "what_you_get": "- Une place."},
    "needs": [
        {"need": "parler-francais", "why": "Vous passez en priorité.", "fit": "useful"},
        {"need": "travailler-vite", "why": "Ensuite, un emploi."},
    ],
    "questions": ["La Région peut-elle payer ?"],
    "pay": {"state": "paid"},
}


def everywhere() -> Scheme:
    """A sheet valid everywhere, with more in one region."""
    return scheme(
        region="france",
        person={"summary": "Un revenu minimum.", "what_you_get": "De l’argent."},
        needs=[{"need": "parler-francais", "why": "Vous apprenez.", "fit": "possible"}],
        questions=["Combien ?"],
        regional=[HERE],
    )


def test_a_region_reads_its_part_after_what_holds_everywhere() -> None:
    found = in_region(everywhere(), "ile-de-france")
    assert found.person.summary == "Un revenu minimum. La Région donne une priorité."
    assert found.person.what_you_get == "De l’argent.\n\n- Une place."
    assert found.simple == "Vous apprenez.\nVous passez en priorité."
    assert found.questions == ("Combien ?", "La Région peut-elle payer ?")
    assert found.regional == ()


def test_a_choice_left_open_is_made_and_a_need_is_not_doubled() -> None:
    found = in_region(everywhere(), "ile-de-france")
    assert found.pay.state == "paid"
    assert [(one.need, one.why) for one in found.needs] == [
        ("parler-francais", "Vous passez en priorité."),
        ("travailler-vite", "Ensuite, un emploi."),
    ]


def test_another_region_reads_none_of_it() -> None:
    found = in_region(everywhere(), "nouvelle-aquitaine")
    assert "Région" not in found.model_dump_json()
    assert found.person.summary == "Un revenu minimum."
    assert found.pay.state == "unknown"


@cache
def real() -> Guide:
    """The real content, of every region."""
    found = build.check(ROOT, datetime.date.fromisoformat(TODAY)).guide
    assert found is not None
    return found


SHEETS = ("rsa", "travailleur-handicape", "delf", "dcl", "cpf", "garantie-jeunes")


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_state_sheet_promises_nothing_of_another_region(sheet: str) -> None:
    there = select(real(), "nouvelle-aquitaine").schemes[sheet].model_dump_json(exclude={"sources"})
    here = select(real(), "ile-de-france").schemes[sheet].model_dump_json(exclude={"sources"})
    said = re.compile(r"la Région|Île-de-France|rancilien|62.760|\bPEE\b|\bPRFE\b")
    assert not said.search(there)
    assert said.search(here)


def test_a_door_to_another_region_closes_with_its_sign() -> None:
    assert select(real(), "nouvelle-aquitaine").schemes["garantie-jeunes"].not_for == ()
    assert select(real(), "ile-de-france").schemes["garantie-jeunes"].not_for[0].instead == "pee"


def test_the_glossary_of_a_region_leaves_out_the_words_of_another() -> None:
    there = select(real(), "nouvelle-aquitaine").vocabulary.glossary
    assert "prfe" not in there and "hsp" in there
    assert "GIDEF" not in " ".join(term.description or "" for term in there.values())
    assert "hsp" not in select(real(), "ile-de-france").vocabulary.glossary


def test_a_region_does_not_help_those_of_another() -> None:
    for edition, helps in (("ile-de-france", True), ("nouvelle-aquitaine", False)):
        helpers = select(real(), edition).needs["valider-mon-experience"].helpers
        assert ("region-ile-de-france" in {one.organisation for one in helpers}) is helps


@pytest.mark.parametrize("edition", ["ile-de-france", "nouvelle-aquitaine"])
def test_a_document_of_a_region_without_guide_says_where_its_sheets_are(edition: str) -> None:
    files = pages.render(select(real(), edition), datetime.date.fromisoformat(TODAY))
    page = next(one for one in files if Path(one.path) == Path("sources-et-methode/index.md"))
    text = page.content.decode().replace("\u00a0", " ")
    assert ("Aucune fiche de ce guide" in text) is (edition == "nouvelle-aquitaine")
    assert "pour Rhône-Alpes, qui n’a pas encore de guide" in text
    assert "dans 0 fiche" not in text


@pytest.mark.parametrize("sheet", ["garantie-jeunes", "accompagnement-intensif-jeunes"])
def test_the_age_of_young_people_is_nowhere_a_fact(sheet: str) -> None:
    audience = select(real(), "ile-de-france").schemes[sheet].audience
    assert (audience.young, audience.age_min, audience.age_max) == (True, None, None)
