"""Groups of schemes that resemble each other, for « Lequel choisir ? »: worked out, never typed.

Editors write `resembles` between two schemes; all these links together join nearly everything. What makes
two of them a real choice is that the same person could take either: same ages first, then same needs.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from generator.guide import Guide
from generator.model.ages import YOUNG
from generator.model.scheme import Resemblance, Scheme

MOST = 5
"""Schemes side by side: what a table shows without scrolling and a person can weigh."""

AGES = (0, 120)
"""What stands for an age bound that no source gives."""

CLOSED = "closed"
"""A closed scheme is no choice; its page says what replaces it."""

RANKS = ("open", "experimental", "announced", "suspended")
"""Statuses, those one can enter first."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A few schemes one hesitates between. `id` is the scheme the others are most compared with."""

    id: str
    schemes: tuple[str, ...]
    differences: tuple[tuple[str, Resemblance], ...]
    """What editors wrote of two members: the scheme it was written on, and the link."""


Pair = tuple[str, str]


def alike(guide: Guide) -> tuple[Alike, ...]:
    """Every group, the largest first. Each scheme that resembles another stands in one at least."""
    pairs = _pairs(guide)
    found: dict[str, frozenset[str]] = {}
    for one, other in pairs:
        together = found.get(one, frozenset({one})) | found.get(other, frozenset({other}))
        if len(together) <= MOST:
            found.update(dict.fromkeys(together, together))
    groups = {members: _centre(pairs, members) for members in dict.fromkeys(found.values())}
    for one, other in pairs:
        for late, known in ((one, other), (other, one)):
            if late not in found:  # no room left: beside the one it is closest to
                found[late] = frozenset({late, known})
                groups[found[late]] = late
    made = [_group(guide, centre, members) for members, centre in groups.items()]
    return tuple(
        sorted(made, key=lambda group: (-len(group.schemes), guide.schemes[group.id].title, group.id))
    )


def groups_of(groups: tuple[Alike, ...]) -> Mapping[str, tuple[Alike, ...]]:
    """For each scheme, the groups it stands in."""
    names = dict.fromkeys(name for group in groups for name in group.schemes)
    return {name: tuple(group for group in groups if name in group.schemes) for name in names}


def _pairs(guide: Guide) -> tuple[Pair, ...]:
    """Schemes that resemble each other, in alphabetical order inside a pair, the closest pair first."""
    schemes = guide.schemes
    found = {
        (min(scheme.id, link.scheme), max(scheme.id, link.scheme))
        for scheme in schemes.values()
        for link in scheme.resembles
        if CLOSED not in (scheme.status, schemes[link.scheme].status)
    }
    return tuple(sorted(found, key=lambda pair: (_distance(schemes[pair[0]], schemes[pair[1]]), pair)))


def _distance(one: Scheme, other: Scheme) -> float:
    """0 for the same ages and needs, 2 for none in common."""
    return 2 - _shared(_ages(one), _ages(other)) - _shared(_needs(one), _needs(other))


def _shared(one: Set[object], other: Set[object]) -> float:
    """The part of both that is common, from 0 to 1."""
    either = len(one | other)
    return len(one & other) / either if either else 0


def _needs(scheme: Scheme) -> Set[str]:
    return frozenset(answer.need for answer in scheme.needs)


def _ages(scheme: Scheme) -> Set[int]:
    low, high = scheme.audience.age_min, scheme.audience.age_max
    if scheme.audience.young:
        return frozenset(YOUNG)
    return frozenset(range(AGES[0] if low is None else low, (AGES[1] if high is None else high) + 1))


def _centre(pairs: tuple[Pair, ...], members: frozenset[str]) -> str:
    inside = [name for pair in pairs if members.issuperset(pair) for name in pair]
    return min(members, key=lambda name: (-inside.count(name), name))


def _group(guide: Guide, centre: str, members: frozenset[str]) -> Alike:
    schemes = guide.schemes

    def order(name: str) -> tuple[int, bool, str, str]:
        return RANKS.index(schemes[name].status), name != centre, schemes[name].title, name

    ordered = tuple(sorted(members, key=order))
    differences = tuple(
        (name, link) for name in ordered for link in schemes[name].resembles if link.scheme in members
    )
    return Alike(centre, ordered, differences)
