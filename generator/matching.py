"""Which schemes suit a situation, and why. Rules are the model's own: nothing is decided here by name.

What a person does not say never narrows: it becomes something to check. What a scheme does not say is a
question to ask, not a door wide open (docs/adr/0003). Never a refusal: the worst state is « pas
maintenant, d’abord… ». Data only; `matching_messages` has the French.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from generator.edition import EVERYWHERE
from generator.guide import Guide
from generator.levels import DIPLOMA, giving, held_level, level_rank
from generator.model.ages import YOUNG, never_young
from generator.model.audience import LEFT_TO_WORDS
from generator.model.scheme import Scheme
from generator.model.situation import Situation
from generator.serving import Effect, age_rule, effect_here

State = Literal["possible", "to_check", "not_now"]

FITS = ("main", "useful", "possible")
STATES: tuple[State, ...] = ("possible", "to_check", "not_now")
STATUSES = ("open", "experimental", "announced", "suspended", "closed")
"""Best first, each."""

STATUS_EFFECT: Mapping[str, Effect] = {"announced": "check", "suspended": "blocks", "closed": "blocks"}
"""An announcement is no right: at best it is to be checked."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule of a scheme against one situation: `rule` says which, `effect` what it does."""

    rule: str
    effect: Effect
    details: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a scheme is for a situation. When it is « pas maintenant », ids of schemes within reach: `first`
    give a level that is lacking; where none is lacking, `instead` are those the sheet sends to."""

    state: State
    reasons: tuple[Reason, ...]
    first: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A scheme that answers the needs, how well (`main`, `useful`, `possible`), and its verdict."""

    scheme: str
    fit: str
    verdict: Verdict


def verdict(guide: Guide, scheme: Scheme, situation: Situation) -> Verdict:
    """What `scheme` is for somebody in that situation, and what would have to come first."""
    reasons = reasons_for(guide, scheme, situation)
    state = state_of(reasons)
    if state != "not_now":
        return Verdict(state, reasons)
    missing = [one.details for one in reasons if one.effect == "blocks" and "wanted" in one.details]
    names = giving(guide, situation, missing) if missing else instead(scheme)
    near = tuple(name for name in names if name != scheme.id and _reachable(guide, name, situation))
    if not missing and _too_young(reasons, situation.age):  # most of what the sheet names is for the too old
        near = tuple(name for name in near if guide.schemes[name].audience.last_age is not None)
    return Verdict(state, reasons, first=near) if missing else Verdict(state, reasons, instead=near)


def verdicts(guide: Guide, situation: Situation) -> Mapping[str, Verdict]:
    """Every scheme's verdict, by id, for callers who rank several needs of one situation."""
    return {scheme.id: verdict(guide, scheme, situation) for scheme in guide.schemes.values()}


def suggestions(
    guide: Guide,
    situation: Situation,
    needs: Collection[str],
    known: Mapping[str, Verdict] | None = None,
) -> tuple[Suggestion, ...]:
    """Schemes that answer one of `needs` (none named: any), best first, « pas maintenant » last.

    What is only announced comes after what exists; then fit, verdict, open before experimental.
    `known`: the `verdicts` of that situation, when they are there already.
    """
    wanted = set(needs) or set(guide.needs)
    rows = []
    for name in {name for need in wanted for name in guide.schemes_of_need.get(need, ())}:
        scheme = guide.schemes[name]
        fits = [FITS.index(answer.fit) for answer in scheme.needs if answer.need in wanted]
        found = known[scheme.id] if known else verdict(guide, scheme, situation)
        row = Suggestion(scheme.id, FITS[min(fits)], found)
        rows.append((_rank(scheme, min(fits), len(fits), found), row))
    return tuple(suggestion for _, suggestion in sorted(rows, key=lambda row: row[0]))


def _rank(scheme: Scheme, fit: int, answered: int, found: Verdict) -> tuple[object, ...]:
    """Lower is better. A priority given to the person is worth one degree of fit."""
    priority = any(reason.rule == "priority" for reason in found.reasons)
    return (
        found.state == "not_now",
        scheme.status == "announced",
        max(0, fit - priority),
        STATES.index(found.state),
        STATUSES.index(scheme.status),
        not priority,
        -answered,
        scheme.title,
        scheme.id,
    )


def state_of(reasons: Collection[Reason]) -> State:
    """The worst effect decides."""
    effects = {reason.effect for reason in reasons}
    return "not_now" if "blocks" in effects else "to_check" if "check" in effects else "possible"


def reasons_for(guide: Guide, scheme: Scheme, situation: Situation) -> tuple[Reason, ...]:
    """Every rule of the scheme that has something to say of the situation."""
    return tuple(
        reason
        for found in (
            _status(scheme),
            _youth(scheme, situation),
            age_reasons(scheme.audience.age_min, scheme.audience.age_max, situation.age),
            _statuses(scheme, situation),
            _levels(guide, scheme, situation),
            _abilities(guide, scheme, situation),
            _territory(guide, scheme, situation),
            _priority(scheme, situation),
            _words(scheme, situation),
        )
        for reason in found
    )


def _status(scheme: Scheme) -> Iterator[Reason]:
    if scheme.status in STATUS_EFFECT:
        details = {"status": scheme.status, "as_of": scheme.as_of}
        yield Reason("status", STATUS_EFFECT[scheme.status], details)


def _youth(scheme: Scheme, situation: Situation) -> Iterator[Reason]:
    """« jeunes » without an age: shut past 25, and under 16 where the sheet names no public."""
    age, audience = situation.age, scheme.audience
    if audience.young:
        shut = never_young(age, age, named=bool(audience.priority_publics))
        yield Reason("youth", "blocks" if shut else "check")


def age_reasons(low: int | None, high: int | None, age: int | None) -> Iterator[Reason]:
    """An age against two bounds, both included; no bound has nothing to say."""
    if found := age_rule(low, high, age):
        yield Reason(*found, {"min": low, "max": high, "age": age})


def _statuses(scheme: Scheme, situation: Situation) -> Iterator[Reason]:
    admitted = scheme.audience.statuses
    if not admitted:
        return
    held = tuple(one for one in admitted if one in situation.statuses)
    effect: Effect = "check" if not situation.statuses else "fits" if held else "blocks"
    yield Reason("statuses", effect, {"admitted": admitted, "held": held})


def _levels(guide: Guide, scheme: Scheme, situation: Situation) -> Iterator[Reason]:
    admitted = scheme.audience.levels
    if not admitted:
        return
    held = held_level(situation, DIPLOMA)
    details = {"admitted": admitted, "held": held}
    if held is None:
        yield Reason("levels", "check", details)
    elif held in admitted:
        yield Reason("levels", "fits", details)
    else:
        ranks = [level_rank(guide, DIPLOMA, level) for level in admitted]
        if level_rank(guide, DIPLOMA, held) < min(ranks):
            wanted = admitted[ranks.index(min(ranks))]
            details |= {"ability": DIPLOMA, "wanted": wanted}
        yield Reason("levels", "blocks", details)


def _abilities(guide: Guide, scheme: Scheme, situation: Situation) -> Iterator[Reason]:
    for ability, wanted in scheme.requires.abilities.items():
        needed = level_rank(guide, ability, wanted)
        if needed == 0:
            continue  # the lowest level asks for nothing
        held = held_level(situation, ability)
        effect: Effect = "check"
        if held is not None:
            effect = "fits" if level_rank(guide, ability, held) >= needed else "blocks"
        yield Reason("ability", effect, {"ability": ability, "wanted": wanted, "held": held})


def _territory(guide: Guide, scheme: Scheme, situation: Situation) -> Iterator[Reason]:
    if situation.territory is None:
        return
    known = guide.vocabulary.territories
    here = known[situation.territory]
    if scheme.region not in (EVERYWHERE, here.region):
        yield Reason("region", "blocks", {"region": scheme.region})
    elif scheme.territories:
        effect = effect_here(known, here, scheme.territories)
        yield Reason("territory", effect, {"territories": scheme.territories, "here": here.id})


def _priority(scheme: Scheme, situation: Situation) -> Iterator[Reason]:
    """A priority helps those who have it; it closes nothing to others."""
    if shared := tuple(one for one in scheme.audience.priority_publics if one in situation.publics):
        yield Reason("priority", "fits", {"publics": shared})


def _words(scheme: Scheme, situation: Situation) -> Iterator[Reason]:
    """What sources say in words only, and their silence about whom a scheme is for.

    Words that go with an age, a level or a condition only repeat them. A status alone is too little
    when the scheme is first for publics the person is not known to be of: the words are to be checked.
    """
    for condition in scheme.requires.conditions:
        yield Reason("condition", "check", {"text": condition})
    audience, said = scheme.audience, compared(scheme)
    for_others = bool(audience.priority_publics) and not any(_priority(scheme, situation))
    if said and not (for_others and said == {"statuses"}):
        return
    if audience.details:
        yield Reason("detail", "check", {"text": " ".join(audience.details)})
    elif not said and not audience.young:
        yield Reason("unsaid", "check")


def compared(scheme: Scheme) -> frozenset[str]:
    """What the sheet says that can be compared with a situation, beyond what is left to words."""
    return frozenset((scheme.audience.model_fields_set - LEFT_TO_WORDS) | scheme.requires.model_fields_set)


def instead(scheme: Scheme) -> tuple[str, ...]:
    """Ids of the schemes its sheet sends to, each once: what replaces it, after a refusal, for others."""
    links = (*scheme.replaced_by, *scheme.if_refused)
    others = (one.instead for one in scheme.not_for if one.instead)
    return tuple(dict.fromkeys((*(link.scheme for link in links), *others)))


def _reachable(guide: Guide, name: str, situation: Situation) -> bool:
    other = guide.schemes[name]
    return within_reach(other, state_of(reasons_for(guide, other, situation)))


def within_reach(scheme: Scheme, state: State) -> bool:
    """Whether one can be sent there today."""
    return scheme.status in ("open", "experimental") and state != "not_now"


def _too_young(reasons: Collection[Reason], age: int | None) -> bool:
    shut = {one.rule for one in reasons if one.effect == "blocks"}
    return "too_young" in shut or ("youth" in shut and age is not None and age < YOUNG[0])
