"""« Feuille de route »: codes, three sentences for the telephone, what is cut, what travels."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import Any

import pytest

from generator import pages
from generator.edition import select
from generator.guide import Guide
from generator.load import load
from generator.road import adviser, person
from generator.road.codes import SIGNS, SIZE, code
from generator.road.cut import MORE, cut, cut_list
from generator.road.phone import three_sentences
from generator.road.script import road_data, road_script
from generator.views.shared import Library
from tests.projects import ROOT
from tests.unit.made_up import TODAY, scheme, with_scheme


@pytest.fixture(scope="module")
def offer() -> Library:
    """The real guide of Île-de-France."""
    guide = load(ROOT).guide
    assert guide is not None
    return Library(select(guide, "ile-de-france"), TODAY)


def test_a_code_is_six_signs_that_stay_the_same_and_tell_nothing() -> None:
    assert code("scheme", "pee") == "a8wsfp"
    assert code("pathway", "pee") != code("scheme", "pee")
    assert len(code("scheme", "é")) == SIZE and set(code("scheme", "é")) <= set(SIGNS)
    assert not set("ilou") & set(SIGNS)


def test_a_text_too_long_ends_at_a_word_and_says_where_the_rest_is() -> None:
    assert cut("Court.", 30) == "Court."
    said = cut("Vous apprenez un métier, puis vous travaillez dans une entreprise.", 50)
    assert said == f"Vous apprenez un métier… {MORE}"
    assert len(said) <= 50


def test_a_list_too_long_says_that_some_are_left() -> None:
    assert cut_list(["un", "deux"], 50, 3) == ["un", "deux"]
    assert cut_list(["un", "deux", "trois"], 50, 2) == ["un", f"deux {MORE}"]
    assert cut_list([], 50, 2) == []


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"alone": "true"}, "sans conseiller : est-ce toujours possible ?"),
        ({"alone": "false"}, "il faut passer par un conseiller : qui peut me recevoir ?"),
        ({"prescribers": ["mission-locale"]}, "un conseiller peut m’y aider"),
        ({}, "Est-ce que je peux m’inscrire sans conseiller ?"),
    ],
)
def test_what_to_say_depends_on_how_one_gets_in(entry: dict[str, Any], said: str) -> None:
    first, second, third = three_sentences(scheme(entry=entry), "Un nouveau cours")
    assert first.endswith("J’appelle au sujet de : Un nouveau cours.")
    assert said in second
    assert third == "Quelle est la prochaine date, et à quelle adresse ?"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"mode": "permanent"}, "toute l’année"),
        ({"mode": "sessions", "months": ["9", "1"]}, "on entre en janvier et septembre"),
        ({"mode": "sessions", "months": ["1", "3", "5", "9"]}, "à des dates fixes"),
    ],
)
def test_what_to_say_asks_again_the_dates_that_one_has_read(entry: dict[str, Any], said: str) -> None:
    assert said in three_sentences(scheme(entry=entry), "Un cours")[2]


@pytest.mark.parametrize(
    ("status", "said"),
    [("announced", "déjà ouvert"), ("suspended", "reprend"), ("experimental", "expérience")],
)
def test_what_is_not_simply_open_is_asked_before_anything(status: str, said: str, guide: Guide) -> None:
    added = scheme(status=status, person={"summary": "Un cours.", "how_to_start": "Inscrivez-vous."})
    assert said in three_sentences(added, "Un cours")[1]
    sheet = person.of_scheme(with_scheme(guide, added), added, "Un cours")
    assert (sheet.first == "Inscrivez-vous.") is (status == "experimental")


def test_sentences_for_the_telephone_are_short(offer: Library) -> None:
    for one in road_data(offer)["choices"].values():
        assert len(one["phone"]) == 3, one["title"]
        assert all(len(said.split()) <= 18 for said in one["phone"][1:]), one["phone"]


def test_silence_stays_silence(guide: Guide) -> None:
    added = scheme()
    library = with_scheme(guide, added)
    sheet = person.of_scheme(library, added, "Un nouveau cours")
    assert (sheet.where, sheet.when, sheet.who, sheet.bring) == (None, None, None, ())
    kept = adviser.of_scheme(library, added)
    assert (kept.check, kept.select, kept.seams, kept.refer, kept.refused) == ((), None, (), None, None)
    travels = road_data(library)["choices"][code("scheme", "nouveau")]
    assert "where" not in travels and "check" not in travels


def test_the_telephone_and_the_questions_never_ask_the_same_thing(offer: Library) -> None:
    for one in road_data(offer)["choices"].values():
        assert not set(one.get("ask", ())) & person.SAID, one["title"]


def test_every_open_choice_travels_under_its_code_and_closed_ones_do_not(offer: Library) -> None:
    data = road_data(offer)
    wanted = {code("scheme", one.id) for one in offer.guide.schemes.values() if one.status != "closed"}
    wanted |= {code("pathway", one) for one in offer.guide.pathways}
    assert data["choices"].keys() == wanted
    assert all(found in wanted for codes in data["needs"] for found in codes)
    assert data["choices"][code("scheme", "pee")]["path"] == "dispositifs/pee/index.html"


def test_an_address_kept_before_a_sheet_was_renamed_still_finds_it(library: Library) -> None:
    moved = road_data(library)["moved"]
    assert moved[code("scheme", "ancien-atelier")] == code("scheme", "atelier")


def test_a_passage_to_secure_is_said_to_the_adviser(offer: Library) -> None:
    pathway = offer.guide.pathways["sans-projet-vers-emploi"]
    seams = road_data(offer)["choices"][code("pathway", pathway.id)]["seams"]
    assert any("à sécuriser" in one for one in seams)


def test_the_data_are_small_safe_and_typeset(offer: Library, guide: Guide) -> None:
    script = road_script(offer)
    assert len(gzip.compress(script.encode())) < 60_000
    assert script.startswith("window.__poc_road={") and "prochaine date, et à quelle adresse\u202f?" in script
    hostile = scheme(
        title="</script><script>alert(1)\u2028", needs=[{"need": "parler-francais", "why": "Oui."}]
    )
    made = road_script(with_scheme(guide, hostile))
    assert "<" not in made and "\u2028" not in made
    json.loads(made.removeprefix("window.__poc_road=").rstrip(";\n"))


def test_the_page_names_its_live_address_only_where_there_is_one(guide: Guide) -> None:
    for address in (None, "https://guide.example/idf"):
        site = guide.site.model_copy(update={"address": address})
        files = {one.path: one.content.decode() for one in pages.render(replace(guide, site=site), TODAY)}
        page = files["feuille-de-route/index.md"]
        assert ('data-address="https://guide.example/idf/feuille-de-route/"' in page) is (address is not None)
        assert "assets/road.js" in page and "assets/road.js" not in files["index.md"]
        assert 'data-road="scheme:atelier"' in files["dispositifs/atelier/index.md"]
