"""Accessibility that a machine can see: axe on each kind of page, keyboard, zoom, no overflow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.browser.axe import COLOURS, faults
from tests.conftest import Visit

pytestmark = pytest.mark.browser

KINDS = {
    "accueil": "index.html",
    "besoins": "besoins/index.html",
    "besoin": "besoins/trouver-ma-voie/index.html",
    "dispositifs": "dispositifs/index.html",
    "par-public": "dispositifs/par-public/index.html",
    "dispositif": "dispositifs/pee/index.html",
    "tres-long": "dispositifs/competences-de-base/index.html",
    "parcours-tous": "parcours/index.html",
    "plan": "plan/index.html",
    "parcours": "parcours/du-francais-a-l-emploi/index.html",
    "glossaire": "glossaire/index.html",
    "qui-peut-aider": "qui-peut-aider/index.html",
    "recherche": "recherche/index.html?q=permis",
    "sources": "sources-et-methode/index.html",
    "mentions": "mentions-legales/index.html",
    "accessibilite": "accessibilite/index.html",
    "introuvable": "404.html",
    "metiers": "metiers/index.html",
    "metier": "metiers/n1103/index.html",
    "metier-plusieurs-formations": "metiers/k2503/index.html",
    "formations": "formations/index.html",
    "domaine": "formations/commerce-vente-distribution/index.html",
    "territoires": "territoires/index.html",
    "departement": "territoires/val-d-oise/index.html",
    "bassin": "territoires/roissy-le-bourget/index.html",
    "communes": "territoires/communes/index.html",
    "contenus": "contenus/index.html",
    "par-financeur": "dispositifs/par-financeur/index.html",
    "lequel-choisir": "lequel-choisir/index.html",
    "comparaison": "lequel-choisir/pee/index.html",
    "ce-qui-fait-tenir": "ce-qui-fait-tenir-un-parcours/index.html",
    "exemples-dates": "ce-qui-fait-tenir-un-parcours/exemples-enquetes/index.html",
    "conseiller-a-part": "dispositifs/prfe/conseiller/index.html",
    "exemples": "exemples-de-parcours/index.html",
    "actions": "actions-pour-les-organismes/index.html",
    "emporter": "emporter/index.html",
    "langues": "langues/index.html",
    "arabe": "langues/ar/index.html",
    "tamoul": "langues/ta/index.html",
    "a-montrer": "langues/ar/a-montrer/index.html",
}

HEAVY = ("par-public", "tres-long", "glossaire", "metiers", "communes", "contenus")
"""Very long pages made of one repeated piece: their other widths belong to `test --all`."""

GRID = [
    pytest.param(kind, width, marks=[pytest.mark.slow] if kind in HEAVY and width != 320 else [])
    for kind in KINDS
    for width in (320, 768, 1280)
]


@pytest.mark.parametrize(("kind", "width"), GRID)
def test_axe_finds_nothing_with_everything_unfolded(
    kind: str, width: int, browser: Browser, address: str
) -> None:
    viewport: ViewportSize = {"width": width, "height": 800}
    context = browser.new_context(viewport=viewport, color_scheme="light", base_url=address)
    page = context.new_page()
    page.goto(KINDS[kind])
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert faults(page) == ""
    page.emulate_media(color_scheme="dark")
    assert faults(page, COLOURS) == "", "dark"
    context.close()


@pytest.mark.parametrize("kind", ["accueil", "besoins", "besoin", "dispositifs", "dispositif", "metiers"])
def test_a_very_long_word_widens_nothing(kind: str, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, base_url=address)
    page = context.new_page()
    page.goto(KINDS[kind])
    page.evaluate(
        "document.querySelectorAll('main :is(h1, h2, a, strong, dd, .soft)').forEach("
        "one => { if (!one.children.length) one.textContent += 'anticonstitutionnellement'.repeat(4) })"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_the_header_wraps_at_200_percent_on_a_small_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, base_url=address)
    page = context.new_page()
    page.goto(KINDS["accueil"])
    one_line = page.evaluate("document.querySelector('.top-in').clientHeight")
    page.evaluate("document.documentElement.style.fontSize = '36px'")
    right = "Math.max(...[...document.querySelectorAll('.top-in > *')].map(one => one.getBoundingClientRect().right))"
    assert one_line < 80
    assert page.evaluate(right) <= 320
    context.close()


def test_the_header_is_whole_at_200_percent_zoom(browser: Browser, address: str) -> None:
    """WCAG 1.4.10: a screen of 1280 pixels zoomed twice shows 640, at twice the density."""
    context = browser.new_context(
        viewport={"width": 640, "height": 360}, device_scale_factor=2, base_url=address
    )
    page = context.new_page()
    page.goto(KINDS["dispositif"])
    boxes = "[...document.querySelectorAll('.top-in > *')].map(one => one.getBoundingClientRect().toJSON())"
    shown = [one for one in page.evaluate(boxes) if one["width"]]
    edges = [(one["left"], one["right"]) for one in shown]
    assert len(edges) >= 3 and all(right <= left for (_, right), (left, _) in pairwise(edges))
    assert edges[-1][1] <= 640 and max(one["bottom"] for one in shown) < 80
    page.locator(".menu summary").click()
    last = page.locator(".menu a").last
    last.scroll_into_view_if_needed()
    box = last.bounding_box()
    assert box is not None and box["y"] + box["height"] < 361 and box["width"] > 200
    context.close()


@pytest.mark.parametrize("kind", ["accueil", "dispositif"])
def test_drawings_stay_small_without_a_style_sheet(kind: str, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=address)
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    page.goto(KINDS[kind])
    widths = page.eval_on_selector_all("svg:not(.map)", "all => all.map(one => one.clientWidth)")
    assert widths and max(widths) <= 48
    context.close()


def test_the_glossary_folds_its_sources_and_a_term_is_reached_without_javascript(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False, base_url=address
    )
    page = context.new_page()
    page.goto(KINDS["glossaire"])
    assert page.locator(".terms .term-source[open]").count() == 0
    assert page.locator(".terms dd.soft").count() == 0
    term = page.locator(".terms > div").last.get_attribute("id")
    page.goto(f"{KINDS['glossaire']}#{term}")
    box = page.locator(f"#{term}").bounding_box()
    assert box is not None and box["y"] < 740
    page.locator(".letters a").first.click()
    assert page.locator(".letter:visible").count() == 1
    context.close()


def test_the_first_tab_reaches_a_link_that_skips_to_the_content(visit: Visit) -> None:
    page = visit.go("besoins/trouver-ma-voie/index.html")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent.trim()")
    assert "contenu" in focused
    box = page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
    assert box["top"] >= 0 and box["height"] > 20, "the skip link shows when focused"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, #contenu') !== null")
