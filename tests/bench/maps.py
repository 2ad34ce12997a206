"""How long a map takes: the grid, the wide map and a strip a line, in processor time."""

from __future__ import annotations

import time

from generator.maps.layout import grid
from generator.maps.strip import strip
from generator.maps.wide import wide
from tests.networks import ZONES, made_up


def seconds(stations: int) -> float:
    """Processor seconds to draw a made-up map of about `stations` schemes on eight lines."""
    network = made_up(1, stations * 2)
    start = time.process_time()
    whole = grid(network)
    wide(network, whole, ZONES, {line.id: "Une famille de parcours" for line in network.lines})
    for line in network.lines:
        strip(network, whole, line, ZONES)
    return time.process_time() - start
