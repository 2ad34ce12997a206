"""French typography: what changes, what never does."""

from __future__ import annotations

import pytest

from generator.typography import NARROW, WIDE, french_html, french_text

N, W = NARROW, WIDE


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("l'eau", "l’eau"),
        ("Payé ?", f"Payé{N}?"),
        ("Oui !", f"Oui{N}!"),
        ("a ; b", f"a{N}; b"),
        ("Durée : 3", f"Durée{W}: 3"),
        ("« oui »", f"«{W}oui{W}»"),
        ("«oui»", f"«{W}oui{W}»"),
        ("12 500 places", f"12{N}500{W}places"),
        ("1 250 000 €", f"1{N}250{N}000{W}€"),
        ("35 h par semaine", f"35{W}h par semaine"),
        ("10 hommes", "10 hommes"),
        ("de 16 à 25 ans", f"de 16 à 25{W}ans"),
        ("et puis...", "et puis…"),
        ("à 12:30", "à 12:30"),
        ("lot 12 3456", "lot 12 3456"),
        ("https://exemple.fr/?q=1", "https://exemple.fr/?q=1"),
    ],
)
def test_text_as_a_french_printer_would_set_it(typed: str, printed: str) -> None:
    assert french_text(typed) == printed
    assert french_html(typed) == printed


def test_a_text_in_another_language_keeps_its_own_typography() -> None:
    said = '<bdi lang="uk" dir="ltr">«так» ? it\'s</bdi>'
    assert french_html(f"{said} «oui» ?") == f"{said} «{W}oui{W}»{N}?"


@pytest.mark.parametrize("text", ["« Quoi ? » : l'an 2 000...", "Non précisé !", "a « b » ; 4 semaines"])
def test_doing_it_twice_changes_nothing(text: str) -> None:
    assert french_text(french_text(text)) == french_text(text)
    assert french_html(french_html(text)) == french_html(text)


@pytest.mark.parametrize(
    "html",
    [
        '<a title="l\'eau : ok ? 12 500 €...">x</a>',
        "<a href='?q=a ; b'>x</a>",
        "<code>a ? b : c'd</code>",
        "<pre>\n« x »\n</pre>",
        "<script>a ? b : 'c'</script>",
        "<style>a { b : c ; }</style>",
        "&lt;p&gt;;",
        "&amp;;",
    ],
)
def test_attributes_code_scripts_and_entities_are_left_alone(html: str) -> None:
    assert french_html(html) == html


def test_the_apostrophe_that_autoescape_writes_is_an_apostrophe() -> None:
    assert french_html("J&#39;ai <b>faim</b> !") == f"J’ai <b>faim</b>{N}!"


def test_a_space_between_two_tags_is_seen() -> None:
    assert french_html("<strong>Payé</strong> ?") == f"<strong>Payé</strong>{N}?"
