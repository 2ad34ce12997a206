"""The wide map: columns run across, lanes run down; `spacing` says how far apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    last_with_arrows,
    polyline,
    text_lines,
)
from generator.maps.spacing import (
    CAPSULE,
    LEADING,
    NAMES,
    RADIUS,
    SIZE,
    Plan,
    Room,
    after,
    bare_rooms,
    bend_room,
    beyond,
    ends,
    first_stop,
    places,
    plan_of,
    rooms_of,
)
from generator.maps.text import width, wrap


def wide(network: Network, grid: Grid, zones: Sequence[str], lines: Mapping[str, str]) -> Drawing:
    """The map across. `zones`: names of the stages; `lines`: names of the lines."""
    plan = plan_of(network, grid, lines)
    rooms = rooms_of(plan)
    x, edges = places(plan, rooms, zones)
    height = plan.y[-1] + after(plan) + 12
    grounds = tuple(_zone(rank, start, end, height, zones[rank]) for rank, start, end in edges)
    rails = _rails(plan, x)
    stops = {name: _stop(plan, name, x) for name in grid.column}
    order = dict.fromkeys(name for line in network.lines for name in grid.along(line))
    names = tuple(_name(plan, line.id, x) for line in network.lines)
    return Drawing(
        "plan-large", edges[-1][2], height, grounds, names, rails, tuple(stops[name] for name in order)
    )


def _zone(rank: int, start: float, end: float, height: float, name: str) -> Zone:
    lines = wrap(name, 13, 96)
    middle = (start + end) / 2
    box = Box(start, 4, end - start, 16.0 * len(lines))
    return Zone(
        rank, Box(start, 0, end - start, height), Text(text_lines(lines, middle, 4, 16), "middle", box)
    )


def _rails(plan: Plan, x: Sequence[float]) -> tuple[Rail, ...]:
    bare = bare_rooms(plan)
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
            arrow = polyline([(place + 4, y - 5), (place - 2, y), (place + 4, y + 5)])
        found.append(Rail(run.line, run.track, polyline(points), (middle, y), run.back, arrow))
    return last_with_arrows(found)


def _points(
    plan: Plan, bare: Sequence[Room], x: Sequence[float], run: Run
) -> tuple[list[Point], tuple[float, float]]:
    """The way of a run, and its flat piece on its own lane."""
    start, end = ends(plan, run)
    first, last = plan.grid.column[run.left], plan.grid.column[run.right]
    y, left, right = plan.y, x[first], x[last]
    points: list[Point] = [(left, y[start])]
    flat_start, flat_end = left + RADIUS, right - RADIUS
    if start != run.lane:
        corner = across(
            left + beyond(bare[first].right, start, run.lane),
            y[start],
            y[run.lane],
            bend_room(plan, start, run.lane),
        )
        points += corner
        flat_start = corner[-1][0]
    if end != run.lane:
        room = bend_room(plan, end, run.lane)
        corner = across(right - beyond(bare[last].left, end, run.lane) - room, y[run.lane], y[end], room)
        points += corner
        flat_end = corner[0][0]
    return [*points, (right, y[end])], (flat_start, flat_end)


def _stop(plan: Plan, name: str, x: Sequence[float]) -> Stop:
    here = x[plan.grid.column[name]]
    lanes = plan.grid.lanes_of(name)
    dots = tuple(
        Dot(line, here, plan.y[plan.grid.stops[line, name]])
        for line in plan.grid.order
        if (line, name) in plan.grid.stops
    )
    top, bottom = plan.y[lanes[0]] - RADIUS - CAPSULE, plan.y[lanes[-1]] + RADIUS + CAPSULE
    high, breadth = len(plan.names[name]) * LEADING, plan.breadth(name)
    start = bottom + 1 if plan.below[name] else top - high - 1
    box = Box(here - breadth / 2, start, breadth, high)
    reach = max(breadth / 2, RADIUS + 4)
    target = Box(here - reach, min(top, start), 2 * reach, max(bottom, start + high) - min(top, start))
    capsule = Box(here - RADIUS - CAPSULE, top, 2 * (RADIUS + CAPSULE), bottom - top)
    return Stop(
        name, dots, capsule, Text(text_lines(plan.names[name], here, start, LEADING), "middle", box), target
    )


def _name(plan: Plan, line: str, x: Sequence[float]) -> Name:
    column, lane = first_stop(plan.grid, line)
    lines, y = plan.line_names[line], plan.y[lane]
    top = y - len(lines) * 8.5
    box = Box(26, top, NAMES - 30, len(lines) * 17.0)
    lead = polyline([(26 + max(width(one, SIZE + 1) for one in lines) + 4, y), (x[column], y)])
    return Name(line, Text(text_lines(lines, 26, top, 17), "start", box), Dot(line, 12, y), lead)
