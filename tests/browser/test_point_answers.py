"""The answers of « Faire le point »: which stand together, what erasing empties, what old and broken links do."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.pointing import PAGE, SAID, choice_of, coded
from tests.conftest import Visit

pytestmark = pytest.mark.browser


def test_i_do_not_know_stands_alone(visit: Visit) -> None:
    page = visit.go(PAGE + SAID)
    page.get_by_role("button", name=re.compile("Changer.*bloquer")).click()
    choice_of(page, 10, 1).click()
    choice_of(page, 10, 0).click()
    expect(choice_of(page, 10, 2).locator("input")).not_to_be_checked()
    choice_of(page, 10, 3).click()
    expect(choice_of(page, 10, 0).locator("input")).not_to_be_checked()


@pytest.mark.parametrize(
    ("question", "name", "some", "none"), [(10, "bloquer", 1, 8), (11, "Priorités", 1, 14)]
)
def test_none_of_these_stands_alone(question: int, name: str, some: int, none: int, visit: Visit) -> None:
    page = visit.go(PAGE + coded((10, 1), (10, 8), (11, 1), (11, 14)))
    page.get_by_role("button", name=re.compile(f"Changer.*{name}")).click()
    one, nothing = (choice_of(page, question, code).locator("input") for code in (some, none))
    expect(one).to_be_checked()
    expect(nothing).not_to_be_checked()
    choice_of(page, question, none).click()
    expect(one).not_to_be_checked()
    choice_of(page, question, some).click()
    expect(nothing).not_to_be_checked()


def test_a_bassin_and_another_departement_never_stand_together(visit: Visit) -> None:
    page = visit.go(PAGE + coded((9, 1), (9, 26)))
    said = page.locator("#point-answers")
    expect(said).to_contain_text("Plaine Commune")
    expect(said).not_to_contain_text("Paris")
    page.get_by_role("button", name=re.compile("Changer.*Lieu")).click()
    choice_of(page, 9, 1).click()
    expect(said).not_to_contain_text("Plaine Commune")
    page.locator("#point select").select_option("26")
    expect(said).not_to_contain_text("Paris")
    choice_of(page, 9, 6).click()
    page.locator("#point select").select_option("26")
    expect(said).to_contain_text("Seine-Saint-Denis, Plaine Commune")


def test_a_bassin_that_straddles_stands_beside_each_of_its_departements(visit: Visit) -> None:
    page = visit.go(PAGE)
    codes = {
        name: int(page.locator(f".point-choices label:has-text('{name}') input").get_attribute("value") or 0)
        for name in ("Hauts-de-Seine", "Val-d’Oise", "Paris")
    }
    for name, code in codes.items():
        page.evaluate("hash => { location.hash = hash; }", coded((9, code), (9, 25)))
        said = page.locator("#point-answers")
        expect(said).to_contain_text("Boucle Nord de Seine")
        expect(said.locator("dd")).to_have_count(1)
        assert (name in said.inner_text()) is (name != "Paris"), name


def test_erasing_empties_the_page_and_says_what_it_cannot_erase(visit: Visit) -> None:
    page = visit.go(PAGE + SAID)
    for said in (
        *("feuille de route", "historique", "copie d’écran"),
        *("feuille imprimée", "lien copié", "lien déjà partagé"),
    ):
        expect(page.locator("#point-erasing")).to_contain_text(said)
    page.get_by_role("button", name="Effacer").click()
    assert "#" not in page.url
    expect(page.locator("#point-answers > *")).to_have_count(0)
    expect(page.locator("#point input:checked")).to_have_count(0)
    expect(page.locator(".point-question").first).to_be_visible()
    expect(page.locator("#point-notice")).to_contain_text("feuille de route")


def test_erasing_leaves_no_theme_open_no_goal_no_path_and_no_word_of_a_link(visit: Visit) -> None:
    page = visit.go(PAGE + SAID)
    goal = page.locator("#point-paths [data-goal]").first
    goal.click()
    expect(goal).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#point-paths-count")).not_to_be_empty()
    page.evaluate("document.getElementById('point-copied').textContent = 'Le lien est copié.'")
    page.get_by_role("button", name="Effacer").click()
    expect(page.locator("#point details[open]")).to_have_count(0)
    page.locator("#point-show").click()
    expect(page.locator("#point-paths [aria-pressed=true]")).to_have_count(0)
    for left in ("#point-paths-found", "#point-paths-count", "#point-copied"):
        expect(page.locator(left)).to_be_empty()


def test_a_link_shared_before_the_code_changed_still_opens_and_the_page_writes_the_new_one(
    visit: Visit,
) -> None:
    page = visit.go(f"{PAGE}#1101202303401906a02w")
    expect(page.locator("#point-result")).to_be_visible()
    expect(page.locator("#point-answers")).to_contain_text("Les transports")
    assert page.url.endswith(SAID)


@pytest.mark.parametrize("code", ["zzz", "1101202zz", "parler-francais", "%3Cimg%20src%3Dx%3E", "2101202xy"])
def test_a_code_that_is_not_ours_is_told_and_the_questions_are_there(code: str, visit: Visit) -> None:
    page = visit.go(f"{PAGE}#{code}")
    expect(page.locator("#point-notice")).to_contain_text("lien est incomplet")
    expect(page.locator(".point-question").first).to_be_visible()
    expect(page.locator("#point-result")).to_be_hidden()


def test_an_answer_that_is_gone_is_told_and_the_others_stay(visit: Visit) -> None:
    page = visit.go(PAGE + coded((1, 1), (2, 999)))
    expect(page.locator("#point-notice")).to_contain_text("n’existe plus")
    expect(page.locator("#point-answers > *")).to_have_count(1)


def test_a_notice_is_seen_on_a_telephone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=address)
    page = context.new_page()
    page.goto(PAGE + coded((1, 1), (2, 999)))
    expect(page.locator("#point-notice")).to_contain_text("n’existe plus")
    expect(page.locator("#point-notice")).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Effacer").click()
    expect(page.locator("#point-notice")).to_contain_text("effacées")
    expect(page.locator("#point-notice")).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.activeElement.textContent").startswith("Qu’est-ce qui vous amène")
    context.close()
