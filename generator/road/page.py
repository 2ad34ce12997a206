"""The page « Feuille de route » itself: without JavaScript, two sheets to fill by hand."""

from __future__ import annotations

from rjsmin import jsmin

from generator.page import Page
from generator.templates import THEME
from generator.views.shared import Library

FOLDER = "feuille-de-route"
MOST = 3
"""« 3 choix au plus »: charte de prescription (document 002), partie IV, 4.2."""


def road_page(library: Library) -> Page:
    """The page, and the only one that loads the choices. `address`: where it is live, when it is."""
    site = library.guide.site
    address = f"{site.address.rstrip('/')}/{FOLDER}/" if site.address else None
    return Page(
        FOLDER,
        "road.html.j2",
        "Feuille de route",
        "Trois choix au plus, sur une page à emporter, à imprimer ou à garder.",
        context={"most": MOST, "address": address},
        meta={"scripts": ["assets/road-data.js", "assets/road.js"]},
    )


def road_engine() -> str:
    """The scripts of the page as one, in the order of their numbers, comments and blanks left out."""
    scripts = sorted((THEME / "assets/js/road").glob("*.js"))
    return "".join(jsmin(path.read_text(encoding="utf-8")) + "\n" for path in scripts)
