"""Which pathways suit a situation: the profile they are written for, and whether one can set out.

A pathway is written for a kind of person: being another one closes nothing, it is said and goes
after. What closes a pathway today is its first step, or a later one that time will not open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.edition import EVERYWHERE
from generator.guide import Guide
from generator.levels import DIPLOMA, held_level, of_public
from generator.matching import STATES, Reason, Verdict, age_reasons, state_of
from generator.model.pathway import Pathway, Step
from generator.model.situation import Situation
from generator.serving import Effect

LASTING = ("too_old", "region", "territory", "status")
"""What no earlier step of a pathway can change."""
OTHERS = ("other_statuses", "other_levels", "other_publics")
"""The pathway is written for somebody else."""

EFFECTS: Mapping[str, Effect] = {"possible": "fits", "to_check": "check", "not_now": "blocks"}


@dataclass(frozen=True, slots=True)
class Road:
    """A pathway that starts from one of the needs, and its verdict."""

    pathway: str
    verdict: Verdict

    @property
    def fits(self) -> bool:
        """Written for such a person, and one may set out: it can be among the first suggestions."""
        return self.verdict.state != "not_now" and not any(one.rule in OTHERS for one in self.verdict.reasons)


def roads(
    guide: Guide, situation: Situation, needs: Collection[str], verdicts: Mapping[str, Verdict]
) -> tuple[Road, ...]:
    """Pathways that start from one of `needs` (none named: any), those that fit first."""
    wanted = set(needs) or set(guide.needs)
    rows = []
    for pathway in guide.pathways.values():
        shared = [rank for rank, need in enumerate(pathway.needs) if need in wanted]
        if not shared:
            continue
        reasons = tuple(_reasons(guide, pathway, situation, verdicts))
        start = verdicts[start_of(pathway, verdicts)]
        state = state_of(reasons)
        near = (start.first, start.instead) if state == "not_now" else ((), ())
        road = Road(pathway.id, Verdict(state, reasons, *near))
        fits = sum(one.effect == "fits" for one in reasons)
        rank = (state == "not_now", not road.fits, shared[0], -len(shared), STATES.index(state), -fits)
        rows.append(((*rank, pathway.title, pathway.id), road))
    return tuple(road for _, road in sorted(rows, key=lambda row: row[0]))


def _reasons(
    guide: Guide, pathway: Pathway, situation: Situation, verdicts: Mapping[str, Verdict]
) -> Iterator[Reason]:
    profile = pathway.profile
    if situation.territory is not None:
        here = guide.vocabulary.territories[situation.territory]
        if pathway.region not in (EVERYWHERE, here.region):
            yield Reason("region", "blocks", {"region": pathway.region})
    yield from age_reasons(profile.age_min, profile.age_max, situation.age)
    yield from _compared("statuses", profile.statuses, situation.statuses)
    level = held_level(situation, DIPLOMA)
    yield from _compared("levels", profile.levels, (level,) if level else ())
    yield from _publics(guide, profile.publics, situation)
    yield from _steps(pathway, verdicts)


def _compared(rule: str, admitted: tuple[str, ...], held: Collection[str]) -> Iterator[Reason]:
    if not admitted:
        return
    shared = tuple(one for one in admitted if one in held)
    if held and not shared:
        yield Reason(f"other_{rule}", "check", {"admitted": admitted})
    else:
        yield Reason(rule, "fits" if shared else "check", {"admitted": admitted, "held": shared})


def _publics(guide: Guide, written_for: tuple[str, ...], situation: Situation) -> Iterator[Reason]:
    """One public is enough. A public that only the person can tell (a handicap, the RSA) is theirs once told;
    nothing is said while an age or a diploma may still make them of another."""
    shared = tuple(one for one in written_for if one in situation.publics)
    known = guide.vocabulary.publics
    if shared:
        yield Reason("publics", "fits", {"publics": shared})
    elif written_for and all(of_public(known[one], situation) in (None, "blocks") for one in written_for):
        yield Reason("other_publics", "check", {"publics": written_for})


def _steps(pathway: Pathway, verdicts: Mapping[str, Verdict]) -> Iterator[Reason]:
    first = _first_step(pathway)
    start = start_of(pathway, verdicts)
    yield Reason("start", EFFECTS[verdicts[start].state], {"scheme": start})
    for step in pathway.steps:
        if step is first or step.optional:
            continue
        if all(_never(verdicts[one]) for one in step.schemes):
            yield Reason("later", "blocks", {"scheme": step.scheme})
            return


def _first_step(pathway: Pathway) -> Step:
    return next((step for step in pathway.steps if not step.optional), pathway.steps[0])


def start_of(pathway: Pathway, verdicts: Mapping[str, Verdict]) -> str:
    """The scheme one sets out with: of the first step and its alternatives, the one most within reach."""
    return min(_first_step(pathway).schemes, key=lambda one: STATES.index(verdicts[one].state))


def _never(verdict: Verdict) -> bool:
    return any(one.effect == "blocks" and one.rule in LASTING for one in verdict.reasons)
