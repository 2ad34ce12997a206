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
    """Pages the single file has not, by folder or by section of the menu; `what`: how the reader is told.

    Links to `quiet` pages become plain words: they are many, and what they name is already said.
    """

    folders: str
    what: str
    section: str = ""
    quiet: bool = False


@dataclass(frozen=True)
class Part:
    """A part, by its id, of some pages; `instead` is what the page says there."""

    folders: str
    id: str
    instead: str


NONE = r"(?!)"
PAGES = (
    Whole(
        r"territoires(/communes)?", "Les pages « Près de chez moi », par département et par bassin d’emploi."
    ),
    Whole(r"territoires/.+", "", quiet=True),
    Whole(r"plan", "Le plan des parcours : la page « Parcours » dit les mêmes lignes et les mêmes étapes."),
    Whole(r"dispositifs/par-.+", "Les listes par public, par thème, par apport et par financeur."),
    Whole(r"langues/.+/a-montrer", "Les feuilles à montrer, faites pour être imprimées."),
    Whole(r"faire-le-point/.+", "« Faire le point » page par page, pour les appareils sans JavaScript."),
    Whole(
        NONE, "Les pages réservées aux conseillers : règles, projets, exemples de 2008.", section="conseiller"
    ),
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
        "sources-disent",
        "Ce qu’en disent les sources : voyez le domaine, dans « Formations ».",
    ),
    Part(
        r"dispositifs/.+",
        "conseiller-faits",
        "Points forts, chiffres, écarts entre les sources et références : voyez le guide complet.",
    ),
    Part(
        r"metiers/.+",
        "conseiller",
        "Pour le conseiller : le code ROME et les lots de la commande sont dans le guide complet.",
    ),
)


_CORRECT = re.compile(r'<p><a class="button" href="https?://[^"]*"[^>]*>Corriger[^<]*</a></p>\n?')


def why(source: Source) -> Whole | None:
    """Why the single file has no such page; None when it has it."""
    for one in PAGES:
        if re.fullmatch(one.folders, source.folder) or (
            one.section and source.meta.get("section") == one.section
        ):
            return one
    return None


def cut(source: Source) -> Source:
    """The page without its parts left out, each replaced by one sentence at the same anchor."""
    body = _CORRECT.sub("", source.body)
    for part in PARTS:
        place = element(body, part.id) if re.fullmatch(part.folders, source.folder) else None
        if place:
            kind = (
                "left-out without-js"
                if "without-js" in body[place[0] : body.index(">", place[0])]
                else "left-out"
            )
            said = f'<p class="{kind}" id="{part.id}">{french_text(part.instead)}</p>'
            body = body[: place[0]] + said + body[place[1] :]
    return Source(source.folder, source.meta, body)


def told() -> tuple[str, ...]:
    """Every gap, in the reader's words, for the contents of the file."""
    parts = (
        "Pour chaque métier : la liste par département, les mots des sources, la partie du conseiller.",
        "Pour chaque dispositif : points forts, chiffres et références, dans la partie du conseiller.",
        "Les liens « Corriger cette fiche ».",
    )
    return (*(one.what for one in PAGES if one.what), *parts)
