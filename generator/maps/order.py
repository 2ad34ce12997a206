"""The order of things on the map: of lines from top to bottom, of stations from one zone to the next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.maps.lanes import Edge
from generator.maps.network import Network

Apart = frozenset[frozenset[str]]


def line_order(network: Network) -> tuple[str, ...]:
    """Lines so arranged that interchanges are short and bar few lines that do not stop there.

    Best of single moves until none helps: eight lines take some hundred trials.
    """
    stops = [
        frozenset(line.id for line in network.lines if name in line.stations) for name in network.stations
    ]
    shared = Counter(found for found in stops if len(found) > 1)
    order = tuple(line.id for line in network.lines)
    best = _reach(order, shared)
    while True:
        moves = [_moved(order, start, end) for start in range(len(order)) for end in range(len(order))]
        found = min(moves, key=lambda move: _reach(move, shared), default=order)
        if _reach(found, shared) >= best:
            return order
        order, best = found, _reach(found, shared)


def _moved(order: tuple[str, ...], start: int, end: int) -> tuple[str, ...]:
    rest = [*order[:start], *order[start + 1 :]]
    return (*rest[:end], order[start], *rest[end:])


def _reach(order: tuple[str, ...], shared: Mapping[frozenset[str], int]) -> int:
    rank = {line: number for number, line in enumerate(order)}
    total = 0
    for lines, times in shared.items():
        ranks = sorted(rank[line] for line in lines)
        total += times * (ranks[-1] - ranks[0] + 2 * (ranks[-1] - ranks[0] + 1 - len(ranks)))
    return total


def followers(network: Network) -> Mapping[str, frozenset[str]]:
    """For each station, those of its own zone that come before it; never in a circle.

    Where two schemes follow each other both ways (work-study and training do), most pathways win.
    """
    weights: Counter[Edge] = Counter()
    for line in network.lines:
        for track in line.tracks:
            if network.stations[track.start].zone == network.stations[track.end].zone:
                weights[track.start, track.end] += len(track.pathways)
    before: defaultdict[str, set[str]] = defaultdict(set)
    for start, end in sorted(weights, key=lambda edge: (-weights[edge], edge)):
        if end not in _reached(start, before):
            before[end].add(start)
    return {name: frozenset(before[name]) for name in network.stations}


def _reached(name: str, before: Mapping[str, Iterable[str]]) -> set[str]:
    found, left = {name}, [name]
    while left:
        for one in before.get(left.pop(), ()):
            if one not in found:
                found.add(one)
                left.append(one)
    return found


def columns(network: Network, before: Mapping[str, frozenset[str]], apart: Apart) -> list[list[str]]:
    """Stations by column, zone after zone; those of `apart` never share one."""
    found: list[list[str]] = []
    for zone in sorted({station.zone for station in network.stations.values()}):
        members = [name for name, station in network.stations.items() if station.zone == zone]
        found += _zone(sorted(members, key=lambda name: (len(_reached(name, before)), name)), before, apart)
    return found


def _zone(members: Sequence[str], before: Mapping[str, frozenset[str]], apart: Apart) -> list[list[str]]:
    """Each station after those it follows, in the first column where it may stand."""
    found: list[list[str]] = []
    place: dict[str, int] = {}
    for name in members:
        here = max((place[one] + 1 for one in before[name]), default=0)
        while here < len(found) and any(frozenset((name, other)) in apart for other in found[here]):
            here += 1
        found.extend([] for _ in range(len(found), here + 1))
        found[here].append(name)
        place[name] = here
    return [column for column in found if column]
