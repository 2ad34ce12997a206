"""Seams: can a step really follow the one before? Verdicts and reasons, from the model alone.

One module per kind of reason; each yields `Reason`s from a `Crossing`. What neither sheet says is a
question to ask, unless the next step needs it (docs/adr/0004). `seam_messages` has the French.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.edition import EVERYWHERE
from generator.guide import Guide
from generator.model.pathway import Pathway
from generator.model.scheme import Link, Scheme
from generator.seams.crossing import Crossing
from generator.seams.dates import time
from generator.seams.level import level
from generator.seams.money import income
from generator.seams.people import people
from generator.seams.person import Person, after, of_profile
from generator.seams.place import place, served
from generator.seams.public import public
from generator.seams.reason import Reason, Seam, seam

Rule = Callable[[Crossing], Iterator[Reason]]

RULES: tuple[Rule, ...] = (level, public, income, time, place, people)
AT_THE_START: tuple[Rule, ...] = (level, public)
"""Before the first step nobody hands over and nothing stops: only whether one gets in."""


@dataclass(frozen=True)
class Seams:
    """Every passage of a guide."""

    pathways: Mapping[str, tuple[Seam, ...]]
    """By pathway: the passage into each step, the first being the way in."""
    links: Mapping[tuple[str, str], Seam]
    """« Mène à », by its two ends."""


def seams(guide: Guide) -> Seams:
    """All of them; every reference of the guide must exist."""
    return Seams(
        {pathway.id: pathway_seams(guide, pathway) for pathway in guide.pathways.values()},
        {
            (scheme.id, link.scheme): link_seam(guide, scheme, link)
            for scheme in guide.schemes.values()
            for link in scheme.leads_to
        },
    )


def pathway_seams(guide: Guide, pathway: Pathway) -> tuple[Seam, ...]:
    """The passage into each step for the person of the profile, who takes every step, or skips some."""
    found: list[Seam] = []
    crossing = Crossing(
        guide, of_profile(pathway.profile), guide.schemes[pathway.steps[0].scheme], pathway.region
    )
    hurried = crossing.person
    for step in pathway.steps:
        passage = step.passage
        crossing = replace(
            crossing,
            to=guide.schemes[step.scheme],
            hurried=hurried if crossing.skipped else None,
            secured=frozenset(passage.abilities if passage else ()),
            who=passage.who if passage else (),
            everyone=not step.optional,
        )
        others = tuple(
            judged(replace(crossing, to=guide.schemes[one], everyone=False)) for one in step.alternatives
        )
        found.append(replace(judged(crossing), others=others))
        hurried = hurried if step.optional else _after(crossing, hurried, crossing.to)
        crossing = replace(
            crossing,
            start=crossing.to,
            ways=tuple(
                (one, _after(crossing, crossing.person, guide.schemes[one])) for one in step.alternatives
            ),
            person=_after(crossing, crossing.person, crossing.to),
            skipped=(*crossing.skipped, step.scheme) if step.optional else crossing.skipped,
        )
    return tuple(found)


def link_seam(guide: Guide, scheme: Scheme, link: Link) -> Seam:
    """The passage of a « mène à », for whoever the first scheme admits."""
    to = guide.schemes[link.scheme]
    region = scheme.region if scheme.region != EVERYWHERE else to.region
    crossing = Crossing(guide, Person(), to, region, start=scheme, condition=link.condition)
    return judged(replace(crossing, person=_after(crossing, Person(), scheme)))


def judged(crossing: Crossing) -> Seam:
    """The verdict of one passage."""
    rules = RULES if crossing.start else AT_THE_START
    start = crossing.start.id if crossing.start else None
    return seam(start, crossing.to.id, [reason for rule in rules for reason in rule(crossing)])


def _after(crossing: Crossing, person: Person, scheme: Scheme) -> Person:
    return after(crossing.guide, person, scheme, served(crossing.guide, scheme, crossing.region))
