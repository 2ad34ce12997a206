"""What every view shares: addresses, links, citations, the short card of a scheme."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.alike import Alike, alike
from generator.guide import Guide
from generator.maps.network import Network, network
from generator.model.base import Citation, SourcedPoint
from generator.model.scheme import Scheme
from generator.seams import Seams, seams

KINDS = {
    "training": "Formation",
    "support": "Accompagnement",
    "allowance": "Aide financière",
    "service": "Service",
    "certification": "Certification",
    "contract": "Contrat de travail",
    "goal": "But à atteindre",
}
STATUSES = {
    "experimental": "Expérience : ce n’est pas un droit",
    "announced": "Annoncé, pas encore ouvert",
    "suspended": "Suspendu : pas d’entrée en ce moment",
    "closed": "Fermé",
}
"""Badge of each status; an open scheme needs none: its date says what must be checked."""


def need_path(need: str) -> str:
    """Site-relative address of a need, named to the file so that it works without a server."""
    return f"besoins/{need}/index.html"


def scheme_path(scheme: str) -> str:
    """Site-relative address of a scheme."""
    return f"dispositifs/{scheme}/index.html"


def apart_path(scheme: str) -> str:
    """Site-relative address of what a very long sheet tells advisers on a page of its own."""
    return f"dispositifs/{scheme}/conseiller/index.html"


def pathway_path(pathway: str) -> str:
    """Site-relative address of a pathway."""
    return f"parcours/{pathway}/index.html"


def domain_path(domain: str) -> str:
    """Site-relative address of a domain of the regional order."""
    return f"formations/{domain}/index.html"


def job_path(job: str) -> str:
    """Site-relative address of a job, by its ROME code."""
    return f"metiers/{job.lower()}/index.html"


def choose_path(group: str) -> str:
    """Site-relative address of a group of schemes one hesitates between."""
    return f"lequel-choisir/{group}/index.html"


def territory_path(territory: str) -> str:
    """Site-relative address of a territory."""
    return f"territoires/{territory}/index.html"


@dataclass(frozen=True, slots=True)
class Ref:
    """A link: its words, where it goes (None: nowhere to go), a line of explanation."""

    label: str
    path: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation ready to print; `path` leads to the document in « Sources et méthode »."""

    document: str
    number: str
    chapter: str
    path: str


@dataclass(frozen=True, slots=True)
class Point:
    """A point made by a source, and the source."""

    text: str
    source: Cited | None


@dataclass(frozen=True, slots=True)
class Badge:
    """What a status means for the person; `tone` is the status itself, for the colours."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Card:
    """A scheme in a list."""

    id: str
    title: str
    acronym: str | None
    path: str
    kind: str
    summary: str
    badge: Badge | None


@dataclass(frozen=True)
class Library:
    """A guide, the day it is built, and what all its pages reuse."""

    guide: Guide
    today: datetime.date

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """The card of each scheme, made once."""
        return {scheme.id: _card(scheme) for scheme in self.guide.schemes.values()}

    @cached_property
    def acronyms(self) -> Mapping[str, str]:
        """The acronyms of the glossary, in full."""
        terms = self.guide.vocabulary.glossary.values()
        return {term.label: term.expansion for term in terms if term.expansion}

    @cached_property
    def seams(self) -> Seams:
        """Every passage of the guide, judged once."""
        return seams(self.guide)

    @cached_property
    def network(self) -> Network:
        """The stations and lines of the map."""
        return network(self.guide, self.seams)

    @cached_property
    def alike(self) -> tuple[Alike, ...]:
        """Schemes one hesitates between, grouped once."""
        return alike(self.guide)

    @cached_property
    def whys(self) -> Mapping[tuple[str, str], str]:
        """Why a scheme answers a need, by (need, scheme)."""
        return {
            (answer.need, scheme.id): answer.why
            for scheme in self.guide.schemes.values()
            for answer in scheme.needs
        }

    @cached_property
    def lines(self) -> Mapping[str, int]:
        """Rank of each group of needs: the colour of its line, from 1 to 6."""
        return {group: rank % 6 + 1 for rank, group in enumerate(self.guide.vocabulary.groups)}

    def need(self, need: str) -> Ref:
        """A link to a need, in the person's words."""
        return Ref(self.guide.needs[need].statement, need_path(need))

    def scheme(self, scheme: str, note: str | None = None) -> Ref:
        """A link to a scheme."""
        return Ref(self.guide.schemes[scheme].title, scheme_path(scheme), note)

    def pathway(self, pathway: str, note: str | None = None) -> Ref:
        """A link to a pathway."""
        return Ref(self.guide.pathways[pathway].title, pathway_path(pathway), note)

    def organisation(self, organisation: str, note: str | None = None) -> Ref:
        """An organisation; a link when it is one that people can go to."""
        found = self.guide.vocabulary.organisations[organisation]
        path = f"qui-peut-aider/index.html#{found.id}" if "prescriber" in found.roles else None
        return Ref(found.label, path, note)

    def organisations(self, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Several organisations, in the order given."""
        return tuple(self.organisation(organisation) for organisation in ids)

    def cited(self, citation: Citation) -> Cited:
        """A citation with the name of its document."""
        document = self.guide.vocabulary.documents[citation.document]
        path = f"sources-et-methode/index.html#{document.id}"
        return Cited(document.label, document.number, citation.chapter, path)

    def points(self, points: Iterable[SourcedPoint]) -> tuple[Point, ...]:
        """Points with their sources."""
        return tuple(Point(point.text, self.cited(point.source)) for point in points)

    def edit_address(self, kind: str, record: str) -> str | None:
        """Where the forge opens the file of a record for correction."""
        site = self.guide.site
        origin = self.guide.origins.get(f"{kind}:{record}")
        if site.repository is None or origin is None:
            return None
        return f"{site.repository.rstrip('/')}/{site.edit_path.strip('/')}/{origin}"


def badge(scheme: Scheme) -> Badge | None:
    """The badge of a scheme that is not simply open."""
    text = STATUSES.get(scheme.status)
    return Badge(text, scheme.status) if text else None


def _card(scheme: Scheme) -> Card:
    return Card(
        scheme.id,
        scheme.title,
        scheme.acronym if scheme.acronym and scheme.acronym not in scheme.title else None,
        scheme_path(scheme.id),
        KINDS[scheme.kind],
        scheme.person.summary,
        badge(scheme),
    )
