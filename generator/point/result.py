"""What somebody is told: at most three ways to begin with, the others, what helps beside, whom to meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from generator import matching
from generator.guide import Guide
from generator.levels import giving
from generator.matching import Suggestion, Verdict
from generator.matching_messages import SHOWN_FIRST
from generator.model.situation import Situation
from generator.point.answers import Told
from generator.point.helpers import helpers
from generator.point.roads import Road, roads, start_of

SHOWN = 3
"""« Trois choix au plus »: the charter of prescription (002) and a person's attention agree."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way: `kind` is `scheme` or `pathway`; `before`: schemes that give a level still to be checked."""

    kind: str
    id: str
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """Everything the page shows. `beside`: for each obstacle, its need and the scheme that helps best."""

    suggestions: tuple[Suggestion, ...]
    roads: tuple[Road, ...]
    first: tuple[Way, ...]
    beside: tuple[tuple[str, str | None], ...]
    helpers: tuple[str, ...]
    count: int


def result(guide: Guide, told: Told, known: Mapping[str, Verdict] | None = None) -> Result:
    """The whole answer. `known`: the verdicts of that situation, when they are there already."""
    verdicts = known or matching.verdicts(guide, told.situation)
    wanted = told.needs or told.obstacles
    found = matching.suggestions(guide, told.situation, wanted, verdicts)
    ways = roads(guide, told.situation, wanted, verdicts)
    first = _first(guide, told.situation, found, ways if wanted else (), verdicts)
    starts = [_start(guide, way, verdicts) for way in first]
    return Result(
        suggestions=found,
        roads=ways,
        first=first,
        beside=_beside(guide, told, wanted, verdicts),
        helpers=helpers(guide, told.situation, wanted, starts),
        count=sum(one.state != "not_now" for one in _verdicts(found, ways)),
    )


def _verdicts(found: Iterable[Suggestion], ways: Iterable[Road]) -> Iterator[Verdict]:
    yield from (one.verdict for one in found)
    yield from (one.verdict for one in ways)


def _first(
    guide: Guide,
    situation: Situation,
    found: Iterable[Suggestion],
    ways: Iterable[Road],
    verdicts: Mapping[str, Verdict],
) -> tuple[Way, ...]:
    """Two schemes and a pathway where one fits, else three schemes; nothing that is « pas maintenant »."""
    road = next((one.pathway for one in ways if one.fits), None)
    schemes = [one for one in found if one.verdict.state != "not_now"][: SHOWN - (road is not None)]
    chosen = [Way("scheme", one.scheme, _preparing(guide, situation, one, verdicts)) for one in schemes]
    return (*chosen, Way("pathway", road)) if road else tuple(chosen)


def _preparing(
    guide: Guide, situation: Situation, found: Suggestion, verdicts: Mapping[str, Verdict]
) -> tuple[str, ...]:
    """A few schemes within reach that give the levels it asks for, when the person has not told theirs."""
    asked = [one.details for one in found.verdict.reasons if one.rule == "ability" and one.effect == "check"]
    names = (
        name
        for name in giving(guide, situation, asked)
        if name != found.scheme and matching.within_reach(guide.schemes[name], verdicts[name].state)
    )
    return tuple(islice(names, SHOWN_FIRST))


def _beside(
    guide: Guide, told: Told, wanted: tuple[str, ...], verdicts: Mapping[str, Verdict]
) -> tuple[tuple[str, str | None], ...]:
    rows = []
    for need in told.obstacles:
        if need not in wanted:
            helping = matching.suggestions(guide, told.situation, (need,), verdicts)
            best = next((one.scheme for one in helping if one.verdict.state != "not_now"), None)
            rows.append((need, best))
    return tuple(rows)


def _start(guide: Guide, way: Way, verdicts: Mapping[str, Verdict]) -> str:
    """The scheme one begins with."""
    return way.id if way.kind == "scheme" else start_of(guide.pathways[way.id], verdicts)
