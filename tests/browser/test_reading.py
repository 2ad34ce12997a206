"""Plain reading: the simple version, reading aloud with a pretended voice, acronyms that unfold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import faults
from tests.conftest import Visit

pytestmark = pytest.mark.browser

SCHEME = "dispositifs/pee/index.html"
NEED = "besoins/trouver-ma-voie/index.html"
PATHWAY = "parcours/du-francais-a-l-emploi/index.html"
KINDS = {"dispositif": SCHEME, "besoin": NEED, "parcours": PATHWAY}

FAKE = """
(() => {
  const said = window.__said = [];
  let current = null, listeners = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  const speech = {
    voices: VOICES,
    getVoices() { return this.voices; },
    addEventListener(name, run) { listeners.push(run); },
    speak(one) { said.push(one); current = one; },
    cancel() { const one = current; current = null; if (one && one.onerror) setTimeout(() => one.onerror({error: 'interrupted'})); },
  };
  window.__finish = () => { const one = current; current = null; one.onend({}); };
  window.__installed = voices => { speech.voices = voices; listeners.forEach(run => run()); };
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
})()
"""
FRENCH = {"name": "Amélie", "lang": "fr-FR", "localService": True}
DISTANT = {"name": "Nuage", "lang": "fr-FR", "localService": False}
ENGLISH = {"name": "Ann", "lang": "en-GB", "localService": True}


def pretend(page: Page, *voices: dict[str, object]) -> None:
    """Give the device these voices, none of which speaks."""
    page.add_init_script(FAKE.replace("VOICES", json.dumps(voices)))


@pytest.fixture
def bare(browser: Browser, base: str) -> Iterator[Visit]:
    """A phone without JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield Visit(context.new_page(), base)
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_the_simple_version_is_one_tap_away_and_stays_in_the_address(kind: str, visit: Visit) -> None:
    page = visit.go(KINDS[kind])
    lead, simple = page.locator(".lead").first, page.locator("#simple")
    expect(lead).to_be_visible()
    page.get_by_role("link", name="Version simple").click()
    assert page.url.endswith("#simple")
    for _ in range(2):
        expect(simple).to_be_visible()
        expect(lead).to_be_hidden()
        expect(page.locator("h1")).to_be_in_viewport()
        assert simple.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") > 24
        assert simple.locator("p svg").count() >= 1
        page.reload()
    page.get_by_role("link", name="Page complète").click()
    expect(lead).to_be_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_without_javascript_the_simple_version_opens_and_closes_too(kind: str, bare: Visit) -> None:
    page = bare.go(KINDS[kind])
    page.get_by_role("link", name="Version simple").click()
    expect(page.locator("#simple")).to_be_visible()
    expect(page.locator(".lead").first).to_be_hidden()
    page.get_by_role("link", name="Page complète").click()
    expect(page.locator(".lead").first).to_be_visible()


def test_the_choice_goes_from_page_to_page_and_leaves_with_the_full_page(visit: Visit) -> None:
    page = visit.go(f"{NEED}#simple")
    page.locator("#simple .choice").first.click()
    expect(page.locator("#simple")).to_be_visible()
    assert re.search(r"dispositifs/.*#simple$", page.url)
    page.locator(".brand").click()
    expect(page.locator("main .choice").first).to_have_attribute("href", re.compile(r"\?simple#"))
    page.locator("main .choice").first.click()
    assert "?simple#" in page.url, "a link to a place keeps the place"
    page.locator("main .group .choice:visible").first.click()
    assert re.search(r"besoins/.+#simple$", page.url)
    page.get_by_role("link", name="Page complète").click()
    page.locator("main .card-title a").first.click()
    assert "simple" not in page.url
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_in_the_simple_version_the_skip_link_does_not_leave_it(visit: Visit) -> None:
    page = visit.go(f"{SCHEME}#simple")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#simple")
    assert page.evaluate("document.activeElement.id") == "contenu"


def test_the_simple_version_prints_alone_and_large(visit: Visit) -> None:
    page = visit.go(f"{SCHEME}#simple")
    page.emulate_media(media="print")
    expect(page.locator("#simple")).to_be_visible()
    expect(page.locator(".answers")).to_be_hidden()
    expect(page.locator(".reading")).to_be_hidden()
    assert page.locator("#simple").evaluate("one => parseFloat(getComputedStyle(one).fontSize)") >= 24


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_the_simple_version_read_aloud(
    kind: str, theme: Literal["light", "dark"], browser: Browser, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, color_scheme=theme, base_url=address
    )
    page = context.new_page()
    pretend(page, FRENCH)
    page.goto(f"{KINDS[kind]}#simple")
    page.get_by_role("button", name="Écouter").click()
    found = faults(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
    assert found == ""


@pytest.mark.parametrize("voices", [(), (DISTANT, ENGLISH)], ids=["aucune", "distante-ou-anglaise"])
def test_without_a_french_voice_on_the_device_nothing_offers_to_read(
    voices: tuple[dict[str, object], ...], visit: Visit
) -> None:
    pretend(visit.page, *voices)
    page = visit.go(SCHEME)
    expect(page.locator(".listen")).to_be_hidden()
    page.evaluate("voice => __installed([voice])", FRENCH)
    expect(page.locator(".listen")).to_be_visible()
    assert page.evaluate("__said.length") == 0, "never by itself"


def test_the_simple_version_is_read_sentence_by_sentence_and_the_page_comes_back_as_it_was(
    visit: Visit,
) -> None:
    pretend(visit.page, DISTANT, ENGLISH, FRENCH)
    page = visit.go(f"{SCHEME}#simple")
    before = page.locator(".poc-page").inner_html()
    button = page.locator(".listen-go")
    button.focus()
    page.keyboard.press("Enter")
    shown = [page.locator("h1").inner_text(), *page.locator("#simple > :is(h2, p)").all_inner_texts()]
    heard = []
    for _ in shown:
        heard.append(page.evaluate("__said[__said.length - 1].text"))
        assert page.locator(".said").all_inner_texts(), "the sentence is marked"
        assert "".join(page.locator(".said").all_text_contents()).split() == heard[-1].split()
        page.evaluate("__finish()")
    assert [one.split() for one in heard] == [one.split() for one in shown]
    assert page.evaluate("__said[0].voice.name") == "Amélie"
    expect(button).to_have_text("Écouter")
    expect(page.locator(".listen-stop")).to_be_hidden()
    assert page.locator(".sentence").count() == 0
    page.evaluate("document.querySelectorAll('.listen').forEach(one => one.className = 'listen')")
    assert page.locator(".poc-page").inner_html() == before


def test_pausing_keeps_the_place_and_stopping_starts_again(visit: Visit) -> None:
    pretend(visit.page, FRENCH)
    page = visit.go(SCHEME)
    button = page.locator(".listen-go")
    button.click()
    page.evaluate("__finish()")
    button.click()
    expect(button).to_have_text("Reprendre")
    button.click()
    said = page.evaluate("__said.map(one => one.text)")
    assert len(said) == 3 and said[1] == said[2] != said[0]
    page.keyboard.press("Escape")
    expect(button).to_have_text("Écouter")
    button.click()
    page.locator(".listen-stop").click()
    assert page.evaluate("document.activeElement.className").startswith("button plain listen-go")
    assert page.evaluate("__said[__said.length - 1].text") == said[0]


def test_the_person_s_part_is_read_and_the_adviser_s_is_not(visit: Visit) -> None:
    pretend(visit.page, FRENCH)
    page = visit.go(SCHEME)
    page.locator(".listen-go").click()
    for _ in range(400):
        if not page.evaluate("document.querySelector('.listening') !== null"):
            break
        page.evaluate("__finish()")
    said = " ".join(page.evaluate("__said.map(one => one.text)"))
    for heard in ("Ce que vous obtenez", "Vous pouvez vous présenter seul."):
        assert heard in said
    for unheard in ("conseiller ?", "Version simple", "Sources", "lots"):
        assert unheard not in said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vous parlez. On vous aide !", ["Vous parlez.", "On vous aide !"]),
        ("Voyez M. Diallo, p. 3. Il aide.", ["Voyez M. Diallo, p. 3.", "Il aide."]),
        ("Dites : « Je cherche. » Puis attendez.", ["Dites : « Je cherche. »", "Puis attendez."]),
        ("Il y a 2 500 places… et 8.5 heures. Émile vient.", ["Il y a 2 500 places… et 8.5 heures.", "Émile vient."]),
        ("  Des cours, des stages, etc. en groupe ", ["Des cours, des stages, etc. en groupe"]),
        ("Payé ?\u00a0Oui.\n« Non. »", ["Payé ?", "Oui.", "« Non. »"]),
        ("…", []),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_a_reader_breathes(
    text: str, found: list[str], browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(address + SCHEME)
    cut = page.evaluate("text => __poc_listen.sentences(text).map(one => text.slice(one[0], one[1]))", text)
    page.close()
    assert cut == found


def test_an_acronym_unfolds_with_the_keyboard_and_is_printed_in_full(visit: Visit) -> None:
    page = visit.go("dispositifs/competences-de-base/index.html")
    term = page.locator(".poc-page > :not(#simple) .term:visible").first
    word, said = term.locator("button"), term.locator(".term-said")
    expect(said).to_be_hidden()
    assert word.get_attribute("aria-expanded") == "false"
    word.focus()
    page.keyboard.press("Enter")
    expect(said).to_be_visible()
    assert word.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Enter")
    expect(said).to_be_hidden()
    page.emulate_media(media="print")
    expect(said).to_be_visible()


def test_without_javascript_an_acronym_has_its_words_beside_it(bare: Visit) -> None:
    page = bare.go("dispositifs/competences-de-base/index.html")
    said = page.locator(".poc-page > :not(#simple) .term-said:visible")
    expect(said.first).to_have_text(re.compile(r"^\s*(\(\w.+\)|: \w.+)$"))
    assert page.locator("button.term-word").count() == 0
