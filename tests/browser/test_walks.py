"""The three journeys with the keyboard alone, on a wide screen and on one zoomed four times.

At every stop the focus is seen, nothing covers it; at the end of a page it comes out again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser import looks
from tests.browser.test_reading import FAKE, FRENCH

pytestmark = pytest.mark.browser

SCREENS: dict[str, ViewportSize] = {
    "large": {"width": 1280, "height": 720},
    "zoom-400": {"width": 320, "height": 256},
}
JOURNEYS = {
    "je-ne-sais-pas": ("Trouver ma voie", "Je ne sais pas ce que je veux faire", "Parcours d.entrée.*emploi", "Alternance"),
    "je-parle-mal": ("Reprendre les bases", "du mal à m.exprimer", "Compétences de base", "Préqualification", "emploi$"),
    "conseiller": ("Tous les dispositifs", "Espace.*dynamique d.insertion", "Vous êtes conseiller"),
}  # fmt: skip
ARRIVALS = {"je-ne-sais-pas": "lternance", "je-parle-mal": "emploi", "conseiller": "EDI"}
MOST = 400
"""Stops of one page, at most."""


@pytest.fixture(params=SCREENS)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page without mouse."""
    context = browser.new_context(viewport=SCREENS[request.param], base_url=address)
    yield context.new_page()
    context.close()


def stops(page: Page) -> Iterator[dict[str, Any]]:
    """Press Tab again and again; each stop is checked. Ends when the focus leaves the page."""
    page.evaluate(looks.MARKS)
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate("window.__focus()")
        if stop is None:
            return
        assert stop["wrong"] == [], page.url
        yield stop
    raise AssertionError(f"{page.url} : le focus ne sort pas")


def follow(page: Page, text: str) -> None:
    """Tab as far as the link of the page's content that says `text`, and press it."""
    for stop in stops(page):
        if stop["inside"] and stop["href"] and re.search(text, stop["name"]):
            if stop["href"].startswith("#"):
                page.keyboard.press("Enter")
                return
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"« {text} » is not reached with the keyboard on {page.url}")


@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_journey_is_made_with_the_keyboard_alone(journey: str, page: Page) -> None:
    page.goto("index.html")
    for text in JOURNEYS[journey]:
        follow(page, text)
    expect(page.locator("h1")).to_contain_text(ARRIVALS[journey])
    if journey == "conseiller":
        expect(
            page.locator("#conseiller").get_by_text(re.compile("Aucun|Sans prérequis")).first
        ).to_be_visible()


@pytest.mark.parametrize("path", ["index.html", "dispositifs/pee/index.html"])
def test_the_focus_goes_once_through_the_page_and_comes_out(path: str, page: Page) -> None:
    """No trap, nothing visited twice, everything that is shown and can be pressed is reached."""
    page.goto(path)
    ranks = [stop["rank"] for stop in stops(page)]
    assert ranks == list(range(1, len(ranks) + 1))
    unreached = page.evaluate(
        "[...__marks.keys()].filter(one => !__ranks.has(one) && one.checkVisibility({visibilityProperty: true})"
        " && one.tabIndex >= 0 && !one.disabled && !one.closest('[inert]')).map(one => one.outerHTML.slice(0, 120))"
    )
    assert unreached == []


def test_in_forced_colours_the_focus_is_seen_everywhere(browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 720}, forced_colors="active", base_url=address
    )
    page = context.new_page()
    for path in ("faire-le-point/index.html", "plan/index.html", "recherche/index.html?q=permis"):
        page.goto(path)
        assert sum(1 for _ in stops(page)) > 10
    context.close()


def test_the_bar_that_reads_aloud_never_covers_the_focus(page: Page) -> None:
    page.add_init_script(FAKE.replace("VOICES", json.dumps([FRENCH])))
    page.goto("dispositifs/pee/index.html")
    page.locator(".listen-go").focus()
    page.keyboard.press("Enter")
    assert sum(1 for _ in stops(page)) > 10
