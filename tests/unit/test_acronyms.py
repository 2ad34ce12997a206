"""Acronyms explained on the spot: once, beside the word, never inside a link or a heading."""

from __future__ import annotations

import datetime
import re
import time
from html import unescape

import pytest
from markupsafe import Markup

from generator import pages, templates
from generator.acronyms import explained
from generator.load import load
from tests.projects import ROOT

TERMS = {
    "RSA": "Revenu de solidarité active",
    "CFA": "Centre de formation d’apprentis",
    "AS/AP": "Aide-soignant, auxiliaire de puériculture",
    "CAP": "Certificat d’aptitude professionnelle",
    "BEP": "Brevet d’études professionnelles",
    "X<Y": "a < b",
}


def told(html: str) -> list[str]:
    """The acronyms that got their words."""
    return re.findall(r'class="term-word">([^<]*)<', explained(html, TERMS))


def test_the_first_of_each_acronym_gets_its_words_and_the_others_do_not() -> None:
    html = "<p>Le RSA et un CFA.</p><p>Encore le RSA.</p>"
    said = explained(html, TERMS)
    assert told(html) == ["RSA", "CFA"]
    assert re.sub(r"<[^>]+>", "", said).startswith("Le RSA (Revenu de solidarité active) et un CFA (Centre")
    assert said.endswith("<p>Encore le RSA.</p>")


def test_in_brackets_it_opens_no_others() -> None:
    said = re.sub(r"<[^>]+>", "", explained("<p>Une aide (RSA).</p>", TERMS))
    assert said == "Une aide (RSA : Revenu de solidarité active)."


@pytest.mark.parametrize("tag", ["a", "h2", "button", "summary", "label", "option"])
def test_inside_a_link_a_heading_or_a_button_it_waits_for_the_next(tag: str) -> None:
    assert told(f"<{tag} title='RSA'>Le RSA <b>RSA</b></{tag}>") == []
    assert explained(f"<{tag}>Le RSA</{tag}><p>RSA</p>", TERMS).startswith(f"<{tag}>Le RSA</{tag}>")
    assert told(f"<{tag}>Le RSA</{tag}><p>Le RSA</p>") == ["RSA"]


@pytest.mark.parametrize("word", ["RSAX", "xRSA", "rsa", "post-RSA", "RSA-2", "12/RSA"])
def test_a_part_of_another_word_is_no_acronym(word: str) -> None:
    assert told(f"<p>{word}</p>") == []


def test_two_acronyms_around_a_slash_are_told_apart_unless_they_are_one() -> None:
    assert told("<p>Un CAP/BEP, puis AS/AP.</p>") == ["CAP", "BEP", "AS/AP"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Le revenu de solidarité active (RSA).</p>",
        "<p>Le RSA : <strong>revenu de solidarité\nactive</strong>.</p>",
        '<p><a class="un-lien" href="../../dispositifs/rsa/index.html">Revenu de solidarité active</a> (RSA)</p>',
        "<h1>Revenu de solidarité active (RSA)</h1><p>Loin d’ici, un mot. Le RSA.</p>",
    ],
)
def test_words_the_editor_has_already_written_are_not_written_again(html: str) -> None:
    assert explained(html, TERMS) == html


def test_the_simple_version_is_told_its_own_acronyms() -> None:
    html = '<p>Le RSA.</p><section class="brief" id="simple"><p>Le RSA.</p></section><p>Le RSA.</p>'
    assert explained(html, TERMS).count("term-said") == 2


def test_nothing_is_trusted_that_was_not_html() -> None:
    assert templates.explained("<b>RSA</b>", TERMS).startswith("&lt;b&gt;")
    assert "&lt;i&gt;" in templates.explained(Markup("<p>RSA</p>"), {"RSA": "<i>"})


def test_the_words_of_a_page_stay_the_same_but_for_the_explanations() -> None:
    found = load(ROOT).guide
    assert found is not None
    files = {one.path: one.content.decode() for one in pages.render(found, datetime.date(2026, 11, 21))}
    page = files["dispositifs/edi/index.md"]
    without = re.sub(r'<span class="term-said">.*?</span>', "", page)
    assert page != without
    assert "term" not in page[page.index('id="conseiller"') :], "the adviser knows them"
    assert all(unescape(one) for one in re.findall(r'class="term-said"> \((.*?)\)</span>', page))


def test_a_large_page_costs_little() -> None:
    """Ten thousand sheets: a page of 60 kB must cost milliseconds."""
    html = '<ul><li class="a">Une Phrase avec des Mots, et le <b>CFA</b>.</li></ul>' * 1000
    start = time.process_time()
    explained(html, TERMS)
    assert time.process_time() - start < 0.2
