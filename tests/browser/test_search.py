"""The search page: as you type, by address, with no answer, and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Visit

pytestmark = pytest.mark.browser

RESULTS = "[data-state]"


def found(page: Page) -> list[tuple[str, str]]:
    """Kind and id of each result, in order, once the search has settled."""
    expect(page.locator(RESULTS)).to_have_attribute("data-state", "done")
    rows: list[list[str]] = page.eval_on_selector_all(
        f"{RESULTS} [data-kind]", "all => all.map(one => [one.dataset.kind, one.dataset.id])"
    )
    assert page.locator(RESULTS).get_attribute("data-count") == str(len(rows))
    return [(kind, record) for kind, record in rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("parler francais", ("need", "parler-francais")),
        ("PEE", ("scheme", "pee")),
        ("ecole de la deuxieme chance", ("scheme", "e2c")),
        ("l'anglais", ("need", "parler-anglais")),
    ],
)
def test_words_typed_without_accents_find_what_is_meant(
    query: str, expected: tuple[str, str], visit: Visit
) -> None:
    page = visit.go("recherche/index.html")
    page.locator("main input[name=q]").press_sequentially(query)
    assert expected in found(page)[:3]


def test_a_query_in_the_address_is_answered(visit: Visit) -> None:
    assert ("need", "me-deplacer") in found(visit.go("recherche/index.html?q=permis"))


def test_what_the_guide_does_not_know_is_said_plainly(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=zzzxqw")
    assert found(page) == []
    expect(page.locator(RESULTS)).to_have_attribute("data-count", "0")
    expect(page.locator("main").get_by_role("link").first).to_be_visible()


def test_the_form_of_the_home_page_leads_to_the_results(visit: Visit) -> None:
    page = visit.go("index.html")
    page.locator("main input[name=q]").fill("anglais")
    page.locator("main input[name=q]").press("Enter")
    page.wait_for_url("**/recherche/**")
    assert ("need", "parler-anglais") in found(page)


def test_a_query_is_shown_as_text_never_as_markup(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.locator(RESULTS)).to_have_attribute("data-state", "done")
    assert page.locator("main img").count() == 0


def test_without_javascript_the_page_is_an_index_of_everything(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "recherche/index.html")
    for path in ("besoins/handicap/", "dispositifs/pee/", "parcours/du-francais-a-l-emploi/"):
        expect(page.locator(f"main a[href*='{path}']").first).to_be_visible()
    expect(page.locator("main form")).to_be_hidden()
    expect(page.get_by_text("La recherche a besoin de JavaScript")).to_be_visible()
    context.close()
