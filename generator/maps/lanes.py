"""One line on a grid: on which of its lanes it stops at each station, and runs between two.

Lanes are small whole numbers around 0, the main way. Columns are counted in halves: 2c is column c,
2c+1 the gutter after it. Two tracks may share a piece of lane only if they share an end: a fork or a
merge, as on any railway; no track runs through a station where it does not stop.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

Edge = tuple[str, str]


@dataclass
class _Room:
    """What is where, while lanes are being given."""

    column: Mapping[str, int]
    stops: dict[str, int] = field(default_factory=dict)
    runs: dict[Edge, int] = field(default_factory=dict)
    stations: set[tuple[int, int]] = field(default_factory=set)
    tracks: defaultdict[tuple[int, int], list[Edge]] = field(default_factory=lambda: defaultdict(list))

    def halves(self, edge: Edge) -> range:
        return range(2 * self.column[edge[0]] + 1, 2 * self.column[edge[1]])

    def is_free(self, edge: Edge, lane: int) -> bool:
        return all(
            (lane, half) not in self.stations
            and all(set(edge) & set(other) for other in self.tracks.get((lane, half), ()))
            for half in self.halves(edge)
        )

    def can_stop(self, station: str, lane: int) -> bool:
        cell = (lane, 2 * self.column[station])
        return cell not in self.stations and not self.tracks.get(cell)

    def stop(self, station: str, lane: int) -> None:
        self.stops[station] = lane
        self.stations.add((lane, 2 * self.column[station]))

    def run(self, edge: Edge, lane: int) -> None:
        self.runs[edge] = lane
        for half in self.halves(edge):
            self.tracks[lane, half].append(edge)


Lanes = tuple[dict[str, int], dict[Edge, int]]

TRIALS = 16
"""Four choices of side: the first four branches of a line are tried above and below."""


def line_lanes(edges: Sequence[Edge], column: Mapping[str, int]) -> Lanes:
    """Lane of each stop and of each run, as few and as straight as found.

    Edges go from a lower column to a higher one.
    """
    own = sorted({column[name] for edge in edges for name in edge})
    rank = tuple((name, own.index(column[name])) for name in dict.fromkeys(sum(edges, ())))
    stops, runs = _best(tuple(edges), rank)
    return dict(stops), dict(runs)


@lru_cache(maxsize=1024)
def _best(edges: tuple[Edge, ...], rank: tuple[tuple[str, int], ...]) -> Lanes:
    """Asked again for each try of the columns: only the order of its own stations matters to a line."""
    return min((_lanes(edges, dict(rank), sides) for sides in range(TRIALS)), key=_cost)


def _cost(found: Lanes) -> tuple[int, int]:
    """How many lanes, then how much bending."""
    stops, runs = found
    bends = sum(abs(lane - stops[end]) for edge, lane in runs.items() for end in edge)
    return len({*stops.values(), *runs.values()}), bends


def _lanes(edges: Sequence[Edge], column: Mapping[str, int], sides: int) -> Lanes:
    """One trial: the bits of `sides` say on which side each branch is tried first."""
    room, branch = _Room(column), 0
    names = dict.fromkeys(name for edge in edges for name in edge)
    while len(room.stops) < len(names):
        left = [edge for edge in edges if not set(edge) & set(room.stops)]
        chain = _longest(left, [name for name in names if name not in room.stops], column)
        inner = [edge for edge in edges if edge in set(pairwise(chain))]
        outer = [edge for edge in edges if edge not in inner and set(edge) & set(chain)]
        side = -1 if sides >> max(branch - 1, 0) & 1 else 1
        lane = next(side * lane for lane in _outward() if _fits(room, chain, inner, outer, side * lane))
        branch += 1
        for name in chain:
            room.stop(name, lane)
        for edge in inner:
            room.run(edge, lane)
    for edge in sorted(edges, key=lambda edge: (column[edge[1]] - column[edge[0]], column[edge[0]], edge)):
        if edge not in room.runs:
            room.run(edge, next(lane for lane in _nearest(room, edge) if room.is_free(edge, lane)))
    return room.stops, room.runs


def _fits(room: _Room, chain: Sequence[str], inner: Iterable[Edge], outer: Iterable[Edge], lane: int) -> bool:
    """Its stations and tracks are free, and so is the way to what is placed already."""
    placed = [edge for edge in outer if set(edge) & set(room.stops)]
    return (
        all(room.can_stop(name, lane) for name in chain)
        and all(room.is_free(edge, lane) for edge in inner)
        and (abs(lane) > len(room.column) or all(room.is_free(edge, lane) for edge in placed))
    )


def _outward() -> Iterator[int]:
    """0, 1, -1, 2, -2…"""
    yield 0
    lane = 1
    while True:
        yield from (lane, -lane)
        lane += 1


def _nearest(room: _Room, edge: Edge) -> Iterator[int]:
    """Lanes, those that bend least first."""
    ends = room.stops[edge[0]], room.stops[edge[1]]
    used = {*room.stops.values(), *room.runs.values()}
    lanes = range(min(used) - 1, max(used) + 2)
    return iter(sorted(lanes, key=lambda lane: (sum(abs(lane - end) for end in ends), abs(lane), lane)))


def _longest(edges: Sequence[Edge], names: Sequence[str], column: Mapping[str, int]) -> list[str]:
    """The way with most stations through `edges`, or the first station where none is left."""
    best: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (column[name], names.index(name))):
        before = [best[start] for start, end in edges if end == name]
        best[name] = [*max(before, key=len, default=[]), name]
    return max(best.values(), key=len)
