"""What the order lists near a person: by département, then by bassin d’emploi.

A bassin that crosses a border is shown in each of its départements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from generator.guide import Guide
from generator.model.vocabulary import Territory
from generator.views.order import of_kind
from generator.views.shared import Ref, territory_path


class Reaching(Protocol):
    """Anything that serves territories."""

    @property
    def reached(self) -> frozenset[str]:
        """Ids of the territories served."""


Thing = TypeVar("Thing", bound=Reaching)


@dataclass(frozen=True, slots=True)
class Bassins(Generic[Thing]):
    """Bassins of a département where the same things are listed."""

    bassins: tuple[Ref, ...]
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Department(Generic[Thing]):
    """A département: what is listed there, in a word and bassin by bassin."""

    id: str
    label: str
    path: str
    verdict: str
    groups: tuple[Bassins[Thing], ...]
    unlisted: tuple[Ref, ...]


def departments(guide: Guide, things: Iterable[Thing]) -> tuple[Department[Thing], ...]:
    """Each département of the region, in the order of its list, even where nothing is listed."""
    found = tuple(things)
    bassins = of_kind(guide, "bassin")
    return tuple(
        _department(one, [b for b in bassins if one.id in b.within], found)
        for one in of_kind(guide, "departement")
    )


def _department(
    territory: Territory, bassins: list[Territory], things: tuple[Thing, ...]
) -> Department[Thing]:
    alike: defaultdict[tuple[Thing, ...], list[Ref]] = defaultdict(list)
    for bassin in bassins:
        here = tuple(thing for thing in things if bassin.id in thing.reached)
        alike[here].append(Ref(bassin.label, territory_path(bassin.id)))
    unlisted = alike.pop((), [])
    return Department(
        territory.id,
        f"{territory.label} ({territory.code})" if territory.code else territory.label,
        territory_path(territory.id),
        _verdict(len(bassins) - len(unlisted), len(bassins)),
        tuple(Bassins(tuple(refs), here) for here, refs in alike.items()),
        tuple(unlisted),
    )


def _verdict(listed: int, bassins: int) -> str:
    if not listed:
        return "non listé"
    if listed == bassins:
        return "listé partout" if bassins > 1 else "listé"
    return f"listé dans {listed} bassin{'s' if listed > 1 else ''} sur {bassins}"
