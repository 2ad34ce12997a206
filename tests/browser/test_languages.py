"""The door in other languages, and the sheet one points at: on a phone, on paper, with or without script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Visit
from tests.projects import ROOT

pytestmark = pytest.mark.browser

LANGUAGES = sorted(path.stem for path in (ROOT / "offer/languages").glob("*.yml"))
NEEDS = len([*(ROOT / "offer/needs").glob("*.yml")])


@pytest.fixture
def silent(browser: Browser, base: str) -> Iterator[Visit]:
    """A phone without JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield Visit(context.new_page(), base)
    context.close()


def pages_of(pdf: bytes) -> int:
    """How many pages Chromium's PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("margin", ["0", "10mm"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pointing_sheet_is_one_page(language: str, margin: str, browser: Browser, address: str) -> None:
    """In the margins it asks for, and in those of a browser that asks for its own."""
    page = browser.new_page(base_url=address)
    page.goto(f"langues/{language}/a-montrer/index.html")
    around = {"top": margin, "bottom": margin, "left": margin, "right": margin}
    sheet = page.pdf(format="A4", margin=around, prefer_css_page_size=margin == "0")
    page.close()
    assert pages_of(sheet) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_need_has_its_drawing_on_the_sheet_and_nothing_is_cut(
    language: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 733, "height": 1060}, base_url=address)
    page = context.new_page()
    page.goto(f"langues/{language}/a-montrer/index.html")
    page.emulate_media(media="print")
    cells = page.locator(".pointing-cells > li")
    assert cells.count() == NEEDS + 2
    assert cells.locator("svg:visible").count() == cells.locator("bdi:visible").count() == NEEDS + 2
    assert cells.locator(".beside:visible").count() == NEEDS + 2
    too_small = "all => all.filter(one => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1).length"
    assert cells.evaluate_all(too_small) == 0
    assert page.locator(".pointing-sheet").evaluate("one => one.scrollHeight - one.clientHeight") <= 1
    assert page.locator(".top:visible, .foot:visible").count() == 0
    context.close()


def test_one_goes_from_the_home_page_to_a_need_in_ones_language(silent: Visit) -> None:
    page = silent.go("index.html")
    page.get_by_role("navigation", name="Le guide en d’autres langues").get_by_text("Türkçe").click()
    page.get_by_text("Hemen çalışmak istiyorum").click()
    assert "travailler tout de suite" in page.locator("h1").inner_text()


def sides(page: Page) -> tuple[float, float]:
    """Left edges, in the first choice, of its drawing and of its words."""
    choice = page.locator(".choice").first
    boxes = [choice.locator(one).bounding_box() for one in (".choice-icon", ".choice-text")]
    assert boxes[0] is not None and boxes[1] is not None
    return boxes[0]["x"], boxes[1]["x"]


def test_arabic_is_laid_out_from_right_to_left_and_its_french_is_not(visit: Visit) -> None:
    page = visit.go("langues/ar/index.html")
    drawing, words = sides(page)
    assert words < drawing
    direction = "one => getComputedStyle(one).direction"
    assert page.locator(".choice bdi").first.evaluate(direction) == "rtl"
    assert page.locator(".choice .beside").first.evaluate(direction) == "ltr"
    assert page.locator(".crumbs").evaluate(direction) == "ltr"
    page = visit.go("langues/uk/index.html")
    drawing, words = sides(page)
    assert drawing < words


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_piece_tells_a_screen_reader_its_language(language: str, silent: Visit) -> None:
    page = silent.go(f"langues/{language}/index.html")
    tags = set(page.locator("main bdi").evaluate_all("all => all.map(one => one.lang)"))
    assert len(tags) == 1 and tags.pop().startswith(language)
    assert set(page.locator(".beside").evaluate_all("all => all.map(one => one.lang)")) == {"fr"}
    assert page.locator(".choice .beside").count() == NEEDS + 1


def test_the_languages_are_large_enough_for_a_thumb(visit: Visit) -> None:
    for path in ("langues/index.html", "langues/ta/index.html"):
        page = visit.go(path)
        heights = "all => all.map(one => one.getBoundingClientRect().height)"
        assert min(page.locator(".poc-page ul a").evaluate_all(heights)) >= 44
