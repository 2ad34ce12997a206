"""Paths found by the guide: the shortest well-secured chains of schemes from a situation to a goal.

Advisers know pathways, each written for one kind of person; here the guide looks for others, and says so.
Every step suits the person as they will be on arrival: abilities gained, months passed, a contract signed.
Rules are those of `matching` (who may enter) and of `seams` (what a passage needs). The browser does the same
(`paths/1-search.js`); a test compares both.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.guide import Guide
from generator.levels import held_level, level_rank
from generator.matching import FITS, Reason, State, reasons_for, state_of
from generator.model.pathway import Pathway
from generator.model.scheme import Scheme
from generator.model.situation import Situation
from generator.passages import ALIVE, COSTS, Passage, in_order, passages
from generator.seams import reason as seam_reason
from generator.seams.person import ATTENDED, EMPLOYED, WEEKS_PER_YEAR, weeks
from generator.seams.reason import Verdict, verdict_of

MOST_STEPS = 5
"""Schemes in a path, the goal included: the longest pathways advisers tell have as many."""

MOST_LOOKED = 600
"""Chains looked at before one stops: twice what the longest useful search took; a telephone must answer."""

SHOWN = 3
"""« Trois choix au plus », as everywhere in the guide."""

UNTOLD = 2
"""What a level nobody told weighs, beside its passage: as much as a step, for a step may give it."""

LEVELS = ("ability", "levels")
"""Rules of `matching` that compare a level."""

LED = ("training", "support")
"""Kinds to start from when no need is said: those that take the person along."""


@dataclass(frozen=True, slots=True)
class Walker:
    """The person on arrival. `weeks` are the longest since the start, `sure` the least."""

    situation: Situation
    age: int | None
    weeks: int = 0
    sure: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A scheme on the way, what it asks of this person, and the passage into it (None: the start).

    `reasons` are those of `matching`; `seams` those of the passage, worst first.
    """

    scheme: str
    state: State
    verdict: Verdict
    reasons: tuple[Reason, ...]
    seams: tuple[seam_reason.Reason, ...] = ()
    condition: str | None = None

    @property
    def cost(self) -> int:
        """What the step adds to a path."""
        untold = [one for one in self.reasons if one.rule in LEVELS and one.effect == "check"]
        return COSTS[self.verdict] + UNTOLD * len(untold)


@dataclass(frozen=True, slots=True)
class Path:
    """A chain to the goal. `pathway`: the pathway of the guide that is the very same, if any."""

    steps: tuple[Step, ...]
    cost: int
    pathway: str | None = None


@dataclass(frozen=True)
class Ground:
    """What all searches in a guide share."""

    guide: Guide
    passages: Mapping[str, tuple[Passage, ...]]
    order: Mapping[str, int]


def ground(guide: Guide) -> Ground:
    """Judge every passage once."""
    return Ground(guide, passages(guide), in_order(guide))


def goals(guide: Guide) -> tuple[str, ...]:
    """What one may aim at: the schemes that are goals, then the contract most pathways go through."""
    open_ones = [scheme for scheme in guide.schemes.values() if scheme.status in ALIVE]
    aims = [scheme.id for scheme in open_ones if scheme.kind == "goal"]
    through = {one.id: len(guide.pathways_of_scheme[one.id]) for one in open_ones if one.kind == "contract"}
    best = sorted(through, key=lambda name: (-through[name], name))[:1]
    return (*aims, *(name for name in best if through[name]))


def paths(
    known: Ground, situation: Situation, needs: Collection[str], targets: Collection[str]
) -> tuple[Path, ...]:
    """At most three, each with its own first step; those that answer `needs` before any other."""
    search = _Search(known, situation, needs, targets)
    found = search.run(search.starts(needs)) if needs else ()
    return found or search.run(search.starts(()))


Queued = tuple[int, tuple[int, ...], tuple[Step, ...], Walker]
"""Estimated cost and ranks of the schemes, enough to order any two; then the chain and who walks it."""


class _Search:
    """One search: cheapest estimate first, so that the first chains to arrive are the best."""

    def __init__(
        self, known: Ground, situation: Situation, needs: Collection[str], targets: Collection[str]
    ) -> None:
        self.known, self.guide = known, known.guide
        self.needs, self.targets = frozenset(needs), frozenset(targets)
        self.walker = Walker(situation, situation.age)
        self.rest = _rest(known, self.targets)

    def starts(self, needs: Collection[str]) -> Iterator[Queued]:
        """Schemes one may enter today and that lead there."""
        for scheme in self.guide.schemes.values():
            fits = [FITS.index(answer.fit) for answer in scheme.needs if answer.need in needs]
            wanted = bool(fits) if needs else scheme.kind in LED
            if not wanted or scheme.id in self.targets or scheme.id not in self.rest:
                continue
            reasons = reasons_for(self.guide, scheme, self.walker.situation)
            state = state_of(reasons)
            if state != "not_now":
                verdict: Verdict = "seamless" if state == "possible" else "to_check"
                step = Step(scheme.id, state, verdict, reasons)
                rank = (self.known.order[scheme.id],)
                cost = step.cost + min(fits, default=0) + self.rest[scheme.id]
                yield cost, rank, (step,), after(self.guide, self.walker, scheme)

    def run(self, starts: Iterator[Queued]) -> tuple[Path, ...]:
        """Chains in the order they arrive. A situation already brought to a scheme thrice is enough."""
        queue, found = list(starts), dict[str, Path]()
        heapq.heapify(queue)
        seen: dict[tuple[str, str], set[str]] = {}
        for _ in range(MOST_LOOKED):
            if not queue or len(found) == SHOWN:
                break
            estimate, ranks, steps, walker = heapq.heappop(queue)
            first, here = steps[0].scheme, steps[-1].scheme
            if first in found or any(step.scheme in found for step in steps[1:]):
                continue
            if here in self.targets:
                found[first] = Path(steps, estimate, self._known(steps))
                continue
            brought = seen.setdefault((here, _signature(walker)), set())
            if first in brought or len(brought) == SHOWN:
                continue
            brought.add(first)
            if len(steps) < MOST_STEPS:
                for row in self._onwards(estimate, ranks, steps, walker):
                    heapq.heappush(queue, row)
        return tuple(found.values())

    def _onwards(
        self, estimate: int, ranks: tuple[int, ...], steps: tuple[Step, ...], walker: Walker
    ) -> Iterator[Queued]:
        behind = {step.scheme for step in steps}
        spent = estimate - self.rest[steps[-1].scheme]
        for passage in self.known.passages.get(steps[-1].scheme, ()):
            if passage.to in behind or passage.to not in self.rest:
                continue
            step, arrived = enter(self.guide, walker, passage)
            if step is not None:
                scheme = self.guide.schemes[passage.to]
                cost = spent + step.cost + self.rest[passage.to]
                rank = (*ranks, self.known.order[passage.to])
                yield cost, rank, (*steps, step), after(self.guide, arrived, scheme)

    def _known(self, steps: tuple[Step, ...]) -> str | None:
        """The pathway that is this chain; one that starts from the person's needs before another."""
        chain = tuple(step.scheme for step in steps)
        alike = [one for one in self.guide.pathways.values() if _same(one, chain)]
        alike.sort(key=lambda one: (self.needs.isdisjoint(one.needs), one.title, one.id))
        return alike[0].id if alike else None


def _rest(known: Ground, targets: frozenset[str]) -> Mapping[str, int]:
    """The least that is left to pay from each scheme that leads to a target; a goal is no way to another."""
    schemes = known.guide.schemes
    found = {name: 0 for name in targets if schemes[name].status in ALIVE}
    for _ in range(MOST_STEPS - 1):
        for start, rows in known.passages.items():
            for one in rows if schemes[start].kind != "goal" else ():
                if one.to in found and found[one.to] + one.least < found.get(start, 1000):
                    found[start] = found[one.to] + one.least
    return found


def enter(guide: Guide, walker: Walker, passage: Passage) -> tuple[Step | None, Walker]:
    """The step through a passage for this person, and the person who takes it; None: they cannot."""
    scheme, situation = guide.schemes[passage.to], walker.situation
    reasons = reasons_for(guide, scheme, situation)
    seams = list(passage.reasons)
    blocked = [one for one in reasons if one.effect == "blocks"]
    if blocked:
        become = _become(guide, scheme)
        if become is None or [one.rule for one in blocked] != ["statuses"]:
            return None, walker
        details = {"scheme": scheme.id, "others": situation.statuses, "become": become}
        seams.append(seam_reason.Reason("public", "statuses_change", "secure", details))
        walker = replace(walker, situation=situation.model_copy(update={"statuses": (become,)}))
        reasons = tuple(one for one in reasons if one.effect != "blocks")
    if any(one.rule == "territory" and one.effect == "fits" for one in reasons):
        seams = [one for one in seams if one.kind != "place"]
    last = scheme.audience.last_age
    if last is not None and walker.age is not None and walker.age - (-walker.weeks // WEEKS_PER_YEAR) > last:
        passing = {"scheme": scheme.id, "age": last + 1}
        seams.append(seam_reason.Reason("public", "age_passes", "secure", passing))
    state = state_of(reasons)
    asked: Verdict = "seamless" if state == "possible" else "to_check"
    verdict = max(asked, verdict_of(seams), key=lambda one: COSTS[one])
    seams.sort(key=lambda one: seam_reason.EFFECTS.index(one.effect))
    return Step(scheme.id, state, verdict, reasons, tuple(seams), passage.condition), walker


def _become(guide: Guide, scheme: Scheme) -> str | None:
    """A situation it admits and that anyone can take up."""
    known = guide.vocabulary.statuses
    return next((one for one in scheme.audience.statuses if known[one].how_to_become), None)


def after(guide: Guide, walker: Walker, scheme: Scheme) -> Walker:
    """The person having followed `scheme`: what it gives, the time it takes, the contract signed."""
    situation, abilities = walker.situation, dict(walker.situation.abilities)
    for ability, given in scheme.gives.abilities.items():
        held = held_level(situation, ability)
        steps = guide.vocabulary.abilities[ability].levels
        had = -1 if held is None else level_rank(guide, ability, held)
        if not given.startswith("+"):
            rank = max(had, level_rank(guide, ability, given))
        elif held is None:
            continue  # one level more than a level nobody told
        else:
            rank = min(had + int(given), len(steps) - 1)
        abilities[ability] = steps[rank].id
    statuses = situation.statuses
    if scheme.kind == "contract":
        statuses = scheme.audience.statuses or (EMPLOYED,)
    least, most = weeks(scheme.duration) if scheme.kind in ATTENDED else (0, 0)
    sure = walker.sure + least
    age = None if walker.age is None else walker.age + sure // WEEKS_PER_YEAR
    changes: dict[str, object] = {"abilities": abilities, "statuses": statuses, "age": age}
    return Walker(situation.model_copy(update=changes), walker.age, walker.weeks + most, sure)


def _signature(walker: Walker) -> str:
    """What the way has changed in the person, time apart: two alike open the same doors."""
    situation = walker.situation
    return f"{sorted(situation.abilities.items())}{situation.statuses}"


def _same(pathway: Pathway, chain: tuple[str, ...]) -> bool:
    """The same steps in the same order, the optional ones taken or not."""
    left = chain
    for step in pathway.steps:
        if left and left[0] in step.schemes:
            left = left[1:]
        elif not step.optional:
            return False
    return not left
