"""What the single file does without, so that a phone can hold it; each gap is said where it is.

Nothing a person needs first: what is cut says again, place by place, what another page of the file
already says, or serves advisers who have the web. The zip has everything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.offline.markup import element
from generator.offline.source import Source
from generator.typography import french_text


@dataclass(frozen=True)
class Whole:
    """Pages the single file has not; `what` is the reader's word for them."""

    folders: str
    what: str


@dataclass(frozen=True)
class Part:
    """A part, by its id, of some pages; `instead` is what the page says there."""

    folders: str
    id: str
    instead: str


PAGES = (
    Whole(r"territoires(/.*)?", "Les pages « Près de chez moi », par département et par bassin d’emploi."),
    Whole(r"faire-le-point/.+", "« Faire le point » sans JavaScript, page par page."),
)
PARTS = (
    Part(
        r"faire-le-point",
        "ages",
        "Votre téléphone montre ce fichier sans ses boutons. Choisissez plutôt une phrase dans « Besoins ».",
    ),
    Part(
        r"metiers/.+",
        "ou",
        "Où ? Les lieux sont plus bas, avec chaque formation. Le guide complet les range par département.",
    ),
    Part(
        r"metiers/.+",
        "conseiller",
        "Pour le conseiller : le code ROME et les lots de la commande sont dans le guide complet.",
    ),
)


def is_left_out(folder: str) -> bool:
    """Whether the single file has no such page."""
    return any(re.fullmatch(one.folders, folder) for one in PAGES)


def cut(source: Source) -> Source:
    """The page without its parts left out, each replaced by one sentence at the same anchor."""
    body = source.body
    for part in PARTS:
        place = element(body, part.id) if re.fullmatch(part.folders, source.folder) else None
        if place:
            kind = "left-out without-js" if "without-js" in body[place[0] : body.index(">", place[0])] else "left-out"
            said = f'<p class="{kind}" id="{part.id}">{french_text(part.instead)}</p>'
            body = body[: place[0]] + said + body[place[1] :]
    return Source(source.folder, source.meta, body)


def told() -> tuple[str, ...]:
    """Every gap, in the reader's words, for the contents of the file."""
    return (*(one.what for one in PAGES), "Sur les pages des métiers : la liste par département, et la partie du conseiller.")
