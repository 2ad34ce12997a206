"""How far apart everything stands on the wide map: lanes, columns, zones. Sizes in pixels of the drawing.

Nothing overlaps, by construction: between two lanes there is as much room as the tallest name put
there; tracks bend only in the gutters between columns; a column stands as far from each one before it
as what both put between the same two lanes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from generator.maps.layout import Grid, Run
from generator.maps.network import Network
from generator.maps.text import width, wrap

SIZE, LEADING = 12.5, 14.5
WIDEST = 90.0
RADIUS = 9.0
CAPSULE = 3.0
"""From the dots of an interchange to its edge."""
BEND = 18.0
AIR = 3.0
MARK = 8.0
"""Half of the piece of track kept free for the mark of a seam."""
LANE = 24.0
NAMES = 112.0
HEAD = 44.0


@dataclass
class Room:
    """What a column takes on its two sides, on each lane (whole) and between two lanes (half)."""

    left: defaultdict[float, float] = field(default_factory=lambda: defaultdict(float))
    right: defaultdict[float, float] = field(default_factory=lambda: defaultdict(float))


@dataclass(frozen=True)
class Plan:
    """The grid with the words that stand on it. `y`: height of each lane."""

    grid: Grid
    names: Mapping[str, tuple[str, ...]]
    below: Mapping[str, bool]
    y: Sequence[float]
    line_names: Mapping[str, tuple[str, ...]]

    def half(self, station: str) -> float:
        """Between which lanes its name stands: 2.5 is between lanes 2 and 3."""
        lanes = self.grid.lanes_of(station)
        return lanes[-1] + 0.5 if self.below[station] else lanes[0] - 0.5

    def breadth(self, station: str) -> float:
        return max(width(line, SIZE) for line in self.names[station])


def plan_of(network: Network, grid: Grid, lines: Mapping[str, str]) -> Plan:
    """Where each lane stands, and on which side of its station each name; the tallest names choose first."""
    names = {name: wrap(one.name, SIZE, WIDEST) for name, one in network.stations.items()}
    line_names = {line.id: wrap(lines[line.id], SIZE + 1, NAMES - 30) for line in network.lines}
    tall: defaultdict[tuple[int, float], float] = defaultdict(float)
    below: dict[str, bool] = {}
    for name in sorted(names, key=lambda name: (-len(names[name]), name)):
        lanes, column, high = grid.lanes_of(name), grid.column[name], len(names[name]) * LEADING
        down, up = lanes[-1] + 0.5, lanes[0] - 0.5
        cost = {half: max(0, tall[column, half] + high - _tallest(tall, half)) for half in (down, up)}
        below[name] = cost[down] <= cost[up]
        tall[column, down if below[name] else up] += high
    y = [HEAD + 14 + _tallest(tall, -0.5) + RADIUS + CAPSULE]
    firsts = {first_stop(grid, line.id)[1]: len(line_names[line.id]) for line in network.lines}
    above: tuple[float, int] | None = None
    for lane in range(grid.lanes):
        if lane:
            high = _tallest(tall, lane - 0.5)
            y.append(y[-1] + max(LANE, 2 * (RADIUS + CAPSULE + 1) + high if high else 0))
        if lane in firsts:
            if above is not None:
                y[-1] = max(y[-1], above[0] + (above[1] + firsts[lane]) * 8.5 + 8)
            above = (y[-1], firsts[lane])
        y[-1] = float(ceil(y[-1]))
    return Plan(grid, names, below, y, line_names)


def _tallest(tall: Mapping[tuple[int, float], float], half: float) -> float:
    return max((high for (_, place), high in tall.items() if place == half), default=0)


def first_stop(grid: Grid, line: str) -> tuple[int, int]:
    """Column and lane of the first station of a line."""
    return min((grid.column[name], lane) for (one, name), lane in grid.stops.items() if one == line)


def after(plan: Plan) -> float:
    """Room under the last lane."""
    under = [len(plan.names[name]) * LEADING for name in plan.names if plan.half(name) > len(plan.y) - 1]
    return RADIUS + CAPSULE + 1 + max(under, default=0)


def rooms_of(plan: Plan) -> list[Room]:
    """What each column takes: names, interchanges, and the bends next to them."""
    rooms, bare = bare_rooms(plan), bare_rooms(plan)
    for run in plan.grid.runs:
        start, end = ends(plan, run)
        for room, naked, lane, right in (
            (rooms[plan.grid.column[run.left]], bare[plan.grid.column[run.left]], start, True),
            (rooms[plan.grid.column[run.right]], bare[plan.grid.column[run.right]], end, False),
        ):
            side, under = (room.right, naked.right) if right else (room.left, naked.left)
            reach = RADIUS + 2
            if lane != run.lane:
                reach = beyond(under, lane, run.lane) + bend_room(plan, lane, run.lane)
                for step in range(2 * min(lane, run.lane), 2 * max(lane, run.lane) + 1):
                    side[step / 2] = max(side[step / 2], reach)
            side[run.lane] = max(side[run.lane], reach + MARK)
    return rooms


def ends(plan: Plan, run: Run) -> tuple[int, int]:
    """Lanes on which a run starts and ends."""
    return plan.grid.stops[run.line, run.left], plan.grid.stops[run.line, run.right]


def beyond(under: Mapping[float, float], lane: int, other: int) -> float:
    """How far from the column a bend may start: past the names and interchanges it goes along."""
    steps = range(2 * min(lane, other), 2 * max(lane, other) + 1)
    return ceil(max(under.get(step / 2, 0) for step in steps) + AIR)


def bend_room(plan: Plan, lane: int, other: int) -> float:
    """How long a bend is: straight down in its middle when lanes are far apart."""
    return min(BEND, abs(plan.y[lane] - plan.y[other]))


def places(
    plan: Plan, rooms: Sequence[Room], zones: Sequence[str]
) -> tuple[list[float], list[tuple[int, float, float]]]:
    """Middle of each column; start and end of each zone."""
    x: list[float] = []
    edges: list[tuple[int, float, float]] = []
    start = NAMES
    names = _halves(plan)
    for column, zone in enumerate(plan.grid.zones):
        new = not column or zone != plan.grid.zones[column - 1]
        if new and column:
            end = ceil(max(start + _head(zones[plan.grid.zones[column - 1]]), _end(x, names, start)))
            edges.append((plan.grid.zones[column - 1], start, end))
            start = end
        here = start + names[column] + AIR
        for before in range(column):
            here = max(here, x[before] + _gap(rooms[before], rooms[column]))
        x.append(float(ceil(here)))
    edges.append(
        (
            plan.grid.zones[-1],
            start,
            max(start + _head(zones[plan.grid.zones[-1]]), _end(x, names, start)),
        )
    )
    return x, edges


def _head(zone: str) -> float:
    return max(width(line, 13) for line in wrap(zone, 13, 96)) + 2 * AIR


def _halves(plan: Plan) -> list[float]:
    return [max(plan.breadth(name) / 2 for name in names) for names in plan.grid.columns]


def _end(x: Sequence[float], halves: Sequence[float], start: float) -> float:
    return max(place + halves[column] + AIR for column, place in enumerate(x) if place > start)


def _gap(before: Room, after: Room) -> float:
    shared = set(before.right) & set(after.left)
    return max((before.right[step] + after.left[step] + AIR for step in shared), default=0)


def bare_rooms(plan: Plan) -> list[Room]:
    """Names and interchanges alone, without what bends take."""
    rooms = [Room() for _ in plan.grid.columns]
    for name, column in plan.grid.column.items():
        lanes = plan.grid.lanes_of(name)
        for side in (rooms[column].left, rooms[column].right):
            for step in range(2 * lanes[0], 2 * lanes[-1] + 1):
                side[step / 2] = max(side[step / 2], RADIUS + 2)
            side[plan.half(name)] = max(side[plan.half(name)], plan.breadth(name) / 2)
    return rooms
