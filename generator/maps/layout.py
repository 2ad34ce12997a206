"""The grid of the map: a column for each station, a lane for each stop and run. No sizes yet.

Each line has its own band of lanes, so that no line ever crosses another: lines meet at interchanges,
which reach from the first lane to the last that stop there. Two stations whose reaches meet stand in
two columns. The same grid is drawn wide (columns run across) and tall (columns run down).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.maps.lanes import Edge, line_lanes
from generator.maps.network import MapLine, Network, Track
from generator.maps.order import columns, followers, line_order


@dataclass(frozen=True, slots=True)
class Run:
    """A track on the grid, from a lower column to a higher one. `back`: it is travelled the other way."""

    line: str
    track: Track
    left: str
    right: str
    lane: int
    back: bool


@dataclass(frozen=True)
class Grid:
    """Where everything is, in columns and lanes."""

    columns: tuple[tuple[str, ...], ...]
    column: Mapping[str, int]
    zones: tuple[int, ...]
    """Zone of each column."""
    order: tuple[str, ...]
    bands: Mapping[str, range]
    """Lanes of each line."""
    stops: Mapping[tuple[str, str], int]
    """Lane of each (line, station)."""
    runs: tuple[Run, ...]

    def lanes_of(self, station: str) -> tuple[int, ...]:
        """Every lane that stops at a station, from the first."""
        return tuple(sorted(lane for (_, name), lane in self.stops.items() if name == station))

    def along(self, line: MapLine) -> tuple[str, ...]:
        """Stations of a line in the order of the map: by column, then by lane."""
        return tuple(sorted(line.stations, key=lambda name: (self.column[name], self.stops[line.id, name])))

    @property
    def lanes(self) -> int:
        """How many lanes there are."""
        return sum(len(band) for band in self.bands.values())


Band = tuple[Mapping[str, int], Mapping[Edge, int]]


def grid(network: Network) -> Grid:
    """The grid of a network."""
    order, before = line_order(network), followers(network)
    apart: set[frozenset[str]] = set()
    while True:
        found = columns(network, before, frozenset(apart))
        made = _grid(network, order, found)
        meeting = _meeting(made)
        if not meeting - apart:
            return made
        apart |= meeting


def _grid(network: Network, order: Sequence[str], found: Sequence[Sequence[str]]) -> Grid:
    column = {name: number for number, names in enumerate(found) for name in names}
    bands = {
        line.id: line_lanes([ends_of(track, column) for track in line.tracks], column)
        for line in network.lines
    }
    turned = _turned(order, bands)
    ranges: dict[str, range] = {}
    stops: dict[tuple[str, str], int] = {}
    lanes: dict[tuple[str, Edge], int] = {}
    start = 0
    for line in order:
        here, runs = turned[line]
        used = sorted({*here.values(), *runs.values()})
        place = {lane: start + rank for rank, lane in enumerate(used)}
        ranges[line] = range(start, start + len(used))
        stops |= {(line, name): place[lane] for name, lane in here.items()}
        lanes |= {(line, edge): place[lane] for edge, lane in runs.items()}
        start += len(used)
    made = tuple(
        Run(line.id, track, *ends, lanes[line.id, ends], ends[0] != track.start)
        for line in network.lines
        for track in line.tracks
        for ends in (ends_of(track, column),)
    )
    zones = tuple(network.stations[names[0]].zone for names in found)
    return Grid(tuple(tuple(names) for names in found), column, zones, tuple(order), ranges, stops, made)


def ends_of(track: Track, rank: Mapping[str, int]) -> Edge:
    """From the lower rank (column, row) to the higher, whichever way it is travelled."""
    ends = (track.start, track.end)
    return ends if rank[track.start] < rank[track.end] else (track.end, track.start)


def _turned(order: Sequence[str], bands: Mapping[str, Band]) -> Mapping[str, Band]:
    """Each band as it is or upside down, whichever makes interchanges shorter; two passes are enough."""
    found = dict(bands)
    for _ in range(2):
        for line in order:
            stops, runs = found[line]
            mirror = ({one: -lane for one, lane in stops.items()}, {one: -lane for one, lane in runs.items()})
            other = {**found, line: mirror}
            if _length(order, other) < _length(order, found):
                found = other
    return found


def _length(order: Sequence[str], bands: Mapping[str, Band]) -> int:
    """Total reach of interchanges, in lanes."""
    reach: defaultdict[str, list[int]] = defaultdict(list)
    start = 0
    for line in order:
        stops, runs = bands[line]
        used = sorted({*stops.values(), *runs.values()})
        for name, lane in stops.items():
            reach[name].append(start + used.index(lane))
        start += len(used)
    return sum(max(lanes) - min(lanes) for lanes in reach.values())


def _meeting(made: Grid) -> set[frozenset[str]]:
    """Pairs of stations that stand in one column and whose reaches meet."""
    found = set()
    for names in made.columns:
        reach = {name: made.lanes_of(name) for name in names}
        for rank, one in enumerate(names):
            for other in names[rank + 1 :]:
                if reach[one][0] <= reach[other][-1] and reach[other][0] <= reach[one][-1]:
                    found.add(frozenset((one, other)))
    return found
