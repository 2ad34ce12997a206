"""Places, gathered by département so that a person finds the nearest one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.model.scheme import Scheme
from generator.views import words
from generator.views.shared import Library, Ref
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


def place_groups(library: Library, scheme: Scheme) -> tuple[PlaceGroup, ...]:
    """The places of a scheme by département, in the order of the territories' list."""
    order = {territory: rank for rank, territory in enumerate(library.guide.vocabulary.territories)}
    groups: defaultdict[str | None, list[tuple[str, str | None, str | None, int]]] = defaultdict(list)
    for place in scheme.places:
        groups[_department(library, place.territory)].append(
            (place.town, place.detail, place.operator, place.sites)
        )
    ranked = sorted(groups, key=lambda found: order.get(found or "", len(order)))
    return tuple(_group(library, found, groups[found]) for found in ranked)


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


def _group(
    library: Library, territory: str | None, rows: list[tuple[str, str | None, str | None, int]]
) -> PlaceGroup:
    vocabulary = library.guide.vocabulary
    names = {row[2]: vocabulary.organisations[row[2]].label for row in rows if row[2]}
    shared = len({row[2] for row in rows}) == 1 and len(rows) > 1
    lines: dict[str, dict[str, None]] = {}
    for town, detail, operator, sites in rows:
        said = [detail, names[operator] if operator and not shared else None]
        if sites > 1:
            said.append(words.plural(sites, "site"))
        lines.setdefault(town, {}).update(dict.fromkeys(text for text in said if text))
    found = vocabulary.territories[territory] if territory else None
    label = UNKNOWN if found is None else f"{found.label} ({found.code})" if found.code else found.label
    return PlaceGroup(
        label,
        territory_ref(library.guide, territory),
        _count(len(lines), sum(row[3] for row in rows)),
        tuple(PlaceLine(town, tuple(details)) for town, details in lines.items()),
        tuple(names.values()) if shared else (),
    )
