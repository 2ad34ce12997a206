"""Lists of schemes: all, by public, by theme, by what they bring; by funder last, who pays is no way in."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.model.scheme import Scheme
from generator.model.vocabulary import ListItem
from generator.views import words
from generator.views.shared import KINDS, Card, Library

Keys = Callable[[Scheme], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A heading and the schemes under it."""

    id: str
    label: str
    count: str
    description: str | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """One way to sort the schemes. `slug` is empty for the plain list."""

    slug: str
    tab: str
    title: str
    lead: str
    shelves: tuple[Shelf, ...]

    @property
    def path(self) -> str:
        """Site-relative address."""
        return f"dispositifs/{self.slug}/index.html" if self.slug else "dispositifs/index.html"


def list_pages(library: Library) -> tuple[ListPage, ...]:
    """The five lists; funders come last."""
    v = library.guide.vocabulary
    kinds = {kind: ListItem(id=kind, label=label) for kind, label in KINDS.items()}
    people: Mapping[str, ListItem] = {**v.statuses, **{f"public-{k}": p for k, p in v.publics.items()}}
    rows: tuple[tuple[str, Mapping[str, ListItem], Keys], ...] = (
        ("", kinds, lambda scheme: (scheme.kind,)),
        ("par-public", people, _people),
        ("par-theme", v.themes, lambda scheme: scheme.themes),
        ("par-apport", v.abilities, lambda scheme: scheme.gives.abilities),
        ("par-financeur", v.organisations, lambda scheme: scheme.funders),
    )
    pages = []
    for slug, items, keys in rows:
        tab, title, lead, rest = _WORDS[slug]
        pages.append(ListPage(slug, tab, title, lead, _shelves(library, items, keys, rest)))
    return tuple(pages)


_WORDS: Mapping[str, tuple[str, str, str, str | None]] = {
    "": (
        "Tous",
        "Tous les dispositifs",
        "Formations, accompagnements, aides : tout ce que le guide connaît.",
        None,
    ),
    "par-public": (
        "Par public",
        "Les dispositifs par public",
        "Selon la situation de la personne, et les publics prioritaires.",
        "Tous publics, ou public non précisé",
    ),
    "par-theme": ("Par thème", "Les dispositifs par thème", "Selon le sujet.", "Thème non précisé"),
    "par-apport": (
        "Par apport",
        "Les dispositifs par ce qu’ils apportent",
        "Selon ce que la personne saura faire, ou aura, à la fin.",
        "Autres apports",
    ),
    "par-financeur": (
        "Par financeur",
        "Les dispositifs par financeur",
        "Pour les professionnels : qui paie quoi.",
        "Financeur non précisé",
    ),
}
"""For each list: its tab, its title, its lead, the heading of what fits nowhere else."""


def _people(scheme: Scheme) -> Iterable[str]:
    yield from scheme.audience.statuses
    yield from (f"public-{public}" for public in scheme.audience.priority_publics)


def _shelves(
    library: Library, items: Mapping[str, ListItem], keys: Keys, rest: str | None
) -> tuple[Shelf, ...]:
    """Schemes under each item that has some, in the items' order; `rest` names those under none."""
    members: defaultdict[str, list[Card]] = defaultdict(list)
    for scheme in sorted(library.guide.schemes.values(), key=lambda s: folded(s.title)):
        found = dict.fromkeys(keys(scheme)) or {"": None}
        for key in found:
            members[key].append(library.cards[scheme.id])
    shelves = [
        _shelf(key, item.label, item.description, members[key])
        for key, item in items.items()
        if key in members
    ]
    if rest and "" in members:
        shelves.append(_shelf("autres", rest, None, members[""]))
    return tuple(shelves)


def _shelf(key: str, label: str, description: str | None, cards: list[Card]) -> Shelf:
    return Shelf(key, words.capital(label), words.plural(len(cards), "dispositif"), description, tuple(cards))


def folded(text: str) -> str:
    """Without accents or capitals: for sorting, anchors and search."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
