"""Places, gathered by département so that a person finds the nearest one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.model.place import Place
from generator.model.scheme import Scheme
from generator.views import words
from generator.views.operators import Covered, count, covered, departments, notice, without_town
from generator.views.shared import Cited, Library, Ref
from generator.views.territories import territory_ref

UNKNOWN = "Département non précisé"


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One town, and what the source says of it."""

    town: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """The places of one département."""

    label: str
    near: Ref | None
    """The page of all that is near, for a territory of the guide's region."""
    count: str
    places: tuple[PlaceLine, ...]
    operators: tuple[str, ...]
    """Operators said once for the group, when all its places share them."""
    covered: tuple[Covered, ...]
    """Operators chosen for a part of the département, whose address no source says."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said once above operators without an address, and where it was read."""

    text: str
    sources: tuple[Cited, ...]


def place_groups(library: Library, scheme: Scheme) -> tuple[PlaceGroup, ...]:
    """The places of a scheme by département, in the order of the territories' list."""
    order = {territory: rank for rank, territory in enumerate(library.guide.vocabulary.territories)}
    groups: defaultdict[str | None, list[Place]] = defaultdict(list)
    for place in scheme.places:
        if place.town:
            groups[_department(library, place.territory)].append(place)
        else:
            for found in departments(library.guide, place) or (None,):
                groups[found]  # an operator alone opens the group of its département
    ranked = sorted(groups, key=lambda found: order.get(found or "", len(order)))
    return tuple(_group(library, scheme, found, groups[found]) for found in ranked)


def operators_notice(library: Library, scheme: Scheme) -> Notice | None:
    """What the sources say of operators by territory; None where they say none."""
    found = without_town(scheme)
    if not found:
        return None
    return Notice(notice(scheme), tuple({library.cited(one.source): None for one in found if one.source}))


def _department(library: Library, territory: str | None) -> str | None:
    territories = library.guide.vocabulary.territories
    seen: set[str] = set()
    while territory is not None and territory not in seen:
        seen.add(territory)
        found = territories[territory]
        if found.kind != "bassin" or not found.within:
            return territory
        territory = found.within[0]
    return territory


def _count(towns: int, sites: int) -> str:
    """« 1 ville », « 1 ville, 30 sites » where a town has several."""
    said = words.plural(towns, "ville")
    return f"{said}, {words.plural(sites, 'site')}" if sites > towns else said


def _group(library: Library, scheme: Scheme, territory: str | None, rows: list[Place]) -> PlaceGroup:
    vocabulary = library.guide.vocabulary
    names = {row.operator: vocabulary.organisations[row.operator].label for row in rows if row.operator}
    shared = len({row.operator for row in rows}) == 1 and len(rows) > 1
    lines: dict[str, dict[str, None]] = {}
    for row in rows:
        said = [row.detail, names[row.operator] if row.operator and not shared else None]
        if row.sites and row.sites > 1:
            said.append(words.plural(row.sites, "site"))
        lines.setdefault(row.town or "", {}).update(dict.fromkeys(text for text in said if text))
    found = vocabulary.territories[territory] if territory else None
    label = UNKNOWN if found is None else f"{found.label} ({found.code})" if found.code else found.label
    chosen = covered(library.guide, scheme, found)
    counts = [
        _count(len(lines), sum(row.sites or 0 for row in rows)) if rows else "",
        count(chosen) if chosen else "",
    ]
    return PlaceGroup(
        label,
        territory_ref(library.guide, territory),
        ", ".join(one for one in counts if one),
        tuple(PlaceLine(town, tuple(details)) for town, details in lines.items()),
        tuple(names.values()) if shared else (),
        chosen,
    )
