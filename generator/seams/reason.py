"""What a seam is made of: reasons, each with its effect, and the verdict they add up to.

Data only: `seam_messages` has the French.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

Kind = Literal["level", "public", "income", "time", "place", "people"]
Effect = Literal["fits", "ask", "check", "secure", "breaks"]
Verdict = Literal["seamless", "to_check", "to_secure", "broken"]

KINDS: tuple[Kind, ...] = get_args(Kind)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""Best first."""

EFFECTS: tuple[Effect, ...] = ("breaks", "secure", "check", "fits", "ask")
"""Worst first; a question to ask weighs nothing."""

_VERDICT_OF: Mapping[Effect, Verdict] = {
    "fits": "seamless",
    "ask": "seamless",
    "check": "to_check",
    "secure": "to_secure",
    "breaks": "broken",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule of one kind: what it does to the passage, and the facts to say it with."""

    kind: Kind
    rule: str
    effect: Effect
    details: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Seam:
    """The passage into `scheme`; `start` is where one comes from (None: the way into a pathway).

    `others`: the passages into what may be done instead, which weigh nothing in the verdict.
    """

    start: str | None
    scheme: str
    verdict: Verdict
    reasons: tuple[Reason, ...]
    others: tuple[Seam, ...] = ()

    @property
    def shown(self) -> tuple[Reason, ...]:
        """What makes the verdict; when nothing stands in the way, what fits."""
        found = tuple(one for one in self.reasons if one.effect in ("breaks", "secure", "check"))
        return found or tuple(one for one in self.reasons if one.effect == "fits")

    @property
    def fitting(self) -> tuple[Reason, ...]:
        """What already fits, beside what does not."""
        return tuple(one for one in self.reasons if one.effect == "fits" and one not in self.shown)

    @property
    def questions(self) -> tuple[Reason, ...]:
        """Silences of the sheets: to be asked, never counted."""
        return tuple(one for one in self.reasons if one.effect == "ask")


def verdict_of(reasons: Collection[Reason]) -> Verdict:
    """The worst effect decides."""
    return max((_VERDICT_OF[one.effect] for one in reasons), key=VERDICTS.index, default="seamless")


def seam(start: str | None, scheme: str, reasons: Collection[Reason]) -> Seam:
    """The passage, its reasons worst first; never without a reason."""
    found = sorted(reasons, key=lambda one: (EFFECTS.index(one.effect), KINDS.index(one.kind)))
    if all(one.effect == "ask" for one in found):
        found.insert(0, Reason("public", "nothing", "fits"))
    return Seam(start, scheme, verdict_of(found), tuple(found))
