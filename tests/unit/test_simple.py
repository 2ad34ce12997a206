"""The simple version: one sentence a line, a drawing that tells something."""

from __future__ import annotations

from generator import templates
from generator.views.simple import PICTOGRAMS, simple_lines


def test_each_sentence_is_a_line_with_the_drawing_of_its_most_telling_word() -> None:
    lines = simple_lines(
        "C’est gratuit. Cela dure six mois.\n\nVenez comme vous êtes. Un employeur vous prend."
    )
    assert [(line.text, line.pictogram) for line in lines] == [
        ("C’est gratuit.", "piece"),
        ("Cela dure six mois.", "horloge"),
        ("Venez comme vous êtes.", None),
        ("Un employeur vous prend.", "poignee-de-main"),
    ]


def test_a_drawing_comes_once_and_a_part_of_a_word_calls_none() -> None:
    assert [one.pictogram for one in simple_lines("Un métier. Un autre métier.")] == ["outils", None]
    assert simple_lines("Il se méprend.")[0].pictogram is None


def test_every_drawing_exists() -> None:
    for name, _ in PICTOGRAMS:
        assert (templates.THEME / "assets" / "icons" / f"{name}.svg").is_file(), name
