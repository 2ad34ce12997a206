"""Places typed in a search: they lead to their territory, and never change what is found."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_search import found
from tests.conftest import Visit

pytestmark = pytest.mark.browser


def test_a_job_and_a_place_lead_to_the_job_and_to_the_place(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=je veux devenir magasinier, j’habite à Roissy-en-France")
    assert ("job", "N1103") in found(page)
    expect(page.get_by_role("link", name="Près de chez vous")).to_have_attribute(
        "href", re.compile("territoires/")
    )


def test_a_town_is_known_by_the_first_word_of_its_name(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=magasinier à Roissy")
    near = page.locator("#pres a")
    expect(near).to_contain_text(["Roissy-en-Brie", "Roissy-en-France", "Roissy-Le Bourget"])
    expect(near.first).to_have_text(re.compile(r"^Peut-être\u00a0: Roissy-en-Brie \(.+\)\u00a0\?$"))
    for question in (
        "travailler dans les maisons de retraite",
        "je suis trop vieux",
        "on a notre fils à charge",
    ):
        page.locator("main input[name=q]").fill(question)
        found(page)
        expect(page.locator("#pres")).to_be_hidden()


def test_a_town_whose_name_is_a_common_word_is_read_after_a_preposition_only(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=je suis collégien et perdu")
    assert ("need", "reprendre-pied") in found(page)
    near = page.locator("#pres a")
    expect(near).to_have_count(0)
    page.locator("main input[name=q]").fill("travailler à Collégien")
    expect(near).to_have_text("Près de chez vous : Collégien (Seine-et-Marne)")
    page.locator("main input[name=q]").fill("plaisir")
    expect(near).to_have_text(re.compile(r"^Peut-être\u00a0: Plaisir"))
    page.locator("main input[name=q]").fill("plaisir 78")
    expect(near).to_contain_text(["Yvelines", "Plaisir"])
    page.locator("main input[name=q]").fill("95 à roissy")
    expect(page.locator("#resume")).to_have_text(re.compile(r"^Des lieux, peut-être\."))


def test_a_town_alone_is_told_in_the_box_of_every_page_too(visit: Visit) -> None:
    page = visit.go("index.html")
    field = page.locator("main [role=combobox]")
    field.press_sequentially("melun")
    expect(page.locator("#propositions-dites")).to_have_text("Un lieu. Appuyez sur Entrée.")
    field.fill("recette de crêpes à Roissy")
    expect(page.locator("#propositions-dites")).to_have_text("Aucune proposition.")
    field.fill("melun")
    expect(page.locator("#propositions-dites")).to_have_text("Un lieu. Appuyez sur Entrée.")
    field.press("Enter")
    expect(page.locator("#pres a")).to_have_text("Près de chez vous : Melun (Seine-et-Marne)")


def test_a_town_alone_is_no_question_without_answer(visit: Visit) -> None:
    for asked, said in (
        ("Melun", "Un lieu."),
        ("à Melun", "Un lieu."),
        ("93 77", "2\u00a0lieux."),
        ("melun melun", "Un lieu."),
    ):
        page = visit.go(f"recherche/index.html?q={asked}")
        expect(page.locator("#resume")).to_have_text(f"{said} Dites aussi ce que vous cherchez.")
        expect(page.locator("#rien")).to_be_hidden()
    page = visit.go("recherche/index.html?q=Melun")
    expect(page.locator("#pres a")).to_have_text("Près de chez vous : Melun (Seine-et-Marne)")
