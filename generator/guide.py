"""Everything linked: records by id, closed lists by id, and the links seen from both ends.

A `Guide` exists only once every reference has been resolved, so whoever holds one may index
without asking.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from generator.model.action import Action
from generator.model.base import Record
from generator.model.initiative import Condition, Initiative
from generator.model.language import Language
from generator.model.need import Need
from generator.model.pathway import Pathway
from generator.model.prescription import Prescription
from generator.model.question import Question
from generator.model.scheme import LINK_FIELDS, Link, Resemblance, Scheme
from generator.model.site import Site
from generator.model.training import Domain
from generator.model.vocabulary import (
    Ability,
    AbilityStep,
    Document,
    Elsewhere,
    Group,
    Job,
    ListItem,
    Organisation,
    PathwayLine,
    Public,
    Region,
    Saying,
    StatusOfPerson,
    Subject,
    Term,
    Territory,
    Theme,
    Town,
)


@dataclass(frozen=True)
class Vocabulary:
    """The closed lists, each by id in the order of its file."""

    groups: Mapping[str, Group]
    themes: Mapping[str, Theme]
    statuses: Mapping[str, StatusOfPerson]
    publics: Mapping[str, Public]
    abilities: Mapping[str, Ability]
    regions: Mapping[str, Region]
    territories: Mapping[str, Territory]
    organisations: Mapping[str, Organisation]
    glossary: Mapping[str, Term]
    documents: Mapping[str, Document]
    jobs: Mapping[str, Job]
    towns: Mapping[str, Town]
    initiatives: Mapping[str, Initiative]
    conditions: Mapping[str, Condition]
    actions: Mapping[str, Action]
    subjects: Mapping[str, Subject]
    sayings: Mapping[str, Saying]
    elsewhere: Mapping[str, Elsewhere]
    questions: Mapping[str, Question]
    lines: Mapping[str, PathwayLine] = field(default_factory=dict)

    @cached_property
    def levels(self) -> Mapping[str, AbilityStep]:
        """Diploma levels: those of the ability `qualification`, lowest first."""
        steps = self.abilities["qualification"].levels if "qualification" in self.abilities else ()
        return MappingProxyType({step.id: step for step in steps})


@dataclass(frozen=True, slots=True)
class Incoming:
    """A link of another record towards this one. `field` is the link's key (`leads_to`…)."""

    field: str
    scheme: str
    link: Link | Resemblance


@dataclass(frozen=True)
class Guide:
    """The whole content of one edition, ready to be shown."""

    site: Site
    vocabulary: Vocabulary
    needs: Mapping[str, Need]
    schemes: Mapping[str, Scheme]
    pathways: Mapping[str, Pathway]
    domains: Mapping[str, Domain] = field(default_factory=dict)
    prescriptions: Mapping[str, Prescription] = field(default_factory=dict)
    languages: Mapping[str, Language] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    """Path of the file of each record, keyed `need:<id>`, `scheme:<id>`, `pathway:<id>`."""
    elsewhere: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """For each document, how many records of other regions cite it, by region: see `edition`."""

    @cached_property
    def incoming(self) -> Mapping[str, tuple[Incoming, ...]]:
        """For each scheme id, the links that point to it (each is written once, at its start)."""
        found: defaultdict[str, list[Incoming]] = defaultdict(list)
        for scheme in self.schemes.values():
            for name in (*LINK_FIELDS, "resembles"):
                for link in getattr(scheme, name):
                    found[link.scheme].append(Incoming(name, scheme.id, link))
        return {target: tuple(links) for target, links in found.items()}

    @cached_property
    def schemes_of_need(self) -> Mapping[str, tuple[str, ...]]:
        """For each need, ids of the schemes that answer it: best fit, then open, then by title."""
        ranks = {"main": 0, "useful": 1, "possible": 2}
        states = {"open": 0, "experimental": 1, "announced": 2, "suspended": 3, "closed": 4}
        rows: defaultdict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
        for scheme in self.schemes.values():
            for answer in scheme.needs:
                rows[answer.need].append((ranks[answer.fit], states[scheme.status], scheme.title, scheme.id))
        return {need: tuple(row[3] for row in sorted(rows[need])) for need in self.needs}

    @cached_property
    def givers(self) -> Mapping[str, tuple[str, ...]]:
        """For each ability, ids of the schemes that give some of it, in the guide's order."""
        rows: defaultdict[str, list[str]] = defaultdict(list)
        for scheme in self.schemes.values():
            for ability in scheme.gives.abilities:
                rows[ability].append(scheme.id)
        return {ability: tuple(names) for ability, names in rows.items()}

    @cached_property
    def pathways_of_need(self) -> Mapping[str, tuple[str, ...]]:
        """For each need, ids of the pathways that start from it; first named need counts first."""
        rows: defaultdict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for pathway in self.pathways.values():
            for rank, need in enumerate(pathway.needs):
                rows[need].append((rank, pathway.title, pathway.id))
        return {need: tuple(row[2] for row in sorted(rows[need])) for need in self.needs}

    @cached_property
    def pathways_of_scheme(self) -> Mapping[str, tuple[str, ...]]:
        """For each scheme, ids of the pathways that go through it (alternatives included)."""
        rows: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for pathway in self.pathways.values():
            for scheme in pathway.schemes:
                rows[scheme][pathway.id] = None
        return {scheme: tuple(rows[scheme]) for scheme in self.schemes}


Item = TypeVar("Item", bound=ListItem | Initiative | Condition | Action | Question | Language | Record)


def by_id(items: Iterable[Item]) -> Mapping[str, Item]:
    """Index by id, keeping order; the frozen face of a dict."""
    return MappingProxyType({item.id: item for item in items})
