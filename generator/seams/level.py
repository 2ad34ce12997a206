"""Level: does what the first gives, with what the person had, meet what the next requires?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from generator.guide import Guide
from generator.levels import level_rank
from generator.seams.crossing import Crossing
from generator.seams.person import Person
from generator.seams.reason import Reason

State = Literal["met", "missing", "unknown"]


def level(crossing: Crossing) -> Iterator[Reason]:
    """Ability by ability; then the conditions sources say in words, which no level can tell."""
    requires = crossing.to.requires
    for ability, wanted in requires.abilities.items():
        if level_rank(crossing.guide, ability, wanted) > 0:  # the lowest level asks for nothing
            yield from _ability(crossing, ability, wanted)
    if requires.conditions:
        details = {"scheme": crossing.to.id, "texts": requires.conditions}
        yield Reason("level", "conditions", "check", details)
    if requires.nothing:
        yield Reason("level", "nothing", "fits")
    elif not requires.abilities and not requires.conditions and crossing.to.kind == "training":
        yield Reason("level", "silent", "ask", {"scheme": crossing.to.id})


def state(guide: Guide, person: Person, ability: str, wanted: str) -> State:
    """Whether the person has the level; « at least » a lower one leaves it unknown."""
    held = person.abilities.get(ability)
    if held is None:
        return "unknown"
    if level_rank(guide, ability, held.level) >= level_rank(guide, ability, wanted):
        return "met"
    return "missing" if held.exact else "unknown"


def _ability(crossing: Crossing, ability: str, wanted: str) -> Iterator[Reason]:
    guide, held = crossing.guide, crossing.person.abilities.get(ability)
    details = {"ability": ability, "wanted": wanted, "held": held.level if held else None}
    found = state(guide, crossing.person, ability, wanted)
    if found == "missing":
        told = ability in crossing.secured or crossing.condition is not None
        yield Reason("level", "missing", "secure" if told else "breaks", details)
    elif found == "unknown":
        told = ability in crossing.secured
        yield Reason("level", "missing" if told else "unknown", "secure" if told else "check", details)
    else:
        yield Reason("level", "met", "fits", details)
        yield from _otherwise(crossing, ability, wanted)


def _otherwise(crossing: Crossing, ability: str, wanted: str) -> Iterator[Reason]:
    """The level is met by the whole walk, but not by who skips a step or takes another way."""
    guide = crossing.guide
    details = {"ability": ability, "wanted": wanted}
    if crossing.hurried and state(guide, crossing.hurried, ability, wanted) == "missing":
        needed = tuple(one for one in crossing.skipped if ability in guide.schemes[one].gives.abilities)
        yield Reason("level", "skipped", "secure", {**details, "schemes": needed or crossing.skipped})
    short = tuple(
        name for name, person in crossing.ways if state(guide, person, ability, wanted) == "missing"
    )
    if short:
        yield Reason("level", "other_way", "secure", {**details, "schemes": short})
