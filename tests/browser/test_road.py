"""« Feuille de route »: choices in the address, three at most, one A4 page each, texts to copy."""

from __future__ import annotations

import re
from typing import Any

import pytest
import segno
from playwright.sync_api import Browser, Page, expect

from generator.road.codes import code
from tests.browser.axe import faults
from tests.conftest import Visit

pytestmark = pytest.mark.browser

ROAD = "feuille-de-route/index.html"
PEE, E2C, CBP = (code("scheme", one) for one in ("pee", "e2c", "competences-de-base"))
WAY = code("pathway", "sans-projet-vers-emploi")
A4_HEIGHT = (297 - 2 * 11) / 25.4 * 96
"""CSS pixels between the margins of the style sheet."""


def on_sheet(page: Page) -> list[str]:
    """Titles of the choices on the sheet that is shown."""
    return [
        one.strip() for one in page.locator(".made:visible .r-choice h3 > span:first-child").all_inner_texts()
    ]


def pages_of(page: Page, **how: Any) -> int:
    """How many pages the browser prints."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(**how)))


def test_a_choice_is_added_from_its_sheet_and_the_list_travels_to_the_next(visit: Visit) -> None:
    page = visit.go("dispositifs/pee/index.html")
    page.get_by_role("link", name="Ajouter à la feuille de route").click()
    expect(page.locator("h1")).to_have_text("Feuille de route")
    assert page.url.endswith(f"#1{PEE}")
    page.locator(".road-choices a").click()
    expect(page.get_by_role("link", name="Ma feuille de route : 1 choix sur 3")).to_be_visible()
    expect(page.get_by_role("link", name="Déjà dans ma feuille")).to_be_visible()
    page.locator("#avant-apres .stop > a").first.click()
    page.wait_for_load_state()
    page.get_by_role("link", name="Ajouter à la feuille de route").click()
    expect(page.locator(".road-choices li")).to_have_count(2)
    assert re.search(rf"#1{PEE}[0-9a-z]{{6}}$", page.url)


def test_a_pathway_is_added_too(visit: Visit) -> None:
    page = visit.go("parcours/sans-projet-vers-emploi/index.html")
    page.get_by_role("link", name="Ajouter à la feuille de route").click()
    assert page.url.endswith(f"#1{WAY}")
    expect(page.locator(".made:visible")).to_contain_text("Étapes")


def test_a_fourth_choice_is_refused_with_its_reason_and_may_replace_another(visit: Visit) -> None:
    page = visit.go(f"dispositifs/clea/index.html#road=1{PEE}{E2C}{CBP}")
    page.get_by_role("link", name="Ajouter à la feuille de route").click()
    box = page.locator(".road-fourth")
    expect(box).to_be_visible()
    expect(box).to_contain_text("charte de prescription")
    expect(box).to_contain_text("CléA")
    assert len(on_sheet(page)) == 3 and not any("CléA" in one for one in on_sheet(page))
    page.reload()
    expect(page.locator(".road-fourth")).to_be_visible()
    page.get_by_role("button", name="Remplacer « École de la deuxième chance").click()
    expect(box).to_be_hidden()
    assert [("CléA" in one) for one in on_sheet(page)] == [False, True, False]
    assert page.url.endswith(f"#1{PEE}{code('scheme', 'clea')}{CBP}")


def test_the_sheet_comes_back_from_its_address_alone(visit: Visit) -> None:
    page = visit.go(f"{ROAD}#1{PEE}{WAY}")
    before = on_sheet(page)
    assert before[0] == "Parcours d’entrée en emploi (PEE)" and len(before) == 2
    page.reload()
    assert on_sheet(page) == before
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_clearing_leaves_an_empty_address_and_blank_sheets(visit: Visit) -> None:
    page = visit.go(f"{ROAD}#1{PEE}")
    expect(page.locator(".blank")).to_be_hidden()
    page.get_by_role("button", name="Effacer").click()
    expect(page.locator(".road-choices li")).to_have_count(0)
    expect(page.locator(".blank")).to_be_visible()
    assert page.url.partition("#")[2] == ""


def test_a_choice_is_found_by_name_without_accent_and_by_need(visit: Visit) -> None:
    page = visit.go(ROAD)
    page.locator(".road-pick summary").click()
    page.locator("#road-name").fill("ecole deuxieme")
    page.locator(".road-one").first.click()
    expect(page.locator(".road-said")).to_contain_text("Ajouté")
    assert page.url.endswith(f"#1{E2C}")
    page.locator("#road-name").fill("")
    page.locator("#road-need").select_option(index=5)
    assert page.locator(".road-one").count() > 1


def test_each_version_says_its_own_things(visit: Visit) -> None:
    page = visit.go(f"{ROAD}#1{PEE}")
    mine = page.locator(".made:visible")
    for said in (
        "Quoi dire au téléphone",
        "À apporter",
        "Cette semaine",
        "Nom",
        "Rendez-vous le",
        "février 2019",
    ):
        expect(mine).to_contain_text(said)
    page.get_by_label("Pour le conseiller", exact=True).check()
    for said in (
        "Prérequis à vérifier", "Sélection", "Coutures à sécuriser", "En cas de refus", "Acquis et parcours antérieur",
        "Validation du projet", "Accord de la personne", "Conditions matérielles", "Faisabilité", "handicapé",
    ):  # fmt: skip
        expect(page.locator(".made:visible")).to_contain_text(said)


def test_texts_to_copy_are_five_lines_and_one_message(visit: Visit) -> None:
    page = visit.go(f"{ROAD}#1{PEE}{WAY}{CBP}")
    page.locator(".road-copy summary").click()
    lines = page.locator(".road-case").input_value().split("\n")
    assert [one.partition("\u00a0: ")[0] for one in lines] == [
        "Choix proposés (3 sur 3)", "À vérifier", "À sécuriser", "En cas de refus", "Première étape",
    ]  # fmt: skip
    assert "PEE" in lines[0]
    message = page.locator(".road-message").input_value()
    assert message.startswith("Bonjour. Nous avons parlé de\u00a0: PEE") and "\n" not in message
    page.get_by_role("button", name="Copier le message").click()
    expect(page.locator(".road-copied")).not_to_be_empty()


def test_without_the_clipboard_of_the_browser_the_text_is_copied_or_selected(visit: Visit) -> None:
    visit.page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page = visit.go(f"{ROAD}#1{PEE}")
    page.locator(".road-copy summary").click()
    page.get_by_role("button", name="Copier les cinq lignes").click()
    expect(page.locator(".road-copied")).to_contain_text("opi")
    assert page.evaluate(
        "(a => a.selectionEnd - a.selectionStart === a.value.length)(document.querySelector('.road-case'))"
    )


def worst(page: Page, which: str) -> list[str]:
    """Codes of the three choices that take most room on paper, each measured as printed among three."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})
    page.evaluate("new Promise(then => poc.scripts([poc.road.root + 'assets/road-data.js'], then))")
    rows: list[list[Any]] = page.evaluate(
        """which => { const all = Object.keys(window.__poc_road.choices), found = [];
        for (const one of all) {
          const others = all.filter(code => code !== one).slice(0, 2), paper = window.poc.paper(
            which, [one, ...others].map(code => window.__poc_road.choices[code]), "");
          document.getElementById("papiers").appendChild(paper);
          found.push([paper.querySelector(".r-choice").getBoundingClientRect().height, one]);
          paper.remove(); }
        return found; }""",
        which,
    )
    page.emulate_media(media="null")
    return [one for _, one in sorted(rows, reverse=True)[:3]]


LIVE = (
    "document.addEventListener('DOMContentLoaded', () => document.getElementById('feuille')"
    ".setAttribute('data-address', 'https://guide.region.example/feuille-de-route/'), true)"
)


@pytest.mark.parametrize("which", ["person", "adviser"])
def test_each_version_is_one_page_with_the_three_longest_choices(which: str, visit: Visit) -> None:
    visit.page.add_init_script(LIVE)
    page = visit.go(ROAD)
    codes = worst(page, which)
    page.goto(f"{visit.base}{ROAD}?trois#1{''.join(codes)}")
    page.locator(f"input[value={which}]").check()
    expect(page.locator(f".paper-{which}.made .r-qr svg")).to_be_visible()
    assert pages_of(page, prefer_css_page_size=True) == 1
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "10mm")
    assert pages_of(page, format="A4", margin=margins) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})
    height = page.evaluate(f"document.querySelector('.paper-{which}.made').getBoundingClientRect().height")
    assert height < A4_HEIGHT - 10, "a few lines are left for a wider font"


@pytest.mark.parametrize("count", [1, 2])
def test_fewer_choices_are_larger_and_still_one_page(count: int, visit: Visit) -> None:
    page = visit.go(ROAD)
    for which in ("person", "adviser"):
        codes = worst(page, which)[:count]
        page.goto(f"{visit.base}{ROAD}?{which}{count}#1{''.join(codes)}")
        page.locator(f"input[value={which}]").check()
        assert pages_of(page, prefer_css_page_size=True) == 1, which


def test_without_javascript_the_page_explains_and_prints_two_blank_sheets(
    browser: Browser, base: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + ROAD)
    expect(page.locator(".without-js")).to_contain_text("imprimer une fiche")
    expect(page.locator("#feuille")).to_be_hidden()
    assert page.locator(".blank .paper").count() == 2
    assert pages_of(page, prefer_css_page_size=True) == 2
    page.goto(base + "dispositifs/pee/index.html")
    assert page.get_by_text("Ajouter à la feuille de route").count() == 0
    context.close()


def test_the_code_of_the_browser_is_that_of_the_build(visit: Visit) -> None:
    page = visit.go(ROAD)
    for name in ("pee", "e2c", "competences-de-base", "é"):
        assert page.evaluate("one => poc.road.code(one)", f"scheme:{name}") == code("scheme", name)


FULL = {2: 32, 3: 53, 4: 78, 5: 106}
"""Bytes that fill each version of a QR code at level L: no padding, so that two programs must agree."""


def test_the_qr_code_is_the_one_that_another_program_draws(visit: Visit) -> None:
    page = visit.go(ROAD)
    for version, length in FULL.items():
        text = ("https://guide.example/é#1" + "a8wsfp8zk" * 12)[: length - 1]
        drawn = page.evaluate("text => poc.qr.grid(text)", text)
        made = segno.make(text.encode(), version=version, error="L", mask=0, mode="byte", boost_error=False)
        assert [[int(one) for one in row] for row in drawn] == [list(row) for row in made.matrix], version
        shorter = page.evaluate("text => poc.qr.grid(text).length", text[:-3])
        assert shorter == len(drawn), "a shorter address is padded, not drawn smaller"


def test_an_address_too_long_has_no_qr_code(visit: Visit) -> None:
    assert visit.go(ROAD).evaluate("poc.qr.draw('x'.repeat(107))") is None


def test_everything_can_be_done_with_the_keyboard(visit: Visit) -> None:
    page = visit.go(f"{ROAD}#1{PEE}{E2C}{CBP}")
    page.locator(".road-pick summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("clea numerique")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".road-fourth")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#t-choix")).to_be_focused()
    expect(page.locator(".made:visible .r-choice h3", has_text="CléA numérique")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    theme: Any, width: int, browser: Browser, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=theme, base_url=address
    )
    page = context.new_page()
    for where in (ROAD, f"{ROAD}?quatre#1{PEE}{E2C}{CBP}{WAY}", f"dispositifs/pee/index.html#road=1{E2C}"):
        page.goto(where)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        if ROAD in where:
            page.locator("#road-name").fill("formation")
            expect(page.locator(".road-one").first).to_be_visible()
        found = faults(page)
        assert found == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_targets_are_large_enough_for_a_thumb(visit: Visit) -> None:
    page = visit.go(f"{ROAD}?quatre#1{PEE}{E2C}{CBP}{WAY}")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.locator("#road-name").fill("formation")
    sizes = page.eval_on_selector_all(
        "#feuille :is(button, input:not([type=radio]), select, summary, label:has(input))",
        "all => all.map(one => [one.textContent.trim(), one.getBoundingClientRect().height])",
    )
    assert sizes and [one for one in sizes if one[1] < 44] == []
