"""Operators that a source gives for a territory without a town: no site, so never counted as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.guide import Guide
from generator.model.place import Place
from generator.model.scheme import Scheme
from generator.model.vocabulary import Territory
from generator.views import words


@dataclass(frozen=True, slots=True)
class Covered:
    """A part of a territory, and the operators chosen for it."""

    where: str
    operators: tuple[str, ...]


def towns_of(scheme: Scheme) -> tuple[Place, ...]:
    """The sites: what the source gives with a town."""
    return tuple(place for place in scheme.places if place.town is not None)


def without_town(scheme: Scheme) -> tuple[Place, ...]:
    """What the source gives by territory only, often one lot of a public contract each."""
    return tuple(place for place in scheme.places if place.town is None)


def departments(guide: Guide, place: Place) -> tuple[str, ...]:
    """Départements an operator covers: those it names, else those its bassins touch."""
    known = guide.vocabulary.territories
    named = tuple(name for name in place.covered if known[name].kind == "departement")
    touched = [
        above
        for name in place.covered
        if known[name].kind == "bassin"
        for above in known[name].within
        if known[above].kind == "departement"
    ]
    return named or tuple(dict.fromkeys(touched))


def covered(guide: Guide, scheme: Scheme, territory: Territory | None) -> tuple[Covered, ...]:
    """Who was chosen here, one line per part of the territory; None for what lies in no département."""
    found: dict[str, dict[str, None]] = {}
    for place in without_town(scheme):
        where = _where(guide, place, territory)
        if where and place.operator:
            label = words.join(guide.vocabulary.territories[name].label for name in where)
            label = f"{label} ({place.detail})" if place.detail else label
            operator = guide.vocabulary.organisations[place.operator].label
            found.setdefault(label, {})[operator] = None
    return tuple(Covered(where, tuple(names)) for where, names in found.items())


def _where(guide: Guide, place: Place, territory: Territory | None) -> list[str]:
    """The part of what `place` covers that lies in a territory; empty when none does."""
    known = guide.vocabulary.territories
    reached = departments(guide, place)
    if territory is None:
        return [] if reached else [*place.covered]
    bassins = [name for name in place.covered if known[name].kind == "bassin"]
    if territory.kind == "departement":
        if territory.id not in reached:
            return []
        return [name for name in bassins if territory.id in known[name].within] or [territory.id]
    if bassins:
        return [name for name in bassins if name == territory.id or territory.id in known[name].within]
    return [name for name in reached if name in territory.within]


def count(found: Iterable[Covered]) -> str:
    """« 4 organismes »: one that has several parts counts once."""
    return words.plural(len({name for one in found for name in one.operators}), "organisme")


def notice(scheme: Scheme, whole: str = "pour chaque bassin d’emploi") -> str:
    """What the source says, since when, and what it leaves out."""
    dated = words.month(scheme.as_of)
    said = f"un document {'d’' if dated[0] in 'ao' else 'de '}{dated}"
    return f"Organisme retenu {whole}, d’après {said}. Adresse non précisée : demandez-la."
