"""Whether a place is served by a list of territories, and an age by two bounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from generator.model.vocabulary import Territory

Effect = Literal["fits", "check", "blocks"]
"""What a rule does to a verdict: the three words of `generator.matching`."""


def effect_here(known: Mapping[str, Territory], here: Territory, territories: Iterable[str]) -> Effect:
    """Served wholly (« fits »), in part, so that one must ask (« check »), or elsewhere (« blocks »)."""
    served = frozenset(territories)
    if covered(known, here, served):
        return "fits"
    return "check" if touched(known, here, served) else "blocks"


def covered(known: Mapping[str, Territory], here: Territory, served: frozenset[str]) -> bool:
    """The whole of `here` is served: itself, a bassin or region around it, or all its départements."""
    if here.id in served:
        return True
    around = [known[name] for name in here.within]
    if any(covered(known, one, served) for one in around if one.kind != "departement"):
        return True
    departements = [one for one in around if one.kind == "departement"]
    return bool(departements) and all(covered(known, one, served) for one in departements)


def touched(known: Mapping[str, Territory], here: Territory, served: frozenset[str]) -> bool:
    """Whether a part of `here` is served, or a part of what it straddles."""
    return not served.isdisjoint(_around(known, here)) or any(
        here.id in _around(known, known[name]) for name in served
    )


def _around(known: Mapping[str, Territory], here: Territory) -> frozenset[str]:
    """`here` and everything it lies in, however far up."""
    return frozenset({here.id}).union(*(_around(known, known[name]) for name in here.within))


def age_rule(low: int | None, high: int | None, age: int | None) -> tuple[str, Effect] | None:
    """What an age is against two bounds, both included: the rule and its effect; None without bounds."""
    if low is None and high is None:
        return None
    if age is None:
        return "age", "check"
    if low is not None and age < low:
        return "too_young", "blocks"
    return ("too_old", "blocks") if high is not None and age > high else ("age", "fits")
