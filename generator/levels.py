"""Levels of abilities: which one a person has, their order, which scheme gives one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.guide import Guide
from generator.model.scheme import Scheme
from generator.model.situation import Situation
from generator.model.vocabulary import Public
from generator.serving import Effect, age_rule

DIPLOMA = "qualification"
"""The ability whose levels are those of diplomas (`Vocabulary.levels`)."""
WORST_FIRST: tuple[Effect, ...] = ("blocks", "check", "fits")


def held_level(situation: Situation, ability: str) -> str | None:
    """The level the person says they have; the diploma may be said in either place."""
    return situation.abilities.get(ability) or (situation.level if ability == DIPLOMA else None)


def of_public(public: Public, situation: Situation) -> Effect | None:
    """Whether an age and a diploma make somebody of that public, may, or do not; None: it has to be told."""
    age = age_rule(public.age_min, public.age_max, situation.age)
    effects = {age[1]} if age else set[Effect]()
    if public.levels:
        held = held_level(situation, DIPLOMA)
        effects.add("check" if held is None else "fits" if held in public.levels else "blocks")
    return next((one for one in WORST_FIRST if one in effects), None)


def level_rank(guide: Guide, ability: str, level: str) -> int:
    """0 for the lowest level of an ability."""
    return [step.id for step in guide.vocabulary.abilities[ability].levels].index(level)


def giving(guide: Guide, situation: Situation, asked: Collection[Mapping[str, str]]) -> Iterator[str]:
    """Ids of the schemes that give one of the levels asked (`ability`, `wanted`), in the guide's order."""
    rows = [guide.givers.get(ability, ()) for ability in {one["ability"] for one in asked}]
    givers = frozenset().union(*rows)
    for name in rows[0] if len(rows) == 1 else guide.schemes:
        if name in givers and any(
            _gives(guide, guide.schemes[name], situation, one["ability"], one["wanted"]) for one in asked
        ):
            yield name


def _gives(guide: Guide, scheme: Scheme, situation: Situation, ability: str, wanted: str) -> bool:
    """Whether one leaves `scheme` with that level; « +1 » counts from where the person stands."""
    given = scheme.gives.abilities.get(ability)
    if given is None:
        return False
    needed = level_rank(guide, ability, wanted)
    if not given.startswith("+"):
        return level_rank(guide, ability, given) >= needed
    held = held_level(situation, ability)
    return held is None or level_rank(guide, ability, held) + int(given) >= needed
