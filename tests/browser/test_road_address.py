"""The list of a road sheet in addresses: beside the simple version, out of date, twice the same, meaningless."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.road.codes import code
from tests.browser.copies import opened
from tests.browser.test_road import E2C, PEE, ROAD
from tests.conftest import Visit

pytestmark = pytest.mark.browser

GONE = "zzzzzz"
"""A code that no sheet has."""
SIZE = "one => parseFloat(getComputedStyle(one).fontSize)"


def test_an_address_that_means_nothing_shows_nothing(visit: Visit) -> None:
    for at, codes in enumerate(
        ("1zzzzzz", "1", "2a8wsfp", "1a8wsf", "1a8wsf%3Cscript%3E", "%E0%A4", "constructor")
    ):
        page = visit.go(f"{ROAD}?{at}#{codes}")
        expect(page.locator(".road-choices li")).to_have_count(0)
        expect(page.locator(".road-none")).to_be_visible()


def test_the_same_choice_twice_is_one(visit: Visit) -> None:
    page = visit.go(f"{ROAD}#1{PEE}{PEE}")
    expect(page.locator(".road-choices li")).to_have_count(1)


def test_a_choice_the_guide_no_longer_has_is_told_and_takes_no_place(visit: Visit) -> None:
    page = visit.go(f"{ROAD}#1{GONE}{PEE}{E2C}")
    expect(page.locator(".road-said")).to_have_text("Un choix de cette adresse n’est plus dans le guide.")
    expect(page.locator(".road-choices li")).to_have_count(2)
    page.locator(".road-pick summary").click()
    page.locator("#road-name").fill("alternance")
    page.locator(".road-one", has_text="lternance").first.click()
    expect(page.locator(".road-said")).to_contain_text("Ajouté")
    assert re.search(rf"#1{PEE}{E2C}[0-9a-z]{{6}}$", page.url), "the code that means nothing is gone"
    page.locator("#road-name").fill("clea numerique")
    page.locator(".road-one", has_text="CléA numérique").click()
    expect(page.locator(".road-fourth")).to_be_visible()
    expect(page.locator(".road-choices li")).to_have_count(3)
    assert page.url.endswith(code("scheme", "clea-numerique"))


def test_going_to_the_content_by_keyboard_keeps_the_list(visit: Visit) -> None:
    page = visit.go(f"{ROAD}#1{PEE}{E2C}")
    expect(page.locator(".road-choices li")).to_have_count(2)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#contenu")).to_be_focused()
    page.wait_for_function("codes => location.hash === '#1' + codes", arg=PEE + E2C)
    expect(page.locator(".road-choices li")).to_have_count(2)
    page.reload()
    expect(page.locator(".road-choices li")).to_have_count(2)


def test_a_sheet_that_moved_to_another_of_the_list_is_there_once(visit: Visit) -> None:
    page = visit.go(f"{ROAD}#1{PEE}")
    expect(page.locator(".road-choices li")).to_have_count(1)
    page.evaluate("([old, now]) => { window.__poc_road.moved[old] = now; }", [GONE, PEE])
    page.evaluate("hash => { location.hash = hash; }", f"1{GONE}{PEE}{E2C}")
    expect(page.locator(".road-choices li")).to_have_count(2)
    expect(page.locator(".road-said")).not_to_contain_text("n’est plus dans le guide")


def test_the_simple_version_keeps_the_list_on_this_page_and_the_next(visit: Visit) -> None:
    page = visit.go(f"dispositifs/pee/index.html#road=1{E2C}")
    page.get_by_role("link", name="Version simple").click()
    for _ in range(2):
        assert page.url.endswith(f"#simple&road=1{E2C}")
        expect(page.locator("#simple")).to_be_visible()
        expect(page.locator(".lead").first).to_be_hidden()
        expect(page.locator("h1")).to_be_in_viewport()
        assert page.locator("#simple").evaluate(SIZE) > 24
        page.reload()
    page.locator("#simple .choice").first.click()
    expect(page).to_have_url(re.compile(rf"dispositifs/(?!pee/).+#simple&road=1{E2C}$"))
    page.get_by_role("link", name="Page complète").click()
    expect(page.get_by_role("link", name="Ma feuille de route : 1 choix sur 3")).to_be_visible()
    page.locator("main .crumbs a").last.click()
    expect(page).to_have_url(re.compile(rf"#road=1{E2C}$"))


def test_opening_the_simple_version_with_a_list_moves_the_focus_there(visit: Visit) -> None:
    page = visit.go(f"dispositifs/pee/index.html#road=1{E2C}")
    page.get_by_role("link", name="Version simple").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#simple")).to_be_focused()


def test_in_the_single_file_too_the_simple_version_and_the_list_live_together(
    browser: Browser, stick: Path
) -> None:
    found = opened(browser, stick, "fichier")
    page = found.go("dispositifs/pee", f"#road=1{E2C}")
    bar = page.locator(".road-bar:visible")
    expect(bar).to_have_text("Ma feuille de route\u00a0: 1\u00a0choix sur\u00a03")
    page.locator(".simple-door:visible").click()
    simple = page.locator(".here .brief")
    assert simple.evaluate(SIZE) > 24
    simple.locator(".choice").first.click()
    expect(page.locator("h1:visible")).not_to_contain_text("PEE")
    page.locator(".full-door:visible").click()
    expect(bar).to_be_visible()
    page = found.go("dispositifs/cep", f"#simple&road=1{E2C}")
    assert page.locator(".here .brief").evaluate(SIZE) > 24
    expect(page.locator(".here .lead").first).to_be_hidden()
    page.locator(".full-door:visible").click()
    expect(bar).to_be_visible()
    found.context.close()
    assert found.complaints == []


def test_a_station_of_the_map_takes_the_list_along(visit: Visit) -> None:
    page = visit.go(f"plan/index.html#road=1{E2C}")
    page.locator(".plan-strip .stop-link[data-station=pee]").first.click()
    expect(page).to_have_url(re.compile(rf"dispositifs/pee/.*#road=1{E2C}$"))


def test_a_letter_that_lives_on_another_page_takes_the_list_along_and_is_shown(visit: Visit) -> None:
    page = visit.go(f"metiers/index.html#road=1{E2C}")
    page.locator("#lettres a", has_text="D").first.click()
    bar = page.get_by_role("link", name="Ma feuille de route : 1 choix sur 3")
    for _ in range(2):
        expect(page).to_have_url(re.compile(rf"metiers/2/[^?]*#lettre-d&road=1{E2C}$"))
        expect(bar).to_be_visible()
        assert page.locator("#lettre-d").evaluate("one => one.matches(':target')")
        expect(page.locator("#lettre-d")).to_be_in_viewport()
        expect(page.locator("#lettre-e")).to_be_hidden()
        page.reload()
    page.locator("#lettre-d a[href*='metiers/']").first.click()
    expect(page.locator("#lettre-d")).to_have_count(0)
    expect(bar).to_be_visible()
    page.go_back()
    expect(bar).to_be_visible()
    expect(page.locator("#lettre-d")).to_be_in_viewport()


def test_the_list_goes_from_a_sheet_to_its_page_apart_and_back_into_an_open_part(visit: Visit) -> None:
    page = visit.go(f"dispositifs/pee/index.html#road=1{E2C}")
    page.locator(".adviser > summary").click()
    page.locator(".adviser a[href*='pee/conseiller/']").first.click()
    expect(page).to_have_url(re.compile(rf"pee/conseiller/[^?]*road=1{E2C}$"))
    expect(page.locator(".road-bar")).to_be_visible()
    page.get_by_role("link", name="c’est sur la fiche").click()
    expect(page).to_have_url(re.compile(rf"pee/(index.html)?#conseiller-detail&road=1{E2C}$"))
    expect(page.locator(".road-bar")).to_have_count(1)
    assert page.locator("#conseiller-detail").evaluate("one => one.closest('details').open")
    expect(page.locator("#conseiller-detail")).to_be_in_viewport()


def test_a_place_on_the_map_is_still_told_with_a_list_behind_it(visit: Visit) -> None:
    page = visit.go(f"dispositifs/pee/index.html#road=1{E2C}")
    page.locator("a[href*='plan/'][href$='#pee']").first.click()
    expect(page).to_have_url(re.compile(rf"plan/[^?]*#pee&road=1{E2C}$"))
    expect(page.locator("#plan-dit")).to_contain_text("Vous êtes ici")


def test_a_place_the_simple_version_and_the_list_live_together(visit: Visit) -> None:
    page = visit.go(f"metiers/index.html?simple#road=1{E2C}")
    page.locator("#lettres a", has_text="D").first.click()
    expect(page).to_have_url(re.compile(rf"metiers/2/[^?]*\?simple#lettre-d&road=1{E2C}$"))
    expect(page.locator(".road-bar")).to_be_visible()
    expect(page.locator("#lettre-d")).to_be_in_viewport()


def test_an_answer_or_a_sheet_in_an_address_is_not_taken_for_a_place(visit: Visit) -> None:
    page = visit.go(f"dispositifs/pee/index.html#road=1{E2C}")
    page.locator(".road-bar a").click()
    expect(page).to_have_url(re.compile(rf"feuille-de-route/[^?]*#1{E2C}$"))
    expect(page.locator(".road-choices li")).to_have_count(1)
