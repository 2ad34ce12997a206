"""What readers set on their own device: zoom, larger text, wider spacing, colours, no script, paper.

One page of each kind, everything unfolded; each page is opened once and looked at several ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import looks
from tests.browser.test_access import HEAVY, KINDS

pytestmark = pytest.mark.browser

ALL = KINDS | {
    "faire-le-point": "faire-le-point/index.html",
    "faire-le-point-feuille": "faire-le-point/de-16-a-25/1/index.html",
    "feuille-de-route": "feuille-de-route/index.html",
}
FILLED_IN = ("faire-le-point", "feuille-de-route")
"""Printed once answered or chosen: `test_point.py` and `test_road.py` look at that paper."""
PARTS = {
    "accueil", "besoin", "dispositifs", "dispositif", "plan", "parcours", "recherche", "metier",
    "comparaison", "arabe", "emporter", "faire-le-point", "feuille-de-route",
}  # fmt: skip
"""Between them, every piece of page there is: enough for what depends on the style of a piece alone."""


@dataclass(frozen=True)
class Opened:
    """One page, its kind, and what is asked of it first."""

    kind: str
    page: Page

    def set(self, width: int, height: int, setting: str = looks.PLAIN) -> None:
        """A screen of that size, and one setting instead of the one before."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.evaluate(looks.PLAIN)
        self.page.evaluate(setting)


@pytest.fixture(
    scope="module",
    params=[pytest.param(kind, marks=[pytest.mark.slow] if kind in HEAVY else []) for kind in ALL],
)
def opened(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Opened]:
    """One page of each kind, opened once for all the tests of this file."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=address)
    page = context.new_page()
    page.goto(ALL[request.param])
    page.evaluate(looks.UNFOLDED)
    yield Opened(request.param, page)
    context.close()


def test_a_screen_zoomed_four_times_cuts_nothing(opened: Opened) -> None:
    """WCAG 1.4.10: 1280 by 1024 pixels zoomed at 400 % show 320 by 256."""
    opened.set(320, 256)
    assert looks.whole(opened.page) == []


def test_text_twice_as_large_is_neither_cut_nor_covered(opened: Opened) -> None:
    """WCAG 1.4.4, the text alone, on a phone; on a wide screen where the layout is another."""
    for width in (360, 1280) if opened.kind in PARTS else (360,):
        opened.set(width, 740, looks.DOUBLED)
        assert looks.whole(opened.page) == [], width


def test_text_spaced_out_is_neither_cut_nor_covered(opened: Opened) -> None:
    """WCAG 1.4.12: lines 1.5, letters .12, words .16, paragraphs 2."""
    for width in (360, 1280) if opened.kind in PARTS else (360,):
        opened.set(width, 740, looks.SPACED)
        assert looks.whole(opened.page) == [], width


def test_every_choice_is_forty_four_pixels_wide_and_high(opened: Opened) -> None:
    opened.set(360, 740)
    assert opened.page.evaluate(looks.SMALL, looks.CHOICES) == []


def test_paper_keeps_the_text_and_drops_what_is_pressed(opened: Opened) -> None:
    opened.set(794, 1123)
    before = len(opened.page.locator("main").inner_text())
    opened.page.emulate_media(media="print")
    after = len(opened.page.locator("main").inner_text())
    pressed = opened.page.evaluate(looks.SHOWN, looks.PRESSED)
    opened.page.emulate_media(media="screen")
    assert pressed == []
    assert after > 0.6 * before or opened.kind in FILLED_IN


def test_without_javascript_a_page_leads_everywhere_it_leads_with_it(
    opened: Opened, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    bare = context.new_page()
    bare.goto(opened.page.url)
    bare.evaluate(looks.UNFOLDED)
    opened.set(360, 740)
    text = bare.locator("main").inner_text()
    missing = set(opened.page.evaluate(looks.LINKS)) - set(bare.evaluate(looks.LINKS))
    context.close()
    assert len(text) > 100
    assert missing == set()


def test_without_a_style_sheet_every_word_is_there(opened: Opened) -> None:
    opened.set(360, 740)
    with_it = set(opened.page.locator("main").inner_text().split())
    opened.page.evaluate("[...document.styleSheets].forEach(one => { one.disabled = true })")
    without = "".join(opened.page.locator("main").inner_text().split())
    opened.page.evaluate("[...document.styleSheets].forEach(one => { one.disabled = false })")
    assert len(with_it) > 20
    assert [word for word in with_it if word not in without] == []


@pytest.fixture(scope="module", params=sorted(PARTS))
def piece(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Opened]:
    """One page of the kinds that hold every piece, on a wide screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    page = context.new_page()
    page.goto(ALL[request.param])
    page.evaluate(looks.UNFOLDED)
    yield Opened(request.param, page)
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_forced_colours_nothing_melts_into_the_ground(
    theme: Literal["light", "dark"], piece: Opened
) -> None:
    """The theme chosen on the page is the other one: the device decides."""
    other = {"light": "dark", "dark": "light"}[theme]
    piece.page.evaluate("theme => { document.documentElement.dataset.theme = theme }", other)
    piece.page.emulate_media(forced_colors="active", color_scheme=theme)
    vanished, same = piece.page.evaluate(looks.VANISHED), piece.page.evaluate(looks.SAME)
    piece.page.emulate_media(forced_colors="none", color_scheme="light")
    piece.page.evaluate("delete document.documentElement.dataset.theme")
    assert vanished == []
    assert same == [], "chosen, and told by a colour alone"


def test_nothing_moves_for_who_asked_for_it(piece: Opened) -> None:
    piece.page.emulate_media(reduced_motion="reduce")
    moving = piece.page.evaluate(looks.MOVING)
    piece.page.emulate_media(reduced_motion="no-preference")
    assert moving == []


def test_every_map_has_its_words(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    page = context.new_page()
    page.goto(ALL["accueil"])
    assert page.locator("svg.map[aria-hidden=true] g").count() == page.locator(".choices.big > li").count()
    page.goto(ALL["plan"])
    told = page.locator(".plan:visible").evaluate_all(
        "all => all.map(one => document.getElementById(one.getAttribute('aria-describedby')).textContent)"
    )
    assert told and all("liste" in one for one in told)
    drawn = set(page.locator(".plan .stop-link").evaluate_all("all => all.map(one => one.dataset.station)"))
    listed = set(page.locator("#liste li[id]").evaluate_all("all => all.map(one => one.id)"))
    assert drawn and drawn <= listed
    page.goto(ALL["dispositif"])
    assert page.locator(".metro-map :is(.stop, .metro-here)").count() > 3, "this map is words"
    assert page.locator(".metro-map svg:not(.icon)").count() == 0
    context.close()
