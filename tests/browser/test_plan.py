"""The map as a browser draws it: nothing overlaps, nothing is too small, everything is a link."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pointing import PAGE as POINT
from tests.browser.pointing import SAID
from tests.conftest import Visit, until

pytestmark = pytest.mark.browser

PLAN = "plan/index.html"

TEXTS = """() => [...document.querySelectorAll('.plan text')]
  .filter(one => one.getClientRects().length && one.textContent.trim())
  .map(one => { const box = one.getBoundingClientRect();
    const scale = one.ownerSVGElement.getScreenCTM().a;
    return { words: one.textContent, x: box.left, y: box.top + window.scrollY, w: box.width, h: box.height,
             size: parseFloat(getComputedStyle(one).fontSize) * scale,
             map: one.ownerSVGElement.id }; })"""
"""Every text drawn: its words, its place on the page, its size in pixels of the screen."""

LINKS = """selector => [...document.querySelectorAll(selector)]
  .filter(one => one.getClientRects().length).map(one => one.getAttribute('href'))"""


def overlaps(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two texts cover each other by more than a hair: letters do not fill their boxes."""
    hair = 1.5
    return (
        one["x"] + hair < other["x"] + other["w"]
        and other["x"] + hair < one["x"] + one["w"]
        and one["y"] + hair < other["y"] + other["h"]
        and other["y"] + hair < one["y"] + one["h"]
    )


def opened(browser: Browser, address: str, width: int) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 900}, base_url=address).new_page()
    page.goto(PLAN)
    return page


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_two_texts_overlap_and_none_is_under_twelve_pixels(
    width: int, browser: Browser, address: str
) -> None:
    page = opened(browser, address, width)
    texts = page.evaluate(TEXTS)
    page.context.close()
    assert len(texts) > 60
    assert [one["words"] for one in texts if one["size"] < 11.99] == []
    found = [
        (one["words"], other["words"])
        for rank, one in enumerate(texts)
        for other in texts[rank + 1 :]
        if one["map"] == other["map"] and overlaps(one, other)
    ]
    assert found == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_map_shown_has_the_stations_and_links_of_the_list(
    width: int, browser: Browser, address: str
) -> None:
    page = opened(browser, address, width)
    drawn = page.evaluate(LINKS, ".plan a")
    listed = page.evaluate(LINKS, "#liste a[href*=dispositifs]")
    page.context.close()
    assert set(drawn) == set(listed) and len(set(drawn)) > 20
    if width == 1280:
        assert len(drawn) == len(set(drawn)), "each station is drawn once"


def test_the_keyboard_goes_along_the_line(visit: Visit) -> None:
    page = visit.go(PLAN)
    page.locator(".plan-key a").last.focus()
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('data-station')"))
    wanted = page.eval_on_selector_all(
        ".plan-strip:first-child .stop-link", "all => all.slice(0, 4).map(one => one.dataset.station)"
    )
    assert reached == wanted and wanted[0] == "accompagnement-mission-locale"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/dispositifs/" in page.url


def test_each_mark_stands_on_the_track_whose_choice_it_follows(browser: Browser, address: str) -> None:
    page = opened(browser, address, 1280)
    astray = page.evaluate("""() => {
      const plan = document.querySelector('.plan'), marks = [...plan.querySelectorAll('.mark')];
      const rails = [...plan.querySelectorAll('.rail.marked')];
      const off = marks.filter((mark, rank) => {
        const at = plan.createSVGPoint(), { e, f } = mark.transform.baseVal[0].matrix;
        at.x = e; at.y = f;
        return !rails[rank].querySelector('.rail-line').isPointInStroke(at);
      });
      return [marks.length - rails.length, off.length, marks.length];
    }""")
    page.context.close()
    assert astray[:2] == [0, 0] and astray[2] > 20


def test_one_line_can_be_shown_alone_and_all_come_back(visit: Visit) -> None:
    page = visit.go(PLAN)
    assert page.locator(".plan-strip:visible").count() == 8
    page.select_option("#plan-ligne", "experience")
    assert page.locator(".plan-strip:visible").count() == 1
    assert re.fullmatch(r"1\sligne, \d+\sstations\.", page.locator("#plan-dit").inner_text())
    page.get_by_role("button", name="Tout montrer").click()
    until(page, "document.querySelectorAll('.dim').length === 0")


def test_a_need_leaves_only_what_its_pathways_go_through(visit: Visit) -> None:
    page = visit.go(PLAN)
    page.select_option("#plan-besoin", label="Je n’ai pas le bac et je veux reprendre des études")
    kept = page.eval_on_selector_all(
        ".plan-wide .stop-link:not(.dim)", "all => all.map(one => one.dataset.station).sort()"
    )
    assert kept == ["cep", "daeu", "formation-qualifiante"]


def test_the_answers_leave_only_the_lines_that_suit_until_all_is_asked_for(visit: Visit) -> None:
    page = visit.go(POINT + SAID)
    page.get_by_role("link", name="Voir sur le plan").click()
    said = page.locator("#plan-dit")
    expect(said).to_have_text(
        re.compile(r"^Le plan montre ce qui répond à vos réponses\s: \d+\slignes?, \d+\sstations")
    )
    assert re.search(r"plan/(index\.html)?#voies=1([0-9a-z]{6})+$", page.url), (
        "no word of a need in the address"
    )
    kept = page.eval_on_selector_all(
        ".plan-wide .stop-link:not(.dim)", "all => all.map(one => one.dataset.station)"
    )
    assert "pee" in kept and "daeu" not in kept and "vae" not in kept
    page.reload()
    expect(said).to_contain_text("vos réponses")
    page.get_by_role("button", name="Tout montrer").click()
    until(page, "document.querySelectorAll('.dim').length === 0")
    expect(said).to_be_empty()
    assert "#" not in page.url


def test_coming_from_a_sheet_says_where_one_is(visit: Visit) -> None:
    page = visit.go("dispositifs/pee/index.html")
    page.get_by_role("link", name="Voir sur le plan des parcours").click()
    page.wait_for_selector(".stop-link.here >> visible=true")
    assert "Vous êtes ici" in page.locator("#plan-dit").inner_text()
    marked = page.eval_on_selector_all(".stop-link.here", "all => all.map(one => one.dataset.station)")
    assert set(marked) == {"pee"}
    box = page.locator(".stop-link.here:visible").first.bounding_box()
    assert box is not None and 0 <= box["y"] < 740


@pytest.mark.parametrize("asked", ["light", "dark"])
@pytest.mark.parametrize("chosen", ["", "light", "dark"])
def test_on_paper_every_line_is_black_whatever_the_theme(
    asked: Literal["light", "dark"], chosen: str, browser: Browser, address: str
) -> None:
    page = opened(browser, address, 1280)
    page.evaluate("theme => { if (theme) document.documentElement.dataset.theme = theme; }", chosen)
    page.emulate_media(media="print", color_scheme=asked)
    drawn = page.eval_on_selector_all(
        ".plan-wide .rail-line", "all => [...new Set(all.map(one => getComputedStyle(one).stroke))]"
    )
    ground = page.locator(".plan-wide .zone.odd").first.evaluate("one => getComputedStyle(one).fill")
    page.context.close()
    assert (drawn, ground) == (["rgb(0, 0, 0)"], "rgb(240, 240, 240)")


def test_a_place_on_many_lines_is_named_without_them(visit: Visit) -> None:
    page = visit.go(f"{PLAN}#alternance")
    expect(page.locator("#plan-dit")).to_have_text("Vous êtes ici\u00a0: Alternance.")


def test_a_change_is_said_once_to_those_who_listen(visit: Visit) -> None:
    page = visit.go(PLAN)
    said = page.locator("#liste .changes").first.text_content() or ""
    assert re.fullmatch(r"Correspondance\s: (ligne \d [^\d]+)+", said)


def test_without_javascript_the_map_and_the_list_are_whole(browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False, base_url=address
    )
    page = context.new_page()
    page.goto(PLAN)
    assert page.locator("#plan-outils").is_hidden()
    assert page.locator(".plan-strip:visible").count() == 8
    page.goto(f"{PLAN}#pee")
    box = page.locator("#pee").bounding_box()
    assert box is not None and box["y"] < 740
    context.close()
