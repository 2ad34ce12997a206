"""One line on a grid: on which of its lanes it stops at each station, and runs between two.

Lanes are small whole numbers around 0, the main way. Columns are counted in halves: 2c is column c,
2c+1 the gutter after it. Two tracks may share a piece of lane only if they share an end: a fork or a
merge, as on any railway; no track runs through a station where it does not stop.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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


def line_lanes(edges: Sequence[Edge], column: Mapping[str, int]) -> tuple[dict[str, int], dict[Edge, int]]:
    """Lane of each stop and of each run; edges go from a lower column to a higher one."""
    room = _Room(column)
    names = dict.fromkeys(name for edge in edges for name in edge)
    while len(room.stops) < len(names):
        left = [edge for edge in edges if not set(edge) & set(room.stops)]
        chain = _longest(left, [name for name in names if name not in room.stops], column)
        inner = [edge for edge in edges if edge in set(pairwise(chain))]
        outer = [edge for edge in edges if edge not in inner and set(edge) & set(chain)]
        lane = next(lane for lane in _outward() if _fits(room, chain, inner, outer, lane))
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
    reach = len(room.column) + len(room.tracks) + 2
    lanes = range(-reach, reach + 1)
    return iter(sorted(lanes, key=lambda lane: (sum(abs(lane - end) for end in ends), abs(lane), lane)))


def _longest(edges: Sequence[Edge], names: Sequence[str], column: Mapping[str, int]) -> list[str]:
    """The way with most stations through `edges`, or the first station where none is left."""
    best: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (column[name], names.index(name))):
        before = [best[start] for start, end in edges if end == name]
        best[name] = [*max(before, key=len, default=[]), name]
    return max(best.values(), key=len)
