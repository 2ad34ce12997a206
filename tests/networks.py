"""Maps that nobody would write, for tests and measures."""

from __future__ import annotations

import random
from itertools import pairwise

from generator.maps.network import MapLine, Network, Station, Track
from generator.maps.stages import STAGE_NAMES, STAGES

ZONES = tuple(STAGE_NAMES[stage] for stage in STAGES)


def made_up(seed: int, stations: int = 40, lines: int = 8) -> Network:
    """A guide that nobody would write: random pathways, also against the order of the zones."""
    dice = random.Random(seed)
    names = [f"etape-{number}" for number in range(stations)]
    words = [
        "formation",
        "accompagnement",
        "qualification",
        "aide",
        "du",
        "vers",
        "l’emploi",
        "professionnelle",
        "projet",
    ]
    found = {
        name: Station(name, " ".join(dice.choices(words, k=dice.randint(1, 5))), dice.randrange(7))
        for name in names
    }
    made = []
    for number in range(1, lines + 1):
        tracks: dict[tuple[str, str], Track] = {}
        for way in range(5):
            steps = sorted(dice.sample(names, dice.randint(3, 5)), key=lambda one: found[one].zone)
            for ends in pairwise(steps):
                tracks[ends] = Track(*ends, dice.choice(["seamless", "to_secure", "to_check"]), (f"w{way}",))
        made.append(MapLine(f"ligne-{number}", number, tuple(tracks.values()), ("w0",)))
    used = {name for line in made for name in line.stations}
    return Network({name: one for name, one in found.items() if name in used}, tuple(made))
