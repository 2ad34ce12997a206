"""The page « Feuille de route » itself: without JavaScript, two sheets to fill by hand."""

from __future__ import annotations

from generator.page import Page
from generator.views.shared import Library

FOLDER = "feuille-de-route"


def road_page(library: Library) -> Page:
    """The page, whose script brings the choices once there is one. `address`: where it is live, if it is."""
    site = library.guide.site
    address = f"{site.address.rstrip('/')}/{FOLDER}/" if site.address else None
    return Page(
        FOLDER,
        "road.html.j2",
        "Feuille de route",
        "Trois choix au plus, sur une page à emporter, à imprimer ou à garder.",
        context={"address": address, "needs": library.guide.needs.values()},
        meta={"scripts": ["assets/road.js"]},
    )
