"""The strip of one line, drawn down a narrow screen: what metro carriages show above their doors.

One row a station; tracks on the left, names on the right, so that nothing can overlap. The lines one
can change to stand under each name. Sizes in pixels of the drawing, which is as wide as a small phone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from generator.maps.lanes import Edge, line_lanes
from generator.maps.layout import Grid, ends_of
from generator.maps.network import MapLine, Network
from generator.maps.shapes import (
    Box,
    Dot,
    Drawing,
    Point,
    Rail,
    Stop,
    Text,
    Zone,
    across,
    free,
    last_with_arrows,
    polyline,
    text_lines,
)
from generator.maps.text import width, wrap

WIDTH = 324.0
SIZE, LEADING = 15.0, 19.0
SMALL = 12.5
RADIUS = 9.5
LANE = 22.0
LEFT = 20.0
AIR = 4.0
MARK = 11.0
ROW = 50.0
CHANGE = 22.0
"""Height of the row of lines one can change to."""


@dataclass(frozen=True)
class _Plan:
    line: MapLine
    order: tuple[str, ...]
    row: Mapping[str, int]
    stops: Mapping[str, int]
    runs: Mapping[Edge, int]
    names: Mapping[str, tuple[str, ...]]
    others: Mapping[str, tuple[str, ...]]
    zones: Sequence[str]
    zone: Mapping[str, int]
    margin: float
    """Where names begin."""

    def opens(self, row: int) -> bool:
        """Whether a zone begins at this row."""
        zone = [self.zone[name] for name in self.order]
        return not row or zone[row] != zone[row - 1]

    def half(self, row: int) -> float:
        """Half the height of what is written at a row."""
        name = self.order[row]
        return (len(self.names[name]) * LEADING + (CHANGE if self.others[name] else 0)) / 2


def strip(network: Network, whole: Grid, line: MapLine, zones: Sequence[str]) -> Drawing:
    """One line from its first station down to its last, in the order of the whole map."""
    plan = _plan(network, whole, line, zones)
    y = _rows(plan)
    height = y[-1] + max(RADIUS, plan.half(len(y) - 1)) + 10
    return Drawing(
        f"ligne-{line.id}-plan",
        WIDTH,
        height,
        _zones(plan, y, height),
        (),
        _rails(plan, y),
        tuple(_stop(plan, name, y[plan.row[name]]) for name in plan.order),
    )


def _plan(network: Network, whole: Grid, line: MapLine, zones: Sequence[str]) -> _Plan:
    order = whole.along(line)
    row = {name: rank for rank, name in enumerate(order)}
    stops, runs = line_lanes([ends_of(track, row) for track in line.tracks], row)
    used = sorted({*stops.values(), *runs.values()})
    place = {lane: rank for rank, lane in enumerate(used)}
    margin = LEFT + LANE * (len(used) - 1) + RADIUS + 12
    return _Plan(
        line,
        order,
        row,
        {name: place[lane] for name, lane in stops.items()},
        {edge: place[lane] for edge, lane in runs.items()},
        {name: wrap(network.stations[name].name, SIZE, WIDTH - margin - 4) for name in order},
        {
            name: tuple(one.id for one in network.lines if one.id != line.id and name in one.stations)
            for name in order
        },
        zones,
        {name: network.stations[name].zone for name in order},
        margin,
    )


def _rows(plan: _Plan) -> list[float]:
    """Height of each row: room for names, for the zone’s name, for bends and marks between two rows."""
    y = [float(ceil(22 + max(RADIUS, plan.half(0)) + AIR))]
    for row in range(1, len(plan.order)):
        above, here = plan.order[row - 1], plan.order[row]
        leaves = [abs(lane - plan.stops[above]) for edge, lane in plan.runs.items() if edge[0] == above]
        enters = [abs(lane - plan.stops[here]) for edge, lane in plan.runs.items() if edge[1] == here]
        bends = sum(LANE for lanes in (leaves, enters) if any(lanes))
        written = plan.half(row - 1) + plan.half(row) + 3 * AIR + (22 if plan.opens(row) else 0)
        y.append(y[-1] + ceil(max(ROW, written, 2 * (RADIUS + AIR + MARK) + bends)))
    return y


def _zones(plan: _Plan, y: Sequence[float], height: float) -> tuple[Zone, ...]:
    starts = [row for row in range(len(y)) if plan.opens(row)]
    tops = [y[row] - max(RADIUS, plan.half(row)) - AIR - 22 for row in starts] + [height]
    found = []
    for row, top, end in zip(starts, tops, tops[1:], strict=False):
        rank = plan.zone[plan.order[row]]
        name = plan.zones[rank]
        box = Box(plan.margin, top + 3, width(name, SMALL), 17)
        text = Text(text_lines((name,), plan.margin, top + 3, 17), "start", box)
        found.append(Zone(rank, Box(0, top, WIDTH, end - top), text))
    return tuple(found)


def _x(lane: int) -> float:
    return LEFT + LANE * lane


def _rails(plan: _Plan, y: Sequence[float]) -> tuple[Rail, ...]:
    ways = {edge: _points(plan, y, edge) for edge in plan.runs}
    found = []
    for track in plan.line.tracks:
        edge = ends_of(track, plan.row)
        points, flat = ways[edge]
        lane = plan.runs[edge]
        start, end = free(
            flat, [ways[one][1] for one, other in plan.runs.items() if other == lane and one != edge]
        )
        x, middle = _x(lane), (start + end) / 2
        back = edge[0] != track.start
        arrow = ""
        if back:
            place = min(middle + 15, end - 3)
            arrow = polyline([(x - 5, place + 4), (x, place - 2), (x + 5, place + 4)])
        found.append(Rail(plan.line.id, track, polyline(points), (x, middle), back, arrow))
    return last_with_arrows(found)


def _points(plan: _Plan, y: Sequence[float], edge: Edge) -> tuple[list[Point], tuple[float, float]]:
    """The way of a track down the strip, and its straight piece."""
    start, end, lane = plan.stops[edge[0]], plan.stops[edge[1]], plan.runs[edge]
    top, bottom = y[plan.row[edge[0]]], y[plan.row[edge[1]]]
    points: list[Point] = [(_x(start), top)]
    flat_start, flat_end = top + RADIUS, bottom - RADIUS
    if start != lane:
        bend = across(top + RADIUS + AIR, _x(start), _x(lane), LANE)
        points += [(x, down) for down, x in bend]
        flat_start = bend[-1][0]
    if end != lane:
        bend = across(bottom - RADIUS - AIR - LANE, _x(lane), _x(end), LANE)
        points += [(x, down) for down, x in bend]
        flat_end = bend[0][0]
    return [*points, (_x(end), bottom)], (flat_start, flat_end)


def _stop(plan: _Plan, name: str, y: float) -> Stop:
    x, lines, others = _x(plan.stops[name]), plan.names[name], plan.others[name]
    top = y - plan.half(plan.row[name])
    high = len(lines) * LEADING
    box = Box(plan.margin, top, max(width(line, SIZE) for line in lines), high)
    changes = tuple(
        Dot(line, plan.margin + 9 + 21 * rank, top + high + CHANGE / 2) for rank, line in enumerate(others)
    )
    reach = max(22.0, plan.half(plan.row[name]))
    return Stop(
        name,
        (Dot(plan.line.id, x, y),),
        Box(x - RADIUS - 3, y - RADIUS - 3, 2 * RADIUS + 6, 2 * RADIUS + 6),
        Text(text_lines(lines, plan.margin, top, LEADING), "start", box),
        Box(0, y - reach, WIDTH, 2 * reach),
        changes,
    )
