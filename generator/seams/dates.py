"""Time: do dates meet, and how long can the wait be?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.seams.crossing import Crossing
from generator.seams.person import ATTENDED
from generator.seams.reason import Reason


def time(crossing: Crossing) -> Iterator[Reason]:
    """Fixed entries make people wait; so do two programmes that do not turn in the same month."""
    to, entry = crossing.to, crossing.to.entry
    before, after = crossing.person.programme, entry.programme
    details = {"scheme": to.id, "start": crossing.person.attended, "calendar": entry.calendar}
    if entry.months:
        wait = longest_wait(entry.months)
        yield Reason("time", "months", "secure", {**details, "months": entry.months, "wait": wait})
    elif entry.mode == "sessions":
        yield Reason("time", "sessions", "secure", details)
    elif entry.mode == "permanent":
        yield Reason("time", "permanent", "fits", details)
    elif before and after:
        same = before == after
        programmes = {"before": (before.starts, before.ends), "after": (after.starts, after.ends)}
        rule, effect = ("same_programme", "fits") if same else ("other_programme", "secure")
        yield Reason("time", rule, "fits" if effect == "fits" else "secure", {**details, **programmes})
    elif to.kind in ATTENDED:
        yield Reason("time", "silent", "ask", details)


def longest_wait(months: Sequence[int]) -> int:
    """Months between two entries, at worst: [1, 9] → 8, and one entry a year → 12."""
    turn = sorted(set(months))
    return max((after - before) % 12 or 12 for before, after in zip(turn, (*turn[1:], turn[0]), strict=True))
