"""Links between schemes, shown from both ends with the words of each direction."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from generator.alike import groups_of
from generator.model.scheme import LINK_FIELDS, Link, Resemblance, Scheme
from generator.views.choose import choose_ref
from generator.views.seams import SeamView, seam_view
from generator.views.shared import Badge, Cited, Library, Ref, badge, scheme_path

OUTWARD = {
    "replaced_by": "Remplacé par",
    "resembles": "Ressemble à",
    "if_refused": "Si vous êtes refusé",
    "combines_with": "Se combine avec",
    "instead_of": "Se choisit à la place de",
    "funds": "Finance",
    "gives_priority": "Donne la priorité pour",
}
INWARD = {
    "replaced_by": "Remplace",
    "resembles": "Ressemble à",
    "combines_with": "Se combine avec",
    "instead_of": "On peut choisir à la place",
    "if_refused": "Proposé après un refus de",
    "funds": "Peut être financé par",
    "gives_priority": "On est prioritaire en venant de",
}
LEADS, REACHED = "Mène à", "On y arrive par"
PREPARES, PREPARED = "Prépare à", "Se prépare avec"
_LINE_FIELDS = ("leads_to", "prepares")
SHOWN = 4


@dataclass(frozen=True, slots=True)
class Station:
    """A scheme at the other end of a link, and what the link says; `seam` for a « mène à » only."""

    id: str
    title: str
    path: str
    relation: str
    condition: str | None
    badge: Badge | None
    source: Cited | None
    seam: SeamView | None = None

    @property
    def said_by(self) -> str | None:
        """A passage that no source tells is the editors' advice, and says so."""
        return None if self.source else "conseil de la rédaction"


@dataclass(frozen=True, slots=True)
class Relation:
    """All the links of one kind: « Ressemble à », and what."""

    label: str
    stations: tuple[Station, ...]
    compare: tuple[Ref, ...] = ()
    """« Lequel choisir ? », for those that resemble each other."""


@dataclass(frozen=True, slots=True)
class Line:
    """The line of stations of a scheme: what comes before, what comes after."""

    before: tuple[Station, ...]
    after: tuple[Station, ...]

    @property
    def more_before(self) -> tuple[Station, ...]:
        """What does not fit in the short line."""
        return self.before[SHOWN:]

    @property
    def more_after(self) -> tuple[Station, ...]:
        """What does not fit in the short line."""
        return self.after[SHOWN:]


def line(library: Library, scheme: Scheme) -> Line:
    """The schemes one comes from and those one goes to, each once, in the order written."""
    before: dict[str, Station] = {}
    after: dict[str, Station] = {}
    for found in library.guide.incoming.get(scheme.id, ()):
        if found.field in _LINE_FIELDS:
            said = REACHED if found.field == "leads_to" else PREPARED
            station = _station(library, found.scheme, found.link, said)
            before.setdefault(found.scheme, _judged(library, station, found.scheme, scheme.id))
    for name, said in (("leads_to", LEADS), ("prepares", PREPARES)):
        for link in getattr(scheme, name):
            station = _station(library, link.scheme, link, said)
            after.setdefault(link.scheme, _judged(library, station, scheme.id, link.scheme))
    return Line(tuple(before.values()), tuple(after.values()))


def _judged(library: Library, station: Station, start: str, end: str) -> Station:
    found = library.seams.links.get((start, end))
    return replace(station, seam=seam_view(library.guide, found)) if found else station


def relations(library: Library, scheme: Scheme) -> tuple[Relation, ...]:
    """The other links, grouped by what they say; a link written from both ends shows once."""
    groups: defaultdict[str, dict[str, Station]] = defaultdict(dict)
    for name in (*LINK_FIELDS, "resembles"):
        if name not in _LINE_FIELDS:
            for link in getattr(scheme, name):
                said = OUTWARD[name]
                groups[said].setdefault(link.scheme, _station(library, link.scheme, link, said))
    for found in library.guide.incoming.get(scheme.id, ()):
        if found.field not in _LINE_FIELDS:
            said = INWARD[found.field]
            groups[said].setdefault(found.scheme, _station(library, found.scheme, found.link, said))
    order = dict.fromkeys((*OUTWARD.values(), *INWARD.values()))
    return tuple(
        Relation(said, tuple(groups[said].values()), _compare(library, scheme, said))
        for said in order
        if said in groups
    )


def _compare(library: Library, scheme: Scheme, said: str) -> tuple[Ref, ...]:
    if said != OUTWARD["resembles"]:
        return ()
    return tuple(choose_ref(library, group) for group in groups_of(library.alike).get(scheme.id, ()))


def _station(library: Library, target: str, link: Link | Resemblance, said: str) -> Station:
    scheme = library.guide.schemes[target]
    text = link.difference if isinstance(link, Resemblance) else link.condition
    source = library.cited(link.source) if link.source else None
    return Station(target, scheme.title, scheme_path(target), said, text, badge(scheme), source)
