"""Public: can the same person still enter? Age that passes, situation that changes, diploma, region."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition import EVERYWHERE
from generator.matching import STATUS_EFFECT
from generator.model.ages import YOUNG, never_young
from generator.model.scheme import Scheme
from generator.seams.crossing import Crossing
from generator.seams.person import Person
from generator.seams.reason import Effect, Reason


def public(crossing: Crossing) -> Iterator[Reason]:
    """Whether the scheme takes anybody, then whether it takes this person."""
    to = crossing.to
    if to.status in STATUS_EFFECT:
        effect: Effect = "breaks" if STATUS_EFFECT[to.status] == "blocks" else "check"
        details = {"scheme": to.id, "status": to.status, "as_of": to.as_of}
        yield Reason("public", "status_of_scheme", effect, details)
    if to.region not in (crossing.region, EVERYWHERE) and crossing.region != EVERYWHERE:
        yield Reason("public", "region", "breaks", {"scheme": to.id, "region": to.region})
    yield from _age(crossing)
    yield from _statuses(crossing)
    yield from _diplomas(crossing)
    if to.kind == "training" and not to.audience.model_fields_set:
        yield Reason("public", "silent", "ask", {"scheme": to.id})


def _age(crossing: Crossing) -> Iterator[Reason]:
    if crossing.to.audience.young:
        yield from _youth(crossing.person, crossing.to)
    low, high = crossing.to.audience.age_min, crossing.to.audience.age_max
    if low is None and high is None:
        return
    person = crossing.person
    details = {"scheme": crossing.to.id, "min": low, "max": high}
    partly: Effect = "breaks" if crossing.everyone else "check"
    if person.age_min is None and person.age_max is None:
        yield Reason("public", "age_unknown", "check", details)
        return
    too_old = high is not None and (person.age_max is None or person.age_max > high)
    too_young = low is not None and (person.youngest is None or person.youngest < low)
    if high is not None and person.youngest is not None and person.youngest > high:
        yield Reason("public", "too_old", "breaks", details)
    elif low is not None and person.oldest is not None and person.oldest < low:
        yield Reason("public", "too_young", "breaks", details)
    elif too_old or too_young:
        yield Reason("public", "age_partly", partly, details)
    elif high is not None and person.oldest is not None and person.oldest > high:
        yield Reason("public", "age_passes", "secure", {**details, "age": high + 1})
    else:
        yield Reason("public", "age", "fits", details)


def _youth(person: Person, to: Scheme) -> Iterator[Reason]:
    """« Pour des jeunes », no age written: shut where nobody of those ages is, else to be asked.

    A birthday that can fall on the way is said as for an age that is written.
    """
    last, oldest, details = YOUNG[-1], person.oldest, {"scheme": to.id}
    if never_young(person.youngest, oldest, named=bool(to.audience.priority_publics)):
        yield Reason("public", "youth", "breaks", details)
        return
    yield Reason("public", "youth", "check", details)
    if person.age_max is not None and oldest is not None and person.age_max <= last < oldest:
        yield Reason("public", "age_passes", "secure", {**details, "age": last + 1})


def _statuses(crossing: Crossing) -> Iterator[Reason]:
    """A situation that somebody can take up (`how_to_become`) is to be secured; another breaks the way."""
    admitted, held = crossing.to.audience.statuses, crossing.person.statuses
    if not admitted:
        return
    details = {"scheme": crossing.to.id, "admitted": admitted, "held": held}
    others = tuple(one for one in held if one not in admitted)
    known = crossing.guide.vocabulary.statuses
    become = next((one for one in admitted if known[one].how_to_become), None)
    if not held:
        yield Reason("public", "statuses_unknown", "check", details)
    elif not others:
        yield Reason("public", "statuses", "fits", details)
    elif become is not None:
        yield Reason("public", "statuses_change", "secure", {**details, "others": others, "become": become})
    else:
        shut = crossing.everyone or len(others) == len(held)
        yield Reason("public", "statuses_shut", "breaks" if shut else "check", {**details, "others": others})


def _diplomas(crossing: Crossing) -> Iterator[Reason]:
    """A diploma too many closes a door too: some schemes are for those who have none."""
    admitted, held = crossing.to.audience.levels, crossing.person.levels
    if not admitted:
        return
    details = {"scheme": crossing.to.id, "admitted": admitted, "held": held}
    others = tuple(one for one in held if one not in admitted)
    if not held:
        yield Reason("public", "levels_unknown", "check", details)
    elif not others:
        yield Reason("public", "levels", "fits", details)
    else:
        shut = crossing.everyone or len(others) == len(held)
        yield Reason("public", "levels_shut", "breaks" if shut else "check", {**details, "others": others})
