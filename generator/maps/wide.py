"""The wide map: columns run across, lanes run down. Sizes in pixels of the drawing.

Nothing overlaps, by construction: between two lanes there is as much room as the tallest name put
there; tracks bend only in the gutters between columns; a column stands as far from each one before it
as what both put between the same two lanes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.maps.layout import Grid, Run
from generator.maps.network import Network
from generator.maps.shapes import (
    Box,
    Dot,
    Drawing,
    Name,
    Point,
    Rail,
    Stop,
    Text,
    Zone,
    across,
    free,
    polyline,
    text_lines,
)
from generator.maps.text import width, wrap

SIZE, LEADING = 12.5, 14.5
WIDEST = 90.0
RADIUS = 9.0
BEND = 18.0
AIR = 3.0
MARK = 8.0
"""Half of the piece of track kept free for the mark of a seam."""
LANE = 24.0
NAMES = 112.0
HEAD = 44.0


@dataclass
class _Room:
    """What a column takes on its two sides, on each lane (whole) and between two lanes (half)."""

    left: defaultdict[float, float] = field(default_factory=lambda: defaultdict(float))
    right: defaultdict[float, float] = field(default_factory=lambda: defaultdict(float))


@dataclass(frozen=True)
class _Plan:
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


def wide(network: Network, grid: Grid, zones: Sequence[str], lines: Mapping[str, str]) -> Drawing:
    """The map across. `zones`: names of the stages; `lines`: names of the lines."""
    plan = _plan(network, grid, lines)
    rooms = _rooms(plan)
    x, edges = _columns(plan, rooms, zones)
    height = plan.y[-1] + _after(plan) + 12
    grounds = tuple(_zone(rank, start, end, height, zones[rank]) for rank, start, end in edges)
    rails = _rails(plan, x)
    stops = {name: _stop(plan, name, x) for name in grid.column}
    order = dict.fromkeys(
        name
        for line in network.lines
        for name in sorted(line.stations, key=lambda name: (grid.column[name], grid.stops[line.id, name]))
    )
    names = tuple(_name(plan, line.id, x) for line in network.lines)
    return Drawing(
        "plan-large", edges[-1][2], height, grounds, names, rails, tuple(stops[name] for name in order)
    )


def _plan(network: Network, grid: Grid, lines: Mapping[str, str]) -> _Plan:
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
    y = [HEAD + 14 + _tallest(tall, -0.5) + RADIUS]
    firsts = {_first(grid, line.id)[1]: len(line_names[line.id]) for line in network.lines}
    above: tuple[float, int] | None = None
    for lane in range(grid.lanes):
        if lane:
            high = _tallest(tall, lane - 0.5)
            y.append(y[-1] + max(LANE, 2 * RADIUS + high + 2 * AIR if high else 0))
        if lane in firsts:
            if above is not None:
                y[-1] = max(y[-1], above[0] + (above[1] + firsts[lane]) * 8.5 + 8)
            above = (y[-1], firsts[lane])
    return _Plan(grid, names, below, y, line_names)


def _tallest(tall: Mapping[tuple[int, float], float], half: float) -> float:
    return max((high for (_, place), high in tall.items() if place == half), default=0)


def _first(grid: Grid, line: str) -> tuple[int, int]:
    """Column and lane of the first station of a line."""
    return min((grid.column[name], lane) for (one, name), lane in grid.stops.items() if one == line)


def _after(plan: _Plan) -> float:
    """Room under the last lane."""
    under = [len(plan.names[name]) * LEADING for name in plan.names if plan.half(name) > len(plan.y) - 1]
    return RADIUS + AIR + max(under, default=0)


def _rooms(plan: _Plan) -> list[_Room]:
    rooms, bare = _bare(plan), _bare(plan)
    for run in plan.grid.runs:
        start, end = _ends(plan, run)
        for room, naked, lane, right in (
            (rooms[plan.grid.column[run.left]], bare[plan.grid.column[run.left]], start, True),
            (rooms[plan.grid.column[run.right]], bare[plan.grid.column[run.right]], end, False),
        ):
            side, under = (room.right, naked.right) if right else (room.left, naked.left)
            reach = RADIUS + 2
            if lane != run.lane:
                reach = _offset(under, lane, run.lane) + _bend(plan, lane, run.lane)
                for step in range(2 * min(lane, run.lane), 2 * max(lane, run.lane) + 1):
                    side[step / 2] = max(side[step / 2], reach)
            side[run.lane] = max(side[run.lane], reach + MARK)
    return rooms


def _ends(plan: _Plan, run: Run) -> tuple[int, int]:
    return plan.grid.stops[run.line, run.left], plan.grid.stops[run.line, run.right]


def _offset(under: Mapping[float, float], lane: int, other: int) -> float:
    """How far from the column a bend may start: past the names and interchanges it goes along."""
    steps = range(2 * min(lane, other), 2 * max(lane, other) + 1)
    return max(under.get(step / 2, 0) for step in steps) + AIR


def _bend(plan: _Plan, lane: int, other: int) -> float:
    return min(BEND, abs(plan.y[lane] - plan.y[other]))


def _columns(
    plan: _Plan, rooms: Sequence[_Room], zones: Sequence[str]
) -> tuple[list[float], list[tuple[int, float, float]]]:
    """Middle of each column; start and end of each zone."""
    x: list[float] = []
    edges: list[tuple[int, float, float]] = []
    start = NAMES
    names = _halves(plan)
    for column, zone in enumerate(plan.grid.zones):
        new = not column or zone != plan.grid.zones[column - 1]
        if new and column:
            end = max(start + _head(zones[plan.grid.zones[column - 1]]), _end(x, names, start))
            edges.append((plan.grid.zones[column - 1], start, end))
            start = end
        here = start + names[column] + AIR
        for before in range(column):
            here = max(here, x[before] + _gap(rooms[before], rooms[column]))
        x.append(here)
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


def _halves(plan: _Plan) -> list[float]:
    return [max(plan.breadth(name) / 2 for name in names) for names in plan.grid.columns]


def _end(x: Sequence[float], halves: Sequence[float], start: float) -> float:
    return max(place + halves[column] + AIR for column, place in enumerate(x) if place > start)


def _gap(before: _Room, after: _Room) -> float:
    shared = set(before.right) & set(after.left)
    return max((before.right[step] + after.left[step] + AIR for step in shared), default=0)


def _zone(rank: int, start: float, end: float, height: float, name: str) -> Zone:
    lines = wrap(name, 13, 96)
    middle = (start + end) / 2
    box = Box(start, 4, end - start, 16.0 * len(lines))
    return Zone(
        rank, Box(start, 0, end - start, height), Text(text_lines(lines, middle, 4, 16), "middle", box)
    )


def _rails(plan: _Plan, x: Sequence[float]) -> tuple[Rail, ...]:
    bare = _bare(plan)
    pieces = {id(run): _points(plan, bare, x, run) for run in plan.grid.runs}
    found = []
    for run in plan.grid.runs:
        points, flat = pieces[id(run)]
        others = [
            pieces[id(one)][1]
            for one in plan.grid.runs
            if one is not run and one.line == run.line and one.lane == run.lane
        ]
        start, end = free(flat, others)
        y, middle = plan.y[run.lane], (start + end) / 2
        arrow = ""
        if run.back:
            place = min(middle + 17, end - 4)
            arrow = polyline([(place + 4, y - 4.5), (place - 2, y), (place + 4, y + 4.5)])
        found.append(Rail(run.line, run.track, polyline(points), (middle, y), run.back, arrow))
    return tuple(found)


def _bare(plan: _Plan) -> list[_Room]:
    """Names and interchanges alone, without what bends take."""
    rooms = [_Room() for _ in plan.grid.columns]
    for name, column in plan.grid.column.items():
        lanes = plan.grid.lanes_of(name)
        for side in (rooms[column].left, rooms[column].right):
            for step in range(2 * lanes[0], 2 * lanes[-1] + 1):
                side[step / 2] = max(side[step / 2], RADIUS + 2)
            side[plan.half(name)] = max(side[plan.half(name)], plan.breadth(name) / 2)
    return rooms


def _points(
    plan: _Plan, bare: Sequence[_Room], x: Sequence[float], run: Run
) -> tuple[list[Point], tuple[float, float]]:
    """The way of a run, and its flat piece on its own lane."""
    start, end = _ends(plan, run)
    first, last = plan.grid.column[run.left], plan.grid.column[run.right]
    y, left, right = plan.y, x[first], x[last]
    points: list[Point] = [(left, y[start])]
    flat_start, flat_end = left + RADIUS, right - RADIUS
    if start != run.lane:
        bend = across(
            left + _offset(bare[first].right, start, run.lane),
            y[start],
            y[run.lane],
            _bend(plan, start, run.lane),
        )
        points += bend
        flat_start = bend[-1][0]
    if end != run.lane:
        room = _bend(plan, end, run.lane)
        bend = across(right - _offset(bare[last].left, end, run.lane) - room, y[run.lane], y[end], room)
        points += bend
        flat_end = bend[0][0]
    return [*points, (right, y[end])], (flat_start, flat_end)


def _stop(plan: _Plan, name: str, x: Sequence[float]) -> Stop:
    here = x[plan.grid.column[name]]
    lanes = plan.grid.lanes_of(name)
    dots = tuple(
        Dot(line, here, plan.y[plan.grid.stops[line, name]])
        for line in plan.grid.order
        if (line, name) in plan.grid.stops
    )
    top, bottom = plan.y[lanes[0]] - RADIUS - 3, plan.y[lanes[-1]] + RADIUS + 3
    high, breadth = len(plan.names[name]) * LEADING, plan.breadth(name)
    start = bottom + 1 if plan.below[name] else top - high - 1
    box = Box(here - breadth / 2, start, breadth, high)
    reach = max(breadth / 2, RADIUS + 4)
    target = Box(here - reach, min(top, start), 2 * reach, max(bottom, start + high) - min(top, start))
    capsule = Box(here - RADIUS - 3, top, 2 * RADIUS + 6, bottom - top)
    return Stop(
        name, dots, capsule, Text(text_lines(plan.names[name], here, start, LEADING), "middle", box), target
    )


def _name(plan: _Plan, line: str, x: Sequence[float]) -> Name:
    column, lane = _first(plan.grid, line)
    lines, y = plan.line_names[line], plan.y[lane]
    top = y - len(lines) * 8.5
    box = Box(26, top, NAMES - 30, len(lines) * 17.0)
    lead = polyline([(26 + max(width(one, SIZE + 1) for one in lines) + 4, y), (x[column], y)])
    return Name(line, Text(text_lines(lines, 26, top, 17), "start", box), Dot(line, 12, y), lead)
