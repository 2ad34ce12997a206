"""Income: does pay stop, start, or leave a hole?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.seams.crossing import Crossing
from generator.seams.person import ATTENDED
from generator.seams.reason import Effect, Reason

_RULES: dict[tuple[bool, str], tuple[str, Effect]] = {
    (True, "paid"): ("goes_on", "fits"),
    (True, "unpaid"): ("stops", "secure"),
    (True, "depends"): ("may_stop", "secure"),
    (True, "unknown"): ("silent_after_pay", "ask"),
    (False, "paid"): ("starts", "fits"),
    (False, "unpaid"): ("hole", "secure"),
    (False, "depends"): ("depends", "ask"),
    (False, "unknown"): ("silent", "ask"),
}
"""(Is the person paid, or perhaps, before?, pay of the next) → what is said of it."""


def income(crossing: Crossing) -> Iterator[Reason]:
    """The pay of the next scheme against that of the last one attended, not of a meeting in between."""
    to, pay = crossing.to, crossing.person.pay
    if to.kind not in ATTENDED:
        return
    before = pay is not None and pay.state in ("paid", "depends")
    rule, effect = _RULES[before, to.pay.state]
    start = crossing.person.attended if before else None
    yield Reason("income", rule, effect, {"scheme": to.id, "start": start, "detail": to.pay.detail})
