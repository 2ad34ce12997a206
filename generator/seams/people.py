"""People: who hands over to whom, and is anybody named?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.seams.crossing import Crossing
from generator.seams.person import ATTENDED
from generator.seams.reason import Reason


def people(crossing: Crossing) -> Iterator[Reason]:
    """The pathway's own word first; else what both sheets say of operators and prescribers."""
    start, to = crossing.start, crossing.to
    prescribers = to.entry.prescribers
    handing = tuple(one for one in (start.operators if start else ()) if one in prescribers)
    details = {"scheme": to.id, "prescribers": prescribers}
    if crossing.who:
        yield Reason("people", "named", "fits", {**details, "who": crossing.who})
    elif handing:
        yield Reason("people", "hands_over", "fits", {**details, "who": handing})
    elif to.entry.alone:
        yield Reason("people", "alone", "fits", details)
    elif prescribers:
        yield Reason("people", "prescriber", "secure", details)
    elif to.entry.alone is False:
        yield Reason("people", "nobody", "check", details)
    elif to.kind in ATTENDED:
        yield Reason("people", "silent", "ask", details)
