"""How light the built site is: what each page makes its reader download, and in how many requests.

Limits are the guide's own: an old telephone, a bad network, a few hundred megabytes a month.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site.pages import BuiltPage, read_all
from tests.site.weight import HOME, Load, later, loads

KB = 1000
FIRST, REQUESTS, NEXT = 120 * KB, 12, 20 * KB
"""A first visit of any page, bytes and requests; any page for somebody who comes from the home page."""
LATER = {
    "search.js": 35 * KB,  # the search, at the first touch of its box
    "search-data.js": 180 * KB,
    "point-data.js": 30 * KB,  # « Faire le point », at the first touch of a question
    "paths.js": 6 * KB,  # the search of paths, with it
    "paths-data.js": 8 * KB,
    "road-data.js": 35 * KB,  # « Feuille de route », with the first choice
}
"""What comes at a reader's act only, and the most it may weigh."""
FONT = re.compile(r"@font-face|@import|\.(?:woff2?|ttf|otf|eot)\b", re.I)
RASTER = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp"}
FONTS = {".woff", ".woff2", ".ttf", ".otf", ".eot"}


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, BuiltPage]:
    """Every page of the real guide."""
    return read_all(site)


@pytest.fixture(scope="module")
def found(site: Path, pages: dict[Path, BuiltPage]) -> dict[str, Load]:
    """What each page loads."""
    return loads(site, pages)


def test_a_first_visit_of_any_page_is_light(found: dict[str, Load]) -> None:
    heaviest = max(found, key=lambda name: found[name].first)
    busiest = max(load.requests for load in found.values())
    print(f"\n{len(found)} pages ; première visite, au plus : {found[heaviest].first / KB:.1f} ko ({heaviest}), "
          f"{busiest} demandes")  # fmt: skip
    over = [name for name, load in found.items() if load.first > FIRST or load.requests > REQUESTS]
    assert over == []


def test_the_next_page_is_lighter_still(found: dict[str, Load]) -> None:
    left = {name: load.after(found[HOME]) for name, load in found.items() if name != HOME}
    ordered = sorted(left.values())
    middle, most = ordered[len(ordered) // 2] / KB, ordered[-1] / KB
    print(f"\npage suivante : médiane {middle:.1f} ko, au plus {most:.1f} ko")
    assert {name: size for name, size in left.items() if size > NEXT} == {}


def test_what_comes_later_is_known_and_bounded(site: Path, found: dict[str, Load]) -> None:
    weights = later(site, found)
    print("\n" + ", ".join(f"{name} {size / KB:.1f} ko" for name, size in weights.items()))
    assert weights.keys() == LATER.keys()
    assert {name: size for name, size in weights.items() if size > LATER[name]} == {}


def test_no_font_is_downloaded_and_every_drawing_is_in_its_page(
    site: Path, pages: dict[Path, BuiltPage], found: dict[str, Load]
) -> None:
    files = {path for path in site.rglob("*") if path.is_file() and "telecharger" not in path.parts}
    assert [path for path in files if path.suffix in FONTS | RASTER] == []
    assert [path for path in files if path.suffix == ".css" and FONT.search(path.read_text("utf-8"))] == []
    for name, load in found.items():
        kinds = sorted(path.name for path in load.files if path.suffix not in (".css", ".js"))
        assert kinds == ["mark.svg"], f"{name}: {kinds}"
    assert [path for path in pages if re.search(r"<(?:img|picture|image)\b", path.read_text("utf-8"))] == []
