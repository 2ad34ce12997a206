"""What is known of a person along a walk from scheme to scheme, and how each scheme changes it.

A pathway starts from its profile; a passage between two schemes starts from whoever the first one
admits. Nothing is guessed: what neither says stays unknown.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.guide import Guide
from generator.levels import DIPLOMA, level_rank
from generator.model.duration import Duration
from generator.model.pathway import Profile
from generator.model.scheme import Pay, Programme, Scheme

ATTENDED = ("training", "support", "contract")
"""Kinds that take the person's weeks: they pay or not, have dates and a place."""

EMPLOYED = "employee"
"""Situation of whoever follows a contract whose sheet names no other."""

HOURS_PER_WEEK = 35
WEEKS_PER_YEAR = 52


@dataclass(frozen=True, slots=True)
class Held:
    """A level: exactly that one, or (a former scheme asked for it) at least that one."""

    level: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """What is known; empty or None is unknown.

    Ages are those when `weeks` started to count; `weeks` are the longest since, `sure_weeks` the least.
    `pay` and `programme` are those of the last scheme attended; `places` the départements where the walk can
    have led, None for anywhere.
    """

    abilities: Mapping[str, Held] = field(default_factory=dict, hash=False)
    levels: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    age_min: int | None = None
    age_max: int | None = None
    weeks: int = 0
    sure_weeks: int = 0
    pay: Pay | None = None
    programme: Programme | None = None
    attended: str | None = None
    places: frozenset[str] | None = None

    @property
    def youngest(self) -> int | None:
        """Age of the youngest on arrival, in years."""
        return None if self.age_min is None else self.age_min + self.sure_weeks // WEEKS_PER_YEAR

    @property
    def oldest(self) -> int | None:
        """Age the oldest can have on arrival: a birthday can fall in the shortest stay."""
        return None if self.age_max is None else self.age_max + math.ceil(self.weeks / WEEKS_PER_YEAR)


def of_profile(profile: Profile) -> Person:
    """The person a pathway is written for, before the first step."""
    known = {ability: Held(level) for ability, level in profile.abilities.items()}
    diploma = profile.abilities.get(DIPLOMA)
    levels = profile.levels or ((diploma,) if diploma else ())
    return Person(known, levels, profile.statuses, profile.age_min, profile.age_max)


def after(guide: Guide, person: Person, scheme: Scheme, served: frozenset[str] | None) -> Person:
    """The same person having followed `scheme`, offered in the départements `served` (None: not said)."""
    admitted = _admitted(guide, person, scheme)
    found = replace(
        admitted,
        abilities=_gained(guide, admitted.abilities, scheme),
        levels=_graduated(guide, admitted.levels, scheme),
        places=served if person.places is None or served is None else person.places & served or served,
    )
    if scheme.kind not in ATTENDED:
        return found
    least, most = weeks(scheme.duration)
    return replace(
        found,
        weeks=found.weeks + most,
        sure_weeks=found.sure_weeks + least,
        pay=scheme.pay,
        programme=scheme.entry.programme,
        attended=scheme.id,
    )


def _admitted(guide: Guide, person: Person, scheme: Scheme) -> Person:
    """Whoever could enter: of the admitted ages, situations and diplomas, with what was asked."""
    audience = scheme.audience
    abilities = dict(person.abilities)
    for ability, wanted in scheme.requires.abilities.items():
        if _below(guide, ability, abilities.get(ability), wanted):
            abilities[ability] = Held(wanted, exact=False)
    found = replace(
        person,
        abilities=abilities,
        levels=_shared(person.levels, audience.levels),
        statuses=_shared(person.statuses, audience.statuses),
    )
    if scheme.kind == "contract":
        found = replace(found, statuses=audience.statuses or (EMPLOYED,))
    return _of_admitted_age(found, audience.age_min, audience.last_age)


def _of_admitted_age(person: Person, low: int | None, high: int | None) -> Person:
    """Only the ages that could enter; nobody could: those of the scheme, so that it is said once."""
    youngest, oldest = person.youngest, person.oldest
    if high is not None and (oldest is None or oldest > high):
        young = youngest if youngest is not None and youngest <= high else low
        person = replace(person, age_min=young, age_max=high, weeks=0, sure_weeks=0)
    if low is not None and (person.youngest is None or person.youngest < low):
        old = person.age_max if oldest is None or oldest >= low else low
        person = replace(person, age_min=low, age_max=old, sure_weeks=0)
    return person


def _shared(held: Iterable[str], admitted: tuple[str, ...]) -> tuple[str, ...]:
    """Those held that are admitted; those admitted when none is known, or when one had to change."""
    if not admitted:
        return tuple(held)
    return tuple(one for one in held if one in admitted) or admitted


def _below(guide: Guide, ability: str, held: Held | None, wanted: str) -> bool:
    return held is None or level_rank(guide, ability, held.level) < level_rank(guide, ability, wanted)


def _gained(guide: Guide, held: Mapping[str, Held], scheme: Scheme) -> Mapping[str, Held]:
    """A level reached replaces a lower one; « +1 » counts from a level that is known."""
    found = dict(held)
    for ability, given in scheme.gives.abilities.items():
        had = found.get(ability)
        if given.startswith("+"):
            if had is not None:
                steps = guide.vocabulary.abilities[ability].levels
                rank = min(level_rank(guide, ability, had.level) + int(given), len(steps) - 1)
                found[ability] = Held(steps[rank].id, had.exact)
        elif _below(guide, ability, had, given):
            found[ability] = Held(given)
    return found


def _graduated(guide: Guide, levels: tuple[str, ...], scheme: Scheme) -> tuple[str, ...]:
    given = scheme.gives.abilities.get(DIPLOMA)
    if given is None or given.startswith("+"):
        return levels
    least = level_rank(guide, DIPLOMA, given)
    raised = (one if level_rank(guide, DIPLOMA, one) > least else given for one in levels or (given,))
    return tuple(dict.fromkeys(raised))


def weeks(duration: Duration) -> tuple[int, int]:
    """Least and most weeks; at least one is counted when no source says: a birthday can fall in it."""
    rate = duration.hours_per_week or HOURS_PER_WEEK
    hours = tuple(math.ceil(one / rate) if one else None for one in (duration.hours_min, duration.hours_max))
    least = duration.weeks_min or hours[0] or 0
    return least, duration.weeks_max or hours[1] or max(least, 1)
