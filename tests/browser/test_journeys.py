"""The three journeys, on a phone 360 pixels wide, over http and from a folder, with and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["avec-js", "sans-js"])
def walk(request: pytest.FixtureRequest, browser: Browser, base: str) -> Iterator[Visit]:
    """A visit that counts for both kinds of browsers."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=request.param)
    watched = Visit(context.new_page(), base)
    yield watched
    context.close()
    assert watched.complaints == []


def follow(page: Page, text: str, inside: str = "main") -> None:
    """Click the first visible link that carries `text`, and wait for its page."""
    link = page.locator(inside).get_by_role("link", name=re.compile(text)).first
    link.click()
    page.wait_for_load_state()


def test_i_do_not_know_leads_to_pee_and_to_what_follows_in_three_clicks(walk: Visit) -> None:
    page = walk.go("index.html")
    follow(page, "Trouver ma voie")
    follow(page, "Je ne sais pas ce que je veux faire")
    follow(page, "Parcours d.entrée.*emploi")
    expect(page.locator("h1")).to_contain_text("PEE")
    following = page.locator("main").get_by_role("link", name=re.compile("Alternance")).first
    expect(following).to_be_visible()
    following.click()
    expect(page.locator("h1")).to_contain_text("lternance")


def test_i_speak_badly_leads_to_cbp_then_prequalification_then_a_job(walk: Visit) -> None:
    page = walk.go("index.html")
    follow(page, "Reprendre les bases")
    follow(page, "du mal à m.exprimer")
    follow(page, "Compétences de base")
    expect(page.locator("h1")).to_contain_text("CBP")
    follow(page, "Préqualification")
    expect(page.locator("h1")).to_contain_text("réqualification")
    follow(page, "emploi$")
    expect(page.locator("h1")).to_contain_text("emploi")


def test_an_adviser_checks_who_may_enter_an_edi_in_under_five_clicks(walk: Visit) -> None:
    page = walk.go("index.html")
    follow(page, "Tous les dispositifs")
    follow(page, "Espace.*dynamique d.insertion")
    expect(page.locator("h1")).to_contain_text("EDI")
    expect(page.locator("main")).to_contain_text(re.compile(r"16\s+à\s+25\s+ans"))
    adviser = page.locator("#conseiller")
    adviser.locator("summary").first.click()
    expect(adviser.get_by_text(re.compile("Aucun|Sans prérequis")).first).to_be_visible()


@pytest.mark.parametrize("scheme", ["pee", "edi", "prfe", "alternance"])
def test_the_first_screen_of_a_scheme_answers_the_five_questions(scheme: str, visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 740})
    page = visit.go(f"dispositifs/{scheme}/index.html")
    rows = page.locator(".answers > div").all()
    for row, question in zip(
        rows[:5], ("Pour qui", "obtiens", "Combien de temps", "payé", "commence"), strict=True
    ):
        expect(row.locator("dt")).to_contain_text(question)
        where = row.bounding_box()
        assert where is not None and where["y"] + where["height"] <= 740, question


def test_the_source_date_is_on_the_first_screen(visit: Visit) -> None:
    page = visit.go("dispositifs/edi/index.html")
    box = page.get_by_text(re.compile("Information de février.2019, à vérifier")).first.bounding_box()
    assert box is not None and box["y"] < 740


def test_correct_this_sheet_opens_its_yaml_in_the_forge(visit: Visit) -> None:
    page = visit.go("dispositifs/edi/index.html")
    link = page.get_by_role("link", name=re.compile("Corriger cette fiche"), include_hidden=True).first
    assert (link.get_attribute("href") or "").endswith("/edit/main/offer/schemes/edi.yml")
