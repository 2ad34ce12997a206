"""« Faire le point » in the real page: journeys, links, erasing, keyboard, small screens, no JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, ViewportSize, expect

from generator.road.codes import code as road_code
from tests.browser.axe import faults
from tests.browser.pointing import PAGE, SAID, answer, choice_of, coded, shown
from tests.conftest import Visit

pytestmark = pytest.mark.browser


# — journeys —


def test_who_never_types_goes_from_the_home_page_to_a_sheet(visit: Visit) -> None:
    page = visit.go("index.html")
    page.locator("main").get_by_role("link", name=re.compile("Faire le point")).click()
    page.wait_for_load_state()
    answer(page, {1: [1], 2: [2], 3: [3], 4: [1], 9: [6]})
    expect(page.locator(".point-first [data-id]")).to_have_count(3)
    expect(page.locator(".point-first [data-kind=scheme]").first).to_contain_text("semble possible")
    page.locator(".point-first a").first.click()
    page.wait_for_load_state()
    expect(page.locator("h1")).to_contain_text("PEE")


def test_every_step_says_how_many_ways_are_left(visit: Visit) -> None:
    page = visit.go(PAGE)
    left = page.locator("#point-count")
    expect(left).to_have_attribute("aria-live", "polite")
    counts = [_number(left)]
    for question, choice in ((1, 1), (2, 3), (4, 6)):
        while not page.locator(f'.point-question[data-code="{question}"]').is_visible():
            page.locator("#point-next").click()
        if question == 1:
            page.locator("summary", has_text="Trouver ma voie").click()
        choice_of(page, question, choice).click()
        expect(page.locator("#point-result")).to_have_attribute("data-state", "done")
        counts.append(_number(left))
    assert counts == sorted(counts, reverse=True) and counts[0] > counts[-1] > 0
    choice_of(page, 4, 0).click()
    assert _number(left) == counts[-2], "« je ne sais pas » narrows nothing"


def _number(left: Locator) -> int:
    found = re.search(r"\d+", left.inner_text())
    assert found is not None
    return int(found[0])


def test_a_shared_link_gives_the_answers_back_and_leaves_no_trail(visit: Visit) -> None:
    page = visit.go(PAGE)
    before = page.evaluate("history.length")
    answer(page, {1: [1], 2: [2], 3: [3], 4: [1], 9: [6], 10: [2]})
    assert page.evaluate("history.length") == before
    assert page.url.endswith(SAID)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    ways = shown(page)
    visit.go("index.html")
    page = visit.go(PAGE + SAID)
    assert shown(page) == ways
    expect(page.locator("#point-answers")).to_contain_text("De 16 à 25 ans")
    expect(page.locator("#point-answers")).to_contain_text("Les transports")


def test_ways_go_from_the_result_to_the_road_sheet_and_answers_stay(visit: Visit) -> None:
    page = visit.go(PAGE)
    answer(page, {1: [1], 2: [2], 3: [3], 4: [1], 9: [6], 10: [2]})
    first, second = (page.locator(".point-first .point-way").nth(rank) for rank in (0, 1))
    titles = [one.locator(".card-title").inner_text().strip() for one in (first, second)]
    for rank, card in enumerate((first, second)):
        card.get_by_role("link", name="Ajouter à la feuille de route").click()
        expect(page.locator("h1")).to_have_text("Feuille de route")
        expect(page.locator(".road-choices > li")).to_have_count(rank + 1)
        listed = page.locator(".road-choices a").all_inner_texts()
        assert all(one.startswith(title) for one, title in zip(listed, titles[: rank + 1], strict=True))
        page.reload()
        expect(page.locator(".road-choices > li")).to_have_count(rank + 1)
        page.go_back()
        expect(page.locator("#point-result")).to_be_visible()
        expect(card.get_by_role("link", name="Déjà dans ma feuille")).to_be_visible()
    assert re.search(rf"{SAID}&road=1[0-9a-z]{{12}}$", page.url)
    page.reload()
    expect(page.locator("#point-answers")).to_contain_text("De 16 à 25 ans")
    expect(page.locator("#point-notice")).to_be_hidden()
    expect(page.get_by_role("link", name="Ma feuille de route : 2 choix sur 3")).to_be_visible()
    page.locator(".point-first a").first.click()
    expect(page.get_by_role("link", name="Ma feuille de route : 2 choix sur 3")).to_be_visible()


def test_a_road_list_that_comes_along_is_no_answer_and_is_not_lost(visit: Visit) -> None:
    page = visit.go(f"{PAGE}#road=1{''.join(road_code('scheme', one) for one in ('clea', 'e2c', 'cep'))}")
    expect(page.locator("#point-notice")).to_be_hidden()
    answer(page, {1: [1], 2: [2]})
    assert re.search(r"#[0-9a-z]+&road=1[0-9a-z]{18}$", page.url)
    page.get_by_role("link", name="Ajouter à la feuille de route").first.click()
    expect(page.locator(".road-fourth")).to_contain_text("charte de prescription")
    expect(page.locator(".road-choices > li")).to_have_count(3)
    page.go_back()
    page.get_by_role("button", name="Effacer").click()
    expect(page.locator(".road-bar")).to_have_count(0)
    assert "#" not in page.url


def test_the_address_says_nothing_in_plain_words(visit: Visit) -> None:
    page = visit.go(PAGE)
    answer(page, {1: [26], 3: [10], 10: [4, 6, 7]})
    assert re.fullmatch(r"[0-9a-z]+", page.url.partition("#")[2])


def test_answers_change_in_any_order(visit: Visit) -> None:
    page = visit.go(PAGE + SAID)
    page.get_by_role("button", name=re.compile("Changer.*Âge")).click()
    expect(choice_of(page, 2, 2)).to_be_visible()
    choice_of(page, 2, 3).click()
    page.locator("#point-show").click()
    expect(page.locator("#point-answers")).to_contain_text("26 ans et plus")
    expect(page.locator("#point-answers")).not_to_contain_text("16 à 25")
    assert shown(page).get(("scheme", "pee")) == "not_now"


def test_whom_to_meet_is_always_there(visit: Visit) -> None:
    page = visit.go(PAGE)
    page.locator("#point-show").click()
    expect(page.locator("#point-found a[href*='qui-peut-aider']").last).to_be_visible()
    expect(page.locator(".point-first [data-id]")).to_have_count(3)


@pytest.mark.parametrize(("age", "need", "status"), [(2, 10, 3), (3, 26, 10)])
def test_the_plain_pages_and_the_result_say_the_same_words(
    age: int, need: int, status: int, visit: Visit
) -> None:
    band = {2: "de-16-a-25", 3: "a-partir-de-26"}[age]
    page, case = visit.go(f"faire-le-point/{band}/{need}/index.html"), f"#cas-{status}"
    reasons = _words(page.locator(f"{case} .card li"))
    helpers = _words(page.locator(f"{case} .helpers li")) or _words(page.locator(".helpers li"))
    page = visit.go(PAGE + coded((1, need), (2, age), (3, status)))
    expect(page.locator("#point-result")).to_be_visible()
    assert _words(page.locator(".point-first .card li")) == reasons and len(reasons) > 3
    assert _words(page.locator("#point-found .helpers li")) == helpers and helpers
    assert (need == 10) == ("Et d’autres points, à lire sur la fiche." in reasons)


def _words(found: Locator) -> list[str]:
    return [" ".join(text.split()) for text in found.all_inner_texts()]


def test_ways_shown_on_request_stand_under_their_own_heading(visit: Visit) -> None:
    page = visit.go(PAGE + SAID)
    shown(page)
    above = page.eval_on_selector_all(
        "#point-found h3, #point-found h4",
        """all => { let last = ""; return all.map(one => one.tagName === "H3" ? (last = one.textContent, null)
            : [last, (one.closest("details") || { textContent: "Pour commencer" }).textContent]).filter(Boolean) }""",
    )
    assert len(above) > 5
    assert [heading for heading, part in above if not part.startswith(heading)] == []


def test_what_is_not_now_says_what_comes_first(visit: Visit) -> None:
    page = visit.go(PAGE)
    answer(page, {1: [12], 2: [2], 3: [11], 4: [1], 8: [1]})
    page.locator("summary", has_text="Pas maintenant").click()
    late = page.locator("[data-id=alternance]")
    expect(late).to_contain_text("D’abord, voyez")
    expect(late).to_contain_text("pas maintenant")


# — for everyone —


def test_the_whole_page_can_be_used_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit.go(PAGE)

    def reach(selector: str) -> None:
        for _ in range(60):
            if page.evaluate("one => document.activeElement.matches(one)", selector):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"{selector} cannot be reached with the keyboard")

    reach(".point-question summary")
    page.keyboard.press("Enter")
    reach('input[name="q1"][value="1"]')
    page.keyboard.press("Space")
    reach("#point-next")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("Quel âge")
    reach('input[name="q2"]')
    page.keyboard.press("ArrowDown")
    expect(page.locator('input[name="q2"]:checked')).to_have_count(1)
    reach("#point-show")
    page.keyboard.press("Enter")
    assert "peut vous aider" in page.evaluate("document.activeElement.textContent")
    reach(".point-first a")
    with page.expect_navigation():
        page.keyboard.press("Enter")


GRID = [
    pytest.param(
        state, theme, width, marks=[pytest.mark.slow] if width != 320 else [], id=f"{state}-{theme}-{width}"
    )
    for state in ("question", "resultat", "lieu", "sans-js", "feuille")
    for theme in ("light", "dark")
    for width in (320, 768, 1280)
]
"""At 320 pixels everything, wider only in `test --all`."""


@pytest.mark.parametrize(("state", "theme", "width"), GRID)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    state: str, theme: str, width: int, browser: Browser, address: str
) -> None:
    viewport: ViewportSize = {"width": width, "height": 800}
    context = browser.new_context(viewport=viewport, color_scheme="dark" if theme == "dark" else "light")
    page = context.new_page()
    leaf = {
        "feuille": "faire-le-point/de-16-a-25/1/index.html",
        "sans-js": "faire-le-point/moins-de-16/index.html",
    }
    page.goto(address + leaf.get(state, PAGE + (SAID if state in ("resultat", "lieu") else "")))
    if state in ("resultat", "lieu"):
        expect(page.locator("#point-result")).to_have_attribute("data-state", "done")
    if state == "lieu":
        page.get_by_role("button", name=re.compile("Changer.*Lieu")).click()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.wait_for_timeout(100)
    found = faults(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert found == ""
    assert wide <= width


def test_choices_are_large_enough_for_a_thumb_at_320_pixels(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, base_url=address)
    page = context.new_page()
    page.goto(PAGE)
    page.evaluate(
        "document.querySelectorAll('#point details, #point fieldset').forEach(o => { o.open = true; o.hidden = false })"
    )
    sizes = page.eval_on_selector_all(
        "#point label.choice, #point summary, #point button:not([hidden]), #point select",
        "all => all.map(one => [one.textContent.trim().slice(0, 40), one.getBoundingClientRect().height])",
    )
    context.close()
    assert len(sizes) > 100
    assert [one for one in sizes if one[1] < 44] == []


def test_the_result_prints_without_buttons(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto(PAGE + SAID)
    page.emulate_media(media="print")
    expect(page.locator("#point-print")).to_be_hidden()
    expect(page.locator("#point-erase")).to_be_hidden()
    expect(page.locator(".point-first")).to_be_visible()
    expect(page.locator("#point-answers")).to_contain_text("Seine-Saint-Denis")
    context.close()


# — without JavaScript —


def test_without_javascript_choices_lead_to_a_sheet(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(base + PAGE)
    expect(page.locator("#point")).to_be_hidden()
    for text in ("De 16 à 25 ans", "Je ne sais pas ce que je veux faire", "Ni travail"):
        page.locator("main").get_by_role("link", name=re.compile(text)).first.click()
        page.wait_for_load_state()
    assert page.evaluate("document.querySelector('h1').clientWidth") > 200, "the sentence has room"
    way = page.locator(":target").locator("[data-kind=scheme] a").first
    expect(way).to_be_visible()
    title = way.inner_text()
    way.click()
    page.wait_for_load_state()
    expect(page.locator("h1")).to_contain_text(title)
    assert "dispositifs/" in page.url
    context.close()
