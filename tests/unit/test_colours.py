"""Every pair of colours that carries something to read stays readable, in light and in dark."""

from __future__ import annotations

import pytest

from tests import colours


def test_contrast_is_that_of_wcag() -> None:
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("pair", colours.PAIRS, ids=lambda one: f"{one.front} on {one.back}")
def test_a_pair_of_colours_has_the_contrast_it_needs(pair: colours.Pair, theme: str) -> None:
    of = colours.themes()[theme]
    assert colours.contrast(of[pair.front], of[pair.back]) >= pair.least


def test_the_figures_of_the_design_page_are_current() -> None:
    text = colours.FILE.read_text("utf-8")
    assert colours.BEGIN in text and colours.END in text
    assert text == colours.written(text), "run: python -m tests.colours"
