"""« Je veux devenir magasinier, j’habite à Roissy »: on a phone, over http and from a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_search import found
from tests.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["avec-js", "sans-js"])
def walk(request: pytest.FixtureRequest, browser: Browser, base: str) -> Iterator[Visit]:
    """A phone, with and without JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=request.param)
    watched = Visit(context.new_page(), base)
    yield watched
    context.close()
    assert watched.complaints == []


def click(page: Page, text: str) -> None:
    """Touch the first link of the page that carries `text`."""
    page.locator("main").get_by_role("link", name=re.compile(text)).first.click()
    page.wait_for_load_state()


def to_letter(page: Page, letter: str) -> None:
    """Touch a letter of the list of jobs, whatever page holds it."""
    page.locator(".letters").get_by_role("link", name=letter, exact=True).click()
    page.wait_for_url(f"**#lettre-{letter.lower()}")
    page.wait_for_load_state()


def test_the_job_then_the_departement_tell_what_is_listed_at_roissy(walk: Visit) -> None:
    page = walk.go("index.html")
    click(page, "métier en tête")
    to_letter(page, "M")
    if not page.locator("#lettre-m details[open]").count():  # without JavaScript the letter is folded
        page.locator("#lettre-m summary").click()
    click(page, "^Magasinier ou magasinière")
    expect(page.locator("h1")).to_contain_text("Magasinier")
    near = page.locator("#val-d-oise")
    near.locator("summary").click()
    expect(near).to_contain_text("Roissy-Le Bourget")
    expect(near).to_contain_text("CAP ou BEP")


def test_the_commune_says_which_roissy_then_what_is_near(walk: Visit) -> None:
    page = walk.go("index.html")
    click(page, "Près de chez moi")
    click(page, "cherche ma commune")
    for name in ("Val-d’Oise", "Seine-et-Marne"):
        details = page.locator("section", has=page.get_by_role("heading", name=name)).locator("details")
        details.locator("summary").click()
        expect(details).to_have_attribute("open", "")
    expect(page.locator("#val-d-oise li", has_text="Roissy-en-France")).to_be_visible()
    expect(page.locator("#seine-et-marne li", has_text="Roissy-en-Brie")).to_be_visible()
    expect(page.locator("#seine-et-marne").get_by_text("Bassin non précisé")).to_have_count(1)
    page.locator("#val-d-oise").get_by_role("link", name="Roissy-Le Bourget").click()
    page.wait_for_load_state()
    expect(page.locator("h1")).to_contain_text("Roissy-Le Bourget")
    domain = page.locator("#transport-logistique")
    domain.locator("summary").click()
    domain.get_by_role("link", name=re.compile("Magasinier")).click()
    page.wait_for_load_state()
    assert page.url.endswith("#val-d-oise")
    expect(page.locator("#val-d-oise summary")).to_contain_text("listé partout")


@pytest.mark.parametrize(
    "folder",
    [
        "territoires/communes",
        "metiers",
        "ce-qui-fait-tenir-un-parcours",
        "ce-qui-fait-tenir-un-parcours/exemples-analyses",
        "territoires/seine-saint-denis",
    ],
)
def test_a_long_list_is_short_on_a_phone_until_it_is_opened(folder: str, walk: Visit) -> None:
    page = walk.go(f"{folder}/index.html")
    assert page.evaluate("document.documentElement.scrollHeight") < 5000


def test_a_link_to_a_letter_or_a_departement_opens_it(visit: Visit) -> None:
    page = visit.go("metiers/index.html")
    to_letter(page, "M")
    expect(page.get_by_role("link", name="Magasinier ou magasinière").first).to_be_visible()
    page = visit.go("territoires/communes/index.html#val-d-oise")
    expect(page.get_by_text("Roissy-en-France").last).to_be_visible()


def test_ways_side_by_side_leave_no_empty_column(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = Visit(context.new_page(), base).go("metiers/n1103/index.html")
    for way in page.locator(".way > summary").all():
        way.click()
    left = [box["x"] for way in page.locator(".way").all() if (box := way.bounding_box())]
    frame = page.locator(".ways").bounding_box()
    context.close()
    assert frame is not None
    assert min(left) == frame["x"] and max(left) > frame["x"] + frame["width"] / 3


def test_a_link_to_a_departement_opens_it(visit: Visit) -> None:
    page = visit.go("metiers/n1103/index.html#val-d-oise")
    expect(page.locator("#val-d-oise").get_by_text("Roissy-Le Bourget").first).to_be_visible()


def test_the_first_screen_of_a_job_says_what_which_where_and_how(visit: Visit) -> None:
    page = visit.go("metiers/n1103/index.html")
    for said in (
        "entrepôt",
        "Niveau de la formation",
        "Dans toute l’Île-de-France",
        "Je pars de zéro",
        "apprendre en trav",
    ):
        where = page.locator("main").get_by_text(re.compile(said)).first.bounding_box()
        assert where is not None and where["y"] + where["height"] <= 740, said


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("magasinier", ("job", "N1103")),
        ("preparateur de commandes", ("job", "N1103")),
        ("femme de ménage", ("job", "K1304")),
        ("CQP Agent de Prévention", ("training", None)),
    ],
)
def test_everyday_names_find_jobs(query: str, expected: tuple[str, str | None], visit: Visit) -> None:
    page = visit.go("recherche/index.html")
    page.locator("main input[name=q]").fill(query)
    kind, record = expected
    best = [one for one in found(page) if one[0] == kind][:2]
    assert any(record in (one[1], None) for one in best)


def test_a_training_found_leads_to_its_row(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=CQP%20agent%20de%20pr%C3%A9vention")
    found(page)
    page.locator("[data-kind=training] a").first.click()
    page.wait_for_load_state()
    expect(page.locator(":target")).to_be_visible()
