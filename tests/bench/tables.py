"""Measures → Markdown tables: times and ratios, growth, memory."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.bench.measure import Measure, Split


@dataclass(frozen=True, slots=True)
class Runs:
    """The measures of one size: ours, (a) mkdocs-material by hand, (b) YAML + Jinja2."""

    ours: Measure
    by_hand: Measure
    plainly: Measure


Quantity = Callable[[Runs], float]
Clock = Callable[[Measure], Split]

CLOCKS: Mapping[str, Clock] = {
    "temps réel": lambda measure: measure.wall,
    "temps de calcul": lambda measure: measure.processor,
}


def _times(clock: Clock) -> Mapping[str, Quantity]:
    return {
        "nous": lambda runs: clock(runs.ours).total,
        "dont générateur": lambda runs: clock(runs.ours).until_mark,
        "dont MkDocs": lambda runs: clock(runs.ours).after_mark,
        "(a) mkdocs-material": lambda runs: clock(runs.by_hand).total,
        "(b) YAML + Jinja2": lambda runs: clock(runs.plainly).total,
    }


def _ratios(clock: Clock) -> Mapping[str, Quantity]:
    return {
        "nous / (a)": lambda runs: clock(runs.ours).total / clock(runs.by_hand).total,
        "nous / (b)": lambda runs: clock(runs.ours).total / clock(runs.plainly).total,
        "générateur / (b)": lambda runs: clock(runs.ours).until_mark / clock(runs.plainly).total,
    }


MEMORY: Mapping[str, Quantity] = {
    "nous, plus gros processus": lambda runs: runs.ours.largest,
    "nous, ensemble": lambda runs: runs.ours.together,
    "(a)": lambda runs: runs.by_hand.largest,
    "(b)": lambda runs: runs.plainly.largest,
}


def report(results: Mapping[int, Runs]) -> str:
    """The tables of one series of runs, sizes in increasing order."""
    parts = [_durations(results, name, clock) for name, clock in CLOCKS.items()]
    parts.append(_memory(results))
    if len(results) > 1:
        parts += [_growth(results, name, clock) for name, clock in CLOCKS.items()]
    return "\n\n".join(parts)


def _durations(results: Mapping[int, Runs], name: str, clock: Clock) -> str:
    times, ratios = _times(clock), _ratios(clock)
    rows = [
        [
            _thousands(size),
            *(f"{quantity(runs):.2f} s" for quantity in times.values()),
            *(f"{quantity(runs):.2f}" for quantity in ratios.values()),
        ]
        for size, runs in results.items()
    ]
    return _table([name, *times, *ratios], rows)


def _memory(results: Mapping[int, Runs]) -> str:
    rows = [
        [_thousands(size), *(f"{quantity(runs):.0f} Mo" for quantity in MEMORY.values())]
        for size, runs in results.items()
    ]
    return _table(["mémoire", *MEMORY], rows)


def _growth(results: Mapping[int, Runs], name: str, clock: Clock) -> str:
    """From one size to the next: how many times longer, and what that makes for twice the sheets."""
    rows = []
    for (small, before), (large, after) in pairwise(results.items()):
        times = large / small
        cells = [f"{_thousands(small)} → {_thousands(large)} (× {times:g})"]
        for quantity in _times(clock).values():
            grown = quantity(after) / quantity(before)
            cells.append(f"× {grown:.2f} ({grown ** (1 / math.log2(times)):.2f} par doublement)")
        rows.append(cells)
    return _table([f"croissance, {name}", *_times(clock)], rows)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
