"""Territories as a way in: what is near, by département and by bassin d’emploi."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.guide import Guide
from generator.model.scheme import Scheme
from generator.model.vocabulary import Territory
from generator.views import words
from generator.views.lists import folded
from generator.views.operators import Covered, count, covered, notice, towns_of
from generator.views.order import job_refs, of_kind, served
from generator.views.shared import Library, Ref, domain_path, scheme_path, territory_path

KINDS = {"departement": "Département", "bassin": "Bassin d’emploi"}


@dataclass(frozen=True, slots=True)
class NearScheme:
    """A scheme, its towns in the territory, and the operators chosen there without an address."""

    scheme: Ref
    towns: tuple[str, ...]
    covered: tuple[Covered, ...]
    count: str
    notice: str


@dataclass(frozen=True, slots=True)
class NearDomain:
    """A domain of the order and the jobs it serves in the territory."""

    id: str
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
    towns: tuple[str, ...]
    """Communes of a bassin, where the sources name them."""
    near: tuple[NearScheme, ...]
    without_town: tuple[Ref, ...]
    domains: tuple[NearDomain, ...]


@dataclass(frozen=True, slots=True)
class TerritoryChoice:
    """A département and its bassins, as a choice."""

    department: Ref
    bassins: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class TownGroup:
    """Communes of one bassin, or those whose bassin no source tells (None), by initial."""

    territory: Ref | None
    letters: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class TownsOf:
    """The communes of a département; `id` is its anchor."""

    id: str
    departement: Ref
    count: int
    groups: tuple[TownGroup, ...]


def territory_ref(guide: Guide, territory: str | None) -> Ref | None:
    """A link to a territory that has its page: a département or a bassin of the guide's region."""
    found = guide.vocabulary.territories.get(territory or "")
    if found is None or found.kind not in KINDS or found.region != guide.site.region:
        return None
    return _ref(found)


def _ref(territory: Territory) -> Ref:
    return Ref(territory.label, territory_path(territory.id), territory.code)


def choices(guide: Guide) -> tuple[TerritoryChoice, ...]:
    """Every département of the region, with the bassins that touch it."""
    bassins = of_kind(guide, "bassin")
    return tuple(
        TerritoryChoice(_ref(one), tuple(_ref(bassin) for bassin in bassins if one.id in bassin.within))
        for one in of_kind(guide, "departement")
    )


def territory_pages(library: Library) -> tuple[TerritoryPage, ...]:
    """Départements, then bassins, of the guide's region."""
    return tuple(_page(library, one) for kind in KINDS for one in of_kind(library.guide, kind))


def _page(library: Library, territory: Territory) -> TerritoryPage:
    guide = library.guide
    vocabulary = guide.vocabulary
    inside = [one for one in vocabulary.territories.values() if territory.id in one.within]
    around = [found for name in territory.within if (found := territory_ref(guide, name))]
    near = tuple(had for one in guide.schemes.values() if (had := _near(library, one, territory)))
    shown = {one.scheme.path for one in near}
    here = {territory.id, *(one.id for one in inside), *territory.within} - {guide.site.region}
    elsewhere = [
        one
        for one in guide.schemes.values()
        if one.status != "closed" and not towns_of(one) and scheme_path(one.id) not in shown
    ]
    return TerritoryPage(
        territory.id,
        territory.label,
        territory.code,
        territory_path(territory.id),
        KINDS[territory.kind],
        tuple(_ref(one) for one in inside),
        tuple(around),
        tuple(town.label for town in vocabulary.towns.values() if town.territory == territory.id),
        near,
        tuple(library.scheme(one.id) for one in elsewhere if here & {*one.territories}),
        _domains(library, territory),
    )


def _near(library: Library, scheme: Scheme, territory: Territory) -> NearScheme | None:
    """What a scheme has in a territory; None when it has nothing there."""
    found = _towns(library, scheme, territory)
    chosen = covered(library.guide, scheme, territory) if scheme.status != "closed" else ()
    if not found and not chosen:
        return None
    counts = [words.plural(len(found), "lieu", "lieux") if found else "", count(chosen) if chosen else ""]
    whole = "pour ce bassin" if territory.kind == "bassin" else "pour chaque bassin d’emploi"
    return NearScheme(
        library.scheme(scheme.id),
        found,
        chosen,
        ", ".join(one for one in counts if one),
        notice(scheme, whole),
    )


def _towns(library: Library, scheme: Scheme, territory: Territory) -> tuple[str, ...]:
    """Towns of a scheme that lie in a territory: by their commune when it is known."""
    known = library.guide.vocabulary.towns
    towns: dict[str, None] = {}
    for place in towns_of(scheme):
        town = known.get(place.insee or "")
        bassin = town.territory if town else None
        around = library.guide.vocabulary.territories[bassin].within if bassin else ()
        departement = town.departement if town else place.territory
        where = {departement} if territory.kind == "departement" else {place.territory, bassin, *around}
        if territory.id in where:
            towns[f"{place.town} ({place.detail})" if place.detail else f"{place.town}"] = None
    return tuple(towns)


def _domains(library: Library, territory: Territory) -> tuple[NearDomain, ...]:
    """What the order lists: in a bassin, in any bassin of a département. Jobs open on the département."""
    bassins = {one.id for one in of_kind(library.guide, "bassin") if territory.id in one.within}
    reach = {territory.id} if territory.kind == "bassin" else {territory.id, *bassins}
    anchor = next(iter(territory.within), "") if territory.kind == "bassin" else territory.id
    found = []
    for domain in library.guide.domains.values():
        rows = [row for row in domain.trainings if served(library.guide, row) & reach]
        if rows:
            ref = Ref(domain.title, domain_path(domain.id))
            found.append(NearDomain(domain.id, ref, job_refs(library, rows, anchor)))
    return tuple(sorted(found, key=lambda one: folded(one.domain.label)))


def towns(library: Library) -> tuple[TownsOf, ...]:
    """Every commune of the region, by département then by bassin; those without bassin come last."""
    guide = library.guide
    found = []
    for one in of_kind(guide, "departement"):
        here = [town for town in guide.vocabulary.towns.values() if town.departement == one.id]
        bassins: defaultdict[str | None, list[str]] = defaultdict(list)
        for town in sorted(here, key=lambda town: folded(town.label)):
            bassins[town.territory].append(town.label)
        told = [bassin for bassin in guide.vocabulary.territories if bassin in bassins]
        groups = [TownGroup(territory_ref(guide, name), _by_initial(bassins[name])) for name in told]
        if None in bassins:
            groups.append(TownGroup(None, _by_initial(bassins[None])))
        if here:
            found.append(TownsOf(one.id, _ref(one), len(here), tuple(groups)))
    return tuple(found)


def _by_initial(names: list[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    letters: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        letters[folded(name)[0].upper()].append(name)
    return tuple((letter, tuple(letters[letter])) for letter in letters)
