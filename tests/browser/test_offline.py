"""The copies in a browser whose network is cut: journeys, search, « Faire le point », road sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.copies import Copy, opened

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["avec-js", "sans-js"])
def walk(request: pytest.FixtureRequest, browser: Browser, stick: Path, kind: str) -> Iterator[Copy]:
    """The same with and without scripts."""
    found = opened(browser, stick, kind, request.param)
    yield found
    found.context.close()
    assert found.complaints == []


def heading(page: Page) -> str:
    """The title of what is shown: without scripts the single file shows all, the fragment tells which."""
    scope = page.url.partition("#")[2].partition(":")[0]
    inside = page.locator(
        f'[id="{scope}"] h1' if scope and page.locator(f'section[id="{scope}"]').count() else "h1"
    )
    return inside.first.inner_text()


def shown(page: Page) -> str:
    """A selector of what is shown, for the same reason."""
    scope = page.url.partition("#")[2]
    return f'section[id="{scope}"]' if scope and page.locator(f'section[id="{scope}"]').count() else "main"


def test_the_door_opens_the_guide(browser: Browser, stick: Path) -> None:
    found = opened(browser, stick, "dossier")
    found.page.goto(found.start)
    found.page.wait_for_url("**/guide/index.html")
    expect(found.page.locator("h1")).to_contain_text("avez-vous besoin")
    found.context.close()
    assert found.complaints == []


def test_i_do_not_know_leads_to_pee_and_to_what_follows(walk: Copy) -> None:
    page = walk.go("besoins")
    page.locator(shown(page)).get_by_role(
        "link", name=re.compile("Je ne sais pas ce que je veux faire")
    ).first.click()
    page.locator(shown(page)).get_by_role("link", name=re.compile("Parcours d.entrée.*emploi")).first.click()
    assert "PEE" in heading(page)
    page.locator(shown(page)).get_by_role("link", name=re.compile("Alternance")).first.click()
    assert "lternance" in heading(page)


def test_i_speak_badly_leads_to_cbp_then_prequalification_then_a_job(walk: Copy) -> None:
    page = walk.go("besoins")
    for text in ("du mal à m.exprimer", "Compétences de base", "Préqualification", "emploi$"):
        page.locator(shown(page)).get_by_role("link", name=re.compile(text)).first.click()
    assert "emploi" in heading(page)


def test_an_adviser_checks_who_may_enter_an_edi(walk: Copy) -> None:
    page = walk.go("dispositifs")
    page.locator(shown(page)).get_by_role(
        "link", name=re.compile("Espace.*dynamique d.insertion")
    ).first.click()
    assert "EDI" in heading(page)
    here = page.locator(shown(page))
    assert re.search(r"16\s+à\s+25\s+ans", here.inner_text())  # Playwright’s own matching skips noscript
    here.locator(".adviser > summary").click()
    assert re.search("Aucun|Sans prérequis", here.locator(".adviser").inner_text())


def test_the_search_answers(copy: Copy) -> None:
    page = copy.go("recherche")
    page.locator("#q").press_sequentially("je nai pas le permis")
    expect(page.locator("#resultats")).to_have_attribute("data-state", "done")
    first = page.locator("#resultats [data-kind]").first
    expect(first).to_have_attribute("data-id", "me-deplacer")
    first.get_by_role("link").click()
    expect(page.locator("h1:visible")).to_contain_text("transport")


def test_a_word_found_by_the_search_is_explained_on_its_page_of_the_glossary(copy: Copy) -> None:
    page = copy.go("recherche", "?q=POEI")
    page.locator("#resultats [data-kind=word][data-id=poei] a").click()
    expect(page.locator(".terms dt:visible", has_text="POEI")).to_have_count(1)
    assert page.url.endswith("poei")


def test_a_search_typed_at_home_is_answered(copy: Copy) -> None:
    page = copy.page
    page.goto(copy.start)
    field = page.locator("main input[name=q]:visible").first
    field.fill("anglais")
    field.press("Enter")
    expect(page.locator("#resultats [data-id=parler-anglais]")).to_be_visible()


def test_faire_le_point_goes_to_its_result(copy: Copy) -> None:
    page = copy.go("faire-le-point")
    expect(page.locator(".point-question:visible")).to_have_count(1)
    page.locator(".point-question:visible summary:visible").first.click()
    page.locator(".point-question:visible label:visible", has=page.locator("input")).first.click()
    page.locator("#point-show").click()
    expect(page.locator("#point-result")).to_have_attribute("data-state", "done")
    link = page.locator("#point-found a:visible").first
    link.click()
    expect(page.locator("h1:visible")).to_have_count(1)
    expect(page.locator("h1:visible")).not_to_contain_text("Faire le point")
    page.go_back()
    expect(page.locator("#point-result")).to_be_visible()


def test_a_way_goes_from_the_result_to_the_road_sheet(copy: Copy) -> None:
    page = copy.go("faire-le-point")
    page.locator(".point-question:visible summary:visible").first.click()
    page.locator(".point-question:visible label:visible", has=page.locator("input")).first.click()
    page.locator("#point-show").click()
    for count in (1, 2):
        page.locator("#point-found").get_by_role("link", name="Ajouter à la feuille").first.click()
        expect(page.locator(".road-choices > li")).to_have_count(count)
        page.go_back()
        expect(page.locator("#point-result")).to_be_visible()
    page.reload()
    expect(page.locator("#point-result")).to_be_visible()
    expect(page.locator("#point-found").get_by_role("link", name="Déjà dans ma feuille")).to_have_count(2)


def test_a_road_sheet_is_made_of_two_choices(copy: Copy) -> None:
    page = copy.go("dispositifs/pee")
    page.locator(".road-add:visible").first.click()
    expect(page.locator("h1:visible")).to_have_text("Feuille de route")
    expect(page.locator(".road-choices > li")).to_have_count(1)
    page.locator(".road-pick summary").click()
    page.locator("#road-name").press_sequentially("alternance")
    page.locator(".road-found button:visible, .road-found a:visible").first.click()
    expect(page.locator(".road-choices > li")).to_have_count(2)
    page.reload()
    expect(page.locator(".road-choices > li")).to_have_count(2)
    page.go_back()
    page.go_back()
    expect(page.locator("h1:visible")).to_contain_text("PEE")


def test_back_returns_to_the_page_before_where_it_was_left(copy: Copy) -> None:
    page = copy.go("dispositifs")
    expect(page.locator("h1:visible")).to_have_count(1)
    page.evaluate("window.scrollTo(0, 600)")
    page.wait_for_timeout(100)
    page.locator("main a[href*='cep']:visible").first.evaluate("link => link.click()")
    expect(page.locator("h1:visible")).to_contain_text("Conseil en évolution")
    assert page.evaluate("window.scrollY") == 0
    page.go_back()
    expect(page.locator("h1:visible")).not_to_contain_text("Conseil en évolution")
    assert page.evaluate("window.scrollY") > 300


def test_going_to_the_content_stays_on_the_page(copy: Copy) -> None:
    page = copy.go("feuille-de-route")
    page.locator("a.skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1:visible")).to_have_text("Feuille de route")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#contenu') !== null")
