"""Territories as a way in: what is near, by département and by bassin d’emploi."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.model.scheme import Scheme
from generator.model.vocabulary import Territory
from generator.views.order import domain_path, job_ref, served
from generator.views.shared import Library, Ref, scheme_path


def territory_path(territory: str) -> str:
    """Site-relative address of a territory."""
    return f"territoires/{territory}/index.html"


@dataclass(frozen=True, slots=True)
class NearScheme:
    """A scheme and its towns in the territory."""

    scheme: Ref
    towns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearDomain:
    """A domain of the order and the jobs it serves in the territory."""

    domain: Ref
    jobs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class TerritoryPage:
    """A département or a bassin, and what is near."""

    id: str
    label: str
    code: str | None
    path: str
    kind: str
    inside: tuple[Ref, ...]
    around: tuple[Ref, ...]
    near: tuple[NearScheme, ...]
    without_town: tuple[Ref, ...]
    domains: tuple[NearDomain, ...]


@dataclass(frozen=True, slots=True)
class TownLine:
    """A commune, its département, its bassin when the sources tell."""

    name: str
    departement: Ref
    territory: Ref | None


KINDS = {"departement": "Département", "bassin": "Bassin d’emploi"}


def territory_pages(library: Library) -> tuple[TerritoryPage, ...]:
    """Départements, then bassins, of the guide's region."""
    region = library.guide.site.region
    own = [
        one
        for one in library.guide.vocabulary.territories.values()
        if one.region == region and one.kind in KINDS
    ]
    return tuple(_page(library, one) for one in sorted(own, key=lambda one: one.kind != "departement"))


def _page(library: Library, territory: Territory) -> TerritoryPage:
    vocabulary = library.guide.vocabulary
    inside = [one for one in vocabulary.territories.values() if territory.id in one.within]
    around = [vocabulary.territories[name] for name in territory.within]
    reach = {territory.id, *(one.id for one in inside)}
    return TerritoryPage(
        territory.id,
        territory.label,
        territory.code,
        territory_path(territory.id),
        KINDS[territory.kind],
        tuple(Ref(one.label, territory_path(one.id), one.code) for one in inside),
        tuple(Ref(one.label, territory_path(one.id)) for one in around if one.kind in KINDS),
        _near(library, territory),
        tuple(
            library.scheme(scheme.id)
            for scheme in library.guide.schemes.values()
            if not scheme.places and reach & {*scheme.territories}
        ),
        _domains(library, reach),
    )


def _near(library: Library, territory: Territory) -> tuple[NearScheme, ...]:
    found = []
    for scheme in library.guide.schemes.values():
        towns = _towns(library, scheme, territory)
        if towns:
            found.append(NearScheme(Ref(scheme.title, scheme_path(scheme.id)), towns))
    return tuple(found)


def _towns(library: Library, scheme: Scheme, territory: Territory) -> tuple[str, ...]:
    """Towns of a scheme that lie in a territory: by their commune when it is known."""
    known = library.guide.vocabulary.towns
    towns: dict[str, None] = {}
    for place in scheme.places:
        town = known.get(place.insee or "")
        bassin = town.territory if town else None
        around = library.guide.vocabulary.territories[bassin].within if bassin else ()
        departement = town.departement if town else place.territory
        where = {departement} if territory.kind == "departement" else {place.territory, bassin, *around}
        if territory.id in where:
            towns[f"{place.town} ({place.detail})" if place.detail else place.town] = None
    return tuple(towns)


def _domains(library: Library, reach: set[str]) -> tuple[NearDomain, ...]:
    found = []
    for domain in library.guide.domains.values():
        codes: dict[str, None] = {}
        for training in domain.trainings:
            if served(library.guide, training) & reach:
                codes.update(dict.fromkeys(one.code for one in training.rome))
        if codes:
            jobs = sorted((job_ref(library, code) for code in codes), key=lambda ref: ref.label)
            found.append(NearDomain(Ref(domain.title, domain_path(domain.id)), tuple(jobs)))
    return tuple(found)


def towns(library: Library) -> tuple[tuple[str, tuple[TownLine, ...]], ...]:
    """Every commune of the region, by initial."""
    vocabulary = library.guide.vocabulary
    letters: defaultdict[str, list[TownLine]] = defaultdict(list)
    for town in sorted(vocabulary.towns.values(), key=lambda one: one.label):
        departement = vocabulary.territories[town.departement]
        if departement.region != library.guide.site.region:
            continue
        bassin = vocabulary.territories[town.territory] if town.territory else None
        letters[town.label[:1].replace("É", "E").replace("Î", "I")].append(
            TownLine(
                town.label,
                Ref(departement.label, territory_path(departement.id)),
                Ref(bassin.label, territory_path(bassin.id)) if bassin else None,
            )
        )
    return tuple((letter, tuple(letters[letter])) for letter in sorted(letters))
