"""« Emporter le guide »: an address to scan where the guide has one, nothing where it has none."""

from __future__ import annotations

import re

import segno

from generator import templates
from generator.load import load
from generator.views.taking import BORDER, Code, code, taking
from tests.projects import ROOT

ADDRESS = "https://guide.exemple.fr/formation/"
STROKE = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def black(drawn: Code) -> set[tuple[int, int]]:
    """The modules that the path paints."""
    found = set()
    for x, y, wide, back in (map(int, part) for part in STROKE.findall(drawn.path)):
        assert wide == back
        found |= {(x + step, y) for step in range(wide)}
    return found


def test_the_code_paints_every_module_of_the_address_and_a_white_border() -> None:
    drawn = code(ADDRESS)
    matrix = segno.make(ADDRESS, error="m", micro=False).matrix
    assert STROKE.sub("", drawn.path) == ""
    assert black(drawn) == {
        (x + BORDER, y + BORDER) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark
    }
    assert drawn.side == len(matrix) + 2 * BORDER


def test_the_address_is_shown_where_there_is_one_and_nothing_where_there_is_none() -> None:
    site = load(ROOT).guide.site
    assert taking(site.model_copy(update={"address": None})).code is None
    page = taking(site.model_copy(update={"address": ADDRESS}))
    shown = templates.render("take.html.j2", 1, {"page": page, "crumbs": ()})
    assert f'aria-label="Code à scanner : {ADDRESS}"' in shown.replace("\u00a0", " ")
    assert f"<p>{ADDRESS}</p>" in shown
    assert 'class="qr"' not in templates.render("take.html.j2", 1, {"page": taking(site), "crumbs": ()})
