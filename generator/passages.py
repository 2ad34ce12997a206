"""Every passage from one scheme to another that the guide knows of, with what no person changes in it.

« Mène à », « prépare à », and what follows what in the pathways. Income, dates, places and people depend on
the two sheets alone: `seams` judges them once. Level and public depend on who walks: `paths` judges those.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.guide import Guide
from generator.model.pathway import Pathway
from generator.model.scheme import Link
from generator.seams import link_seam
from generator.seams.reason import Kind, Reason, verdict_of

ALIVE = ("open", "experimental")
"""Statuses one may count on: an announcement is no right, and a closed door no step."""

OF_THE_SHEETS: tuple[Kind, ...] = ("income", "time", "place", "people")
"""Kinds of reasons that are the same for everyone."""

COSTS: Mapping[str, int] = {"seamless": 1, "to_check": 2, "to_secure": 4}
"""What a passage weighs: two to check are worth one to secure. A broken one is never taken."""


@dataclass(frozen=True, slots=True)
class Passage:
    """From `start` into `to`. `condition`: what the link says of those who may follow it.

    `reasons`: without the questions that silences become; the sheets have them.
    """

    start: str
    to: str
    condition: str | None
    reasons: tuple[Reason, ...]

    @property
    def least(self) -> int:
        """What it costs whoever lives where both are found, and has all that is asked."""
        return COSTS[verdict_of([one for one in self.reasons if one.kind != "place"])]


def passages(guide: Guide) -> Mapping[str, tuple[Passage, ...]]:
    """By the scheme one comes from, in the order of the titles they lead to; broken ones left out."""
    links: dict[tuple[str, str], str | None] = {}
    for start, link in _links(guide):
        ends = (guide.schemes[start], guide.schemes[link.scheme])
        if start != link.scheme and all(one.status in ALIVE for one in ends):
            links.setdefault((start, link.scheme), link.condition)
    found: dict[str, list[Passage]] = {}
    for (start, to), condition in links.items():
        seam = link_seam(guide, guide.schemes[start], Link(scheme=to, condition=condition))
        if seam.verdict != "broken":
            reasons = tuple(one for one in seam.reasons if one.kind in OF_THE_SHEETS and one.effect != "ask")
            found.setdefault(start, []).append(Passage(start, to, condition, reasons))
    rank = in_order(guide)
    return {start: tuple(sorted(rows, key=lambda one: rank[one.to])) for start, rows in found.items()}


def in_order(guide: Guide) -> Mapping[str, int]:
    """The rank of each scheme by title: how ties are broken, here and in the browser."""
    ordered = sorted(guide.schemes.values(), key=lambda one: (one.title, one.id))
    return {scheme.id: rank for rank, scheme in enumerate(ordered)}


def _links(guide: Guide) -> Iterator[tuple[str, Link]]:
    """What editors wrote as links first: they may say a condition."""
    for scheme in guide.schemes.values():
        for link in (*scheme.leads_to, *scheme.prepares):
            yield scheme.id, link
    for pathway in guide.pathways.values():
        for start, to in _followed(pathway):
            yield start, Link(scheme=to)


def _followed(pathway: Pathway) -> Iterator[tuple[str, str]]:
    """What follows what in a pathway, its optional steps taken or not."""
    for number, step in enumerate(pathway.steps):
        for later in pathway.steps[number + 1 :]:
            for start in step.schemes:
                yield from ((start, to) for to in later.schemes)
            if not later.optional:
                break
